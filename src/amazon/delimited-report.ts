import type { ReportEnd } from '#core/orders/listed-order.ts'
import { type Decode, type Decoded, reportDecoder } from './report-decoder.ts'

const LONGEST_LINE = 1024 * 1024
const MOST_NAMED = 20

/** A report that is not the one asked for, or none that can be read: why. */
export class UnreadableReport extends Error {}

/** Takes the bytes of a report as they come and gives the rows that are complete. */
export type ReportReader<Row> = {
  read(bytes: Uint8Array): Row[]
  end(): { readonly lines: Row[]; readonly end: ReportEnd }
}

/** Reads the cells of one row; `before` is the last row that could be read. A text says why it is none. */
export type ReadCells<Row> = (cells: readonly string[], before: Row | null) => Row | string

/** Finds the columns by the names of the header, or throws `UnreadableReport`. */
export type ReadHeader<Row> = (names: readonly string[]) => ReadCells<Row>

/**
 * Reads a tab-delimited report. Lines and cells end at bytes that are the same in every encoding Amazon uses, so a wrong
 * encoding garbles texts and never numbers. Throws `UnreadableReport`.
 */
export function delimitedReport<Row>(charset: string | null, readHeader: ReadHeader<Row>): ReportReader<Row> {
  const decode = reportDecoder(charset)
  if (!decode) throw new UnreadableReport(`it is written in ${charset?.slice(0, 40)}, which is not known`)
  const rows = createRows(decode, readHeader)
  let rest: Uint8Array[] = []
  let waiting = 0
  const lineOf = (last: Uint8Array): Uint8Array => {
    const line = rest.length === 0 ? last : Buffer.concat([...rest, last])
    rest = []
    waiting = 0
    return line
  }
  return {
    read(bytes) {
      const found: Row[] = []
      let from = 0
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
        const row = rows.take(lineOf(bytes.subarray(from, at)), true)
        if (row) found.push(row)
        from = at + 1
      }
      if (from < bytes.length) {
        rest.push(bytes.slice(from))
        waiting += bytes.length - from
      }
      if (waiting > LONGEST_LINE) throw new UnreadableReport('a line has no end')
      return found
    },
    end() {
      const row = waiting > 0 ? rows.take(lineOf(new Uint8Array()), false) : null
      return { lines: row ? [row] : [], end: rows.end() }
    },
  }
}

function createRows<Row>(decode: Decode, readHeader: ReadHeader<Row>) {
  let header: { readonly readCells: ReadCells<Row>; readonly width: number } | null = null
  let before: Row | null = null
  let number = 1
  const told = { rows: 0, unreadable: 0, named: [] as string[], garbled: 0, cut: false }
  const unreadable = (why: string): null => {
    told.unreadable++
    if (told.named.length < MOST_NAMED) told.named.push(`row ${number}: ${why}`)
    return null
  }
  return {
    /** One line; `whole` is false for a last one without its end. */
    take(line: Uint8Array, whole: boolean): Row | null {
      const { text, garbled }: Decoded = decode(line)
      const cells = text.replace(/\r$/, '').split('\t')
      if (!header) {
        header = { readCells: readHeader(namesOf(cells)), width: cells.length }
        told.cut = !whole
        return null
      }
      number++
      if (cells.every((cell) => cell.trim() === '')) return null
      if (!whole && cells.length < header.width) {
        told.cut = true
        return null
      }
      told.rows++
      if (garbled) told.garbled++
      const row = header.readCells(cells, before)
      if (typeof row === 'string') return unreadable(row)
      before = row
      return row
    },
    end(): ReportEnd {
      if (!header) throw new UnreadableReport('it is empty')
      return told
    },
  }
}

const namesOf = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) =>
    cell
      .replace(/^\ufeff/, '')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase(),
  )
