import { failed, ok, type Result } from '#core/problems.ts'
import type { FileReport, RecordFault } from '#core/shipments/order-feed.ts'

const LONGEST_WORDS = 500

/** The columns that are read, whatever their order; others may stand between them. */
const NAMES = {
  record: ['original-record-number', 'record-number'],
  orderId: ['order-id', 'amazon-order-id'],
  line: ['order-item-id', 'amazon-order-item-code', 'order-item-code'],
  code: ['error-code', 'result-code'],
  type: ['error-type', 'result-type'],
  words: ['error-message', 'result-message', 'error-description'],
} as const

/**
 * Reads Seller Central's processing report of an order file: two counts, then a line for each fault under a header (H2). A report
 * whose faults do not add up to its counts is cut off. Pure.
 */
export function readOrderFileReport(text: string): Result<FileReport> {
  const unreadable = (why: string) => failed('file-report-unreadable', { why })
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  if (lines.every((line) => line.trim() === '')) return unreadable('it is empty')
  const headerAt = lines.findIndex((line) => cellsOf(line).some((cell) => has(NAMES.code, cell)))
  const counts = (headerAt < 0 ? lines : lines.slice(0, headerAt)).flatMap(countIn)
  const [processed, successful, ...others] = counts
  if (processed === undefined || successful === undefined || others.length > 0)
    return unreadable('it does not begin with how many records were worked on and how many went well')
  if (successful > processed) return unreadable('its counts contradict each other')
  const cutOff = (found: number) =>
    unreadable(
      `it is cut off: ${processed - successful} of ${processed} records went wrong, and it names ${found}. Download it again`,
    )
  if (headerAt < 0) return processed === successful ? ok({ processed, successful, faults: [] }) : cutOff(0)
  const faults = faultsUnder(lines.slice(headerAt))
  if (!faults) return unreadable('a line of it does not fit its header. Download it again')
  const errors = faults.filter((fault) => fault.isError)
  const wrong = new Set(errors.map(nameOf)).size
  // Without numbers, two lines of one order look the same.
  const most = errors.every(({ record }) => record !== null) ? wrong : errors.length
  if (wrong > processed - successful || most < processed - successful) return cutOff(wrong)
  return ok({ processed, successful, faults })
}

/** The faults under their header; null where a line has no number or order, or ends before its message. */
function faultsUnder([header = '', ...lines]: readonly string[]): RecordFault[] | null {
  const columns = cellsOf(header)
  const at = (names: readonly string[]) => columns.findIndex((cell) => has(names, cell))
  const places = {
    record: at(NAMES.record),
    orderId: at(NAMES.orderId),
    line: at(NAMES.line),
    code: at(NAMES.code),
    type: at(NAMES.type),
    words: at(NAMES.words),
  }
  const last = Math.max(places.record, places.orderId, places.code, places.words)
  const faults: RecordFault[] = []
  for (const line of lines) {
    if (line.trim() === '') continue
    const cells = line.split('\t').map((cell) => cell.trim())
    const read = (place: number): string | null => (place < 0 ? null : cells[place] || null)
    const record = read(places.record)
    const orderId = read(places.orderId)
    if (cells.length <= last || (record === null && orderId === null) || (record !== null && !/^\d{1,9}$/.test(record)))
      return null
    faults.push({
      record: record === null ? null : Number(record),
      orderId,
      line: read(places.line),
      isError: !/^warn/i.test(read(places.type) ?? ''),
      code: read(places.code) ?? '',
      words: (read(places.words) ?? '').slice(0, LONGEST_WORDS),
    })
  }
  return faults
}

/** A record may have several faults; it is still one record. */
const nameOf = ({ record, orderId, line }: RecordFault): string => `${record ?? `${orderId} ${line}`}`

/** A count of the summary: a text, then its number alone in a cell. */
function countIn(line: string): number[] {
  const cells = cellsOf(line).filter((cell) => cell !== '')
  const number = cells.at(-1) ?? ''
  return cells.length === 2 && /^\d{1,9}$/.test(number) ? [Number(number)] : []
}

const cellsOf = (line: string): string[] => line.split('\t').map((cell) => cell.trim().toLowerCase())

const has = (names: readonly string[], cell: string): boolean => names.includes(cell)
