import { createReadStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Source } from './archive.ts'
import { type Encoding, watchEncoding } from './encoding.ts'
import { LIMITS } from './limits.ts'
import { RefusedFile } from './refused-file.ts'
import type { SheetRow, TakeRows } from './sheet-rows.ts'

/** How a text with columns is written. */
export type TextForm = { readonly encoding: Encoding; readonly delimiter: string }

const BATCH = 200
const SIGNS = ['\t', ',', ';', '|'] as const

const piecesOf = (source: Source): Readable =>
  'path' in source ? createReadStream(source.path) : Readable.from([Buffer.from(source.bytes)])

/** Reads a text once to learn how it is written; bytes that no text has are refused. */
export async function readTextForm(source: Source): Promise<TextForm> {
  const encoding = watchEncoding()
  let start = Buffer.alloc(0)
  let zeros = 0
  for await (const piece of piecesOf(source) as AsyncIterable<Buffer>) {
    encoding.add(piece)
    if (start.length < LIMITS.rowCharacters) start = Buffer.concat([start, piece])
    if (piece.includes(0)) zeros++
  }
  const found = encoding.end()
  if (zeros > 0 && !found.startsWith('utf-16'))
    throw new RefusedFile('The file is no text and no Excel workbook. Bring the .xlsx, .xlsm, .txt or .csv.')
  return { encoding: found, delimiter: delimiterOf(new TextDecoder(found).decode(start)) }
}

/** Lines that may stand above the columns; of those, what is in quotes tells nothing. */
const LINES_LOOKED_AT = 12

/**
 * The sign between the columns: a tab where one of the first lines has any (the first line of Amazon's templates may be one long cell),
 * else what the first line with a sign has most of.
 */
function delimiterOf(text: string): string {
  const lines = text
    .split(/[\r\n]+/, LINES_LOOKED_AT)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .map((line) => SIGNS.map((sign) => ({ sign, times: line.split(sign).length - 1 })))
  if (lines.flat().some(({ sign, times }) => sign === '\t' && times > 0)) return '\t'
  const first = lines.find((counted) => counted.some(({ times }) => times > 0)) ?? []
  return first.reduce((best, each) => (each.times > best.times ? each : best), { sign: ',', times: 0 }).sign
}

/**
 * Reads the rows of a text with columns as they come. The number of a row is the line on which it begins. Amazon's own files have
 * tabs and no quotes; those that Excel saved with tabs have quotes around some cells, which are taken off.
 */
export async function readTextRows(source: Source, { encoding, delimiter }: TextForm, take: TakeRows): Promise<void> {
  const tabs = delimiter === '\t'
  const parser = parse({
    delimiter,
    quote: tabs ? null : '"',
    info: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LIMITS.rowCharacters,
  })
  const input = piecesOf(source)
  const rows = input.pipe(decoding(encoding)).pipe(parser)
  let batch: SheetRow[] = []
  try {
    for await (const record of rows as AsyncIterable<Placed>) {
      const row = rowOf(record, tabs)
      if (row) batch.push(row)
      if (batch.length < BATCH) continue
      if (await take(batch)) return
      batch = []
    }
    if (batch.length > 0) await take(batch)
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error
  } finally {
    input.destroy()
    parser.destroy()
  }
}

type Placed = { readonly record: string[]; readonly info: { readonly lines: number } }

function rowOf({ record, info }: Placed, tabs: boolean): SheetRow | undefined {
  const inside = record.reduce((sum, cell) => sum + (cell.includes('\n') ? (cell.match(/\n/g)?.length ?? 0) : 0), 0)
  const row = info.lines - inside
  const cells = tabs ? record.map(unquoted) : record
  while (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop()
  if (cells.length === 0) return undefined
  if (row > LIMITS.rows) throw new RefusedFile(`The file has more than ${LIMITS.rows} lines. Bring it in parts.`)
  if (cells.length > LIMITS.columns) throw new RefusedFile(`Line ${row} has more than ${LIMITS.columns} columns.`)
  if (cells.some((cell) => cell.length > LIMITS.cellCharacters))
    throw new RefusedFile(
      `A cell in line ${row} holds more than ${LIMITS.cellCharacters} characters. Shorten it, and bring the file again.`,
    )
  return { row, cells }
}

const unquoted = (cell: string) => (/^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)

function decoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    decodeStrings: true,
    transform(piece: Buffer, _, done) {
      done(null, decoder.decode(piece, { stream: true }))
    },
    flush(done) {
      done(null, decoder.decode())
    },
  })
}

function unreadable({ code, lines }: CsvError & { lines?: number }): RefusedFile {
  const place = typeof lines === 'number' ? `line ${lines}` : 'a line'
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return new RefusedFile(
      `A quote opened before the file's end is not closed (${place}). Close it, and bring the file again.`,
    )
  if (code === 'CSV_MAX_RECORD_SIZE') return new RefusedFile(`The file has a row that is too long (${place}).`)
  return new RefusedFile(`The file cannot be read as columns (${place}).`)
}
