import { type Command, InvalidArgumentError, Option } from 'commander'
import { writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { REGIONS, type Region } from '#core/region.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import { addSecret, forgetSecret, promoteSecret, setSecretLapse, testSecret } from '#flows/application-secrets.ts'
import type { Deps } from '#flows/deps.ts'
import { goodValue, WHO, withInstallation, withJson } from '../open.ts'
import { readSecret } from '../read-secret.ts'
import { print, table } from '../table.ts'

type Wanted = { readonly region: Region; readonly json?: boolean }

/** Adds `secret`: the client secret of each region's application, in two slots (C5). */
export function secretCommand(program: Command): void {
  const noun = program
    .command('secret')
    .description("the client secret of Amazon's application: list, add, test, promote, forget, lapse")
  withJson(noun.command('list').description('which there are, and when they lapse; never the secrets')).action(
    (options: { json?: boolean }) => withInstallation(({ deps }) => list(deps, options)),
  )
  ofRegion(noun, 'add', 'put a new secret into the next slot, read from standard input').action((options: Wanted) =>
    withInstallation(async ({ deps }) => {
      const { region } = options
      const secret = await readSecret('Client secret (it is not shown): ')
      const { lapsesOn } = goodValue(await addSecret(deps, { region, secret, who: WHO }))
      print(options, {
        json: { region, slot: 'next', lapsesOn },
        lines: [
          `The next secret of region ${region} is kept, sealed. Amazon lets it live until about ${lapsesOn}.`,
          `Next: ./millrace secret test --region ${region}`,
        ],
      })
    }),
  )
  ofRegion(noun, 'test', 'prove the next secret by one token call; the one in use goes on').action((options: Wanted) =>
    does(options, (deps, region) => testSecret(deps, region), [
      'Amazon takes the next secret.',
      `Next: ./millrace secret promote --region ${options.region}`,
    ]),
  )
  ofRegion(noun, 'promote', 'use the proven next secret from now on, and forget the old one').action(
    (options: Wanted) =>
      does(options, (deps, region) => promoteSecret(deps, { region, who: WHO }), [
        'The new secret is used within a minute, without a start. The old one is forgotten here; remove it from the environment too.',
      ]),
  )
  ofRegion(noun, 'forget', 'forget the next secret, entered by mistake').action((options: Wanted) =>
    does(options, (deps, region) => forgetSecret(deps, { region, who: WHO }), ['The next secret is forgotten.']),
  )
  addLapse(noun)
}

const ofRegion = (noun: Command, name: string, description: string): Command =>
  withJson(noun.command(name).description(description)).addOption(
    new Option('--region <region>', 'whose application').choices(REGIONS).makeOptionMandatory(),
  )

function does(
  options: Wanted,
  work: (deps: Deps, region: Region) => ReturnType<typeof testSecret>,
  lines: readonly string[],
): Promise<void> {
  return withInstallation(async ({ deps }) => {
    goodValue(await work(deps, options.region))
    print(options, { json: { region: options.region, done: true }, lines: [...lines] })
  })
}

function addLapse(noun: Command): void {
  ofRegion(noun, 'lapse', "set the day on which a secret lapses, as Amazon's console shows it")
    .argument('<day>', 'such as 2027-05-09, or unknown', readDay)
    .option('--next', 'of the next secret; else of the one in use, also when it stands in the environment')
    .action((day: string, options: Wanted & { next?: boolean }) =>
      withInstallation(async ({ deps }) => {
        const { region } = options
        const slot = options.next ? 'next' : 'current'
        const lapsesOn = day === 'unknown' ? null : day
        goodValue(await setSecretLapse(deps, { region, slot, lapsesOn }))
        print(options, {
          json: { region, slot, lapsesOn },
          lines: [`The ${slot} secret of region ${region} lapses on ${lapsesOn ?? 'a day that is not known'}.`],
        })
      }),
    )
}

async function list(deps: Deps, options: { json?: boolean }): Promise<void> {
  const slots = await deps.deployment.listSecrets()
  const day = (at: number | null) => (at === null ? '' : new Date(at).toISOString().slice(0, 10))
  print(options, {
    json: {
      secrets: slots.map(({ region, slot, sealed, addedAt, lapsesOn, provenAt }) => ({
        region,
        slot,
        from: sealed === null ? 'environment' : 'database',
        addedAt: writeInstant(addedAt),
        lapsesOn,
        provenAt: writeInstantOrNull(provenAt),
      })),
    },
    lines:
      slots.length === 0
        ? [
            'The secrets stand in the environment, and nobody has said when they lapse. Amazon lets one live 180 days:',
            './millrace secret lapse 2027-05-09 --region na',
          ]
        : table(
            ['Region', 'Slot', 'From', 'Added', 'Proven', 'Lapses'],
            slots.map(({ region, slot, sealed, addedAt, lapsesOn, provenAt }) => [
              region,
              slot,
              sealed === null ? 'environment' : 'database',
              day(addedAt),
              sealed === null ? '' : day(provenAt) || 'not yet',
              lapsesOn ?? 'not known',
            ]),
          ),
  })
}

function readDay(text: string): string {
  if (text === 'unknown' || faultOfDay(text) === null) return text
  throw new InvalidArgumentError('It is a day such as 2027-05-09, or unknown.')
}
