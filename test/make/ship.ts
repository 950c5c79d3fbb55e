import type { OutboxRow } from '#core/shipments/outbox.ts'
import { MINUTE, makeSeller } from './seller.ts'
import type { Seller } from './seller-views.ts'

type Draft = Parameters<Seller['control']['placeOrder']>[0]
type Fault = Parameters<Seller['control']['addFault']>[0]

/** An order of three mugs. */
export const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 3 }] }

/** A seller with one imported order; Amazon's clock stands until `pass` moves it. */
export async function ordered(draft: Draft = MUG) {
  const seller = await makeSeller()
  const id = seller.control.placeOrder(draft)
  await seller.pass(5 * MINUTE)
  return { seller, id }
}

/** The same with a package that was entered and sent up as far as it goes; `fault` strikes before. */
export async function shipped(options: ShipOptions = {}, fault?: Fault) {
  const made = await ordered()
  if (fault) made.seller.control.addFault(fault)
  const row = await ship(made.seller, made.id, options)
  await made.seller.run()
  return { ...made, row, state: () => outboxState(made.seller, row) }
}

/** What a test says of a package; the rest is usual. */
export type ShipOptions = {
  readonly number?: number
  readonly carrier?: string
  readonly tracking?: string | null
  /** Amazon's units of the first line; all of it where none are named. */
  readonly quantity?: number
  readonly way?: 'call' | 'feed'
}

/** Puts a package of an order into the books and the outbox as entry does, without moving stock; gives the row's number. */
export async function ship(seller: Seller, amazonOrderId: string, options: ShipOptions = {}): Promise<number> {
  const { number = 1, carrier = 'UPS', tracking = `1Z999AA1012345678${number}`, way = 'call' } = options
  const at = seller.deps.now()
  return seller.deps.transaction(seller.merchant, 'app', async (tx) => {
    const order = await tx.store.findOrder(amazonOrderId)
    const line = order?.lines[0]
    if (!order || !line) throw new Error(`There is no order ${amazonOrderId}.`)
    const quantity = options.quantity ?? line.quantityAmazon
    const owner = seller.database.ownerPool()
    await owner.query(
      `insert into millrace.packages (merchant_id, order_id, package_number, carrier, service, tracking, shipped_at, entered_by, entered_at)
       values ($1, $2, $3, $4, 'Ground', $5, to_timestamp($6::float8 / 1000), 'test', to_timestamp($6::float8 / 1000))`,
      [seller.merchant, order.orderId, number, carrier, tracking, at],
    )
    await owner.query(
      `insert into millrace.package_items (merchant_id, order_id, package_number, line_id, quantity_amazon, quantity) values ($1, $2, $3, $4, $5, $5)`,
      [seller.merchant, order.orderId, number, line.lineId, quantity],
    )
    const { connection, marketplaceId, shipBy, orderId } = order
    const thing = {
      kind: 'confirmation',
      connection,
      marketplaceId: marketplaceId ?? '',
      orderId,
      subject: number,
      way,
      dueBy: shipBy,
    } as const
    await tx.store.putInOutbox({ things: [thing], at })
    if (way === 'call') await tx.wake('confirm-shipments', connection)
    const row = (await tx.store.listOutbox({ orderId, after: null, limit: 200 })).find(
      (each) => each.subject === number,
    )
    if (!row) throw new Error('It is not in the outbox.')
    return row.outboxId
  })
}

/** Corrects the tracking of a package as a correction does: a new version that waits again. */
export async function correct(seller: Seller, outboxId: number, tracking: string): Promise<void> {
  const at = seller.deps.now()
  await seller.deps.transaction(seller.merchant, 'app', async (tx) => {
    const row = await tx.store.findOutboxRow({ outboxId, lock: false })
    if (!row) throw new Error('There is no such row.')
    await seller.database
      .ownerPool()
      .query(
        `update millrace.packages set tracking = $4, version = version + 1 where merchant_id = $1 and order_id = $2 and package_number = $3`,
        [seller.merchant, row.orderId, row.subject, tracking],
      )
    const { kind, connection, marketplaceId, orderId, subject, way, dueBy } = row
    await tx.store.putInOutbox({ things: [{ kind, connection, marketplaceId, orderId, subject, way, dueBy }], at })
    await tx.wake('confirm-shipments', connection)
  })
}

/** A row of the outbox as it is now. */
export async function outboxRow(seller: Seller, outboxId: number): Promise<OutboxRow> {
  const row = await seller.store((store) => store.findOutboxRow({ outboxId, lock: false }))
  if (!row) throw new Error('There is no such row.')
  return row
}

/** How it stands, in one line: `settled`, `waiting amazon-down`, `refused package-dropped`. */
export async function outboxState(seller: Seller, outboxId: number): Promise<string> {
  const { state, way, problem } = await outboxRow(seller, outboxId)
  return [state, way === 'call' ? null : way, problem?.code].filter(Boolean).join(' ')
}

/** The packages of an order at Amazon: number and tracking. */
export const packagesAtAmazon = (seller: Seller, id: string): string[] =>
  (seller.control.order(id)?.packages ?? []).map((p) => `${p.packageReferenceId} ${p.trackingNumber ?? '-'}`)
