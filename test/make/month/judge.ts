// Compares Amazon's side and our database when a month is over. It asks the simulator's side door and the tables alone, and
// works out what must be from the ledger: no rule of Millrace is asked, so that no mistake of Millrace's is shared.
import type { Pool } from '#store/db.ts'
import type { Control } from '../../../src/simulator/control.ts'
import type { Ledger } from './ledger.ts'

/** What the judge looks at. */
export type Evidence = { readonly control: Control; readonly owner: Pool; readonly ledger: Ledger }

/** Everything that is not as it must be; the name of what must hold stands before each. */
export async function judgeMonth(evidence: Evidence): Promise<readonly string[]> {
  return [
    ...(await wrongOrders(evidence)).map((words) => `every order is placed exactly once: ${words}`),
    ...wrongCancellations(evidence).map((words) => `what people cancel is cancelled: ${words}`),
    ...wrongPackages(evidence).map((words) => `every package is at Amazon once: ${words}`),
    ...wrongRefunds(evidence).map((words) => `every refund is paid once: ${words}`),
    ...wrongListings(evidence).map((words) => `the last quantity and price stand at Amazon: ${words}`),
    ...(await wrongReserves(evidence)).map((words) => `the stock is what came in less what was sold: ${words}`),
  ]
}

const status = (control: Control, id: string) => control.order(id)?.fulfillment?.fulfillmentStatus ?? 'not there'

/** The stage in which an order must be, by its status at Amazon and what people did with it; null: not placed, since it is held or was over before. */
const STAGES: Readonly<Record<string, readonly (string | null)[]>> = {
  UNSHIPPED: ['Shipping Department'],
  PENDING: ['Pre-ordered'],
  PARTIALLY_SHIPPED: ['Shipping Department'],
  SHIPPED: ['Completed Order'],
  CANCELLED: ['Rejected', null],
}

async function wrongOrders({ control, owner, ledger }: Evidence): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; stages: (string | null)[]; documents: number; told: number }>(
    `select d.reference as id, count(distinct d.document_id)::int as documents, array_agg(distinct o.stage) as stages,
       (select count(*)::int from millrace.order_events e where e.order_id = any(array_agg(o.order_id)) and e.kind = 'order.placed') as told
     from millrace.documents d left join millrace.orders o on o.amazon_order_id = d.reference group by 1`,
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  const strangers = rows.filter(({ id }) => !ledger.orders.has(id)).map(({ id }) => `${id} is not Amazon's`)
  const wrong = [...ledger.orders].flatMap(([id, { sku }]) => {
    const must = ledger.unknown.has(sku) ? [null] : (STAGES[status(control, id)] ?? [])
    const is = found.get(id)
    if (!is) return status(control, id) === 'CANCELLED' ? [] : [`${id} (${status(control, id)}) never came`]
    const isRight = is.documents === 1 && is.stages.length === 1 && must.includes(is.stages[0] ?? null) && is.told <= 1
    return isRight ? [] : [`${id} (${status(control, id)}): ${JSON.stringify(is)}`]
  })
  return [...strangers, ...wrong]
}

function wrongCancellations({ control, ledger }: Evidence): string[] {
  const is = [...ledger.cancelled].map((id) => ({ id, is: status(control, id) }))
  return is.filter((each) => each.is !== 'CANCELLED').map((each) => `${each.id} is ${each.is}`)
}

function wrongPackages({ control, ledger }: Evidence): string[] {
  return [...ledger.orders.keys()].flatMap((id) => {
    const must = ledger.packed.get(id) ?? []
    const there = (control.order(id)?.packages ?? []).map(({ trackingNumber }) => trackingNumber)
    return JSON.stringify(there) === JSON.stringify(must)
      ? []
      : [`${id}: ${there.join(', ')} in place of ${must.join(', ')}`]
  })
}

function wrongRefunds({ control, ledger }: Evidence): string[] {
  return [...ledger.orders.keys()].flatMap((id) => {
    const paid = control.refunds(id).map(({ total }) => total)
    const must = ledger.refunded.has(id) ? [500] : []
    return JSON.stringify(paid) === JSON.stringify(must) ? [] : [`${id}: ${paid.join(', ') || 'nothing'}`]
  })
}

/** What is left of each item: what came in, less what orders that stand have of it. */
function leftOf({ control, ledger }: Evidence): Map<string, number> {
  const left = new Map(ledger.received)
  for (const [id, { sku, item, units }] of ledger.orders)
    if (status(control, id) !== 'CANCELLED' && !ledger.unknown.has(sku)) left.set(item, (left.get(item) ?? 0) - units)
  return left
}

function wrongListings(evidence: Evidence): string[] {
  const left = leftOf(evidence)
  return [...evidence.ledger.prices].flatMap(([item, cents]) => {
    const live = evidence.control.listing(item)?.live
    const quantity = live?.stock.find(({ channel }) => channel === 'DEFAULT')?.quantity
    const price = live?.offers.find(({ marketplaceId }) => marketplaceId === 'ATVPDKIKX0DER')?.amount
    const isRight = quantity === left.get(item) && price === cents / 100
    return isRight ? [] : [`${item} has ${quantity} at ${price} in place of ${left.get(item)} at ${cents / 100}`]
  })
}

async function wrongReserves(evidence: Evidence): Promise<string[]> {
  const left = leftOf(evidence)
  const { rows } = await evidence.owner.query<{ item: string; free: number }>(
    'select item_id as item, sum(on_hand - allocated)::int as free from millrace.stock where item_id = any($1) group by 1',
    [[...left.keys()]],
  )
  return rows
    .filter(({ item, free }) => free !== left.get(item))
    .map(({ item, free }) => `${item} has ${free} in place of ${left.get(item)}`)
}

/** What is left of buyers whose orders ended long ago: rows of the vault, and any text of theirs anywhere in the database. */
export async function findLeftOvers({ control, owner, ledger }: Evidence): Promise<readonly string[]> {
  const ended = [...ledger.orders.keys()].filter((id) => ['SHIPPED', 'CANCELLED'].includes(status(control, id)))
  const { rows } = await owner.query<{ id: string; place: string }>(
    `select o.amazon_order_id as id, 'vault.buyers' as place from vault.buyers b join millrace.orders o using (order_id) where o.amazon_order_id = any($1)
     union all select d.reference, 'vault.documents' from vault.documents v join millrace.documents d using (document_id) where v.holds_buyer_data and d.reference = any($1)
     union all select o.amazon_order_id, 'vault.searches' from vault.searches s join millrace.orders o using (order_id) where o.amazon_order_id = any($1)`,
    [ended],
  )
  const texts = [...new Set(ended.flatMap((id) => textsOf(control, id)))]
  const dump = await dumpOf(owner)
  const readable = texts.filter((text) => dump.includes(text))
  return [
    ...rows.map(({ id, place }) => `${id} is still in ${place}`),
    ...readable.map((text) => `"${text}" can be read`),
  ]
}

/** The texts of a buyer that nobody else would have: names, mail, streets, phone. */
function textsOf(control: Control, id: string): string[] {
  const { buyer, recipient } = (control.order(id) ?? {}) as {
    buyer?: { buyerName?: string; buyerEmail?: string }
    recipient?: { deliveryAddress?: { name?: string; addressLine1?: string; phone?: string } }
  }
  const { name, addressLine1, phone } = recipient?.deliveryAddress ?? {}
  return [buyer?.buyerName, buyer?.buyerEmail, name, addressLine1, phone].filter(
    (text) => text !== undefined && text.length > 6,
  ) as string[]
}

async function dumpOf(owner: Pool): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('millrace', 'vault', 'deployment', 'auth')`,
  )
  const parts: string[] = []
  for (const { name } of rows) {
    const table = await owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    parts.push(...table.rows.map(({ row }) => row))
  }
  return parts.join('\n')
}
