import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

const TOKEN = 'Atzr|demo-harbor-goods'
const CONNECT = ['connect', '--region', 'na', '--seller', 'A3HARBORGOODS']

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.ok(['settings', 'set', 'sweep-every', '3'])
})
afterAll(() => bench.close())

/** The causes of C1, in their order. */
const CAUSES = /revoked.*region.*draft.*role.*suspended/

describe('connecting', () => {
  test('[C1] a token that Amazon refuses is not saved; the likely causes are named in order, the token never', async () => {
    const { out, err, code } = await bench.run(CONNECT, 'Atzr|not-the-one')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(CAUSES)
    expect(err).toContain('Nothing was saved.')
    expect(err).not.toContain('not-the-one')
    expect(await bench.ok(['status'])).toContain('Not connected yet')
  })

  test('[C1] what is no token is refused by a sentence that says what one looks like', async () => {
    expect((await bench.run(CONNECT, 'not-a-token')).err).toContain('begins with Atzr| and has no spaces')
  })

  test('[C1] a wrong region and a missing role are refused with the same causes', async () => {
    bench.control.putApp({ clientId: 'amzn1.application-oa2-client.demo', roles: [] })
    expect(await bench.refused(CONNECT, TOKEN)).toMatch(CAUSES)
    bench.control.putApp({
      clientId: 'amzn1.application-oa2-client.demo',
      roles: ['inventory-and-order-tracking', 'direct-to-consumer', 'tax-invoicing'],
    })
    // What Amazon answers at an endpoint of a region in which the seller did not let the application in.
    bench.control.addFault({
      operation: 'getMarketplaceParticipations',
      kind: 'error',
      status: 403,
      code: 'Unauthorized',
    })
    expect(await bench.refused(['connect', '--region', 'eu', '--seller', 'A3HARBORGOODS'], TOKEN)).toMatch(CAUSES)
    expect(await bench.mistyped(['connect', '--region', 'moon', '--seller', 'A3HARBORGOODS'])).toContain('na, eu, fe')
  })

  test('[C1] a token on the command line is refused and not repeated', async () => {
    const said = await bench.mistyped([...CONNECT, 'Atzr|pasted-by-mistake'])
    expect(said).toContain('(hidden)')
    expect(said).not.toContain('pasted')
    expect(await bench.mistyped([...CONNECT, '--token=Atzr|pasted'])).not.toContain('pasted')
    expect(await bench.refused(CONNECT, '')).toContain('Nothing arrived on standard input')
    expect(await bench.refused(CONNECT, 'not a token')).toContain('begins with Atzr|')
  })

  test('[C1] a proven token is sealed, its marketplaces are shown, the token never', async () => {
    const said = await bench.ok(CONNECT, `${TOKEN}\n`)
    expect(said).toContain('na-A3HARBORGOODS is connected for HRBOR')
    expect(said).toContain('ATVPDKIKX0DER')
    expect(said).not.toContain('Atzr')
    expect(JSON.stringify(await bench.json(['status']))).not.toContain('Atzr')
  })

  test('[M4] another merchant cannot take a selling partner that is connected', async () => {
    const cedar = [
      '--name',
      'Cedar',
      '--owner',
      'owner@cedar.example',
      '--time-zone',
      'UTC',
      '--currency',
      'USD',
      '--weight-unit',
      'g',
      '--street',
      '1 Lane',
      '--city',
      'Bath',
      '--postal-code',
      '1',
      '--country',
      'US',
    ]
    await bench.ok(['merchant', 'add', '--id', 'CEDAR', ...cedar])
    expect(await bench.refused([...CONNECT, '--merchant', 'CEDAR'], TOKEN)).toContain(
      'already connected by another merchant',
    )
  })
})

const at = (...args: string[]) => [...args, '--merchant', 'HRBOR']

describe('starting', () => {
  test('[C9] connecting imports nothing, and starting is refused until each level has a method', async () => {
    expect(await bench.json(at('status'))).toMatchObject({
      merchants: [{ connections: [{ importing: false }], documents: {} }],
    })
    const said = await bench.refused(at('start'))
    expect(said).toContain('no shipping method is valid for Standard, Expedited, Two-Day, One-Day')
  })

  test('[C9] importing starts at the day that was set, and pausing loses nothing', async () => {
    await bench.ok(
      at('settings', 'save', 'shipping', '-'),
      JSON.stringify((await import('#main/demo/sample-merchant.ts')).SHIPPING),
    )
    const yesterday = new Date(Date.now() - 172_800_000).toISOString().slice(0, 10)
    await bench.ok(at('settings', 'set', 'not-before', yesterday))
    expect(await bench.ok(at('start'))).toMatch(/imports orders placed from \d+\/\d+\/\d\d 12:00 AM on/)
    expect(await bench.ok(at('pause'))).toContain('Nothing is lost by it')
    expect(await bench.ok(at('status'))).toContain('paused')
    await bench.ok(at('start'))
  })
})

describe('the Error Log', () => {
  let placed = ''
  let held = ''
  let ignored = ''
  let asked = ''

  test('[E1] one sweep: an order is placed, others are held and listed with the commands that mend them', async () => {
    placed = bench.placed({ lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }], buyer: { name: 'Robin Example' } })
    held = bench.placed({ lines: [{ sku: "MUG 'GREEN'", quantity: 2, price: 12 }], buyer: { name: 'Robin Example' } })
    ignored = bench.placed({ serviceLevel: 'SAME_DAY', lines: [{ sku: 'MUG-RED', quantity: 1, price: 12 }] })
    asked = bench.placed({ lines: [{ sku: 'MUG-RED', quantity: 1, price: 12, cancellationRequest: 'No' }] })
    const ran = await bench.json(['run'])
    expect(ran.ran).toContainEqual({
      merchant: 'HRBOR',
      kind: 'sweep-orders',
      subject: 'na-A3HARBORGOODS',
      ok: true,
      error: null,
    })
    const list = await bench.ok(at('errors', 'list'))
    expect(list).toContain(held)
    expect(list).toContain(`./millrace mapping add 'MUG '\\''GREEN'\\''' ITEM`)
    expect(list).toContain('./millrace level set SAME_DAY standard')
    expect(list).toContain('3 documents')
  })

  test('[E3] a document shows its log in the reference order, dates as the merchant writes them, and no buyer', async () => {
    const said = await bench.ok(at('errors', 'show', held))
    const places = [
      'Processing Document [',
      "ERROR: Item [MUG 'GREEN'] specified in import file does not exist",
      'Purchase Date [',
      'Considering processing of [',
      'Ignoring order id [',
    ].map((each) => said.indexOf(each))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(said).toMatch(/Purchase Date \[\d+\/\d+\/\d\d \d+:\d\d [AP]M\]/)
    expect(said).toContain('You mend it; trying again without a change does not help.')
    expect(said).not.toContain('Robin')
  })

  test('[E2] reprocessing shows the log and is safe to repeat', async () => {
    for (const _ of [1, 2])
      expect(await bench.json(at('errors', 'reprocess', held))).toMatchObject({ state: 'held', amazonOrderId: held })
    expect(await bench.json(at('errors', 'reprocess', placed))).toMatchObject({ state: 'placed' })
    expect((await bench.json(at('orders', 'list'))).orders).toHaveLength(2)
    expect(await bench.refused(at('errors', 'reprocess', '999999'))).toContain('no document [999999]')
  })

  test('[E2][U2] a download gives the document as received, without buyer data', async () => {
    const text = await bench.ok(at('errors', 'download', held))
    expect(JSON.parse(text)).toMatchObject({ orderId: held })
    expect(text).not.toContain('Robin')
    expect(text).not.toContain('marketplace.amazon')
  })

  test('[E4] mending by the command that was told imports the order by itself', async () => {
    expect(await bench.ok(at('mapping', 'add', "MUG 'GREEN'", 'MUG-BLUE'))).toContain('import by themselves')
    await bench.ok(['run'])
    expect(await bench.json(at('errors', 'show', held))).toMatchObject({ state: 'placed', problems: [] })
    const order = await bench.ok(at('orders', 'show', held))
    expect(order).toMatch(/Stage +Shipping Department/)
    expect(order).toMatch(/Buyer +\(not shown\)/)
    expect(order).not.toContain('Robin')
  })

  test('[E4][O3] an ignored order is cleared at once', async () => {
    expect(await bench.json(at('errors', 'ignore', ignored))).toMatchObject({
      state: 'skipped',
      reason: 'ignored-order',
    })
    expect(await bench.ok(at('errors', 'list'))).not.toContain(ignored)
    expect((await bench.json(at('settings', 'show'))).orders.ignoredOrders).toEqual([ignored])
  })

  test('[E1][O16] an order that waits for a decision is listed with its command until it is decided', async () => {
    const list = await bench.ok(at('errors', 'list'))
    expect(list).toContain(`./millrace orders cancel ${asked} --reason REASON`)
    expect(list).not.toContain('never import')
    expect(await bench.ok(at('errors', 'show', asked))).toContain(`./millrace orders ship-anyway ${asked}`)
    expect(await bench.ok(at('errors', 'list', '--state', 'held'))).toBe('No document is held.\n')
    await bench.ok(at('orders', 'ship-anyway', asked))
    expect(await bench.ok(at('errors', 'list'))).toBe('Nothing is held, and no order waits for a decision.\n')
  })

  test('[X5] calls are told per operation with searches per order', async () => {
    const calls = await bench.json(at('calls'))
    expect(calls.today).toContainEqual({ operation: 'searchOrders', calls: 1, throttled: 0, failed: 0 })
    expect(calls.searchesPerOrder).toBeCloseTo(1 / 3, 1)
    expect(calls.looks).toMatchObject([{ minutes: 3, because: 'unknown' }])
    const told = await bench.ok(at('calls'))
    expect(told).toMatch(/searchOrders +1 +483 +(19|20) of 20/)
    expect(told).toContain('Amazon is asked for orders every 3 minutes until it is known at which hours orders come.')
    expect(told).toMatch(/One order that waits or is missing +by-number/)
  })
})
