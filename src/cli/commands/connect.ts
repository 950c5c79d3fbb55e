import { type Command, Option } from 'commander'
import { writeConnection } from '#contract/settings.ts'
import { REGIONS, type Region } from '#core/region.ts'
import { connect } from '#flows/connect.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions } from '../open.ts'
import { readSecret } from '../read-secret.ts'
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
      atDesk(options, async ({ deps, merchant, store }) => {
        const refreshToken = await readSecret('Refresh token (it is not shown): ')
        const id = goodValue(
          await connect(deps, merchant.id, { region: options.region, sellingPartnerId: options.seller, refreshToken }),
        )
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
