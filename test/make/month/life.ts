import type { CenterCode, ItemId, SellerSku } from '#core/ids.ts'
import { approveChanges, releaseTheBrake } from '#flows/approve-changes.ts'
import { cancelOrder } from '#flows/cancel-order.ts'
import { changeStock } from '#flows/change-stock.ts'
import { saveItems, saveMappings } from '#flows/configure.ts'
import type { Deps } from '#flows/deps.ts'
import { enterShipments } from '#flows/enter-shipments.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { Control } from '../../../src/simulator/control.ts'
import type { Random } from '../../../src/simulator/random.ts'
import { byHand, filesPass } from './files.ts'
import type { Ledger } from './ledger.ts'
import { CONNECTION, PLACES } from './merchant.ts'

const who = 'A person'
/** Enough that no shelf is ever empty: what cannot be sold is another story. */
const MOST_UNITS = 2

/** What happens in a month beside Millrace: at Amazon, and by the hands of people. */
export type Life = {
  readonly chance: Random
  readonly control: Control
  readonly deps: Deps
  readonly ledger: Ledger
  readonly names: readonly string[]
}

/** Lets some things happen, at Amazon and in the shop; `share`: how much of the month has passed. */
export async function live(life: Life, share: number): Promise<void> {
  for (let n = life.chance.whole(0, 3); n > 0; n--) comes(life)
  changes(life)
  await packs(life)
  if (life.chance.fraction() < 0.2) await givesBack(life)
  if (life.chance.fraction() < 0.3) await receives(life)
  if (life.chance.fraction() < 0.2) await reprices(life)
  if (life.chance.fraction() < 0.1) await cancels(life)
  if (share < 0.9 && life.chance.fraction() < 0.1) meddles(life)
  await filesPass(life)
  if (life.chance.fraction() < 0.3) await agrees(life)
  if (share > 0.3 && life.ledger.unknown.size > 0 && life.chance.fraction() < 0.1) await maps(life)
}

/** A few SKUs sell much and most seldom; now and then comes one that nobody knows yet. */
function comes({ chance, control, ledger, names }: Life): void {
  const late = [...ledger.unknown]
  const isLate = late.length > 0 && chance.fraction() < 0.05
  const often = Math.min(names.length, 40)
  const sku = isLate ? chance.pick(late) : chance.pick(chance.fraction() < 0.5 ? names.slice(0, often) : names)
  const units = chance.whole(1, MOST_UNITS)
  const status = !isLate && chance.fraction() < 0.2 ? 'PENDING' : 'UNSHIPPED'
  const marketplaceId = chance.pick(PLACES)
  const id = control.placeOrder({ marketplaceId, status, lines: [{ sku, quantity: units, price: 15 }] })
  ledger.orders.set(id, { sku, item: isLate ? (names[0] ?? '') : sku, units })
}

/** Pending orders become payable, and a few are cancelled by Amazon's side. */
function changes({ chance, control, ledger }: Life): void {
  for (const id of ledger.orders.keys()) {
    const status = control.order(id)?.fulfillment?.fulfillmentStatus
    if (status === 'PENDING' && chance.fraction() < 0.3) control.alterOrder(id, { status: 'UNSHIPPED' })
    else if (status === 'UNSHIPPED' && !ledger.packed.has(id) && chance.fraction() < 0.01)
      control.alterOrder(id, { cancel: {} })
  }
}

/** What Millrace has placed is packed, two units now and then in two packages; the tracking number is written down whoever asks again. */
async function packs({ chance, control, deps, ledger }: Life): Promise<void> {
  const isOpen = (id: string) =>
    ledger.begun.has(id) ||
    (!ledger.packed.has(id) && control.order(id)?.fulfillment?.fulfillmentStatus === 'UNSHIPPED')
  const leaving = [...ledger.orders].filter(([id]) => isOpen(id) && chance.fraction() < 0.25)
  const entries = leaving.map(([order, { sku, units }]) => {
    const tracking = `TRACK${chance.digits(9)}`
    const isPart = units > 1 && !ledger.begun.has(order) && chance.fraction() < 0.5
    const items = isPart ? [{ line: null, sku, item: null, quantity: 1 }] : null
    return { order, tracking, carrier: 'USPS', service: null, shippedAt: null, reference: null, items }
  })
  if (entries.length === 0) return
  const results = await enterShipments(deps, MERCHANT.id, { entries, who })
  for (const [n, { outcome }] of results.entries()) {
    const entry = entries[n]
    if (!entry || outcome !== 'entered') continue
    ledger.packed.set(entry.order, [...(ledger.packed.get(entry.order) ?? []), entry.tracking])
    if (entry.items) ledger.begun.add(entry.order)
    else ledger.begun.delete(entry.order)
  }
}

/** A person cancels an order that has not left. */
async function cancels({ chance, control, deps, ledger }: Life): Promise<void> {
  const open = [...ledger.orders.keys()].filter(
    (id) => !ledger.packed.has(id) && control.order(id)?.fulfillment?.fulfillmentStatus === 'UNSHIPPED',
  )
  if (open.length === 0) return
  const order = chance.pick(open)
  if ((await cancelOrder(deps, MERCHANT.id, { order, reason: 'no-inventory', who })).ok) ledger.cancelled.add(order)
}

/** Another program changes a quantity at Amazon: the audit of a night finds it. A second time it would be a person's to decide. */
function meddles({ chance, control, ledger, names }: Life): void {
  const sku = chance.pick(names)
  if (ledger.meddled.has(sku)) return
  control.alterListing(sku, { liveQuantity: chance.whole(0, 9) })
  ledger.meddled.add(sku)
}

async function givesBack({ chance, deps, ledger }: Life): Promise<void> {
  const shipped = [...ledger.packed.keys()].filter((id) => !ledger.refunded.has(id))
  if (shipped.length === 0) return
  const order = chance.pick(shipped)
  const found = await deps.transaction(MERCHANT.id, 'app', (tx) => tx.store.findOrder(order))
  const currency = found?.currency ?? 'USD'
  const lines = [{ line: found?.lines[0]?.lineId ?? '', item: { amount: '5.00', currency } }]
  const wish = { order, entry: { reason: 'general-adjustment', lines }, again: false, who } as const
  if ((await refundOrder(deps, MERCHANT.id, wish)).ok) ledger.refunded.add(order)
}

async function receives({ chance, deps, ledger, names }: Life): Promise<void> {
  const item = chance.pick(names.slice(0, 40))
  const quantity = chance.whole(1, 30)
  const came = {
    kind: 'receipt',
    itemId: item as ItemId,
    center: 'PORTLAND' as CenterCode,
    quantity,
    reason: 'delivery',
    reference: '',
  } as const
  const done = await changeStock(deps, MERCHANT.id, { changes: [came], who })
  if (done.ok) ledger.received.set(item, (ledger.received.get(item) ?? 0) + quantity)
}

async function reprices({ chance, deps, ledger, names }: Life): Promise<void> {
  const item = chance.pick(byHand(names))
  const cents = chance.whole(1300, 1700)
  const price = { amount: (cents / 100).toFixed(2), currency: 'USD' }
  const said = { id: item as ItemId, description: `Busy ${item}`, grams: 100, tracksStock: true, kit: null, price }
  if ((await saveItems(deps, MERCHANT.id, [said])).ok) ledger.prices.set(item, cents)
}

/** A person looks at what asks, and it is as it was meant: many prices at once pull the brake. */
export async function agrees({ deps }: Pick<Life, 'deps'>): Promise<void> {
  const word = { connection: CONNECTION, who }
  const done = [
    await releaseTheBrake(deps, MERCHANT.id, word),
    await approveChanges(deps, MERCHANT.id, { ...word, skus: null }),
  ]
  if (done.some(({ ok }) => !ok)) throw new Error('What asks could not be answered.')
}

/** A person maps a SKU that nobody knew: its held orders come by themselves. */
async function maps({ deps, ledger, names }: Life): Promise<void> {
  const [sku] = ledger.unknown
  const [item = ''] = names
  if (sku === undefined) return
  const mapping = { sellerSku: sku as SellerSku, itemId: item as ItemId, unit: '', note: '' }
  const saved = await saveMappings(deps, MERCHANT.id, [{ ...mapping, ratio: { amazon: 1, ours: 1 } }])
  if (saved.ok) ledger.unknown.delete(sku)
}
