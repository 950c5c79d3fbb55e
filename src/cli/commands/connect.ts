import { type Command, Option } from 'commander'
import { writeConnection } from '#contract/connections.ts'
import { type Problem, tell } from '#core/problems.ts'
import { REGIONS, type Region } from '#core/region.ts'
import { connect } from '#flows/connect.ts'
import { aboutMerchant, atDesk, type MerchantOptions } from '../open.ts'
import { readSecret } from '../read-secret.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'

type Wanted = MerchantOptions & { region: Region; seller: string }

/** Adds `connect`: saves and proves a merchant's authorization at Amazon; the token comes by standard input only (C1). */
export function connectCommand(program: Command): void {
  aboutMerchant(program.command('connect').description('connect a merchant to Amazon, or renew its token'))
    .addOption(new Option('--region <region>', 'where it sells').choices(REGIONS).makeOptionMandatory())
    .requiredOption('--seller <id>', 'the Seller ID (merchant token), such as A3HARBORGOODS')
    .addHelpText(
      'after',
      [
        '',
        'The refresh token is read from standard input, never from the command line:',
        '  ./millrace connect --region na --seller A3... < token-file',
        'At a terminal it is asked for and not shown. It is proved at Amazon, sealed at once, and never shown again.',
        '',
        'Where it comes from: in Seller Central the primary user of the account opens Apps and Services > Develop Apps,',
        'and beside the application chooses Authorize. Keep it secret: who has it can read the orders.',
      ].join('\n'),
    )
    .action((options: Wanted) =>
      atDesk(options, async ({ installation, deps, merchant, store }) => {
        const refreshToken = await readSecret('Refresh token (it is not shown): ')
        const wanted = { region: options.region, sellingPartnerId: options.seller, refreshToken }
        const proven = await connect(deps, merchant.id, wanted)
        if (!proven.ok) throw new CliRefusal(whyNot(proven.problem, installation.config.mode))
        const id = proven.value
        const saved = await store((tx) => tx.findConnection(id))
        if (!saved) throw new Error('The connection was not saved.')
        print(options, {
          json: writeConnection(saved),
          lines: [
            `${id} is connected for ${merchant.id}. Its marketplaces:`,
            '',
            ...table(
              ['Marketplace', 'Name', 'Country', 'Currency', 'Takes part'],
              saved.marketplaces.map((each) => [
                each.id,
                each.name,
                each.country,
                each.currency,
                each.participating ? 'yes' : 'no',
              ]),
            ),
            '',
            saved.importing
              ? 'Importing goes on where it stopped.'
              : 'Nothing is imported yet. When the settings are right: ./millrace start',
          ],
        })
      }),
    )
}

/** Why nothing was saved. Nobody is asked again by itself here, whatever the sentence says elsewhere. */
function whyNot(problem: Problem, mode: 'demo' | 'real'): string[] {
  const { sentence, retryHelps, code } = tell(problem)
  const simulated = mode === 'demo' && code === 'amazon-down'
  return [
    sentence.replace(/ It (is (tried|asked) again|goes on by itself)\.$/, ''),
    `Nothing was saved.${retryHelps ? ' Trying again later may help.' : ''}`,
    ...(simulated ? ['In the demo Amazon is simulated by the running server: npm start.'] : []),
  ]
}
