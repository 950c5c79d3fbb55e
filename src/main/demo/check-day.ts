import { formatMoney } from '#core/money.ts'
import type { Deps } from '#flows/deps.ts'
import type { InboundDocument } from '#store/documents.ts'
import type { OrderDetail } from '#store/orders.ts'
import { MERCHANT } from './sample-merchant.ts'

/** The end of an order, as the simulator's script writes it by hand and as we read it from our tables. */
export type End = {
  readonly end: 'placed' | 'held' | 'skipped' | 'pending' | 'rejected' | 'unseen'
  readonly stage?: string
  readonly reasons?: readonly string[]
  readonly method?: string | null
  readonly items?: Readonly<Record<string, number>>
  readonly marketplaceTotal?: string
}

/** One order that does not end as its script says. */
export type Difference = {
  readonly orderId: string
  readonly archetype: string
  readonly field: string
  readonly wanted: string
  readonly found: string
}

/** How a day ended: counts of ends (skipped and held with their reasons), calls spent, and what differs from the script. */
export type DayResult = {
  readonly drawn: number
  readonly wanted: Readonly<Record<string, number>>
  readonly found: Readonly<Record<string, number>>
  readonly calls: Readonly<Record<string, number>>
  readonly differences: readonly Difference[]
}

type Script = {
  readonly orders: readonly { readonly orderId: string; readonly archetype: string; readonly finalEnd: End }[]
}

/** The simulator's word for a problem where it is not ours. */
const WORDS: Readonly<Record<string, string>> = { 'no-method-rates': 'no-method' }

/** Compares every order of the day's script with what became of it here; an order nobody drew is a difference too. */
export async function checkDay(deps: Deps, script: Script): Promise<DayResult> {
  const ends = await deps.transaction(MERCHANT.id, 'app', async (tx) => {
    const found: { drawn: Script['orders'][number]; end: End }[] = []
    for (const drawn of script.orders) {
      found.push({
        drawn,
        end: endOf(await tx.store.findDocument(drawn.orderId), await tx.store.findOrder(drawn.orderId)),
      })
    }
    return found
  })
  const seen = await deps.transaction(MERCHANT.id, 'app', (tx) => tx.store.countDocuments())
  const strangers =
    Object.values(seen).reduce((sum, n) => sum + n, 0) - ends.filter((e) => e.end.end !== 'unseen').length
  const calls: Record<string, number> = {}
  for (const line of await deps.deployment.listCalls(MERCHANT.id, 0))
    calls[line.operation] = (calls[line.operation] ?? 0) + line.calls
  return {
    drawn: script.orders.length,
    wanted: count(script.orders.map((o) => o.finalEnd)),
    found: count(ends.map((e) => e.end)),
    calls,
    differences: [
      ...ends.flatMap(({ drawn, end }) =>
        compare(drawn.finalEnd, end).map((d) => ({ orderId: drawn.orderId, archetype: drawn.archetype, ...d })),
      ),
      ...(strangers === 0
        ? []
        : [
            {
              orderId: '',
              archetype: 'orders that nobody drew',
              field: 'count',
              wanted: '0',
              found: String(strangers),
            },
          ]),
    ],
  }
}

function endOf(document: InboundDocument | null, order: OrderDetail | null): End {
  if (!document) return { end: 'unseen' }
  if (document.state === 'held') return { end: 'held', reasons: document.problems.map((p) => WORDS[p.code] ?? p.code) }
  if (document.state === 'skipped') return { end: 'skipped', reasons: [document.reason ?? ''] }
  if (!order) return { end: 'unseen' }
  const items: Record<string, number> = {}
  for (const line of order.lines) if (line.itemId) items[line.itemId] = (items[line.itemId] ?? 0) + line.quantity
  const total = order.lines.reduce((sum, line) => sum + (line.total ?? 0), order.outsideLines)
  const marketplaceTotal = order.currency ? formatMoney({ minor: total, currency: order.currency }) : ''
  const end = order.stage === 'Pre-ordered' ? 'pending' : order.stage === 'Rejected' ? 'rejected' : 'placed'
  return { end, stage: order.stage, method: order.methodId, items, marketplaceTotal }
}

/** Every field that the script states must be equal. */
function compare(wanted: End, found: End): Pick<Difference, 'field' | 'wanted' | 'found'>[] {
  const fields = ['end', 'stage', 'reasons', 'method', 'items', 'marketplaceTotal'] as const
  return fields.flatMap((field) => {
    if (wanted[field] === undefined) return []
    const [a, b] = [plain(wanted[field]), plain(found[field])]
    return a === b ? [] : [{ field, wanted: a, found: b }]
  })
}

/** A value as text that does not depend on the order of its parts. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return [...value].sort().join(' + ')
  if (value && typeof value === 'object')
    return Object.entries(value)
      .map(([key, n]) => `${n} ${key}`)
      .sort()
      .join(', ')
  return String(value ?? '-')
}

function count(ends: readonly End[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { end, reasons } of ends) {
    const name = reasons ? `${end}: ${plain(reasons)}` : end
    sums[name] = (sums[name] ?? 0) + 1
  }
  return sums
}
