import type { RefundEntry } from '#core/orders/check-refund.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { withMerchant } from '#store/db.ts'
import { putInOutbox } from '#store/outbox.ts'
import type { OrderDraft } from '../../src/simulator/order-draft.ts'
import { MINUTE } from './seller.ts'
import { orderOf, type Seller } from './seller-views.ts'

const US = 'ATVPDKIKX0DER'

/** Places orders at Amazon and imports them; gives their numbers there. */
export async function importOrders(seller: Seller, drafts: readonly OrderDraft[]): Promise<string[]> {
  const ids = drafts.map((draft) => seller.control.placeOrder(draft))
  await seller.pass(15 * MINUTE)
  return ids
}

/** A package as a test names it: without a tracking number unless one is given, and everything of the order in it. */
export type PackageWish = {
  readonly carrier?: string
  readonly tracking?: string | null
  readonly service?: string | null
  readonly quantities?: readonly number[]
  readonly dueBy?: number
}

/** Writes a package of an order and lets it wait for a feed, as the entry of an untracked package does; gives our order number. */
export async function packageToSend(seller: Seller, amazonOrderId: string, wish: PackageWish = {}): Promise<number> {
  const order = await orderOf(seller, amazonOrderId)
  if (!order) throw new Error(`There is no order ${amazonOrderId}.`)
  const { orderId } = order
  const { carrier = 'USPS', tracking = null, service = null, dueBy = null } = wish
  const at = seller.deps.now()
  await withMerchant(seller.shop.pool, seller.merchant, async (tx) => {
    const [row] = await tx.query<{ number: number }>(
      `insert into millrace.packages (merchant_id, order_id, package_number, carrier, service, tracking, shipped_at, entered_by, entered_at)
       select $1, $2, coalesce(max(package_number), 0) + 1, $3, $4, $5, to_timestamp($6::float8 / 1000), 'a test', to_timestamp($6::float8 / 1000)
       from millrace.packages where merchant_id = $1 and order_id = $2 returning package_number as number`,
      [seller.merchant, orderId, carrier, service, tracking, at - MINUTE],
    )
    const number = row?.number ?? 0
    for (const [index, line] of order.lines.entries())
      await tx.query(
        `insert into millrace.package_items (merchant_id, order_id, package_number, line_id, quantity_amazon, quantity) values ($1, $2, $3, $4, $5, $5)`,
        [seller.merchant, orderId, number, line.lineId, wish.quantities?.[index] ?? line.quantityAmazon],
      )
    const thing = {
      kind: 'confirmation',
      connection: seller.connection,
      marketplaceId: US,
      orderId,
      subject: number,
      way: 'feed',
      dueBy,
    } as const
    await putInOutbox(tx, seller.merchant, { things: [thing], at })
  })
  await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('order-feeds', seller.connection))
  return orderId
}

/** Gives 5.00 back for the first line of a shipped order. */
export async function makeRefund(seller: Seller, amazonOrderId: string): Promise<void> {
  const order = await orderOf(seller, amazonOrderId)
  const line = order?.lines[0]?.lineId ?? ''
  const entry: RefundEntry = { reason: 'customer-return', lines: [{ line, item: { amount: '5.00', currency: 'USD' } }] }
  const wish = { order: amazonOrderId, entry, again: false, who: 'a test' }
  const refunded = await refundOrder(seller.deps, seller.merchant, wish)
  if (!refunded.ok) throw new Error(JSON.stringify(refunded.problems))
}

/** A row of the outbox as tests look at it. */
export type OutboxView = {
  readonly kind: string
  readonly order: string
  readonly state: string
  readonly way: string
  readonly attempts: number
  readonly code: string | null
  readonly words: string | null
}

/** The outbox, in the order of entry. */
export async function outboxOf(seller: Seller, kind?: string): Promise<OutboxView[]> {
  const { rows } = await seller.database.ownerPool().query<OutboxView>(
    `select o.kind, r.amazon_order_id as order, o.state, o.way, o.attempts, o.problem->>'code' as code, o.problem->'facts'->>'words' as words
     from millrace.outbox o join millrace.orders r using (merchant_id, order_id) where $1::text is null or o.kind = $1 order by o.outbox_id`,
    [kind ?? null],
  )
  return rows
}

/** The submissions, the oldest first. */
export async function submissionsOf(seller: Seller) {
  const found = await seller.store((store) => store.listSubmissions({ before: null, limit: 100 }))
  return found.reverse()
}
