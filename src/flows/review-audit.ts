import type { NotedMerchantAct } from '#core/audit/acts.ts'
import { isReviewOverdue, LEAST_WORD, REVIEW_EVERY } from '#core/audit/review.ts'
import type { MerchantId } from '#core/ids.ts'
import type { HealthFinding } from '#core/notifications/messages.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Alarm, SignedReview } from '#store/audit-reviews.ts'
import type { Deps, Tx } from './deps.ts'

const MOST = 500
const YEAR = 365 * 86_400_000

type Row = NotedMerchantAct & { readonly seq: number }

/** What there is to look through since the last review: what people did with buyer data, and alarms; epoch ms (D41). */
export type Review = {
  readonly last: SignedReview | null
  readonly dueAt: number | null
  readonly isOverdue: boolean
  /** Sign off up to this row. */
  readonly through: number
  readonly counts: Readonly<Record<string, number>>
  /** The newest of them, the newest first. */
  readonly acts: readonly Row[]
  readonly alarms: readonly Alarm[]
}

/** Reads what is to be reviewed. */
export const readReview = (deps: Deps, merchant: MerchantId): Promise<Review> =>
  deps.transaction(merchant, 'app', (tx) => readIn(deps, tx))

async function readIn(deps: Deps, tx: Tx): Promise<Review> {
  const last = await tx.store.lastReview()
  const { lastSeq, firstAt } = await tx.audit.span()
  const rows = [last?.through ?? 0, lastSeq] as const
  const since = last?.signedAt ?? firstAt
  return {
    last,
    dueAt: since === null ? null : since + REVIEW_EVERY,
    isOverdue: isReviewOverdue(since, deps.now()),
    through: lastSeq,
    counts: await tx.audit.count(rows),
    acts: (await tx.audit.find({ rows, limit: MOST })) as readonly Row[],
    alarms: await tx.store.listAlarms({ closed: false, limit: MOST }),
  }
}

/** When the next review is due, and how many alarms are open; for the status (D41). */
export async function auditStanding(tx: Tx): Promise<{ readonly dueAt: number | null; readonly alarms: number }> {
  const since = (await tx.store.lastReview())?.signedAt ?? (await tx.audit.span()).firstAt
  const alarms = (await tx.store.listAlarms({ closed: false, limit: MOST })).length
  return { dueAt: since === null ? null : since + REVIEW_EVERY, alarms }
}

/** Signs off that a person looked through everything up to a row; open alarms are closed before (D41). */
export function signOff(
  deps: Deps,
  merchant: MerchantId,
  { who, through, word }: { readonly who: string; readonly through: number; readonly word: string },
): Promise<Result<SignedReview>> {
  return deps.transaction(merchant, 'app', async (tx): Promise<Result<SignedReview>> => {
    const review = await readIn(deps, tx)
    const from = review.last?.through ?? 0
    if (review.alarms.length > 0) return failed('alarms-open', { count: review.alarms.length })
    if (through > review.through) return failed('not-found', { what: `row ${through} of the audit` })
    if (through <= from) return failed('nothing-to-review')
    const counts = await tx.audit.count([from, through])
    const signed = { through, signedAt: deps.now(), signedBy: who, counts, word }
    await tx.store.addReview(signed)
    tx.noteAct({ at: deps.now(), act: 'audit-signed-off', who, merchant, facts: { through } })
    return ok(signed)
  })
}

/** Closes an alarm with what was found; the word stays with it (D42). */
export function closeAlarm(
  deps: Deps,
  merchant: MerchantId,
  { alarmId, who, word }: { readonly alarmId: number; readonly who: string; readonly word: string },
): Promise<Result<Alarm>> {
  return deps.transaction(merchant, 'app', async (tx): Promise<Result<Alarm>> => {
    if (word.trim().length < LEAST_WORD) return failed('word-needed', { least: LEAST_WORD })
    const closed = await tx.store.closeAlarm({ alarmId, who, word: word.trim(), at: deps.now() })
    if (!closed) return failed('not-found', { what: `open alarm [${alarmId}]` })
    tx.noteAct({ at: deps.now(), act: 'alarm-closed', who, about: closed.kind, merchant, facts: { alarm: alarmId } })
    return ok(closed)
  })
}

/** What the daily mail tells of audit, alarms and keys (D18, D41, D42). */
export async function auditFindings(deps: Deps, merchant: MerchantId, now: number): Promise<readonly HealthFinding[]> {
  const { alarms, dueAt } = await deps.transaction(merchant, 'app', auditStanding)
  const isOverdue = dueAt !== null && now > dueAt
  const [newest] = await deps.keys.list()
  const isOld = newest !== undefined && now - newest.madeAt > YEAR
  return [
    ...(alarms > 0 ? [{ says: `Alarms that nobody has looked at: ${alarms}`, look: 'audit alarms' }] : []),
    ...(isOverdue ? [{ says: 'Nobody has reviewed the audit for more than two weeks', look: 'audit review' }] : []),
    ...(isOld ? [{ says: 'The master key is older than a year and should be rotated', look: 'keys rotate' }] : []),
  ]
}

/** Alarms, the open ones first. */
export const listAlarms = (deps: Deps, merchant: MerchantId): Promise<readonly Alarm[]> =>
  deps.transaction(merchant, 'app', (tx) => tx.store.listAlarms({ closed: true, limit: MOST }))

/** Makes an order one that nobody has a reason to open, or an ordinary one again; gives all of them (D42). */
export function setCanary(
  deps: Deps,
  merchant: MerchantId,
  { order, set, who }: { readonly order: number | string; readonly set: boolean; readonly who: string },
): Promise<Result<readonly string[]>> {
  return deps.transaction(merchant, 'app', async (tx): Promise<Result<readonly string[]>> => {
    const found = await tx.store.findOrder(order)
    if (!found) return failed('not-found', { what: `order [${order}]` })
    await tx.store.setCanary({ orderId: found.orderId, set, who, at: deps.now() })
    return ok((await tx.store.listCanaries()).map(({ amazonOrderId }) => amazonOrderId))
  })
}
