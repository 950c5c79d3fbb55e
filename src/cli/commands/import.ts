import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { writeImport, writeImportRow } from '#contract/imports.ts'
import { tell } from '#core/problems.ts'
import { IMPORT_KINDS, type ImportKind } from '#core/spreadsheet/import.ts'
import { bringImport } from '#flows/bring-import.ts'
import { runImports } from '#flows/run-imports.ts'
import { applyImport, dropImport, undoImport } from '#flows/steer-import.ts'
import type { StoredImport } from '#store/imports.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

type Wanted = MerchantOptions & {
  readonly kind?: string
  readonly apply?: boolean
  readonly confirmUnlink?: boolean
}

/** Adds `import` and `imports`: files that people bring, what became of them, and the way back (T3, T5). */
export function importCommands(program: Command): void {
  aboutMerchant(
    program
      .command('import <file>')
      .description("bring a spreadsheet: Amazon's inventory template, or a file of your own"),
  )
    .option('--kind <kind>', `what it holds, where its headings do not say it: ${IMPORT_KINDS.join(', ')}`)
    .option('--apply', 'apply it at once; without it, it is only looked through')
    .option('--confirm-unlink', 'apply also the rows that unlink a listing from its item')
    .addHelpText('after', '\nWhat is read, what is left alone, and how it is undone: docs/import-spreadsheets.md')
    .action((file: string, options: Wanted) => atDesk(options, (desk) => bring(file, desk, options)))
  const noun = program.command('imports').description('files that were brought: list, show, apply, undo, drop')
  aboutMerchant(noun.command('list').description('the last files, the newest first')).action(
    (options: MerchantOptions) => atDesk(options, (desk) => list(desk, options)),
  )
  const one = (name: string, does: string) => aboutMerchant(noun.command(`${name} <number>`).description(does))
  one('show', 'one of them, and the rows that were refused').action((number: string, options: MerchantOptions) =>
    atDesk(options, (desk) => show(numbered(number), desk, options)),
  )
  one('apply', 'apply a file that was looked through')
    .option('--confirm-unlink', 'also the rows that unlink a listing from its item')
    .action((number: string, options: Wanted) => atDesk(options, (desk) => apply(numbered(number), desk, options)))
  one('undo', 'take back what it wrote; what was changed since stays').action(
    (number: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        goodValue(await undoImport(desk.deps, desk.merchant.id, { importId: numbered(number), who: WHO }))
        await untilDone(desk)
        await show(numbered(number), desk, options)
      }),
  )
  one('drop', 'give up one that was not applied').action((number: string, options: MerchantOptions) =>
    atDesk(options, async (desk) => {
      goodValue(await dropImport(desk.deps, desk.merchant.id, { importId: numbered(number), who: WHO }))
      await show(numbered(number), desk, options)
    }),
  )
}

const numbered = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new CliRefusal(`[${text}] is not the number of an import.`, 2)
  return Number(text)
}

async function bring(file: string, desk: Desk, options: Wanted): Promise<void> {
  const { deps, merchant } = desk
  const kind = options.kind ?? null
  if (kind !== null && !IMPORT_KINDS.some((each) => each === kind))
    throw new CliRefusal(`There is no kind [${kind}]. Kinds: ${IMPORT_KINDS.join(', ')}.`, 2)
  const brought = {
    bytes: readBytes(file),
    fileName: file.split(/[\\/]/).at(-1) ?? file,
    kind: kind as ImportKind | null,
    who: WHO,
  }
  const { importId } = goodValue(await bringImport(deps, merchant.id, brought))
  await untilDone(desk)
  return options.apply ? apply(importId, desk, options) : show(importId, desk, options)
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read'
    throw new CliRefusal(`The file ${file} ${why}.`)
  }
}

async function apply(importId: number, desk: Desk, options: Wanted): Promise<void> {
  const wish = { importId, confirmUnlink: options.confirmUnlink ?? false, who: WHO }
  goodValue(await applyImport(desk.deps, desk.merchant.id, wish))
  await untilDone(desk)
  await show(importId, desk, options)
}

/** Works here until nothing of an import is left to do; a server beside it shares the work. */
async function untilDone({ deps, merchant }: Desk): Promise<void> {
  while ((await runImports(deps, merchant.id)).again !== null);
}

async function list(desk: Desk, options: MerchantOptions): Promise<void> {
  const rows = await desk.store((store) => store.listImports({ before: null, limit: 50 }))
  const lines = rows.map((row) => [
    row.importId,
    row.fileName,
    row.kind,
    row.state,
    row.rowsRead,
    desk.time(row.madeAt),
    row.madeBy,
  ])
  print(options, {
    json: rows.map(writeImport),
    lines:
      rows.length === 0
        ? ['No file was brought yet.']
        : table(['Number', 'File', 'Kind', 'State', 'Rows', 'Brought', 'By'], lines),
  })
}

const MOST_SHOWN = 50

/** What a person does next with a file. */
const NEXT: Readonly<Partial<Record<StoredImport['state'], (importId: number) => readonly string[]>>> = {
  previewed: (importId) => [`Nothing is changed yet. Apply it: ./millrace imports apply ${importId}`],
  columns: () => [
    'Nothing is changed yet. Its headings do not say what the columns hold: say it in the console, Amazon Seller Central, Import,',
    'or bring it again with the headings of docs/own-spreadsheets.md, where its kind is not clear with --kind.',
  ],
}

async function show(importId: number, desk: Desk, options: MerchantOptions): Promise<void> {
  const found = await desk.store((store) => store.findImport(importId))
  if (!found) throw new CliRefusal(`There is no import ${importId}.`)
  const asked = { importId, outcome: 'refused', unlinks: false, after: null, limit: MOST_SHOWN } as const
  const refused = (await desk.store((store) => store.listImportRows(asked))).map((row) => writeImportRow(row, found))
  print(options, {
    json: { ...writeImport(found), refused },
    lines: [
      `Import ${importId}, ${found.fileName}: ${found.state}. ${countsOf(found)}`,
      ...(found.problem ? [tell(found.problem).sentence] : []),
      ...refused.map(({ row, cell, problem }) => `${cell ?? `Row ${row}`}: ${problem?.sentence ?? ''}`),
      ...(NEXT[found.state]?.(importId) ?? []),
    ],
  })
}

function countsOf({ counts, rowsRead }: StoredImport): string {
  const said = Object.entries(counts).flatMap(([what, n]) => (n > 0 ? [`${n} ${what}`] : []))
  return `${count(rowsRead, 'row')}${said.length > 0 ? `: ${said.join(', ')}` : ''}.`
}
