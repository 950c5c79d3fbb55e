import type { MerchantAct } from '#core/audit/acts.ts'
import { type Buyer, type BuyerField, onlyFields } from '#core/pii/buyer.ts'
import { decideGrant, type Person, type PiiGrant, type Viewer } from '#core/pii/grant.ts'
import { unmask } from '#core/pii/masked.ts'
import { type OrderToShow, waitsToBeShipped } from '#core/pii/order-to-show.ts'
import type { RevealPurpose } from '#core/pii/purposes.ts'
import { limitOf, type RevealWay } from '#core/pii/reveal-ways.ts'
import { failed, ok, type Problem, type Result } from '#core/problems.ts'
import type { ShippingRun } from '#store/shipping-runs.ts'
import type { Deps, VaultTx } from './deps.ts'

/** Who wants to see the buyers of which orders, in which way and what for. */
export type Wish = {
  readonly viewer: Viewer
  readonly way: Exclude<RevealWay, 'original'>
  readonly purpose: RevealPurpose
  /** Our order numbers or Amazon's. */
  readonly orders: readonly (number | string)[]
  readonly fields: readonly BuyerField[]
}

/** An order with its buyer, shown. */
export type ShownOrder = { readonly order: OrderToShow; readonly buyer: Buyer }

const ACTS = {
  reveal: 'revealed',
  run: 'revealed',
  print: 'printed',
  export: 'exported',
} as const satisfies Record<Wish['way'], MerchantAct>

/**
 * Opens the buyers of orders for a person, inside the caller's transaction: all of them or none. Each order has its row in the
 * merchant's audit, written before the commit: where that fails, so does the transaction, and nothing is shown (U3).
 */
export async function openForPerson(deps: Deps, tx: VaultTx, wish: Wish): Promise<Result<readonly ShownOrder[]>> {
  const found = await findOrders(tx, wish.orders)
  if (!found.ok) return found
  const orders = found.value
  const granted = await askGrant(deps, tx, { wish, orders })
  if (!granted.ok) return refused(deps, tx, { viewer: wish.viewer, way: wish.way, problem: granted.problem, orders })
  const ids = orders.map(({ orderId }) => orderId)
  const masked = await tx.vault.show('buyers', ids)
  const shown = orders.flatMap((order) => {
    const kept = masked.get(order.orderId)
    if (!kept) return []
    const buyer = deps.amazon.readBuyer(unmask(kept, granted.value.grant))
    return [{ order, buyer: onlyFields(buyer, wish.fields) }]
  })
  await noteShown(deps, tx, { wish, shown, ...granted.value })
  return ok(shown)
}

/** The orders asked for, each once; one that is not there ends it all. */
export async function findOrders(
  tx: VaultTx,
  keys: readonly (number | string)[],
): Promise<Result<readonly OrderToShow[]>> {
  const orders = await tx.store.ordersToShow(keys)
  const missing = keys.find((key) => !orders.some((each) => each.orderId === key || each.amazonOrderId === key))
  return missing === undefined ? ok(orders) : failed('not-found', { what: `order [${missing}]` })
}

type Granted = { readonly grant: PiiGrant; readonly person: Person; readonly run: ShippingRun | null }
type Known = { readonly wish: Wish; readonly orders: readonly OrderToShow[] }

/** Whether a person may open orders in a way, by what is known of them now; nothing is opened yet. */
export async function askGrant(deps: Deps, tx: VaultTx, { wish, orders }: Known): Promise<Result<Granted>> {
  const { viewer, way, purpose } = wish
  if (viewer.kind === 'key') return failed('buyer-only-for-people')
  const now = deps.now()
  const ids = orders.map(({ orderId }) => orderId)
  const origins = await tx.vault.origins('buyers', ids)
  const run = await tx.store.openRun({ ...viewer, at: now })
  const opened = { userId: viewer.userId, opened: ids.map((orderId) => ({ orderId })), at: now }
  const grant = decideGrant({
    viewer,
    way,
    purpose,
    origins: ids.map((id) => origins.get(id) ?? null),
    opened: way === 'run' ? 0 : await tx.store.countReveals({ ...opened, ways: waysWith(way) }),
    allowed: limitOf(await tx.store.revealLimits(), way),
    coveredByRun: run !== null && orders.every(waitsToBeShipped),
    now,
  })
  return grant.ok ? ok({ grant: grant.value, person: viewer, run }) : grant
}

/** What shares a limit. */
const waysWith = (way: 'reveal' | 'print' | 'export') => (way === 'reveal' ? (['reveal', 'original'] as const) : [way])

/** A refusal has its row too: who tried to open what (D38). */
export function refused(
  deps: Deps,
  tx: VaultTx,
  tried: {
    readonly viewer: Viewer
    readonly way: RevealWay
    readonly problem: Problem
    readonly orders: readonly OrderToShow[]
    readonly document?: number
  },
): { readonly ok: false; readonly problem: Problem } {
  const { viewer, way, problem, orders, document } = tried
  tx.audit.note({
    at: deps.now(),
    act: 'reveal-refused',
    who: viewer.kind === 'key' ? `API key ${viewer.keyId}` : viewer.email,
    orders: orders.map(({ orderId }) => orderId),
    facts: { way, why: problem.code, ...(document === undefined ? {} : { document }) },
  })
  return { ok: false, problem }
}

async function noteShown(
  deps: Deps,
  tx: VaultTx,
  { wish, shown, person, run }: { readonly wish: Wish; readonly shown: readonly ShownOrder[] } & Omit<Granted, 'grant'>,
): Promise<void> {
  const at = deps.now()
  for (const { order } of shown)
    tx.audit.note({
      at,
      act: ACTS[wish.way],
      who: person.email,
      orders: [order.orderId],
      purpose: wish.purpose,
      facts: {
        amazonOrderId: order.amazonOrderId,
        way: wish.way,
        fields: [...wish.fields],
        ...(run && wish.way === 'run' ? { run: run.runId } : {}),
        ...(order.shippedAt === null ? {} : { daysAfterShipment: Math.floor((at - order.shippedAt) / DAY) }),
      },
    })
  const ids = shown.map(({ order }) => order.orderId)
  if (wish.way !== 'run') {
    const opened = ids.map((orderId) => ({ orderId }))
    await tx.store.addReveals({ userId: person.userId, way: wish.way, opened, at })
  } else if (run) await tx.store.addRunOrders({ runId: run.runId, orderIds: ids, at })
}

const DAY = 86_400_000
