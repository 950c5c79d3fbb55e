import {
  type DelimitedTable,
  MOST_BYTES,
  MOST_COLUMNS,
  MOST_ROWS,
  type ReadDelimited,
  readDelimited,
} from './read-delimited.ts'
import { type FileApart, openApart } from './sheets/read-apart.ts'
import { RefusedFile } from './sheets/refused-file.ts'

/**
 * A table that a person brought: text with columns, or the first sheet of an Excel workbook that people see and that has any content.
 * The first row is its header; a row has its number in the sheet. Nothing in it is trusted, and a workbook is read in a process of its own.
 */
export async function readTable(bytes: Uint8Array): Promise<ReadDelimited> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return readDelimited(bytes)
  if (bytes.length > MOST_BYTES) return { ok: false, why: `it is larger than ${MOST_BYTES / 1024 / 1024} MB` }
  let file: FileApart | undefined
  try {
    file = await openApart({ bytes })
    const sheet = file.sheets.findIndex(({ hidden, head }) => !hidden && head.length > 0)
    return sheet < 0 ? { ok: false, why: 'it is empty' } : await tableOf(file, sheet)
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    return { ok: false, why: `it cannot be read: ${error.message}` }
  } finally {
    file?.close()
  }
}

async function tableOf(file: FileApart, sheet: number): Promise<ReadDelimited> {
  const rows: { line: number; cells: readonly string[] }[] = []
  for await (const batch of file.rows(sheet)) {
    for (const { row, cells, faults } of batch) {
      if (faults) return { ok: false, why: `row ${row} has a formula or an error where a value is needed` }
      if (cells.length > MOST_COLUMNS) return { ok: false, why: `it has more than ${MOST_COLUMNS} columns` }
      rows.push({ line: row, cells: cells.map((cell) => cell.trim()) })
    }
    if (rows.length > MOST_ROWS + 1) return { ok: false, why: `it has more than ${MOST_ROWS} rows: bring it in parts` }
  }
  const [head, ...rest] = rows
  const table: DelimitedTable = { header: head?.cells ?? [], rows: rest }
  return { ok: true, value: table }
}
