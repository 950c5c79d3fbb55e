import { CsvError, parse } from 'csv-parse/sync'

/** A table that a person brought: its header and its rows, each with the number of the line on which it begins. */
export type DelimitedTable = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** The table, or in a sentence why there is none. */
export type ReadDelimited =
  | { readonly ok: true; readonly value: DelimitedTable }
  | { readonly ok: false; readonly why: string }

/** Most bytes, rows and columns of one file, and most characters of one row. */
export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_ROWS = 50_000
export const MOST_COLUMNS = 200
const MOST_CHARACTERS = 100_000

/**
 * Reads text with columns: commas, semicolons, tabs or bars, whichever its first line has most of; UTF-8, UTF-16 or the encoding of
 * Western Windows. Nothing in it is trusted.
 */
export function readDelimited(bytes: Uint8Array): ReadDelimited {
  if (bytes.length > MOST_BYTES) return refuse(`it is larger than ${MOST_BYTES / 1024 / 1024} MB`)
  // A spreadsheet's own file, or anything packed.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refuse('it is a spreadsheet or an archive: save it as CSV first')
  const text = decode(bytes)
  if (text.includes('\0')) return refuse('it is no text')
  const delimiter = delimiterOf(text)
  try {
    const records = parse(text, {
      delimiter,
      // Amazon's own files have tabs and no quotes at all.
      quote: delimiter === '\t' ? null : '"',
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: MOST_CHARACTERS,
      to: MOST_ROWS + 2,
    })
    // With `info` each record comes with its place; the types of the package do not say so.
    return tableOf(records as unknown as readonly Placed[])
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse(whyNot(error))
  }
}

const refuse = (why: string): ReadDelimited => ({ ok: false, why })

type Placed = { readonly record: string[]; readonly info: { readonly lines: number } }

function tableOf(records: readonly Placed[]): ReadDelimited {
  const lined = records.filter(({ record }) => record.some((cell) => cell.trim() !== ''))
  const [head, ...rest] = lined
  if (!head) return refuse('it is empty')
  if (head.record.length > MOST_COLUMNS) return refuse(`it has more than ${MOST_COLUMNS} columns`)
  if (rest.length > MOST_ROWS) return refuse(`it has more than ${MOST_ROWS} rows: bring it in parts`)
  const header = head.record.map((cell) => cell.trim())
  const rows = rest.map(({ record, info }) => {
    const inside = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
    return { line: info.lines - inside, cells: record.map((cell) => cell.trim()) }
  })
  return { ok: true, value: { header, rows } }
}

function whyNot({ code, lines }: CsvError & { lines?: number }): string {
  const place = typeof lines === 'number' ? `line ${lines}` : 'a line'
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `a quote opened before its end is not closed (${place})`
  if (code === 'CSV_MAX_RECORD_SIZE') return `${place} is longer than ${MOST_CHARACTERS} characters`
  return `${place} cannot be read as columns: a quote stands in the middle of a field`
}

/** By its mark, else as UTF-8 where it is that, else UTF-16 where every other byte is zero, else Western Windows. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const start = bytes.subarray(0, 1000)
  const zeros = (from: 0 | 1) => start.filter((byte, at) => at % 2 === from && byte === 0).length
  if (start.length >= 4 && zeros(1) > start.length / 4) return new TextDecoder('utf-16le').decode(bytes)
  if (start.length >= 4 && zeros(0) > start.length / 4) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The sign that the first line with something in it has most of, outside quotes. */
function delimiterOf(text: string): string {
  const first = (/^\s*?([^\r\n]*\S[^\r\n]*)/.exec(text.slice(0, MOST_CHARACTERS))?.[1] ?? '').replace(/"[^"]*"/g, '')
  const counted = ['\t', ',', ';', '|'].map((sign) => ({ sign, times: first.split(sign).length - 1 }))
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).times > 0
    ? counted.reduce((best, each) => (each.times > best.times ? each : best)).sign
    : ','
}
