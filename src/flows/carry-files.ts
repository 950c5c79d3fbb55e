import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { endOfRow } from '#core/shipments/after-report.ts'
import { CARRIES, type FileKind, fileVerdicts } from '#core/shipments/carried-file.ts'
import { MOST_MESSAGES } from '#core/shipments/feed-pace.ts'
import type { FileReport } from '#core/shipments/order-feed.ts'
import { type CarriedFile, NAME_OF_KIND, type Submission, type SubmissionKind } from '#core/shipments/submission.ts'
import type { RowChange, TakenRow } from '#store/submission-rows.ts'
import { cancelByFile } from './cancel-by-file.ts'
import { reportOnPriceFile, withdrawPriceFile } from './carry-price-file.ts'
import type { Deps, Tx } from './deps.ts'
import { orderMessages } from './order-messages.ts'
import { settleSubmission } from './settle-submission.ts'

/** A person who takes a file for Seller Central. */
export type FileWish = { readonly connection: ConnectionId; readonly kind: FileKind; readonly who: string }

/** A file, and how many entries of its kind still wait: those of other marketplaces, and those that had no room. */
export type TakenFile = { readonly file: CarriedFile<SubmissionKind>; readonly stillWaiting: number }

/** Also what waits for another try is carried: the way by hand is wanted most while Amazon's API is down. */
const EVERYTHING = 10 * 365 * 24 * 3_600_000

/**
 * Writes everything of a kind that waits into a file for Seller Central, of one marketplace, the earliest deadline first, and takes it over: what
 * is in a file goes by neither call nor feed (H2).
 */
export function takeFile(deps: Deps, merchant: MerchantId, wish: FileWish): Promise<Result<TakenFile>> {
  const kind = CARRIES[wish.kind]
  const { connection, who } = wish
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    if (!(await tx.store.findConnection(connection))) return failed('not-found', { what: `connection [${connection}]` })
    const wanted = { connection, kind, ways: ['call', 'feed'], at: at + EVERYTHING, limit: MOST_MESSAGES }
    const marketplaceId = await tx.store.marketplaceInQueue(wanted)
    if (marketplaceId === null) return failed('nothing-to-carry', { what: NAME_OF_KIND[kind] })
    const submissionId = await tx.store.beginSubmission({
      connection,
      kind,
      marketplaceId,
      way: 'file',
      madeBy: who,
      at,
    })
    await tx.store.takeRows({ ...wanted, submissionId, marketplaceId, way: 'file' })
    const messages = await orderMessages(tx, { submissionId, kind }, at)
    const { content, records } = deps.amazon.writeOrderFile(messages)
    await tx.store.keepFile({ submissionId, messages: messages.messages.length, content, records })
    if (messages.messages.length === 0) {
      await tx.store.moveSubmission({ submissionId, from: 'carried', to: 'failed', endedAt: at })
      return failed('nothing-to-carry', { what: NAME_OF_KIND[kind] })
    }
    const file = await tx.store.findCarriedFile(submissionId)
    if (!file) throw new Error('The file that was written is not there.')
    return ok({ file, stillWaiting: await tx.store.countWaiting({ connection, kind }) })
  })
}

/** A file as it was, or why there is none. */
export function findFile(
  deps: Deps,
  merchant: MerchantId,
  submissionId: number,
): Promise<Result<CarriedFile<SubmissionKind>>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const file = await tx.store.findCarriedFile(submissionId)
    return file ? ok(file) : failed('not-found', { what: `file [${submissionId}]` })
  })
}

/** What Seller Central's report made of the entries of a file. */
export type FileOutcome = {
  readonly file: Submission<SubmissionKind>
  readonly taken: number
  readonly refused: number
  readonly unsure: number
}

/** A processing report that a person brought back, for one of our files. */
type BroughtReport = { readonly submissionId: number; readonly text: string }

/**
 * Reads Seller Central's processing report of a file: what it names is refused in Amazon's words, the rest is taken (H2). A report that
 * is cut off, or another file's, changes nothing. Of a cancellation the order's original is needed, where nobody else will tell of it.
 */
export async function reportOnFile(
  deps: Deps,
  merchant: MerchantId,
  told: BroughtReport,
): Promise<Result<FileOutcome>> {
  const kind = await kindOfFile(deps, merchant, told.submissionId)
  if (kind === 'listings') return reportOnPriceFile(deps, merchant, told)
  const read = deps.amazon.readOrderFileReport(told.text)
  if (!read.ok) return read
  const reading = { ...told, report: read.value, at: deps.now() }
  if (kind !== 'cancellation')
    return deps.transaction(merchant, 'app', async (tx) => (await settle(tx, reading)).outcome)
  return deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    // As every import does: whoever moves stock takes its turn first.
    await tx.store.lockConfiguration()
    const { outcome, byFiles, done } = await settle(tx, reading)
    if (outcome.ok && byFiles)
      await cancelByFile(deps, tx, { merchant, connection: outcome.value.file.connection, done })
    return outcome
  })
}

type Reading = BroughtReport & { readonly report: FileReport; readonly at: number }
type SettledFile = {
  readonly outcome: Result<FileOutcome>
  readonly byFiles: boolean
  readonly done: readonly number[]
}

/** Without an API nobody else tells of a file's end: what the report took is settled by it (H1). */
async function settle(tx: Tx, { submissionId, text, report, at }: Reading): Promise<SettledFile> {
  const bad = (outcome: Result<FileOutcome>): SettledFile => ({ outcome, byFiles: false, done: [] })
  const file = await carried(tx, submissionId)
  if (!file.ok) return bad(file)
  const { kind, records, connection } = file.value
  const verdicts = fileVerdicts(report, { file: submissionId, records })
  if (!verdicts.ok) return bad(verdicts)
  const byFiles = (await tx.store.findConnection(connection))?.state === 'by-files'
  const why = 'some of its lines went through and others were refused'
  const taken = await tx.store.takenRows(submissionId)
  const endOf = ({ message }: TakenRow): RowChange => {
    const end = endOfRow(kind, verdicts.value(message), { fatal: null, why })
    const state = end.state === 'sent' && byFiles && kind === 'confirmation' ? 'settled' : end.state
    return { message, state, ...('problem' in end ? { problem: end.problem } : {}) }
  }
  const rows = await settleSubmission(tx, { submissionId, kind, taken, endOf, at })
  await tx.store.moveSubmission({ submissionId, from: 'carried', to: 'done', report: text, endedAt: at })
  const ended = await tx.store.findSubmission(submissionId)
  const count = (...states: readonly string[]) => rows.filter(({ state }) => states.includes(state)).length
  const done = taken.flatMap(({ orderId }, index) => (rows[index]?.state === 'sent' ? [orderId] : []))
  return {
    outcome: ok({
      file: ended ?? file.value,
      taken: count('sent', 'settled'),
      refused: count('refused'),
      unsure: count('unsure'),
    }),
    byFiles,
    done,
  }
}

/** Takes a file back that nobody uploaded: its entries wait again. Refunds ask first, since a paid one would be paid twice (H2, O16). */
export async function withdrawFile(
  deps: Deps,
  merchant: MerchantId,
  { submissionId, neverUploaded }: { readonly submissionId: number; readonly neverUploaded: boolean },
): Promise<Result<Submission<SubmissionKind>>> {
  if ((await kindOfFile(deps, merchant, submissionId)) === 'listings')
    return withdrawPriceFile(deps, merchant, submissionId)
  return deps.transaction(merchant, 'app', async (tx) => {
    const file = await carried(tx, submissionId)
    if (!file.ok) return file
    const { kind, connection, messages } = file.value
    if (kind === 'refund' && !neverUploaded) return failed('file-may-be-uploaded', { file: submissionId, messages })
    const at = deps.now()
    const rows = (await tx.store.takenRows(submissionId)).map((row) => waitsAgain(row, at))
    await tx.store.settleRows({ submissionId, rows, at })
    await tx.store.moveSubmission({ submissionId, from: 'carried', to: 'withdrawn', endedAt: at })
    await tx.wake('order-feeds', connection)
    if (kind === 'confirmation') await tx.wake('confirm-shipments', connection)
    return ok((await tx.store.findSubmission(submissionId)) ?? file.value)
  })
}

const waitsAgain = ({ message, tracked }: TakenRow, at: number): RowChange => ({
  message,
  state: 'waiting',
  way: tracked ? 'call' : 'feed',
  nextAt: at,
})

const kindOfFile = (deps: Deps, merchant: MerchantId, submissionId: number): Promise<SubmissionKind | null> =>
  deps.transaction(merchant, 'app', async (tx) => (await tx.store.findCarriedFile(submissionId))?.kind ?? null)

/** A file about orders that is still carried, or why nothing can be done with it. */
async function carried(tx: Tx, submissionId: number): Promise<Result<CarriedFile>> {
  const file = (await tx.store.findCarriedFile(submissionId)) as CarriedFile | null
  if (!file) return failed('not-found', { what: `file [${submissionId}]` })
  return file.state === 'carried' ? ok(file) : failed('file-over', { file: submissionId, state: file.state })
}
