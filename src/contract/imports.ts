import { z } from 'zod'
import {
  columnLetters,
  IMPORT_KINDS,
  IMPORT_OUTCOMES,
  IMPORT_STATES,
  type ImportKind,
  type ImportOptions,
  type ImportOutcome,
  type ImportState,
  type RecognizedFile,
  type RowChange,
  type RowFault,
} from '#core/spreadsheet/import.ts'
import { instant, pageQuery, text, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

/** The largest file that can be brought, in bytes. */
export const MOST_IMPORT_BYTES = 100 * 1024 * 1024

const kind = z.enum(IMPORT_KINDS)

/** A file that is brought: its bytes are the body of the request. */
export const bringQuery = z.strictObject({
  fileName: text(1, 200).describe('The name of the file, for the list of imports; what it is is told by its content.'),
  kind: kind.optional().describe('What it holds, where its columns alone do not say it.'),
})

/** The bytes of a file. */
export const fileBytes = z.any().meta({ type: 'string', format: 'binary', description: 'The file as it is.' })

const importColumn = z.object({
  column: z.int().describe('Counted from 0.'),
  letter: z.string().describe('As spreadsheets name it: A, B, AA.'),
  header: z.string(),
  field: z.string().nullable().describe('Which field it is; null: it is not read.'),
  ignored: z.boolean().describe('Known, and not taken: price and quantity of Amazon’s templates.'),
  samples: z.array(z.string()).describe('How its first cells look.'),
})

const counts = z.object({
  ...{ created: z.int(), updated: z.int() },
  unchanged: z.int(),
  refused: z.int(),
  placed: z.int(),
  held: z.int(),
  skipped: z.int(),
  unlinks: z.int().describe('Rows that unlink a listing: they are applied only when that is confirmed.'),
  undone: z.int(),
  kept: z.int().describe('Rows that were not taken back, because what they wrote was changed since.'),
})

/** An import. */
export const importReply = z
  .object({
    import: z.int().describe('Its number.'),
    kind: kind.nullable().describe('Null while nobody has said what the file holds.'),
    state: z
      .enum(IMPORT_STATES)
      .describe(
        '`reading` (copied and looked through), `columns` (say what its columns are), `previewed`, `applying`, `applied`, `undoing`, `undone`, `failed`, `dropped`.',
      ),
    fileName: z.string(),
    sheet: z.string().describe('The sheet with the rows; empty for a text file.'),
    generation: z.enum(['loader', 'classic', 'unified']).nullable().describe('Which of Amazon’s templates it is.'),
    version: z.string().nullable(),
    marketplaceId: z.string().nullable().describe('For which marketplace its Amazon tabs are filled.'),
    marketplaceFrom: z.enum(['file', 'choice']).nullable(),
    channel: z.string().nullable().describe('The channel of orders that name none, in a file of such orders.'),
    language: z.string().nullable(),
    productTypes: z.array(z.string()),
    dataRow: z.int().nullable().describe('The number of the first row.'),
    columns: z.array(importColumn),
    remembered: z.boolean().describe('The columns were named as a person named them before.'),
    counts,
    rows: z.int().describe('How many rows were read.'),
    done: z.int().describe('How many of them the present state has done.'),
    problem: toldProblem.nullable(),
    madeBy: z.string(),
    madeAt: instant,
    appliedBy: z.string().nullable(),
    appliedAt: instant.nullable(),
    undoneBy: z.string().nullable(),
    undoneAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Import' })

/** One row of an import. */
export const importRow = z
  .object({
    row: z.int().describe('Its number in the sheet.'),
    cell: z.string().nullable().describe('The address of the cell at fault, `Template!F12`; null: the row as a whole.'),
    header: z.string().nullable().describe('What stands above that cell.'),
    value: z.string().nullable().describe('What stands in it.'),
    target: z.string().nullable().describe('The item, SKU or order that it is about.'),
    outcome: z.enum(IMPORT_OUTCOMES).nullable().describe('Null: not looked through yet.'),
    unlinks: z.boolean(),
    problem: toldProblem.nullable().describe('What is wrong, and what to write instead.'),
    changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
    undone: z.enum(['undone', 'kept']).nullable(),
  })
  .meta({ id: 'ImportRow' })

/** An import in the path. */
export const importParams = z.strictObject({
  import: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number')
    .describe('Its number.'),
})

/** Which rows are wanted. */
export const importRowsQuery = pageQuery.extend({
  outcome: z.enum(IMPORT_OUTCOMES).optional(),
  unlinks: z.enum(['true']).optional().describe('Only rows that unlink a listing.'),
})

/** What the columns are. */
export const columnsBody = z
  .strictObject({
    kind,
    fields: z
      .array(z.strictObject({ column: z.int().min(0).max(2000), field: text(1, 100).nullable() }))
      .max(2000)
      .describe('A column that is left out stays as it was recognized.'),
  })
  .meta({ id: 'ImportColumns' })

/** What a person chooses. */
export const importOptionsBody = z
  .union([
    z.strictObject({ marketplaceId: text(1, 40).describe('The marketplace of a template that names none.') }),
    z.strictObject({ channel: text(1, 10).describe('The channel of orders that name none.') }),
  ])
  .meta({ id: 'ImportOptions' })

/** Applying it. */
export const applyBody = z
  .strictObject({
    confirmUnlink: z.boolean().default(false).describe('Rows that unlink a listing are applied as well.'),
  })
  .meta({ id: 'ApplyImport' })

/** No more is said. */
export const noBody = z.strictObject({}).meta({ id: 'EndImport' })

type Stored = {
  readonly importId: number
  readonly kind: ImportKind | null
  readonly state: ImportState
  readonly fileName: string
  readonly sheet: string
  readonly options: ImportOptions
  readonly recognized: RecognizedFile | null
  readonly counts: Readonly<Record<string, number>>
  readonly rowsRead: number
  readonly rowsDone: number
  readonly problem: Parameters<typeof writeProblem>[0] | null
  readonly madeBy: string
  readonly madeAt: number
  readonly appliedBy: string | null
  readonly appliedAt: number | null
  readonly undoneBy: string | null
  readonly undoneAt: number | null
  readonly endedAt: number | null
}

/** Writes an import. */
export function writeImport(row: Stored): z.output<typeof importReply> {
  const { recognized, options } = row
  const marketplaceId = recognized?.marketplaceId ?? options.marketplaceId ?? null
  return {
    import: row.importId,
    kind: row.kind,
    state: row.state,
    fileName: row.fileName,
    sheet: row.sheet,
    generation: recognized?.generation ?? null,
    version: recognized?.version ?? null,
    marketplaceId,
    marketplaceFrom: marketplaceId === null ? null : recognized?.marketplaceId ? 'file' : 'choice',
    channel: options.channel ?? null,
    language: recognized?.language ?? null,
    productTypes: [...(recognized?.productTypes ?? [])],
    dataRow: recognized?.dataRow ?? null,
    columns: (recognized?.columns ?? []).map((each) => ({
      ...each,
      letter: columnLetters(each.column),
      ignored: each.ignored ?? false,
      samples: [...each.samples],
    })),
    remembered: recognized?.remembered ?? false,
    counts: { ...NO_COUNTS, ...row.counts },
    rows: row.rowsRead,
    done: row.rowsDone,
    problem: row.problem && writeProblem(row.problem),
    madeBy: row.madeBy,
    madeAt: writeInstant(row.madeAt),
    appliedBy: row.appliedBy,
    appliedAt: writeInstantOrNull(row.appliedAt),
    undoneBy: row.undoneBy,
    undoneAt: writeInstantOrNull(row.undoneAt),
    endedAt: writeInstantOrNull(row.endedAt),
  }
}

const NO_COUNTS: z.output<typeof counts> = {
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  placed: 0,
  held: 0,
  skipped: 0,
  unlinks: 0,
  undone: 0,
  kept: 0,
}

type StoredRow = {
  readonly row: number
  readonly target: string | null
  readonly outcome: ImportOutcome | null
  readonly asks: 'unlink' | null
  readonly problem: RowFault | null
  readonly changes: readonly RowChange[] | null
  readonly undone: 'undone' | 'kept' | null
}

/** Writes a row, with the address of the cell that is at fault. */
export function writeImportRow(
  row: StoredRow,
  { sheet, recognized }: Pick<Stored, 'sheet' | 'recognized'>,
): z.output<typeof importRow> {
  const column = row.problem?.column ?? null
  const address = column === null ? null : `${columnLetters(column)}${row.row}`
  return {
    row: row.row,
    cell: address === null || sheet === '' ? address : `${sheet}!${address}`,
    header: recognized?.columns.find((each) => each.column === column)?.header ?? null,
    value: column === null ? null : (row.problem?.value ?? null),
    target: row.target,
    outcome: row.outcome,
    unlinks: row.asks === 'unlink',
    problem: row.problem && writeProblem(row.problem.problem),
    changes: (row.changes ?? []).map((each) => ({ ...each })),
    undone: row.undone,
  }
}
