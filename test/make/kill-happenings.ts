import type { CenterCode, ConnectionId, ItemId, SellerSku } from '#core/ids.ts'
import { askBackfill, askReconciliation } from '#flows/ask-reconciliation.ts'
import { changeStock } from '#flows/change-stock.ts'
import { saveMappings } from '#flows/configure.ts'
import type { Deps } from '#flows/deps.ts'
import { enterShipments } from '#flows/enter-shipments.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { MERCHANT, SELLER } from '#main/demo/sample-merchant.ts'
import type { Control } from '../../src/simulator/control.ts'
import type { Random } from '../../src/simulator/random.ts'
import { DAY, MINUTE } from './seller.ts'

/** The sample merchant's connection. */
export const CONNECTION = `${SELLER.region}-${SELLER.sellingPartnerId}` as ConnectionId
const who = 'A person'

/** SKUs that nobody has mapped when the day begins; each is an own item's, and is mapped in the course of the day. */
export const LATE_SKUS = ['LATE-SKU-1', 'LATE-SKU-2', 'LATE-SKU-3', 'LATE-SKU-4', 'LATE-SKU-5', 'LATE-SKU-6']

/** Seller SKU to the items and units that each one reserves. */
export const RESERVES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'MUG-BLUE': [['MUG-BLUE', 1]],
  'AMZ-TEA-EARL-3PK': [['TEA-EARL', 3]],
  'KIT-BREAKFAST': [
    ['MUG-BLUE', 2],
    ['TEA-EARL', 1],
  ],
  ...Object.fromEntries(LATE_SKUS.map((sku) => [sku, [['TOWEL-LINEN', 1]]])),
}

/** Orders that were drawn here, and what people did with them; those of the simulator's own scripted day are not among them. */
export type Placed = {
  readonly ids: string[]
  readonly unlisted: Set<string>
  /** Those whose package left whole, with its tracking number or none. */
  readonly packed: Map<string, string | null>
  readonly refunded: Set<string>
}

/** What a happening may use. */
export type Scenery = {
  readonly chance: Random
  readonly control: Control
  readonly deps: Deps
  readonly placed: Placed
  now(): number
}

/** Something that may happen while no worker lives, by how far the day is (0 to 1); later parts of the product add theirs. */
export type Happening = (scenery: Scenery, share: number) => Promise<void> | void

/** An order of a drawn SKU. No list shows an unlisted one: only a reconciliation finds it. */
function placeOrder({ chance, control, placed, now }: AtAmazon, minutesAgo: number): void {
  const sku = chance.pick(Object.keys(RESERVES))
  // A pending order without an item reserves nothing until it is payable, whatever is mapped meanwhile.
  const status = !sku.startsWith('LATE') && chance.fraction() < 0.2 ? 'PENDING' : 'UNSHIPPED'
  const isUnlisted = chance.fraction() < 0.1
  const id = control.placeOrder({
    status,
    lines: [{ sku, quantity: chance.whole(1, 3), price: 10 }],
    createdAt: now() - minutesAgo * MINUTE,
    ...(isUnlisted ? { lagMs: 400 * DAY } : {}),
  })
  placed.ids.push(id)
  if (isUnlisted) placed.unlisted.add(id)
}

/** What a day needs on which nobody's program is asked. */
type AtAmazon = Omit<Scenery, 'deps'>

/** Many drawn orders that wait already when the day begins. */
export function placeWaiting(scenery: AtAmazon): void {
  for (let n = 0; n < 60; n++) placeOrder(scenery, 10)
}

/** The beginning of a whole day: the simulator's own script of every kind of order beside those that wait already. */
export function placeFirst(scenery: AtAmazon): void {
  scenery.control.startDay('fast', { cancelRequests: true })
  placeWaiting(scenery)
}

/** Some orders come. */
export const ordersCome = (scenery: AtAmazon): void => {
  const count = scenery.chance.whole(0, 4)
  for (let n = 0; n < count; n++) placeOrder(scenery, 4)
}

/** Some pending orders become payable, others are cancelled. */
export const ordersChange = ({ chance, control, placed }: AtAmazon): void => {
  const listed = placed.ids.filter((id) => !placed.unlisted.has(id))
  const count = chance.whole(0, 3)
  for (let n = 0; n < count && listed.length > 0; n++) {
    const id = chance.pick(listed)
    const status = control.order(id)?.fulfillment?.fulfillmentStatus
    if (status === 'PENDING') control.alterOrder(id, { status: 'UNSHIPPED' })
    else if (status === 'UNSHIPPED' && !placed.packed.has(id) && chance.fraction() < 0.3)
      control.alterOrder(id, { cancel: {} })
  }
}

/** A person takes mugs in and moves some of them; the checks compare what lies there with its history. */
const stockMoves: Happening = async ({ chance, deps }) => {
  const [itemId, from, to] = ['MUG-BLUE' as ItemId, 'PORTLAND' as CenterCode, 'RENO' as CenterCode]
  const quantity = chance.whole(1, 5)
  const came = { kind: 'receipt', itemId, center: from, quantity, reason: 'delivery', reference: '' } as const
  const moved = { kind: 'transfer', itemId, from, to, quantity: 1, reason: 'moved', reference: '' } as const
  // The shelf may hold less than is reserved: then nothing of both is done.
  await changeStock(deps, MERCHANT.id, { changes: [came, moved], who })
}

/** Packages leave, some of them without a tracking number; what is not imported yet is not packed yet. */
export const packagesLeave: Happening = async ({ chance, control, deps, placed }) => {
  const count = chance.whole(2, 8)
  for (let n = 0; n < count; n++) {
    const order = chance.pick(placed.ids)
    const isReady = control.order(order)?.fulfillment?.fulfillmentStatus === 'UNSHIPPED'
    if (!isReady || placed.packed.has(order) || placed.unlisted.has(order)) continue
    const tracking = chance.fraction() < 0.3 ? null : `TRACK${chance.digits(8)}`
    const said = { carrier: 'USPS', service: null, shippedAt: null, reference: null, items: null }
    const [result] = await enterShipments(deps, MERCHANT.id, { entries: [{ ...said, order, tracking }], who })
    if (result?.outcome === 'entered') placed.packed.set(order, tracking)
  }
}

/** Money goes back to a buyer whose order Amazon shows as shipped; until we know that it is refused. */
const moneyGoesBack: Happening = async ({ chance, deps, placed }) => {
  const order = placed.packed.size > 0 ? chance.pick([...placed.packed.keys()]) : null
  if (order === null || placed.refunded.has(order)) return
  const found = await deps.transaction(MERCHANT.id, 'app', (tx) => tx.store.findOrder(order))
  const line = found?.lines[0]?.lineId ?? ''
  const lines = [{ line, item: { amount: '5.00', currency: 'USD' } }]
  const wish = { order, entry: { reason: 'general-adjustment', lines }, again: false, who } as const
  if ((await refundOrder(deps, MERCHANT.id, wish)).ok) placed.refunded.add(order)
}

/** Does something once, as soon as the day is so far; what says false is tried again in the next round. */
function once(at: number, act: (scenery: Scenery) => Promise<unknown> | unknown): Happening {
  const done = new WeakSet<Placed>()
  return async (scenery, share) => {
    if (share < at || done.has(scenery.placed)) return
    if ((await act(scenery)) !== false) done.add(scenery.placed)
  }
}

/** A person maps a SKU: the orders that it holds come by themselves. */
const mend =
  (sku: string) =>
  async ({ deps }: Scenery): Promise<void> => {
    const mapping = { sellerSku: sku as SellerSku, itemId: 'TOWEL-LINEN' as ItemId, unit: '', note: '' }
    const saved = await saveMappings(deps, MERCHANT.id, [{ ...mapping, ratio: { amazon: 1, ours: 1 } }])
    if (!saved.ok) throw new Error(`${sku} could not be mapped.`)
  }

/** Orders of a day that lies before all sweeps. */
export const oldOrders =
  (day: string, lagMs: number) =>
  ({ chance, control, placed }: Pick<Scenery, 'chance' | 'control' | 'placed'>): void => {
    for (let n = 0; n < 12; n++) {
      const at = `${day}T${chance.whole(15, 22)}:${chance.whole(10, 59)}:00Z`
      const sku = chance.pick(['MUG-BLUE', 'KIT-BREAKFAST'])
      const id = control.placeOrder({ lines: [{ sku, price: 10 }], createdAt: at, updatedAt: at, lagMs })
      placed.ids.push(id)
      placed.unlisted.add(id)
    }
  }

/** A person wants an old day; one that is told that another back-fill is running comes again. */
const fill =
  (day: string) =>
  async ({ deps }: Scenery): Promise<boolean> =>
    (await askBackfill(deps, MERCHANT.id, { connection: CONNECTION, from: day, to: day, who })).ok

/** The same, while Amazon refuses the report: so it goes by pages of a search. */
const fillByPages =
  (day: string) =>
  async (scenery: Scenery): Promise<boolean> => {
    const isBegun = await fill(day)(scenery)
    if (isBegun) refuseReportsByDate(scenery)
    return isBegun
  }

/** From now on Amazon makes no report of a range of order dates. */
export function refuseReportsByDate({ control }: Pick<Scenery, 'control'>): void {
  const reportType = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'
  control.addFault({ operation: 'createReport', kind: 'refuse-report-type', reportType, always: true })
}

/** A person wants everything compared with Amazon's list now. */
export const reconcileNow = async ({ deps }: Pick<Scenery, 'deps'>): Promise<void> => {
  const asked = await askReconciliation(deps, MERCHANT.id, { connection: CONNECTION, who })
  if (!asked.ok) throw new Error(`The reconciliation was refused: ${asked.problem.code}`)
}

/** All that happens on the day, in this order in each round. */
export const HAPPENINGS: readonly Happening[] = [
  ordersCome,
  ordersChange,
  stockMoves,
  packagesLeave,
  moneyGoesBack,
  ...LATE_SKUS.map((sku, n) => once(0.1 + n * 0.15, mend(sku))),
  once(0.2, oldOrders('2026-11-07', 400 * DAY)),
  once(0.2, fill('2026-11-07')),
  once(0.35, reconcileNow),
  once(0.55, oldOrders('2026-11-08', 0)),
  once(0.55, fillByPages('2026-11-08')),
]
