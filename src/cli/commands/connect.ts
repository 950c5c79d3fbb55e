import { type Command, InvalidArgumentError, Option } from 'commander'
import { writeConnection } from '#contract/connections.ts'
import { ROLES } from '#core/authorization/roles.ts'
import { type Problem, tell } from '#core/problems.ts'
import { REGIONS, type Region } from '#core/region.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import { connect } from '#flows/connect.ts'
import { setLapse } from '#flows/set-lapse.ts'
import { testConnection } from '#flows/test-connection.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { readSecret } from '../read-secret.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'
import { byFilesCommand } from './by-files.ts'
import { chooseConnection, type WantedConnection, withConnection } from './start.ts'

type Wanted = MerchantOptions & { region?: Region; seller?: string; raisePlan?: boolean }

/** Adds `connect`: saves and proves a merchant's authorization at Amazon, tests it, and sets its day; the token comes by standard input only (C1, C4). */
export function connectCommand(program: Command): void {
  const noun = aboutMerchant(
    program
      .command('connect')
      .description('connect a merchant to Amazon, or renew its token; work by files; test, lapse'),
  )
    // What stands behind `test` belongs to it.
    .enablePositionalOptions()
    .addOption(new Option('--region <region>', 'where it sells').choices(REGIONS))
    .option('--seller <id>', 'the Seller ID (merchant token), such as A3HARBORGOODS')
    .option('--raise-plan', 'that the plan is raised to one that includes the channel, where that is needed')
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
        'An application for several sellers is authorized in the browser: /authorization (docs/connect-to-amazon.md).',
      ].join('\n'),
    )
    .action((options: Wanted) => save(options))
  byFilesCommand(noun)
  withConnection(
    noun.command('test').description('ask Amazon one cheap question for each role, and name the missing one'),
  ).action((options: WantedConnection) => test(options))
  withConnection(noun.command('lapse').description('set the day on which the authorization lapses'))
    .argument('<day>', 'such as 2027-11-10, or none for a self-authorized one', readDay)
    .action((day: string, options: WantedConnection) => lapse(day, options))
}

function save(options: Wanted): Promise<void> {
  const { region, seller, raisePlan = false } = options
  if (region === undefined || seller === undefined)
    throw new CliRefusal('Say where it sells and which seller it is: --region na --seller A3...')
  return atDesk(options, async ({ installation, deps, merchant, store }) => {
    const refreshToken = await readSecret('Refresh token (it is not shown): ')
    const wanted = { region, sellingPartnerId: seller, refreshToken, who: WHO, raisesPlan: raisePlan }
    const proven = await connect(deps, merchant.id, wanted)
    if (!proven.ok) throw new CliRefusal(whyNot(proven.problem, installation.config.mode))
    const id = proven.value
    const saved = await store((tx) => tx.findConnection(id))
    if (!saved) throw new Error('The connection was not saved.')
    const places = saved.marketplaces.map((each) => [
      each.id,
      each.name,
      each.country,
      each.currency,
      each.participating ? 'yes' : 'no',
    ])
    print(options, {
      json: writeConnection(saved),
      lines: [
        `${id} is connected for ${merchant.id}. Its marketplaces:`,
        '',
        ...table(['Marketplace', 'Name', 'Country', 'Currency', 'Takes part'], places),
        '',
        saved.lapsesOn === null ? 'It has no end.' : `The authorization lapses on ${saved.lapsesOn}.`,
        saved.importing
          ? 'Importing goes on where it stopped.'
          : 'Nothing is imported yet. When the settings are right: ./millrace start',
      ],
    })
  })
}

const test = (options: WantedConnection): Promise<void> =>
  atDesk(options, async (desk) => {
    const id = await chooseConnection(desk, options)
    const { sentence, probes } = goodValue(await testConnection(desk.deps, desk.merchant.id, id))
    const rows = probes.map(({ role, verdict, requestId }) => [ROLES[role], verdict, requestId ?? ''])
    print(options, {
      json: { connection: id, sentence, roles: probes },
      lines: [sentence, '', ...table(['Role', 'Granted', 'Request at Amazon'], rows)],
    })
  })

const lapse = (day: string, options: WantedConnection): Promise<void> =>
  atDesk(options, async (desk) => {
    const connection = await chooseConnection(desk, options)
    const lapsesOn = day === 'none' ? null : day
    goodValue(await setLapse(desk.deps, desk.merchant.id, { connection, lapsesOn }))
    const ends = lapsesOn === null ? 'has no end' : `lapses on ${lapsesOn}`
    print(options, { json: { connection, lapsesOn }, lines: [`The authorization of ${connection} ${ends}.`] })
  })

function readDay(text: string): string {
  if (text === 'none' || faultOfDay(text) === null) return text
  throw new InvalidArgumentError('It is a day such as 2027-11-10, or none.')
}

/** Why nothing was saved. Nobody is asked again by itself here, whatever the sentence says elsewhere. */
function whyNot(problem: Problem, mode: 'demo' | 'real'): string[] {
  const { sentence, retryHelps, code } = tell(problem)
  const simulated = mode === 'demo' && code === 'amazon-down'
  return [
    sentence.replace(/ It (is (tried|asked) again|goes on by itself)\.$/, ''),
    `Nothing was saved.${retryHelps ? ' Trying again later may help.' : ''}`,
    ...(code === 'plan-lacks-channel' ? ['To agree: the same command with --raise-plan.'] : []),
    ...(simulated ? ['In the demo Amazon is simulated by the running server: npm start.'] : []),
  ]
}
