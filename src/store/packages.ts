import type { CenterCode, MerchantId } from '#core/ids.ts'
import type { Allocation } from '#core/orders/import-context.ts'
import type { Stage } from '#core/orders/stage.ts'
import type { Problem } from '#core/problems.ts'
import type { OutboxState, WayUp } from '#core/shipments/outbox.ts'
import type { PackageItem } from '#core/shipments/package.ts'
import type { KnownPackage } from '#core/shipments/package-entry.ts'
import type { Tx } from './db.ts'
import { moveStock, type StockMove } from './move-stock.ts'

/** How far the confirmation of a package is; instants are epoch ms (E6). */
export type PackageConfirmation = {
  readonly state: OutboxState
  readonly way: WayUp
  readonly attempts: number
  /** True since a call about it was begun: Amazon may know it. */
  readonly called: boolean
  /** The newest version that Amazon was told, or may have been told; null for none. */
  readonly sentVersion: number | null
  readonly nextAt: number
  readonly sentAt: number | null
  readonly settledAt: number | null
  readonly problem: Problem | null
}

/** A package with its confirmation, and who entered it. */
export type StoredPackage = KnownPackage & {
  readonly enteredBy: string
  readonly enteredAt: number
  readonly confirmation: PackageConfirmation | null
}

const PACKAGE = `p.order_id as "orderId", p.package_number as number, p.carrier, p.service, p.tracking, p.shipped_at as "shippedAt", p.version, p.amazon_number as "amazonNumber",
  p.reference, p.entered_by as "enteredBy", p.entered_at as "enteredAt",
  (select jsonb_agg(jsonb_build_object('line', i.line_id, 'quantityAmazon', i.quantity_amazon, 'quantity', i.quantity) order by i.line_id) from millrace.package_items i
   where i.merchant_id = p.merchant_id and i.order_id = p.order_id and i.package_number = p.package_number) as items`
const CONFIRMATION = `o.state, o.way, o.attempts, o.called, o.sent_version, o.next_at, o.sent_at, o.settled_at, o.problem`

type Row = Omit<StoredPackage, 'confirmation' | 'items'> & {
  items: readonly PackageItem[] | null
  state: OutboxState | null
  way: WayUp
  attempts: number
  called: boolean
  sent_version: number | null
  next_at: number
  sent_at: number | null
  settled_at: number | null
  problem: Problem | null
}

/** The packages of an order in the order of their numbers, each with how far its confirmation is (S2, E6). */
export async function listPackages(tx: Tx, merchant: MerchantId, orderId: number): Promise<StoredPackage[]> {
  const rows = await tx.query<Row>(
    `select ${PACKAGE}, ${CONFIRMATION} from millrace.packages p
       left join millrace.outbox o on o.merchant_id = p.merchant_id and o.kind = 'confirmation' and o.order_id = p.order_id and o.subject = p.package_number
     where p.merchant_id = $1 and p.order_id = $2 order by p.package_number`,
    [merchant, orderId],
  )
  return rows.map(
    ({ state, way, attempts, called, sent_version, next_at, sent_at, settled_at, problem, items, ...row }) => {
      const times = { nextAt: next_at, sentAt: sent_at, settledAt: settled_at }
      return {
        ...row,
        items: items ?? [],
        confirmation: state && { state, way, attempts, called, sentVersion: sent_version, ...times, problem },
      }
    },
  )
}

/** The package that has this name of the caller's, with the Amazon order id; null when there is none. */
export async function findPackageNamed(
  tx: Tx,
  merchant: MerchantId,
  reference: string,
): Promise<{ readonly orderId: number; readonly amazonOrderId: string; readonly known: KnownPackage } | null> {
  const [row] = await tx.query<KnownPackage & { amazonOrderId: string }>(
    `select ${PACKAGE}, r.amazon_order_id as "amazonOrderId" from millrace.packages p
       join millrace.orders r on r.merchant_id = p.merchant_id and r.order_id = p.order_id
     where p.merchant_id = $1 and p.reference = $2`,
    [merchant, reference],
  )
  if (!row) return null
  const { amazonOrderId, ...known } = row
  return { orderId: known.orderId, amazonOrderId, known }
}

/** The number of an order's next package: above ours, above those that were voided, and above Amazon's (S1). */
export async function nextPackageNumber(tx: Tx, merchant: MerchantId, orderId: number): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    `select 1 + greatest(0,
       (select max(package_number) from millrace.packages where merchant_id = $1 and order_id = $2),
       (select max(subject) from millrace.outbox where merchant_id = $1 and order_id = $2 and kind = 'confirmation'),
       (select max((a->>'number')::bigint) from millrace.orders r, jsonb_array_elements(r.amazon_packages) a
        where r.merchant_id = $1 and r.order_id = $2 and a->>'number' ~ '^[0-9]{1,8}$'))::int as next`,
    [merchant, orderId],
  )
  return row?.next ?? 1
}

/** What the history of an order tells. */
export type OrderEvent = {
  readonly kind: string
  readonly who: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** What became of an order by a package that was entered or voided. */
export type ShippedOrder = {
  readonly orderId: number
  readonly stage: Stage
  readonly lines: readonly { readonly lineId: string; readonly fulfilledAmazon: number }[]
  readonly stock: StockMove
  readonly event: OrderEvent
  readonly at: number
}

/** Writes a new package with what is in it (S1). */
export async function insertPackage(
  tx: Tx,
  merchant: MerchantId,
  entered: Omit<KnownPackage, 'amazonNumber'> & {
    readonly center: CenterCode | null
    readonly who: string
    readonly at: number
  },
): Promise<void> {
  const { orderId, number, carrier, service, tracking, shippedAt, reference, version, items, center, who, at } = entered
  await tx.query(
    `insert into millrace.packages (merchant_id, order_id, package_number, carrier, service, tracking, shipped_at, reference, version, center_code, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000), $8, $9, $10, $11, to_timestamp($12::float8 / 1000))`,
    [merchant, orderId, number, carrier, service, tracking, shippedAt, reference, version, center, who, at],
  )
  await tx.query(
    `insert into millrace.package_items (merchant_id, order_id, package_number, line_id, quantity_amazon, quantity)
     select $1, $2, $3, i.line, i."quantityAmazon", i.quantity from json_to_recordset($4::json) as i (line text, "quantityAmazon" integer, quantity integer)`,
    [merchant, orderId, number, JSON.stringify(items)],
  )
}

/**
 * Writes a corrected label under the package's next version (S2). What was tried with the one before may have reached Amazon, and
 * the outbox begins to count its tries anew: so it is noted that Amazon may know the package.
 */
export async function writeLabel(
  tx: Tx,
  merchant: MerchantId,
  label: Pick<KnownPackage, 'orderId' | 'number' | 'carrier' | 'service' | 'tracking' | 'shippedAt'>,
): Promise<void> {
  const { orderId, number, carrier, service, tracking, shippedAt } = label
  // The package before the outbox, as those do who write what became of a call.
  await tx.query(
    `update millrace.packages set carrier = $4, service = $5, tracking = $6, shipped_at = to_timestamp($7::float8 / 1000), version = version + 1
     where merchant_id = $1 and order_id = $2 and package_number = $3`,
    [merchant, orderId, number, carrier, service, tracking, shippedAt],
  )
  await tx.query(
    `update millrace.outbox o set sent_version = p.version - 1 from millrace.packages p
     where o.merchant_id = $1 and o.kind = 'confirmation' and o.order_id = $2 and o.subject = $3 and o.sent_version is null
       and (o.called or o.attempts > 0 or o.state <> 'waiting') and p.merchant_id = $1 and p.order_id = $2 and p.package_number = $3`,
    [merchant, orderId, number],
  )
}

/**
 * Removes a package that never left; its number is not used again, for its line in the outbox stays as removed (S2). False, and nothing
 * is removed, when a call about it was begun meanwhile. What does not go up, of another channel, has no such line.
 */
export async function removePackage(
  tx: Tx,
  merchant: MerchantId,
  { orderId, number, goesUp }: Pick<KnownPackage, 'orderId' | 'number'> & { readonly goesUp: boolean },
): Promise<boolean> {
  const key = [merchant, orderId, number]
  await tx.query(
    'select 1 from millrace.packages where merchant_id = $1 and order_id = $2 and package_number = $3 for update',
    key,
  )
  const rows = await tx.query(
    `update millrace.outbox set state = 'removed', problem = null
     where merchant_id = $1 and kind = 'confirmation' and order_id = $2 and subject = $3 and state in ('waiting', 'removed') and not called returning 1`,
    key,
  )
  if (goesUp && rows.length === 0) return false
  await tx.query('delete from millrace.packages where merchant_id = $1 and order_id = $2 and package_number = $3', key)
  return true
}

/** What a package took from the shelf when it was entered, as the history tells it (O20). */
export async function usedByPackage(
  tx: Tx,
  merchant: MerchantId,
  { orderId, number }: Pick<KnownPackage, 'orderId' | 'number'>,
): Promise<readonly Allocation[]> {
  const [row] = await tx.query<{ used: readonly Allocation[] | null }>(
    `select facts->'used' as used from millrace.order_events
     where merchant_id = $1 and order_id = $2 and kind = 'package.entered' and (facts->>'package')::bigint = $3 order by event_id desc limit 1`,
    [merchant, orderId, number],
  )
  return row?.used ?? []
}

/** Records what a package did to its order: its stage, what is fulfilled of its lines, stock and history (O20). */
export async function recordShipped(tx: Tx, merchant: MerchantId, shipped: ShippedOrder): Promise<void> {
  const { orderId, stage, lines, stock, event, at } = shipped
  await tx.query(
    'update millrace.orders set stage = $3, updated_at = to_timestamp($4::float8 / 1000) where merchant_id = $1 and order_id = $2',
    [merchant, orderId, stage, at],
  )
  await tx.query(
    `update millrace.order_lines l set fulfilled_amazon = f."fulfilledAmazon" from json_to_recordset($3::json) as f ("lineId" text, "fulfilledAmazon" integer)
     where l.merchant_id = $1 and l.order_id = $2 and l.line_id = f."lineId"`,
    [merchant, orderId, JSON.stringify(lines)],
  )
  await tx.query('delete from millrace.allocations where merchant_id = $1 and order_id = $2', [merchant, orderId])
  await tx.query(
    `insert into millrace.allocations (merchant_id, order_id, line_id, item_id, center_code, quantity)
     select $1, $2, a.line, a."itemId", a.center, a.quantity from json_to_recordset($3::json) as a (line text, "itemId" text, center text, quantity bigint)`,
    [merchant, orderId, JSON.stringify(stock.after)],
  )
  await moveStock(tx, merchant, { orders: [{ ...stock, orderId }], who: event.who, back: 'package-voided', at })
  await tellOrder(tx, merchant, { orderId, event, at })
}

/** Adds to the history of an order, and tells whoever is watching. */
export async function tellOrder(
  tx: Tx,
  merchant: MerchantId,
  { orderId, event, at }: { readonly orderId: number; readonly event: OrderEvent; readonly at: number },
): Promise<void> {
  await tx.query(
    `insert into millrace.order_events (merchant_id, order_id, at, kind, who, facts) values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6)`,
    [merchant, orderId, at, event.kind, event.who, JSON.stringify(event.facts)],
  )
}
