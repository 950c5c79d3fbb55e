import type { MerchantId, SellerSku } from '#core/ids.ts'
import { checkReturn, type RestockWish } from '#core/orders/check-return.ts'
import type { PlacedOrder } from '#core/orders/import-context.ts'
import { reserveAgain } from '#core/orders/reserve-again.ts'
import { type Returned, restock } from '#core/orders/restock.ts'
import type { Stage } from '#core/orders/stage.ts'
import { checkMove, type MoveReason, type StockEffect } from '#core/orders/stage-transitions.ts'
import { workingStock } from '#core/orders/working-stock.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { LoadedContext } from '#store/import-context.ts'
import type { OrderDetail } from '#store/orders.ts'
import type { Deps, Tx } from './deps.ts'

/** What a person wants: an order by our number or Amazon's, the stage it goes to, why, and what came back of it. */
export type WantedMove = {
  readonly order: number | string
  readonly to: Stage
  readonly reason: MoveReason
  readonly restock?: RestockWish | undefined
  readonly who: string
}

/** Moves an order to another stage by a person's word, with what that does to stock; the history keeps who, when and why (O20). */
export function moveOrder(deps: Deps, merchant: MerchantId, wanted: WantedMove): Promise<Result<OrderDetail>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const known = await openOrder(tx, wanted.order)
    if (!known) return failed('not-found', { what: `order [${wanted.order}]` })
    const { order, placed } = known
    const movable = { ...placed, methodId: order.methodId, lines: order.lines }
    const checked = checkMove(movable, wanted.to, wanted.reason)
    if (!checked.ok) return checked
    const at = deps.now()
    const returned = await putBack(tx, known, { ...wanted, at })
    if (!returned.ok) return returned
    const restocked = returned.value.length > 0 ? { restock: returned.value } : {}
    const facts = { from: placed.stage, to: wanted.to, why: wanted.reason, ...restocked }
    await putInStage(tx, known, {
      stage: wanted.to,
      effect: checked.value,
      event: { kind: 'order.moved', who: wanted.who, facts },
      at,
    })
    const after = await tx.store.findOrder(order.orderId)
    return after ? ok(after) : failed('not-found', { what: `order [${wanted.order}]` })
  })
}

/** Puts back on the shelf what came back of an order that Amazon cancelled after it had left (O13, O20). */
async function putBack(
  tx: Tx,
  known: OpenOrder,
  wanted: WantedMove & { readonly at: number },
): Promise<Result<readonly Returned[]>> {
  if (wanted.restock === undefined) return ok([])
  const { order, placed, loaded } = known
  const ratios = new Map(placed.lines.map(({ lineId, ratio }) => [lineId, ratio]))
  const lines = order.lines.map((line) => ({ ...line, ratio: ratios.get(line.lineId) ?? { amazon: 1, ours: 1 } }))
  const completed = order.events.some(({ facts }) => [facts.to, facts.stage].includes('Completed Order'))
  const earlier = await tx.store.listRefunds(order.orderId)
  const returned = checkReturn(
    { amazonStatus: order.amazonStatus, completed, lines },
    { to: wanted.to, wish: wanted.restock, earlier },
  )
  if (!returned.ok) return returned
  if (placed.center === null) return failed('no-restock', { why: 'it is not known from which center it came' })
  const shelf = { lines: placed.lines, items: loaded.context.items, center: placed.center }
  await tx.store.putBack({
    orderId: order.orderId,
    returned: restock(returned.value, shelf),
    who: wanted.who,
    at: wanted.at,
  })
  return returned
}

/** An order with all that a person's word about it needs, alone in its turn: no import decides on it or on stock meanwhile. */
export type OpenOrder = { readonly order: OrderDetail; readonly placed: PlacedOrder; readonly loaded: LoadedContext }

/** Opens an order for a person's word; null when there is none. */
export async function openOrder(tx: Tx, key: number | string): Promise<OpenOrder | null> {
  await tx.store.lockConfiguration()
  const order = await tx.store.findOrder(key)
  if (!order) return null
  const loaded = await tx.store.importContext({
    connection: order.connection,
    references: [order.amazonOrderId],
    // Items are found by their own ids too, also where the mapping of a line's SKU has changed since.
    sellerSkus: order.lines.flatMap((line): SellerSku[] =>
      line.itemId === null ? [] : [line.itemId as string as SellerSku],
    ),
  })
  const placed = [...loaded.context.placed.values()].find((each) => each.orderId === order.orderId)
  return placed ? { order, placed, loaded } : null
}

type Put = {
  readonly stage: Stage
  readonly effect: StockEffect
  readonly event: { readonly kind: string; readonly who: string; readonly facts: Readonly<Record<string, unknown>> }
  readonly at: number
}

/** Puts an order into a stage: what it reserves is kept or reserved anew, released, or has left the shelf (O20). */
export async function putInStage(tx: Tx, { order, placed, loaded }: OpenOrder, put: Put): Promise<void> {
  const { stage, effect, event, at } = put
  const before = placed.lines.flatMap(({ allocations }) => allocations)
  const anew =
    effect === 'reserves' && before.length === 0
      ? reserveAgain(placed.lines, { ...loaded.context, stock: workingStock(loaded.stock) })
      : null
  const after = effect === 'reserves' ? (anew?.allocations ?? before) : []
  const used = effect === 'uses' ? before : []
  const center = anew?.center ?? placed.center
  await tx.store.recordMove({ orderId: order.orderId, stage, center, stock: { before, after, used }, event, at })
}
