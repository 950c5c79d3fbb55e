import type { Command } from 'commander'
import { writeInstant } from '#contract/parts.ts'
import { replaceDataKey } from '#flows/replace-key.ts'
import { countUnderKeys, retireKeys, rotateKeys } from '#flows/rotate-keys.ts'
import type { Installation } from '#main/installation.ts'
import { askYes } from '../ask-yes.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO, withInstallation, withJson } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

type Options = { readonly json?: boolean; readonly yes?: boolean }

/** Adds `keys`: what seals what, a new master key, the end of an old one, another data key (U3, D18, D36). */
export function keysCommand(program: Command): void {
  const noun = program
    .command('keys')
    .description('keys that seal tokens and buyer data: list, rotate, retire, replace')
  withJson(noun.command('list').description('the master keys by name, and how much each of them seals')).action(
    (options: Options) => withInstallation((installation) => list(installation, options)),
  )
  withJson(
    noun
      .command('rotate')
      .description('make a new master key and move everything to it; goes on where it was broken off'),
  ).action((options: Options) => withInstallation((installation) => rotate(installation, options)))
  withJson(noun.command('retire').description('destroy the former master key, once nothing hangs on it'))
    .option('--yes', 'without asking')
    .action((options: Options) => withInstallation((installation) => retire(installation, options)))
  aboutMerchant(
    noun
      .command('replace <data-key>')
      .description('seal everything of a data key anew by another, when it may be known'),
  ).action((key: string, options: MerchantOptions) => replace(key, options))
}

async function list({ deps }: Installation, options: Options): Promise<void> {
  const keys = await deps.keys.list()
  const under = await countUnderKeys(deps)
  const oldest = keys.filter(({ state }) => state !== 'destroyed').at(-1)?.id
  // What has no name was sealed by the oldest.
  const sealedBy = (id: string) => under.filter(({ key }) => (key ?? oldest) === id)
  const day = (at: number | null) => (at === null ? '-' : (writeInstant(at) ?? '').slice(0, 10))
  print(options, {
    json: {
      keys: keys.map(({ id, madeAt, destroyedAt, state }) => ({
        key: id,
        state,
        madeAt: writeInstant(madeAt),
        destroyedAt: destroyedAt === null ? null : writeInstant(destroyedAt),
        seals: Object.fromEntries(sealedBy(id).map((each) => [each.place, each.count])),
      })),
    },
    lines: table(
      ['Master key', 'State', 'Made', 'Destroyed', 'Seals'],
      keys.map(({ id, state, madeAt, destroyedAt }) => [
        id,
        state,
        day(madeAt),
        day(destroyedAt),
        sealedBy(id)
          .map((each) => `${each.count} ${each.place}`)
          .join(', '),
      ]),
    ),
  })
}

async function rotate({ deps }: Installation, options: Options): Promise<void> {
  const swept = await rotateKeys(deps, WHO)
  print(options, {
    json: swept,
    lines: [
      swept.isNew
        ? `The master key ${swept.key} is new and seals from now on.`
        : `${swept.key} seals already; the rest was moved to it.`,
      `${count(swept.sealed, 'value')} sealed or wrapped anew.`,
      ...swept.damaged.map((place) => `Does not open, and was left: ${place}`),
      'Copy the key file to where you keep its copy, and to every machine that runs Millrace.',
      'In ten minutes: ./millrace keys retire destroys the former key.',
    ],
  })
}

async function retire({ deps, config }: Installation, options: Options): Promise<void> {
  const question =
    'Backups of before the rotation open only with the former key. Destroy it, and have you a copy for them?'
  if (!options.yes && !(await askYes(question))) throw new CliRefusal('Nothing was destroyed.')
  const gone = goodValue(await retireKeys(deps, WHO))
  print(options, {
    json: { destroyed: gone },
    lines: [`Destroyed: ${gone.join(', ')}. ${config.key.file} holds one key now; copy it to where you keep its copy.`],
  })
}

const replace = (key: string, options: MerchantOptions): Promise<void> =>
  atDesk(options, async ({ deps, merchant }) => {
    const done = goodValue(await replaceDataKey(deps, merchant.id, { key, who: WHO }))
    print(options, {
      json: done,
      lines: [
        `${done.by} seals in place of ${key}; ${count(done.rows, 'row')} sealed anew.`,
        ...done.damaged.map((place) => `Does not open, and was left: ${place}`),
        done.isGone ? `${key} is destroyed.` : `Run it once more in ten minutes: then ${key} is destroyed.`,
      ],
    })
  })
