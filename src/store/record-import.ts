import type { MerchantId } from '#core/ids.ts'
import type { Allocation } from '#core/orders/import-context.ts'
import type { ImportOutcome } from '#core/orders/import-outcome.ts'
import type { Tx } from './db.ts'
import type { Decided, ImportRecord, OrderIds, OrderToWrite } from './import-record.ts'
import { completionRows, documentRows, eventRows, lineRows, orderRows, rereadAt } from './import-rows.ts'
import { moveStock, stockMoves } from './move-stock.ts'
import { addOrderEvents } from './order-events.ts'
import { recordCancellations } from './record-cancellations.ts'

/** The numbers of a page's orders: a known order keeps its own, a new one draws the next. */
export async function numberOrders(tx: Tx, _merchant: MerchantId, decided: readonly Decided[]): Promise<OrderIds> {
  const fresh = decided.filter((d) => isWritten(d.outcome) && !d.placed).length
  const drawn =
    fresh === 0
      ? []
      : await tx.query<{ number: number }>(
          `select nextval('millrace.order_number') as number from generate_series(1, $1)`,
          [fresh],
        )
  let next = 0
  return new Map(
    decided.flatMap(({ outcome, order, placed }): [string, number][] => {
      if (!order || !(isWritten(outcome) || outcome.kind === 'updated')) return []
      const number = placed?.orderId ?? drawn[next++]?.number
      if (number === undefined) throw new Error('An order number is missing.')
      return [[order.id, number]]
    }),
  )
}

const isWritten = (outcome: ImportOutcome) => outcome.kind === 'placed' || outcome.kind === 'pending'

/**
 * Records the decisions on a page: documents, orders, lines, allocation, stock, events (O12, O20). All statements are sent
 * before this first waits, so that the vault's may follow at once: what they seal belongs to these rows.
 */
export async function recordImport(tx: Tx, merchant: MerchantId, record: ImportRecord): Promise<void> {
  const news = { ...record, decided: record.decided.filter((d) => d.outcome.kind !== 'unchanged') }
  if (news.decided.length === 0) return
  const orders = ordersToWrite(news)
  await Promise.all([
    writeDocuments(tx, merchant, news),
    writeOrders(tx, merchant, { orders, record }),
    writeUpdates(tx, merchant, news),
    recordCancellations(tx, merchant, news),
    moveStock(tx, merchant, { orders: stockMoves(news.decided, record.orderIds), who: record.who, at: record.at }),
    addOrderEvents(tx, merchant, {
      events: eventRows(orders, news.decided, record),
      who: record.who,
      at: record.at,
    }),
  ])
}

const ordersToWrite = ({ decided, orderIds, at }: ImportRecord): OrderToWrite[] =>
  decided.flatMap(({ outcome, documentId, placed, missing }) => {
    if (outcome.kind !== 'placed' && outcome.kind !== 'pending') return []
    const orderId = orderIds.get(outcome.order.amazon.id)
    if (orderId === undefined) throw new Error('An order has no number.')
    const { order } = outcome
    const again = rereadAt({ stage: order.stage, placedAt: order.amazon.placedAt }, missing, at)
    return [{ orderId, documentId, order, known: placed !== undefined, rereadAt: again }]
  })

/** What waited in the Error Log and no longer does (E4). */
const MENDED = `(old.state = 'held' or old.problems <> '[]') and excluded.state <> 'held' and excluded.problems = '[]'`

function writeDocuments(tx: Tx, merchant: MerchantId, record: ImportRecord) {
  return tx.query(
    `insert into millrace.documents as old (merchant_id, document_id, kind, reference, connection_id, state, reason, problems, log, amazon_updated_at, received_at, decided_at, decided_under, missing)
     select $1, d.document_id, $6, d.reference, $3, d.state, d.reason, d.problems, d.log, to_timestamp(d.updated_at / 1000), to_timestamp($4::float8 / 1000), to_timestamp($4::float8 / 1000), $5, d.missing
     from json_to_recordset($2::json) as d (document_id bigint, reference text, state text, reason text, problems jsonb, log jsonb, updated_at float8, missing text[])
     on conflict (merchant_id, reference) do update set state = excluded.state, reason = excluded.reason, problems = excluded.problems, log = excluded.log,
       amazon_updated_at = coalesce(excluded.amazon_updated_at, old.amazon_updated_at), decided_at = excluded.decided_at, decided_under = excluded.decided_under, missing = excluded.missing,
       mended_at = case when ${MENDED} then excluded.decided_at else old.mended_at end, mended = case when ${MENDED} then old.problems else old.mended end`,
    [
      merchant,
      JSON.stringify(documentRows(record.decided)),
      record.connection,
      record.at,
      record.configurationVersion,
      record.channel === undefined ? 'inbound-order' : 'channel-order',
    ],
  )
}

async function writeOrders(
  tx: Tx,
  merchant: MerchantId,
  { orders, record }: { orders: readonly OrderToWrite[]; record: ImportRecord },
): Promise<void> {
  if (orders.length === 0) return
  const known = orders.filter((o) => o.known).map((o) => o.orderId)
  await Promise.all([
    dropAllocations(tx, merchant, known),
    known.length > 0 &&
      tx.query('delete from millrace.order_lines where merchant_id = $1 and order_id = any($2::bigint[])', [
        merchant,
        known,
      ]),
    tx.query(INSERT_ORDERS, [
      merchant,
      JSON.stringify(orderRows(orders)),
      record.connection,
      record.at,
      record.channel ?? 'amazon',
    ]),
    tx.query(INSERT_LINES, [merchant, JSON.stringify(lineRows(orders))]),
    insertAllocations(
      tx,
      merchant,
      orders.flatMap((o) => o.order.allocations.map((a) => ({ ...a, orderId: o.orderId }))),
    ),
  ])
}

const INSERT_ORDERS = `
insert into millrace.orders (merchant_id, order_id, amazon_order_id, document_id, connection_id, marketplace_id, stage, amazon_status, service_level, method_id, method_cost,
  payment_method, center_code, placed_at, amazon_updated_at, ship_by, deliver_by, currency, grand_total, outside_lines, programs, replaces, flags, dropped_lines, reread_at, created_at, updated_at,
  purchase_order_number, buyer_purchase_order, approved_at, theme_code, fulfilled_by_amazon, to_confirm, reserved, amazon_packages, ship_country, ship_state, channel)
select $1, o.order_id, o.amazon_order_id, o.document_id, $3, o.marketplace_id, o.stage, o.amazon_status, o.service_level, o.method_id, o.method_cost,
  o.payment_method, o.center_code, to_timestamp(o.placed_at / 1000), to_timestamp(o.updated_at / 1000), to_timestamp(o.ship_by / 1000), to_timestamp(o.deliver_by / 1000),
  o.currency, o.grand_total, o.outside_lines, o.programs, o.replaces, o.flags, o.dropped, to_timestamp(o.reread_at / 1000), to_timestamp($4::float8 / 1000), to_timestamp($4::float8 / 1000),
  o.po_number, o.buyer_po, case when o.payment_method = 'Purchase Order' and o.stage <> 'Accounts Receivable' then to_timestamp($4::float8 / 1000) end, o.theme, o.by_amazon, o.to_confirm, o.reserved, coalesce(nullif(o.packages, 'null'), '[]'), o.ship_country, o.ship_state, $5
from json_to_recordset($2::json) as o (order_id bigint, amazon_order_id text, document_id bigint, marketplace_id text, stage text, amazon_status text, service_level text, method_id text,
  method_cost bigint, payment_method text, center_code text, placed_at float8, updated_at float8, ship_by float8, deliver_by float8, currency text, grand_total bigint, outside_lines bigint,
  programs text[], replaces text, flags text[], dropped jsonb, reread_at float8, po_number text, buyer_po boolean, theme text, by_amazon boolean, to_confirm boolean, reserved boolean, packages jsonb, ship_country text, ship_state text)
on conflict (merchant_id, amazon_order_id) do update set stage = excluded.stage, amazon_status = excluded.amazon_status, service_level = excluded.service_level, method_id = excluded.method_id,
  method_cost = excluded.method_cost, center_code = excluded.center_code, amazon_updated_at = excluded.amazon_updated_at, ship_by = excluded.ship_by, deliver_by = excluded.deliver_by,
  currency = excluded.currency, grand_total = excluded.grand_total, outside_lines = excluded.outside_lines, programs = excluded.programs, replaces = excluded.replaces, flags = excluded.flags,
  dropped_lines = excluded.dropped_lines, payment_method = excluded.payment_method, purchase_order_number = excluded.purchase_order_number, buyer_purchase_order = excluded.buyer_purchase_order,
  approved_at = excluded.approved_at, theme_code = excluded.theme_code, fulfilled_by_amazon = excluded.fulfilled_by_amazon, to_confirm = excluded.to_confirm, reserved = excluded.reserved, amazon_packages = excluded.amazon_packages, ship_country = coalesce(excluded.ship_country, orders.ship_country), ship_state = case when excluded.ship_country is null then orders.ship_state else excluded.ship_state end, reread_at = excluded.reread_at, updated_at = excluded.updated_at`

const INSERT_LINES = `
insert into millrace.order_lines (merchant_id, order_id, line_id, position, seller_sku, asin, title, item_id, quantity_amazon, fulfilled_amazon, quantity, item_amount, shipping_amount,
  gift_wrap_amount, other_amount, tax_amount, marketplace_tax_amount, discount_amount, total_amount, gift, particulars, ratio_amazon, ratio_ours, placed_at)
select $1, l.*, o.placed_at from json_to_recordset($2::json) as l (order_id bigint, line_id text, position integer, seller_sku text, asin text, title text, item_id text, quantity_amazon integer,
  fulfilled_amazon integer, quantity integer, item bigint, shipping bigint, gift_wrap bigint, other bigint, tax bigint, marketplace_tax bigint, discount bigint, total bigint, gift boolean,
  particulars jsonb, ratio_amazon integer, ratio_ours integer)
  join millrace.orders o on o.merchant_id = $1 and o.order_id = l.order_id`

async function dropAllocations(tx: Tx, merchant: MerchantId, orderIds: readonly number[]): Promise<void> {
  if (orderIds.length === 0) return
  await tx.query('delete from millrace.allocations where merchant_id = $1 and order_id = any($2::bigint[])', [
    merchant,
    orderIds,
  ])
}

async function insertAllocations(
  tx: Tx,
  merchant: MerchantId,
  rows: readonly (Allocation & { orderId: number })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `insert into millrace.allocations (merchant_id, order_id, line_id, item_id, center_code, quantity)
     select $1, a."orderId", a.line, a."itemId", a.center, a.quantity from json_to_recordset($2::json) as a ("orderId" bigint, line text, "itemId" text, center text, quantity bigint)`,
    [merchant, JSON.stringify(rows)],
  )
}

async function writeUpdates(tx: Tx, merchant: MerchantId, record: ImportRecord): Promise<void> {
  const updates = record.decided.flatMap((d) =>
    d.outcome.kind === 'updated' && d.order
      ? [{ order: d.order, orderId: d.outcome.orderId, change: d.outcome.change, missing: d.missing }]
      : [],
  )
  if (updates.length === 0) return
  const orders = updates.map((u) => ({
    order_id: u.orderId,
    stage: u.change.stage,
    status: u.order.status,
    updated_at: u.order.updatedAt,
    ship_by: u.order.shipBy,
    deliver_by: u.order.deliverBy,
    packages: u.order.packages,
    country: u.order.shipTo?.country ?? null,
    state: u.order.shipTo?.state ?? null,
    reread_at: rereadAt({ stage: u.change.stage, placedAt: u.order.placedAt }, u.missing, record.at),
  }))
  const lines = updates.flatMap((u) =>
    u.change.lines.map((l) => ({
      order_id: u.orderId,
      line_id: l.lineId,
      ordered: l.quantityAmazon,
      fulfilled: l.fulfilledAmazon,
    })),
  )
  await Promise.all([
    tx.query(UPDATE_ORDERS, [merchant, JSON.stringify(orders), record.at]),
    tx.query(UPDATE_LINES, [merchant, JSON.stringify(lines)]),
    writeCompletions(tx, merchant, record),
    dropAllocations(
      tx,
      merchant,
      updates.map((u) => u.orderId),
    ),
    insertAllocations(
      tx,
      merchant,
      updates.flatMap((u) =>
        u.change.allocations.filter((a) => a.quantity > 0).map((a) => ({ ...a, orderId: u.orderId })),
      ),
    ),
  ])
}

const UPDATE_ORDERS = `
update millrace.orders o set stage = u.stage, amazon_status = u.status, amazon_updated_at = to_timestamp(u.updated_at / 1000), updated_at = to_timestamp($3::float8 / 1000), reread_at = to_timestamp(u.reread_at / 1000),
  ship_by = coalesce(to_timestamp(u.ship_by / 1000), o.ship_by), deliver_by = coalesce(to_timestamp(u.deliver_by / 1000), o.deliver_by),
  amazon_packages = coalesce(nullif(u.packages, 'null'), o.amazon_packages),
  ship_country = coalesce(u.country, o.ship_country), ship_state = case when u.country is null then o.ship_state else u.state end
from json_to_recordset($2::json) as u (order_id bigint, stage text, status text, updated_at float8, ship_by float8, deliver_by float8, reread_at float8, packages jsonb, country text, state text)
where o.merchant_id = $1 and o.order_id = u.order_id`

/** By the ratio that counted when the line was placed; of a pack that is no longer whole, the rest still needs whole units of ours. */
const UPDATE_LINES = `
update millrace.order_lines l set quantity_amazon = u.ordered, fulfilled_amazon = u.fulfilled,
  quantity = case when l.quantity_amazon = u.ordered then l.quantity else least((u.ordered::bigint * l.ratio_ours + l.ratio_amazon - 1) / l.ratio_amazon, 2000000000) end
from json_to_recordset($2::json) as u (order_id bigint, line_id text, ordered integer, fulfilled integer)
where l.merchant_id = $1 and l.order_id = u.order_id and l.line_id = u.line_id`

async function writeCompletions(tx: Tx, merchant: MerchantId, { decided }: ImportRecord): Promise<void> {
  const { orders, lines } = completionRows(decided)
  if (orders.length === 0) return
  await Promise.all([
    tx.query(COMPLETE_ORDERS, [merchant, JSON.stringify(orders)]),
    tx.query(COMPLETE_LINES, [merchant, JSON.stringify(lines)]),
  ])
}

/** What is known stays where the reading states nothing; a purchase order gets the buyer's number, which lies in the vault (O5). */
const COMPLETE_ORDERS = `
update millrace.orders o set currency = coalesce(c.currency, o.currency), grand_total = coalesce(c.grand_total, o.grand_total),
  outside_lines = case when c.currency is null then o.outside_lines else c.outside_lines end, flags = case when c.currency is null then o.flags else c.flags end,
  buyer_purchase_order = o.buyer_purchase_order or (c.buyer_po and o.payment_method = 'Purchase Order'),
  purchase_order_number = case when c.buyer_po then null else o.purchase_order_number end
from json_to_recordset($2::json) as c (order_id bigint, currency text, grand_total bigint, outside_lines bigint, flags text[], buyer_po boolean)
where o.merchant_id = $1 and o.order_id = c.order_id`

const COMPLETE_LINES = `
update millrace.order_lines l set item_amount = coalesce(c.item, l.item_amount), shipping_amount = coalesce(c.shipping, l.shipping_amount),
  gift_wrap_amount = coalesce(c.gift_wrap, l.gift_wrap_amount), other_amount = coalesce(c.other, l.other_amount), tax_amount = coalesce(c.tax, l.tax_amount),
  marketplace_tax_amount = coalesce(c.marketplace_tax, l.marketplace_tax_amount), discount_amount = coalesce(c.discount, l.discount_amount),
  total_amount = coalesce(c.total, l.total_amount), gift = l.gift or c.gift, particulars = coalesce(c.particulars, l.particulars)
from json_to_recordset($2::json) as c (order_id bigint, line_id text, item bigint, shipping bigint, gift_wrap bigint, other bigint, tax bigint, marketplace_tax bigint,
  discount bigint, total bigint, gift boolean, particulars jsonb)
where l.merchant_id = $1 and l.order_id = c.order_id and l.line_id = c.line_id`
