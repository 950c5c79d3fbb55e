import { expect, test } from 'vitest'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, endOf, orderOf, problemsOf, type Seller } from '../make/seller-views.ts'

/** The next page of Amazon is this text. */
const answer = (seller: Seller, body: string) =>
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body })

test.each([
  ['not JSON', { kind: 'not-json' }],
  ['cut off in the middle', { kind: 'truncate' }],
  ['cut off inside a proper answer', { kind: 'truncate', clean: true }],
  ['an empty body', { kind: 'not-json', body: '' }],
  ['a list where an object belongs', { kind: 'not-json', body: '[]' }],
  ['an object without orders', { kind: 'not-json', body: '{"orders":{}}' }],
] as const)('[O1] a page that is %s is asked for again, and nothing is lost', async (_, fault) => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(3 * MINUTE)
  seller.control.addFault({ operation: 'searchOrders', ...fault })
  await seller.run()
  expect(await problemsOf(seller)).toHaveLength(1)
  expect(callsOf(seller, 'searchOrders')).toBe(1)
  await seller.pass(3 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department' })
  expect(await problemsOf(seller)).toEqual([])
})

test('[O1] an answer of more than 32 MB is not taken in, and asked for again', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(3 * MINUTE)
  seller.control.addFault({ operation: 'searchOrders', kind: 'huge-body', bytes: 33 * 1024 * 1024 })
  await seller.run()
  expect(await problemsOf(seller)).toEqual(['answer-too-large'])
  await seller.pass(3 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department' })
})

test.each(['throttle', 'reset-before', 'reset-after'] as const)(
  '[O1] after %s the sweep goes on by itself, and nothing is lost',
  async (kind) => {
    const seller = await makeSeller()
    const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
    seller.control.advance(3 * MINUTE)
    seller.control.addFault({ operation: 'searchOrders', kind })
    await seller.run()
    expect(callsOf(seller, 'searchOrders')).toBe(1)
    await seller.pass(20 * MINUTE)
    expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department' })
    expect(await problemsOf(seller)).toEqual([])
  },
)

test('[O1] an order without an id and an entry that is no order are kept as documents, once, and the rest of the page imports', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const good = seller.control.order(id) as unknown as Record<string, unknown>
  const { orderId, ...nameless } = good
  const body = JSON.stringify({
    orders: [null, nameless, 7, good, { ...good, orderId: '' }],
    lastUpdatedBefore: '2026-11-10T14:00:00Z',
  })
  for (let n = 0; n < 3; n++) {
    answer(seller, body)
    await seller.pass(3 * MINUTE)
  }
  expect(await endOf(seller, String(orderId))).toBe('placed')
  const held = await seller.store((s) => s.listDocuments({ state: 'held', after: 0, limit: 20 }))
  expect(held.map((d) => d.problems[0]?.code)).toEqual(Array(4).fill('unreadable-order'))
  expect(held.every((d) => d.reference.startsWith('unreadable-'))).toBe(true)
})

test('[O1] one order twice in a page, and the older version last, ends as the newer one says', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  const older = structuredClone(seller.control.order(id))
  seller.control.advance(MINUTE)
  const newer = seller.control.alterOrder(id, { cancel: {} })
  answer(seller, JSON.stringify({ orders: [newer, older] }))
  await seller.run()
  expect(await endOf(seller, id)).toBe('skipped cancelled')
  expect(await orderOf(seller, id)).toBeNull()
})

test('[O1] values that Amazon adds tomorrow import where they do not matter, and hold where they do', async () => {
  const seller = await makeSeller()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 2)
  const [first, second] = ids.map((id) => structuredClone(seller.control.order(id)!))
  first!.programs = ['PROGRAM_OF_TOMORROW']
  second!.fulfillment!.fulfillmentStatus = 'STATUS_OF_TOMORROW'
  answer(seller, JSON.stringify({ orders: [first, second], somethingNew: { a: 1 } }))
  await seller.run()
  expect(await endOf(seller, ids[0]!)).toBe('placed')
  expect(await endOf(seller, ids[1]!)).toBe('held unknown-status')
})
