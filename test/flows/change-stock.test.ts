import { expect, test } from 'vitest'
import type { CenterCode, ItemId } from '#core/ids.ts'
import type { StockChange } from '#core/inventory/shelf-move.ts'
import type { RestockDay } from '#core/inventory/stock-entry.ts'
import { changeStock, setRestockDays, setStock } from '#flows/change-stock.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { voidPackage } from '#flows/void-package.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { type Seller, stockOf } from '../make/seller-views.ts'
import { enter, makePlaced, entry as packed } from '../make/shipments.ts'

const MUG = 'MUG-BLUE' as ItemId
const [PORTLAND, RENO] = ['PORTLAND', 'RENO'] as CenterCode[] as [CenterCode, CenterCode]
const who = 'A person'
const WHY = { itemId: MUG, reason: 'correction', reference: '' } as const
const adjust = (by: number, more: object = {}) =>
  ({ ...WHY, kind: 'adjustment', center: PORTLAND, by, belowZero: false, ...more }) as StockChange
const transfer = (quantity: number) =>
  ({ ...WHY, kind: 'transfer', reason: 'moved', from: PORTLAND, to: RENO, quantity }) as StockChange
const receipt = (quantity: number, reference = '') =>
  ({ ...WHY, kind: 'receipt', reason: 'delivery', center: RENO, quantity, reference }) as StockChange
const change = (seller: Seller, ...changes: StockChange[]) =>
  changeStock(seller.deps, seller.merchant, { changes, who })

/** The history of the mug, the oldest first. */
const history = async (seller: Seller) => {
  const page = { after: null, limit: 99, itemId: MUG, center: null }
  const rows = await seller.store((s) => s.listStockMoves(page))
  return rows
    .toReversed()
    .map((row) => [row.kind, row.center, row.change, row.onHand, row.reason, row.reference, row.who].join(' '))
}
const counted = ['count PORTLAND 400 400 counted  the demo', 'count RENO 80 80 counted  the demo']

test('[O20] what a person moves is on the shelf and in the history, with reason, reference and who', async () => {
  const seller = await makeSeller()
  const done = await change(seller, adjust(-5, { reason: 'damaged' }), transfer(100), receipt(20, 'delivery 7'))
  expect(done).toMatchObject({ ok: true, value: { length: 4 } })
  expect(await stockOf(seller, MUG)).toEqual({ PORTLAND: [295, 0], RENO: [200, 0] })
  expect(await history(seller)).toEqual([
    ...counted,
    'adjustment PORTLAND -5 395 damaged  A person',
    'transfer PORTLAND -100 295 moved  A person',
    'transfer RENO 100 180 moved  A person',
    'receipt RENO 20 200 delivery delivery 7 A person',
  ])
})

test('[O20] one that is wrong among many leaves everything as it was', async () => {
  const seller = await makeSeller()
  expect(await change(seller, adjust(-5), transfer(401))).toMatchObject({
    ok: false,
    problems: [{ facts: { field: 'transfers[1].quantity' } }],
  })
  expect(await stockOf(seller, MUG)).toEqual({ PORTLAND: [400, 0], RENO: [80, 0] })
  expect(await history(seller)).toEqual(counted)
})

test('[O20] what orders have reserved is not transferred away', async () => {
  const seller = await makeSeller()
  seller.control.placeOrder({ lines: [{ sku: MUG, quantity: 3 }] })
  await seller.pass(6 * MINUTE)
  expect(await change(seller, transfer(398))).toMatchObject({ ok: false })
  expect(await change(seller, transfer(397))).toMatchObject({ ok: true })
  expect(await stockOf(seller, MUG)).toEqual({ PORTLAND: [3, 3], RENO: [477, 0] })
})

test('[O20] two transfers of the same last units at one moment: one of them, and no unit is made', async () => {
  const seller = await makeSeller()
  const both = await Promise.all([change(seller, transfer(300)), change(seller, transfer(300))])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await stockOf(seller, MUG)).toEqual({ PORTLAND: [100, 0], RENO: [380, 0] })
})

test('[O20] stock that is set again as it was leaves no trace; what differs is a count', async () => {
  const seller = await makeSeller()
  const stock = [
    { itemId: MUG, center: PORTLAND, onHand: 400 },
    { itemId: MUG, center: RENO, onHand: 7 },
  ]
  await setStock(seller.deps, seller.merchant, { stock, who })
  await setStock(seller.deps, seller.merchant, { stock, who })
  expect(await history(seller)).toEqual([...counted, 'count RENO -73 7 counted  A person'])
})

test('[O20][O6] what orders took, and what came back, is in the history with its order', async () => {
  const seller = await makeSeller()
  const sent = seller.control.placeOrder({ lines: [{ sku: MUG, quantity: 2, price: 12 }] })
  await seller.pass(10 * MINUTE)
  seller.control.alterOrder(sent, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  const entry = {
    reason: 'customer-return',
    lines: [{ line: MUG, item: { amount: '5.25', currency: 'USD' }, restock: 1 }],
  } as const
  await refundOrder(seller.deps, seller.merchant, { order: sent, entry, again: false, who })
  const number = (await seller.store((s) => s.findOrder(sent)))?.orderId
  expect((await history(seller)).slice(2)).toEqual([
    `shipment PORTLAND -2 398 shipped order ${number} import`,
    `restock PORTLAND 1 399 returned order ${number} A person`,
  ])
  expect(await stockOf(seller, MUG)).toEqual({ PORTLAND: [399, 0], RENO: [80, 0] })
})

test('[O20][S2] a package that was entered takes from the shelf, and one that is voided puts it back, both in the history', async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, packed(id))
  await voidPackage(seller.deps, seller.merchant, { order: id, number: 1, who })
  const number = (await seller.store((s) => s.findOrder(id)))?.orderId
  expect((await history(seller)).slice(2)).toEqual([
    expect.stringMatching(`^shipment PORTLAND -3 397 shipped order ${number} `),
    `restock PORTLAND 3 400 package-voided order ${number} A person`,
  ])
})

test('[O20][O6] several orders of one page leave a row each, each with what lay there after it', async () => {
  const seller = await makeSeller()
  const { orders } = await seller.store((s) => s.readSettings())
  await seller.store((s) => s.writeOrderSettings({ value: { ...orders, asCompleted: true }, at: seller.deps.now() }))
  for (const quantity of [1, 2, 3]) seller.control.placeOrder({ lines: [{ sku: MUG, quantity }] })
  await seller.pass(6 * MINUTE)
  const rows = (await history(seller)).slice(2)
  expect(rows).toHaveLength(3)
  const [changes, onHand] = [2, 3].map((at) => rows.map((row) => Number(row.split(' ')[at])))
  expect(changes?.toSorted()).toEqual([-1, -2, -3])
  expect(onHand).toEqual([0, 1, 2].map((at) => 400 + changes!.slice(0, at + 1).reduce((sum, by) => sum + by, 0)))
})

const day = (on: string | null, center = PORTLAND): RestockDay => ({ itemId: MUG, center, on })
const restockOf = async (seller: Seller) =>
  (await seller.store((s) => s.stockOfItems([MUG]))).find(({ center }) => center === RENO)?.restockOn

test('[I5] the day on which more comes is set, cleared, and gone with the receipt', async () => {
  const seller = await makeSeller()
  const set = (entered: RestockDay) => setRestockDays(seller.deps, seller.merchant, [entered])
  await set(day('2026-12-01', RENO))
  expect(await restockOf(seller)).toBe('2026-12-01')
  await change(seller, adjust(1, { center: RENO }))
  expect(await restockOf(seller)).toBe('2026-12-01')
  await change(seller, receipt(5))
  expect(await restockOf(seller)).toBeNull()
  await set(day('2026-11-10', RENO))
  await set(day(null, RENO))
  expect(await restockOf(seller)).toBeNull()
})

test.each([
  ['a day before today', day('2026-11-09'), 'must not lie before today, 2026-11-10'],
  ['a day that is none', day('2026-02-30'), 'is not a day of the calendar'],
  ['an unknown center', day('2026-12-01', 'NOWHERE' as CenterCode), 'is not a center of this merchant'],
  ['an unknown item', { ...day('2026-12-01'), itemId: 'CUP' as ItemId }, 'is not an item of this merchant'],
  [
    'where it was never kept',
    { ...day('2026-12-01', RENO), itemId: 'MUG-RED' as ItemId },
    'has no stock there: set that of MUG-RED in RENO first, 0 will do',
  ],
] as const)('[I5] a restock day is refused: %s', async (_, entered, why) => {
  const seller = await makeSeller()
  expect(await setRestockDays(seller.deps, seller.merchant, [entered])).toMatchObject({
    ok: false,
    problems: [{ facts: { why } }],
  })
})
