import type { SellerSku } from '../ids.ts'
import { failed, ok, type Result } from '../problems.ts'

/** A fault that Seller Central's report of a price-and-quantity file names; a record counts from 1, 0 is the whole file. */
export type PriceFault = {
  readonly record: number | null
  readonly sku: string | null
  readonly isError: boolean
  readonly code: string
  readonly words: string
  readonly attribute: string | null
}

/** Such a report as it was read; the counts are null where it has none. */
export type PriceFileReport = {
  readonly processed: number | null
  readonly successful: number | null
  readonly faults: readonly PriceFault[]
}

/** A line of the file that was refused, and which of its fields the words are about. */
export type RefusedLine = {
  readonly message: number
  readonly fields: readonly ('stock' | 'price')[]
  readonly words: string
}

/** What a report refuses of a file; nothing at all where it is another file's (H2). */
export function refusedLines(
  { processed, successful, faults }: PriceFileReport,
  { file, skus }: { readonly file: number; readonly skus: readonly SellerSku[] },
): Result<readonly RefusedLine[]> {
  const errors = faults.filter((fault) => fault.isError)
  const asAll = errors.find(({ record, sku }) => (record === 0 || record === null) && sku === null)
  if (asAll && (successful ?? 0) === 0) return ok(skus.map((_, at) => refused(at + 1, asAll)))
  const another = (why: string) => failed('file-report-of-another', { file, why })
  if (processed !== null && processed !== skus.length)
    return another(`it tells of ${processed} records, and the file has ${skus.length}`)
  const lines = new Map<number, RefusedLine>()
  for (const fault of errors) {
    const message = lineOf(fault, skus)
    if (message === null) return another(`it names ${nameOf(fault)}, which the file does not hold`)
    const before = lines.get(message)
    const line = refused(message, fault)
    lines.set(message, before ? { ...before, fields: [...new Set([...before.fields, ...line.fields])] } : line)
  }
  return ok([...lines.values()])
}

const refused = (message: number, fault: PriceFault): RefusedLine => ({
  message,
  fields: fieldsOf(fault.attribute ?? ''),
  words: fault.code === '' ? fault.words : `${fault.words} (${fault.code})`,
})

/** Where the report names no column, the words are about the whole line. */
function fieldsOf(attribute: string): readonly ('stock' | 'price')[] {
  if (/price|offer|currency/i.test(attribute)) return ['price']
  if (/quantity|handling|lead|fulfillment|inventory|availab/i.test(attribute)) return ['stock']
  return ['stock', 'price']
}

function lineOf({ record, sku }: PriceFault, skus: readonly SellerSku[]): number | null {
  if (record !== null && record > 0 && skus[record - 1] !== undefined && (sku === null || skus[record - 1] === sku))
    return record
  const at = (skus as readonly (string | null)[]).indexOf(sku)
  return at < 0 ? null : at + 1
}

const nameOf = ({ record, sku }: PriceFault): string => (sku === null ? `record ${record}` : `the SKU [${sku}]`)
