import { isDeepStrictEqual } from 'node:util'
import type { TestDatabase } from './database.ts'
import { wrongStock } from './database-dump.ts'
import { RESERVES, type Scenery } from './kill-happenings.ts'

/** What a check looks at: Amazon's side, and our database as its owner sees it, never through our own reading. */
export type Evidence = Pick<Scenery, 'control' | 'placed'> & { readonly database: TestDatabase }

/** Something that must hold after the day; whatever is found is wrong. Later parts of the product add theirs. */
export type Check = {
  readonly rule: string
  readonly name: string
  find(evidence: Evidence): Promise<readonly unknown[]>
}

/** How an order stands, and what it reserves by item. */
type Standing = { readonly stage: string; readonly reserved: Readonly<Record<string, number>> }

/** Stages in which an order reserves stock. */
const RESERVING = ['Shipping Department', 'Pre-ordered', 'Hold']
/** An order that is over at Amazon was placed before, or skipped when nobody had seen it in time: both are right. */
const GONE: Readonly<Record<string, string>> = {
  Rejected: 'cancelled',
  cancelled: 'cancelled',
  'Completed Order': 'shipped',
  'shipped-before-import': 'shipped',
}
const KIT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'KIT-BREAKFAST': { 'MUG-BLUE': 2, 'TEA-EARL': 1 },
  'NOTE-CARD': {},
}

/** How each order must stand, told by Amazon's orders and the simulator's script alone. */
function expected({ control, placed }: Evidence): Map<string, Standing> {
  const standings = new Map<string, Standing>()
  for (const id of placed.ids) {
    const { orderItems = [], fulfillment } = control.order(id) ?? {}
    const status = fulfillment?.fulfillmentStatus ?? ''
    if (placed.packed.has(id)) {
      standings.set(id, { stage: status === 'SHIPPED' ? 'shipped' : `at Amazon ${status}`, reserved: {} })
      continue
    }
    const stage = { UNSHIPPED: 'Shipping Department', PENDING: 'Pre-ordered' }[status]
    const parts = orderItems.flatMap(({ product, quantityOrdered }) =>
      (RESERVES[product.sellerSku ?? ''] ?? []).map(([item, units]): Part => [item, units * quantityOrdered]),
    )
    standings.set(id, { stage: stage ?? 'cancelled', reserved: stage ? sumOf(parts) : {} })
  }
  for (const { orderId, finalEnd } of control.day()?.orders ?? []) {
    const stage = GONE[finalEnd.stage ?? finalEnd.reason ?? ''] ?? finalEnd.stage ?? finalEnd.end
    const wanted = Object.entries(finalEnd.items ?? {}).flatMap(([item, count]): Part[] =>
      Object.entries(KIT[item] ?? { [item]: 1 }).map(([part, units]) => [part, units * count]),
    )
    // What has left already is not reserved any more; the script ships in part only what is sold under its item's name.
    const left = (control.order(orderId)?.orderItems ?? []).map(
      ({ product, fulfillment }): Part => [product.sellerSku ?? '', -(fulfillment?.quantityFulfilled ?? 0)],
    )
    standings.set(orderId, { stage, reserved: RESERVING.includes(stage) ? sumOf([...wanted, ...left]) : {} })
  }
  return standings
}

type Part = readonly [item: string, count: number]

function sumOf(parts: readonly Part[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [item, count] of parts) sums[item] = (sums[item] ?? 0) + count
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0))
}

/** How each order does stand. */
async function found({ database }: Evidence): Promise<Map<string, Standing>> {
  const { rows } = await database.ownerPool().query<{ id: string } & Standing>(
    `select d.reference as id, coalesce($1::jsonb ->> coalesce(o.stage, d.reason), o.stage, d.state) as stage,
       (select coalesce(jsonb_object_agg(a.item_id, a.n), '{}') from (select item_id, sum(quantity) as n from millrace.allocations
          where merchant_id = d.merchant_id and order_id = o.order_id group by 1) a) as reserved
     from millrace.documents d left join millrace.orders o on o.merchant_id = d.merchant_id and o.amazon_order_id = d.reference`,
    [JSON.stringify(GONE)],
  )
  return new Map(rows.map(({ id, stage, reserved }) => [id, { stage, reserved }]))
}

/** Orders that do not stand as Amazon's side says, or that one side does not have. */
export async function findUnlike(evidence: Evidence): Promise<readonly unknown[]> {
  const [must, does] = [expected(evidence), await found(evidence)]
  const ids = [...new Set([...must.keys(), ...does.keys()])]
  return ids.flatMap((id) => {
    const [wanted, is] = [must.get(id), does.get(id)]
    return isDeepStrictEqual(wanted, is) ? [] : [{ id, wanted, is }]
  })
}

/** Pages, windows, reconciliations and jobs that are not at their end, and work that fails. */
export const findUnsettled = ({ database }: Evidence): Promise<readonly unknown[]> =>
  rowsOf(
    database,
    `select 'page' as what, page_id::text as which from millrace.pages
     union all select 'sealed page', page_id::text from vault.pages
     union all select 'window', connection_id from millrace.sweeps where window_to is not null
     union all select kind, state from millrace.reconciliations where ended_at is null
     union all select kind, state || ' ' || coalesce(problem->>'code', '') from millrace.outbox where state <> 'settled'
     union all select kind, state from millrace.submissions where ended_at is null
     union all select 'held under an older configuration', reference from millrace.documents d where state = 'held'
       and decided_under < (select version from millrace.configuration c where c.merchant_id = d.merchant_id)
     union all select 'failing', kind || ' ' || coalesce(last_error, '') from deployment.due where failures > 0`,
  )

const rowsOf = async (database: TestDatabase, sql: string): Promise<readonly unknown[]> =>
  (await database.ownerPool().query(sql)).rows

/** Packages that Amazon does not have exactly once. */
const wrongPackages = ({ control, placed }: Evidence): unknown[] =>
  [...placed.packed].flatMap(([id, tracking]) => {
    const there = (control.order(id)?.packages ?? []).map((each) => each.trackingNumber ?? null)
    return there.length === 1 && there[0] === tracking ? [] : [{ id, tracking, there }]
  })

/** Refunds that Amazon did not pay exactly once, or that nobody wanted. */
const wrongRefunds = ({ control, placed }: Evidence): unknown[] =>
  placed.ids.flatMap((id) => {
    const paid = control.refunds(id).map(({ total }) => total)
    return isDeepStrictEqual(paid, placed.refunded.has(id) ? [500] : []) ? [] : [{ id, paid }]
  })

/** All that must hold when the day is over. */
export const CHECKS: readonly Check[] = [
  {
    rule: 'O13',
    name: 'every order of Amazon stands as it must and reserves what it must, and no other is there',
    find: findUnlike,
  },
  {
    rule: 'O1',
    name: 'no page, no window, no run, nothing that goes up is left, and nothing fails',
    find: findUnsettled,
  },
  { rule: 'S1', name: 'every package that left is at Amazon once', find: async (evidence) => wrongPackages(evidence) },
  { rule: 'O16', name: 'every refund was paid once', find: async (evidence) => wrongRefunds(evidence) },
  {
    rule: 'O20',
    name: 'the stock says reserved what the orders reserve, and on hand what its history says',
    find: ({ database }) => wrongStock(database),
  },
  {
    rule: 'O13',
    name: 'no order is told twice as placed or as pending',
    find: ({ database }) =>
      rowsOf(
        database,
        `select o.amazon_order_id, e.kind, count(*) from millrace.order_events e join millrace.orders o using (merchant_id, order_id)
         where e.kind in ('order.placed', 'order.pending') group by 1, 2 having count(*) > 1`,
      ),
  },
  {
    rule: 'O13',
    name: 'each order to be shipped is told as placed and has its buyer',
    find: ({ database }) =>
      rowsOf(
        database,
        `select o.amazon_order_id from millrace.orders o where o.stage = 'Shipping Department'
           and (not exists (select from millrace.order_events e where e.order_id = o.order_id and e.kind = 'order.placed')
             or not exists (select from vault.buyers b where b.order_id = o.order_id))`,
      ),
  },
  {
    rule: 'O18',
    name: 'everything was reconciled more than once, and both back-fills came to their end',
    find: ({ database }) =>
      rowsOf(
        database,
        `select w.* from (values ('night', 2), ('back-fill', 2)) as w (kind, runs)
         where w.runs > (select count(*) from millrace.reconciliations r where r.kind = w.kind and r.state = 'done')`,
      ),
  },
]
