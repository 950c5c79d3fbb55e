import { type Command, Option } from 'commander'
import { CHANGED_SECTIONS, type ChangedSection } from '#core/settings/settings-change.ts'
import { linesOf } from '#core/settings/tell-changes.ts'
import { visibleText } from '#core/visible-text.ts'
import type { SavedChange } from '#store/settings-changes.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type MerchantOptions } from '../open.ts'
import { print } from '../table.ts'

type Wanted = MerchantOptions & { readonly section?: ChangedSection; readonly limit: number }

const WAY_WORDS = { console: 'in the console', key: 'by its key', 'command-line': '', program: '' } as const

/** Adds `settings history`: who changed which option, from what to what (D38). */
export function addHistory(settings: Command): void {
  aboutMerchant(settings.command('history').description('who changed which option, from what to what; newest first'))
    .addOption(new Option('--section <section>', 'only this section').choices(CHANGED_SECTIONS))
    .option('--limit <n>', 'at most so many savings', readCount, 20)
    .action((options: Wanted) =>
      atDesk(options, async ({ store, time }) => {
        const { section = null, limit } = options
        const rows = await store((tx) => tx.listSettingsChanges({ section, after: null, limit }))
        const lines = rows.flatMap((row) => linesOfSaving(row, time(row.at)))
        print(options, { json: rows, lines: rows.length === 0 ? ['Nothing was changed yet.'] : lines })
      }),
    )
}

const linesOfSaving = ({ section, who, way, changes }: SavedChange, at: string): string[] => [
  [at, visibleText(who, 200), WAY_WORDS[way]].filter(Boolean).join('  '),
  ...changes
    .flatMap(({ entry, kind, fields }) =>
      linesOf([kind, section, visibleText(entry ?? '', 200)].join(' ').trim(), fields),
    )
    .map((line) => `  ${line}`),
]
