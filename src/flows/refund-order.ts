import type { MerchantId } from '#core/ids.ts'
import { checkRefund, type RefundEntry } from '#core/orders/check-refund.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import { type Refund, repeatedRefund } from '#core/orders/refund.ts'
import { restock } from '#core/orders/restock.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import type { RefundDetail } from '#store/refunds.ts'
import type { Deps, Tx } from './deps.ts'
import { type OpenOrder, openOrder } from './move-order.ts'
import { queueRefund } from './queue-refund.ts'

/** What a person gives back for an order; `again` says that the same refund a second time is meant. */
export type RefundWish = {
  readonly order: number | string
  readonly entry: RefundEntry
  readonly again: boolean
  readonly who: string
}

/**
 * Gives money back to a buyer: checked against what was paid and given back before, written down with its lines, and put into the outbox in
 * one transaction, from which it goes up at most once (O16). What came back lies on the shelf at once.
 */
export function refundOrder(deps: Deps, merchant: MerchantId, wish: RefundWish): Promise<Checked<RefundDetail>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const known = await openOrder(tx, wish.order)
    if (!known) return refused(problem('not-found', { what: `order [${wish.order}]` }))
    const { order, placed, loaded } = known
    const at = deps.now()
    const earlier = await tx.store.listRefunds(order.orderId)
    const ratios = new Map(placed.lines.map(({ lineId, ratio }) => [lineId, ratio]))
    const lines = order.lines.map((line) => ({ ...line, ratio: ratios.get(line.lineId) ?? { amazon: 1, ours: 1 } }))
    const checked = checkRefund({ ...order, lines }, earlier, wish.entry)
    if (!checked.ok) return checked
    const repeated = wish.again ? undefined : repeatedRefund(checked.value, earlier, at)
    if (repeated) {
      const entered = merchantTime(repeated.enteredAt, loaded.context.merchant)
      return refused(problem('refund-repeated', { refund: repeated.refundId, entered }))
    }
    return write(tx, known, { refund: checked.value, who: wish.who, at })
  })
}

const refused = (why: Problem): { ok: false; problems: Problem[] } => ({ ok: false, problems: [why] })

type Writing = { readonly refund: Refund; readonly who: string; readonly at: number }

async function write(tx: Tx, known: OpenOrder, { refund, who, at }: Writing): Promise<Checked<RefundDetail>> {
  const { orderId, connection, marketplaceId, amazonStatus } = known.order
  if (marketplaceId === null) return refused(problem('cannot-refund', { why: 'Amazon has not told its marketplace' }))
  const returned = refund.lines.flatMap(({ lineId, restock: quantity }) => (quantity > 0 ? [{ lineId, quantity }] : []))
  if (returned.length > 0) {
    const { center } = known.placed
    if (center === null) return refused(problem('no-restock', { why: 'it is not known from which center it came' }))
    await tx.store.putBack({
      orderId,
      who,
      returned: restock(returned, { lines: known.placed.lines, items: known.loaded.context.items, center }),
      at,
    })
  }
  const refundId = await tx.store.addRefund({ orderId, refund, by: { who, at } })
  await queueRefund(tx, { refundId, orderId, connection, marketplaceId, at })
  const facts = { refund: refundId, why: refund.reason, status: amazonStatus, restock: returned }
  await tx.store.addOrderEvents({ events: [{ orderId, kind: 'refund.entered', facts }], who, at })
  const written = await tx.store.findRefund(refundId)
  if (!written) throw new Error('A refund is gone.')
  return { ok: true, value: written }
}
