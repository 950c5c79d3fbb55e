import { failed, ok, type Problem, problem, type Result } from '../problems.ts'
import type { Verdict } from './after-report.ts'
import type { FileRecord, FileReport, RecordFault } from './order-feed.ts'
import type { OutboxKind } from './outbox.ts'
import type { Submission, SubmissionKind } from './submission.ts'

/** The files that Seller Central takes about orders, by its names (H2). */
export const FILE_KINDS = ['shipping-confirmation', 'cancellation', 'adjustment'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** What each kind of file carries. */
export const CARRIES: Readonly<Record<FileKind, OutboxKind>> = {
  'shipping-confirmation': 'confirmation',
  cancellation: 'cancellation',
  adjustment: 'refund',
}

/** All files that people carry: those about orders, and the one of stock and prices (H2). */
export const ALL_FILE_KINDS = [...FILE_KINDS, 'price-and-quantity'] as const

/** The kind of file that carries entries of a kind. */
export const fileKindOf = (kind: SubmissionKind): (typeof ALL_FILE_KINDS)[number] =>
  FILE_KINDS.find((each) => CARRIES[each] === kind) ?? 'price-and-quantity'

/** What a processing report says of each message of a file; nothing at all where it is another file's (H2). */
export function fileVerdicts(
  { processed, successful, faults }: FileReport,
  { file, records }: { readonly file: number; readonly records: readonly FileRecord[] },
): Result<(message: number) => Verdict> {
  const errors = faults.filter((fault) => fault.isError)
  const asAll = errors.find(({ record, orderId }) => record === 0 && orderId === null)
  if (asAll && successful === 0) {
    const refused = { kind: 'refused', asAll: true, problem: refusal(asAll) } as const
    return ok(() => refused)
  }
  if (processed !== records.length)
    return failed('file-report-of-another', {
      file,
      why: `it tells of ${processed} records, and the file has ${records.length}`,
    })
  const wrong = new Map<FileRecord, Problem>()
  for (const fault of errors) {
    const meant = recordsMeant(fault, records)
    if (meant.length === 0)
      return failed('file-report-of-another', { file, why: `it names ${nameOf(fault)}, which the file does not hold` })
    for (const record of meant) if (!wrong.has(record)) wrong.set(record, refusal(fault))
  }
  return ok((message) =>
    verdictOf(
      records.filter((record) => record.message === message),
      wrong,
    ),
  )
}

/** A message of which only some lines were refused is half done: nobody should repeat it as it is. */
function verdictOf(records: readonly FileRecord[], wrong: ReadonlyMap<FileRecord, Problem>): Verdict {
  const refused = records.flatMap((record) => wrong.get(record) ?? [])
  const [first] = refused
  if (!first) return { kind: 'done' }
  if (refused.length < records.length) return { kind: 'unknown' }
  return { kind: 'refused', asAll: false, problem: first }
}

/** The lines of the file that a fault is about: by its number where the order agrees, else by the order and its line. */
function recordsMeant({ record, orderId, line }: RecordFault, records: readonly FileRecord[]): readonly FileRecord[] {
  const fits = (each: FileRecord | undefined): each is FileRecord =>
    each !== undefined && (orderId === null || each.orderId === orderId) && (line === null || each.line === line)
  const numbered = record === null ? undefined : records[record - 1]
  if (fits(numbered)) return [numbered]
  return orderId === null ? [] : records.filter(fits)
}

const refusal = ({ words, code }: RecordFault): Problem => problem('refused-by-report', { words, code })

const nameOf = ({ record, orderId }: RecordFault): string =>
  orderId === null ? `record ${record}` : `order ${orderId}`

/** A name to save a file under, such as `shipping-confirmation-12.txt`. */
export const nameOfFile = ({ kind, submissionId }: Pick<Submission<SubmissionKind>, 'kind' | 'submissionId'>): string =>
  `${fileKindOf(kind)}-${submissionId}.txt`
