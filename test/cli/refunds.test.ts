import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let [asked, open, shipped] = ['', '', '']

beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.saveShipping()
  await bench.ok(['settings', 'set', 'not-before', new Date(Date.now() - 172_800_000).toISOString().slice(0, 10)])
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
  await bench.ok(['start'])
  const line = { sku: 'MUG-BLUE', quantity: 2, price: 12 }
  asked = bench.placed({ lines: [{ ...line, cancellationRequest: 'Zorbalina changed her mind' }] })
  open = bench.placed({ lines: [line] })
  shipped = bench.placed({ lines: [line], status: 'PARTIALLY_SHIPPED' })
  await bench.ok(['run'])
})
afterAll(() => bench.close())

test('[O16][X3] what waits for a decision is listed with the commands; decided, it is on its way', async () => {
  const list = await bench.ok(['cancellations'])
  expect(list).toContain(asked)
  expect(list).toContain('./millrace orders cancel ORDER --reason REASON')
  expect(list).not.toContain('Zorbalina')
  expect(await bench.ok(['orders', 'cancel', asked, '--reason', 'buyer-cancelled'])).toContain('is in stage [Hold]')
  expect(await bench.ok(['cancellations'])).toContain('Nothing waits for you.')
  expect(await bench.json(['cancellations', '--state', 'cancel'])).toMatchObject({
    cancellations: [{ amazonOrderId: asked, byMerchant: false, up: 'waiting' }],
  })
})

test('[O16][X3] an order is cancelled without being asked, and that is taken back; a reason that is none is mistyped', async () => {
  expect(await bench.mistyped(['orders', 'cancel', open, '--reason', 'because'])).toContain('no-inventory')
  expect(await bench.json(['orders', 'cancel', open, '--reason', 'no-inventory'])).toMatchObject({
    stage: 'Hold',
    cancellation: { byMerchant: true, up: 'waiting' },
  })
  expect(await bench.ok(['orders', 'show', open])).toContain('You cancel it')
  expect(await bench.ok(['orders', 'ship-anyway', open])).toContain('[Shipping Department]')
  expect(await bench.refused(['orders', 'cancel', shipped, '--reason', 'no-inventory'])).toContain('a package has left')
})

test('[O16][X3] a refund by line; what is wrong is told with what is left; the second click is asked about', async () => {
  const refund = (...args: string[]) => ['orders', 'refund', shipped, '--reason', 'general-adjustment', ...args]
  expect(await bench.refused(refund('--line', 'MUG-BLUE item=99.00'))).toContain('at most 24.00 USD')
  expect(await bench.refused(refund())).toContain('Say what goes back')
  expect(await bench.mistyped(refund('--line', 'MUG-BLUE price=1'))).toContain('price=1')
  expect(await bench.ok(refund('--line', 'MUG-BLUE item=2.50'))).toMatch(/2\.50 USD +general-adjustment +waiting/)
  expect(await bench.refused(refund('--line', 'MUG-BLUE item=2.50'))).toContain('--again')
  await bench.ok(refund('--line', 'MUG-BLUE item=2.50', '--again'))
  expect((await bench.json(['orders', 'refunds', shipped])).refunds).toHaveLength(2)
  expect(await bench.ok(['orders', 'show', shipped])).toContain('general-adjustment')
  expect(await bench.refused(['orders', 'refund', open, '--reason', 'customer-return', '--full'])).toContain(
    'once the shipment is confirmed',
  )
})

test('[O16][O20][X3] decisions and returns that do not fit are refused with their sentences', async () => {
  const [{ id }] = (await bench.json(['orders', 'refunds', shipped])).refunds
  expect(await bench.refused(['refund', 'decide', String(id), '--paid'])).toContain('its state is [waiting]')
  expect(await bench.refused(['refund', 'decide', String(id)])).toContain('--paid or --not-paid')
  const move = ['orders', 'move', shipped, '--to', 'Rejected', '--reason', 'returned', '--restock']
  expect(await bench.refused([...move, 'all'])).toContain('Amazon has not cancelled it')
  expect(await bench.mistyped([...move, 'MUG-BLUE'])).toContain('SKU=UNITS')
})
