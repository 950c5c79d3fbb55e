import type { MerchantId } from '#core/ids.ts'
import { openDayRange } from '#core/orders/day-range.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Audit } from '#vault/audit.ts'
import type { Deps, Tx } from './deps.ts'

type ActRow = Awaited<ReturnType<Audit['find']>>[number]

/** In which audit an act stands: in the merchant's (buyer data, settings), or in the deployment's (people, keys, connections). */
export type AuditName = 'merchant' | 'deployment'

/** One act and where it stands. */
export type FoundAct = ActRow & { readonly audit: AuditName }

/** Which acts are wanted; days are of the merchant's calendar, `order` is our number or Amazon's, `review` a signed review. */
export type ActsAsked = {
  readonly who?: string | undefined
  readonly act?: string | undefined
  readonly order?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly review?: number | undefined
  /** The last act of the page before. */
  readonly before: readonly [at: number, audit: AuditName, row: number] | null
  readonly limit: number
}

/** The place of both audits in the order of acts of one instant. */
const RANK: Readonly<Record<AuditName, number>> = { deployment: 0, merchant: 1 }

/** A page of what people and programs did at a merchant, out of both audits, the newest first (U6). */
export async function findActs(
  deps: Deps,
  merchant: MerchantId,
  asked: ActsAsked,
): Promise<Result<readonly FoundAct[]>> {
  const found = await deps.deployment.findMerchant(merchant)
  if (!found) return failed('not-found', { what: `merchant [${merchant}]` })
  const range = openDayRange(asked, found.timeZone)
  if (!range.ok) return range
  const { who, act, limit } = asked
  const wanted = { who, act, ...range.value, limit }
  const isAboutPeople = asked.order === undefined && asked.review === undefined
  const ofMerchant = await deps.transaction(merchant, 'app', (tx) => actsOfMerchant(tx, asked, wanted))
  const ofPeople = isAboutPeople
    ? await deps.deployment.withAudit('app', (audit) =>
        audit.find({ ...wanted, merchant, before: placeIn('deployment', asked.before) }),
      )
    : []
  const all = [...named('merchant', ofMerchant), ...named('deployment', ofPeople)]
  return ok(all.sort(newestFirst).slice(0, limit))
}

async function actsOfMerchant(
  tx: Tx,
  { order, review, before }: ActsAsked,
  wanted: Parameters<Audit['find']>[0],
): Promise<readonly ActRow[]> {
  const orderId = order === undefined ? undefined : await numberOf(tx, order)
  const signed = review === undefined ? undefined : await tx.store.findReview(review)
  if (orderId === null || signed === null) return []
  const rows = signed && ([signed.after, signed.through] as const)
  return tx.audit.find({ ...wanted, order: orderId, rows, before: placeIn('merchant', before) })
}

/** An order that is gone still has its rows under our number. */
async function numberOf(tx: Tx, order: string): Promise<number | null> {
  if (/^\d{1,15}$/.test(order)) return Number(order)
  return (await tx.store.findOrder(order))?.orderId ?? null
}

/** Where one audit goes on after an act that may stand in the other. */
function placeIn(audit: AuditName, before: ActsAsked['before']): { at: number; seq: number } | undefined {
  if (before === null) return undefined
  const [at, of, row] = before
  if (of === audit) return { at, seq: row }
  return { at, seq: RANK[audit] < RANK[of] ? Number.MAX_SAFE_INTEGER : 0 }
}

const named = (audit: AuditName, rows: readonly ActRow[]): FoundAct[] => rows.map((row) => ({ ...row, audit }))

const newestFirst = (a: FoundAct, b: FoundAct): number => b.at - a.at || RANK[b.audit] - RANK[a.audit] || b.seq - a.seq

/** Who did something at a merchant, by name, for the choice of one (U6). */
export async function namesOfActs(deps: Deps, merchant: MerchantId): Promise<readonly string[]> {
  const ofMerchant = await deps.transaction(merchant, 'app', (tx) => tx.audit.names())
  const ofPeople = await deps.deployment.withAudit('app', (audit) => audit.names(merchant))
  return [...new Set([...ofMerchant, ...ofPeople])].sort((a, b) => a.localeCompare(b))
}

/** A page of the deployment's own audit for its operators; days are of UTC (U6, M2). */
export async function findDeploymentActs(
  deps: Deps,
  { before, from, to, ...asked }: Omit<ActsAsked, 'order' | 'review'>,
): Promise<Result<readonly FoundAct[]>> {
  const range = openDayRange({ from, to }, 'UTC')
  if (!range.ok) return range
  const wanted = { ...asked, ...range.value, before: placeIn('deployment', before) }
  return ok(named('deployment', await deps.deployment.withAudit('app', (audit) => audit.find(wanted))))
}
