import { expect, test } from 'vitest'
import { printLabels } from '#flows/print-labels.ts'
import { BUYER, csvOf, type Json, makeShop, numbered, ORDER, stockOf } from '../make/channel-file.ts'
import { MINUTE } from '../make/seller.ts'
import { UPS } from '../make/shipments.ts'
import { viewer } from '../make/viewers.ts'

test('[H3] a file of orders is looked through, then each is placed or refused by itself, and the buyers lie sealed', async () => {
  const { seller, call, about, bring, steer, rowsOf, owner, sealed } = await makeShop()
  const before = await stockOf(owner, 'MUG-BLUE')
  const id = await bring(
    csvOf(
      ORDER,
      {
        'order.channelPartnerOrderId': 'W-1001',
        'item.merchantItemId': 'TEA-EARL',
        'item.quantity': '1',
        'item.arbitraryUnitCost': '5',
      },
      numbered('W-1002', { 'item.merchantItemId': 'NOBODY-KNOWS' }),
      numbered('W-1003', { 'order.paymentMethod': 'Barter', 'item.quantity': 'two' }),
    ),
  )
  expect(await about(id)).toMatchObject({
    kind: 'channel-orders',
    state: 'previewed',
    channel: 'WEB',
    rows: 3,
    counts: { placed: 1, refused: 2 },
  })
  expect((await call('GET', '/orders?channel=WEB')).body).toMatchObject({ rows: [] })
  expect(await rowsOf(id)).toMatchObject([
    {
      row: 2,
      target: 'WEB:W-1001',
      outcome: 'placed',
      changes: expect.arrayContaining([
        { field: 'stage', from: '', to: expect.stringContaining('Shipping Department') },
      ]),
    },
    {
      row: 4,
      target: 'WEB:W-1002',
      outcome: 'refused',
      problem: { sentence: expect.stringContaining('no item is called [NOBODY-KNOWS]') },
    },
    { row: 5, outcome: 'refused', cell: null, problem: { sentence: expect.stringMatching(/B5 .*Barter.* N5 .*two/) } },
  ])
  expect(await sealed()).toBe(1)

  await steer(id, 'apply')
  expect(await about(id)).toMatchObject({ state: 'applied', counts: { placed: 1, refused: 2 } })
  expect(await sealed()).toBe(0)
  const { rows } = (await call('GET', '/orders?channel=WEB')).body as unknown as { rows: Json[] }
  expect(rows).toMatchObject([
    {
      channel: 'WEB',
      amazonOrderId: 'WEB:W-1001',
      amazonStatus: 'NOT_AT_AMAZON',
      stage: 'Shipping Department',
      total: { amount: '25.00' },
      buyer: { masked: true, country: 'US', state: 'TX' },
    },
  ])
  const after = await stockOf(owner, 'MUG-BLUE')
  expect(after).toEqual({ on_hand: before.on_hand, allocated: before.allocated + 2 })
  const dump =
    await owner.query(`select json_agg(o)::text || (select json_agg(l)::text from millrace.order_lines l) || (select json_agg(e)::text from millrace.order_events e)
    || (select json_agg(d)::text from millrace.documents d) || (select json_agg(i)::text from millrace.imports i) || (select json_agg(r)::text from millrace.import_rows r) as said from millrace.orders o`)
  expect(dump.rows[0].said).toContain('WEB:W-1001')
  expect(dump.rows[0].said).not.toMatch(BUYER)
  await seller.run()
})

test('[H3] twice the same file changes nothing, and one of two channels may have the number of the other', async () => {
  const { call, about, place, rowsOf, bring } = await makeShop()
  await place(ORDER)
  const again = await place(ORDER)
  expect(await about(again)).toMatchObject({ state: 'applied', counts: { placed: 0, unchanged: 1, refused: 0 } })
  await call('PUT', '/channels/EBAY', { name: 'Other market', keepDays: 60 })
  const unnamed = await bring(csvOf(numbered('W-5')))
  expect(await rowsOf(unnamed)).toMatchObject([
    { outcome: 'refused', problem: { sentence: expect.stringContaining('from which channel') } },
  ])
  await place(numbered('W-1001', { 'order.channelPartnerCode': 'ebay' }))
  const ids = async (query: string) =>
    ((await call('GET', `/orders?${query}`)).body as unknown as { rows: { amazonOrderId: string }[] }).rows.map(
      (row) => row.amazonOrderId,
    )
  expect(await ids('find=W-1001')).toEqual(expect.arrayContaining(['WEB:W-1001', 'EBAY:W-1001']))
  expect(await ids('find=EBAY:W-1001')).toEqual(['EBAY:W-1001'])
  expect(await ids('channel=EBAY')).toEqual(['EBAY:W-1001'])
  expect(await ids('channel=amazon')).toEqual([])
  expect((await call('GET', '/channels')).body).toMatchObject({
    rows: [
      { code: 'EBAY', orders: 1 },
      { code: 'WEB', orders: 1 },
    ],
  })
  expect((await call('DELETE', '/channels/EBAY')).status).toBe(409)
})

test('[H3] the channel of orders that name none is chosen, and they are looked through again', async () => {
  const { seller, call, about, bring } = await makeShop()
  await call('PUT', '/channels/EBAY', { name: 'Other market', keepDays: 60 })
  const id = await bring(csvOf(ORDER))
  expect(await about(id)).toMatchObject({ channel: null, counts: { refused: 1 } })
  expect((await call('PUT', `/imports/${id}/options`, { channel: 'NONE' })).status).toBe(404)
  await call('PUT', `/imports/${id}/options`, { channel: 'EBAY' })
  await seller.run()
  expect(await about(id)).toMatchObject({ state: 'previewed', channel: 'EBAY', counts: { placed: 1, refused: 0 } })
})

test('[H3][S1] such an order is shipped like any other, taken back like any other, and Amazon is never told', async () => {
  const { seller, call, place } = await makeShop()
  await place(ORDER)
  const entry = { order: 'WEB:W-1001', carrier: 'UPS', tracking: UPS }
  expect((await call('GET', '/shipping-queue?channel=WEB')).body).toMatchObject({
    rows: [{ amazonOrderId: 'WEB:W-1001' }],
  })
  expect((await call('POST', '/shipments', { shipments: [entry] })).body).toMatchObject({
    results: [{ outcome: 'entered' }],
  })
  expect((await call('DELETE', '/orders/WEB:W-1001/packages/1')).status).toBe(200)
  expect((await call('GET', '/orders/WEB:W-1001')).body).toMatchObject({ stage: 'Shipping Department', packages: [] })
  await call('POST', '/shipments', { shipments: [entry] })
  await seller.pass(20 * MINUTE)
  expect((await call('GET', '/orders/WEB:W-1001')).body).toMatchObject({
    stage: 'Completed Order',
    packages: [{ confirmation: null }],
  })
  expect((await call('GET', '/outbox')).body).toMatchObject({ rows: [] })
  const codeOf = async (path: string, body: object) => ((await call('POST', path, body)).body as { code?: string }).code
  expect(await codeOf('/orders/WEB:W-1001/refunds', { reason: 'customer-return', full: true })).toBe('cannot-refund')
  expect(await codeOf('/orders/WEB:W-1001/cancel', { reason: 'no-inventory' })).toBe('cannot-cancel')
  expect((await call('POST', '/where-is-order/WEB:W-1001', {})).body).toMatchObject({
    step: 'in-stage',
    stage: 'Completed Order',
  })
  expect((await call('POST', '/where-is-order/WEB:W-9', {})).status).toBe(404)
})

test('[H3] undoing an import cancels what has not left: its stock is free, and the same file may come again', async () => {
  const { call, about, place, steer, rowsOf, owner } = await makeShop()
  const before = await stockOf(owner, 'MUG-BLUE')
  const id = await place(ORDER, numbered('W-1002'), numbered('W-1003', { 'order.storeCompleted': 'yes' }))
  await call('POST', '/shipments', { shipments: [{ order: 'WEB:W-1002', carrier: 'UPS', tracking: UPS }] })
  await steer(id, 'undo')
  expect(await about(id)).toMatchObject({ state: 'undone', counts: { undone: 1, kept: 2 } })
  expect(await rowsOf(id)).toMatchObject([
    { undone: 'undone' },
    { undone: 'kept', problem: { sentence: expect.stringContaining('something of it has left') } },
    { undone: 'kept', problem: { sentence: expect.stringContaining('it is completed') } },
  ])
  const taken = (await call('GET', '/orders/WEB:W-1001')).body as Json
  expect(taken.stage).toBe('Rejected')
  expect(await stockOf(owner, 'MUG-BLUE')).toEqual({ on_hand: before.on_hand - 4, allocated: before.allocated })
  const again = await place(numbered('W-1001', { 'item.quantity': '1' }), numbered('W-1002'))
  expect(await about(again)).toMatchObject({ counts: { placed: 1, unchanged: 1 } })
  expect((await call('GET', '/orders/WEB:W-1001')).body).toMatchObject({
    orderNumber: taken.orderNumber,
    stage: 'Shipping Department',
    lines: [{ quantity: 1 }],
  })
  expect(await stockOf(owner, 'MUG-BLUE')).toEqual({ on_hand: before.on_hand - 4, allocated: before.allocated + 1 })
})

test('[H3] a file with card numbers is refused in a sentence, and nothing of it is kept anywhere', async () => {
  const { send, call, sealed } = await makeShop()
  const refused = await send(csvOf(numbered('W-1', { 'order.creditCardNumber': '4111111111111111' })))
  expect(refused).toMatchObject({ status: 422, body: { detail: expect.stringContaining('Millrace takes no cards') } })
  expect(JSON.stringify(refused.body)).not.toContain('4111')
  expect((await call('GET', '/imports')).body).toMatchObject({ rows: [] })
  expect(await sealed()).toBe(0)
})

test('[H3] an import that is dropped, or waits for a week, leaves nothing of its buyers', async () => {
  const { purgeAfter, about, bring, steer, sealed, call } = await makeShop()
  const kept = async () => (await call('GET', '/retention')).body
  const dropped = await bring(csvOf(ORDER))
  await steer(dropped, 'drop')
  expect(await sealed()).toBe(0)
  const forgotten = await bring(csvOf(ORDER))
  await purgeAfter(6)
  expect(await sealed()).toBe(1)
  expect(await kept()).toMatchObject({
    held: [{}, {}, {}, { kind: 'files', count: 1, overdue: 0 }],
    keys: [{ files: 1, mails: 0 }],
  })
  await purgeAfter(2)
  expect(await sealed()).toBe(0)
  expect(await kept()).toMatchObject({ held: [{}, {}, {}, { kind: 'files', count: 0, oldest: null }] })
  expect((await about(forgotten)).state).toBe('dropped')
  await bring(csvOf(ORDER))
  // Nothing ran for a season.
  await purgeAfter(120)
  expect(await sealed()).toBe(0)
})

test('[H3][U3][U4] its buyer is shown for a label by the merchant’s own right, found by the index, and gone when the merchant says', async () => {
  const { seller, purgeAfter, call, place, owner } = await makeShop()
  await call('PUT', '/channels/WEB', { name: 'Web shop', keepDays: 5 })
  await place(ORDER)
  const printed = await printLabels(seller.deps, seller.merchant, {
    viewer: viewer(seller, { secondFactorAt: null }),
    orders: ['WEB:W-1001'],
    purpose: 'ship',
  })
  expect(printed).toMatchObject({
    ok: true,
    value: {
      orders: [
        {
          order: { amazonOrderId: 'WEB:W-1001' },
          buyer: {
            shipTo: { name: 'Zebedee Quux', lines: ['77 Zebra Lane'] },
            phone: '555-0177',
            deliveryNotes: 'Behind the zebra',
            email: null,
          },
        },
      ],
    },
  })
  const kept = async () => (await owner.query('select origin from vault.buyers')).rows
  expect(await kept()).toEqual([{ origin: 'WEB' }])
  expect((await owner.query('select 1 from vault.searches')).rowCount).toBeGreaterThan(3)
  await call('POST', '/shipments', { shipments: [{ order: 'WEB:W-1001', carrier: 'UPS', tracking: UPS }] })
  await purgeAfter(3)
  expect(await kept()).toHaveLength(1)
  await purgeAfter(2)
  expect(await kept()).toEqual([])
  expect((await owner.query('select 1 from vault.searches')).rowCount).toBe(0)
})

test('[H3][X1] an order of another channel is found, shipped and its package corrected by its name, however long and odd that is', async () => {
  const { call, place } = await makeShop()
  const name = `ABCDEFGHIJ:W/1?%#${'9'.repeat(43)}`
  await call('PUT', '/channels/ABCDEFGHIJ', { name: 'A shop', keepDays: 60 })
  await place(numbered(name.slice(11), { 'order.channelPartnerCode': 'ABCDEFGHIJ' }))
  const at = `/orders/${encodeURIComponent(name)}`
  const { rows } = (await call('GET', `/orders?amazonOrderId=${encodeURIComponent(name)}`)).body as { rows: Json[] }
  expect(rows).toMatchObject([{ amazonOrderId: name }])
  expect((await call('GET', at)).body).toMatchObject({ amazonOrderId: name })
  const left = await call('POST', '/shipments', { shipments: [{ order: name, carrier: 'UPS', tracking: UPS }] })
  expect(left.body).toMatchObject({ results: [{ outcome: 'entered', package: { number: 1 } }] })
  const mended = await call('PATCH', `${at}/packages/1`, { carrier: 'FedEx', tracking: '999999999999' })
  expect([mended.status, mended.body]).toMatchObject([200, {}])
  expect((await call('DELETE', `${at}/packages/1`)).status).toBe(200)
})
