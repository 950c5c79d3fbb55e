import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

const SECRETS = [
  'Zephyrine Quillfeather',
  'zq@marketplace.amazon.example',
  '17 Hidden Lane',
  '555-0142',
  'Happy birthday Zeph',
]

/** A connected merchant with the API before it, and a second merchant that must see nothing. */
async function makeShop() {
  const seller = await makeSeller()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const foreign = 'ALIEN' as MerchantId
  const found = await seller.deps.deployment.findMerchant(seller.merchant)
  if (found) await seller.deps.deployment.addMerchant({ ...found, id: foreign })
  const replies: string[] = []
  app.addHook('onSend', async (_request, _reply, payload) => void replies.push(String(payload)))
  return {
    seller,
    replies,
    call: callWith(app, await addKey(seller.deps, seller.merchant)),
    foreign: callWith(app, await addKey(seller.deps, foreign)),
  }
}

const draft = (sku: string) => ({
  lines: [{ sku, quantity: 2, price: 27, gift: { message: 'Happy birthday Zeph' } }],
  buyer: { name: 'Zephyrine Quillfeather', email: 'zq@marketplace.amazon.example' },
  address: {
    name: 'Zephyrine Quillfeather',
    addressLine1: '17 Hidden Lane',
    city: 'Austin',
    stateOrRegion: 'TX',
    postalCode: '78701',
    countryCode: 'US',
    phone: '555-0142',
  },
})

type Row = {
  orderNumber: number
  documentId: number
  amazonOrderId: string
  state: string
  problems: { mend: string }[]
}
type Page = { rows: Row[]; next: string | null }

test('[X1] an order is listed and shown with lines, money, events and log, by our number and by its Amazon id', async () => {
  const { seller, call } = await makeShop()
  const id = seller.control.placeOrder(draft('AMZ-TEA-EARL-3PK'))
  const later = seller.control.placeOrder(draft('MUG-BLUE'))
  await seller.pass(10 * MINUTE)

  const first = (await call('GET', '/orders?limit=1')).body as Page
  const second = (await call('GET', `/orders?limit=1&after=${first.next}`)).body as Page
  expect([first, second].map((page) => page.rows[0]?.amazonOrderId).sort()).toEqual([id, later].sort())
  expect(((await call('GET', '/orders?stage=Rejected')).body as Page).rows).toEqual([])
  expect(((await call('GET', `/orders?amazonOrderId=${id}`)).body as Page).rows).toMatchObject([{ amazonOrderId: id }])

  const order = (await call('GET', `/orders/${id}`)).body as Row
  expect(order).toMatchObject({
    stage: 'Shipping Department',
    shippingMethod: 'UPS-GROUND',
    center: 'PORTLAND',
    buyer: { masked: true, country: 'US', state: 'TX' },
    lines: [
      {
        sellerSku: 'AMZ-TEA-EARL-3PK',
        itemId: 'TEA-EARL',
        quantityAmazon: 2,
        quantity: 6,
        money: { item: { amount: '54.00', currency: 'USD' } },
      },
    ],
  })
  expect(order).toHaveProperty('log[0].sentence')
  expect(order).toHaveProperty('events[0].kind')
  expect((await call('GET', `/orders/${order.orderNumber}`)).body).toEqual(order)
})

test('[U2] no reply of the API holds anything of a buyer', async () => {
  const { seller, call, replies } = await makeShop()
  const id = seller.control.placeOrder(draft('MUG-BLUE'))
  seller.control.placeOrder(draft('NOBODY-KNOWS'))
  for (const secret of SECRETS) expect(JSON.stringify(seller.control.order(id))).toContain(secret)
  await seller.pass(10 * MINUTE)
  const held = ((await call('GET', '/error-log')).body as Page).rows[0]
  for (const path of [
    '/orders',
    `/orders/${id}`,
    `/error-log/${held?.documentId}`,
    '/error-log?state=placed',
    '/problems',
    '/status',
    '/calls',
  ]) {
    expect((await call('GET', path)).status).toBe(200)
  }
  await call('POST', `/error-log/${held?.documentId}/reprocess`)
  expect(replies.length).toBeGreaterThan(8)
  for (const secret of SECRETS) expect(replies.join('\n')).not.toContain(secret)
})

test('[E4] a held order tells what mends it, and imports by itself once its SKU is mapped', async () => {
  const { seller, call } = await makeShop()
  const id = seller.control.placeOrder(draft('NOBODY-KNOWS'))
  await seller.pass(10 * MINUTE)
  const held = ((await call('GET', '/error-log')).body as Page).rows[0]
  expect(held).toMatchObject({
    amazonOrderId: id,
    state: 'held',
    problems: [{ code: 'unknown-sku', mend: 'map-sku', mendedBy: 'merchant' }],
  })

  const mapping = { sellerSku: 'NOBODY-KNOWS', itemId: 'MUG-RED', ratio: { amazon: 1, ours: 1 } }
  expect((await call('PUT', '/sku-mappings', { mappings: [mapping] })).status).toBe(200)
  await seller.run()
  expect((await call('GET', `/orders/${id}`)).body).toMatchObject({
    stage: 'Shipping Department',
    lines: [{ itemId: 'MUG-RED' }],
  })
  expect(((await call('GET', '/error-log')).body as Page).rows).toEqual([])
})

test('[E2] reprocess runs it now and shows the log; it may be repeated', async () => {
  const { seller, call } = await makeShop()
  seller.control.placeOrder(draft('NOBODY-KNOWS'))
  await seller.pass(10 * MINUTE)
  const held = ((await call('GET', '/error-log')).body as Page).rows[0]
  const path = `/error-log/${held?.documentId}/reprocess`
  const again = await call('POST', path)
  expect([again.status, again.body]).toMatchObject([200, { state: 'held' }])
  expect(again.body).toHaveProperty('log[0].sentence')
  expect((await call('POST', path)).body).toMatchObject({ state: 'held' })
})

test('[O3][U6] ignoring a held document clears it and keeps the order out, and stands in the history of the settings', async () => {
  const { seller, call } = await makeShop()
  const id = seller.control.placeOrder(draft('NOBODY-KNOWS'))
  await seller.pass(10 * MINUTE)
  const held = ((await call('GET', '/error-log')).body as Page).rows[0]
  expect((await call('POST', `/error-log/${held?.documentId}/ignore`)).body).toMatchObject({
    state: 'skipped',
    reason: 'ignored-order',
  })
  expect((await call('GET', '/settings/orders')).body).toMatchObject({ ignoredOrders: expect.arrayContaining([id]) })
  const history = (await call('GET', '/settings/history?section=orders')).body as { rows: { who: string }[] }
  expect(history.rows[0]?.who).toMatch(/^API key /)
  expect(JSON.stringify(history.rows[0])).toContain(id)
})

test("[X1] another merchant's orders, documents and connections are not there", async () => {
  const { seller, call, foreign } = await makeShop()
  const id = seller.control.placeOrder(draft('NOBODY-KNOWS'))
  await seller.pass(10 * MINUTE)
  const held = ((await call('GET', '/error-log')).body as Page).rows[0]?.documentId
  const asked = [
    ['GET', `/orders/${id}`],
    ['GET', `/error-log/${held}`],
    ['POST', `/error-log/${held}/reprocess`],
    ['POST', `/error-log/${held}/ignore`],
    ['POST', `/connections/${seller.connection}/start`],
    ['POST', `/connections/${seller.connection}/pause`],
  ] as const
  for (const [method, path] of asked) expect([path, (await foreign(method, path)).status]).toEqual([path, 404])
  for (const list of ['/orders', '/error-log', '/connections', '/problems', '/calls']) {
    expect([list, (await foreign('GET', list)).body]).toMatchObject([list, { rows: [] }])
  }
  expect((await call('GET', `/error-log/${held}`)).body).toMatchObject({ state: 'held' })
})

test('[C1] a token comes in, is proven, and never comes out; absent leaves it as it is', async () => {
  const { seller, call, replies } = await makeShop()
  const who = { region: 'na', sellingPartnerId: 'A3HARBORGOODS' }
  const renewed = await call('PUT', '/connections', { ...who, refreshToken: 'Atzr|demo-harbor-goods' })
  expect([renewed.status, renewed.body]).toMatchObject([
    200,
    { id: seller.connection, state: 'authorized', importing: true },
  ])
  expect((await call('PUT', '/connections', who)).body).toEqual(renewed.body)
  const wrong = await call('PUT', '/connections', { ...who, refreshToken: 'Atzr|wrong-token-of-nobody' })
  expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'authorization-revoked' }])
  const shapeless = await call('PUT', '/connections', { ...who, refreshToken: 'pasted with the label' })
  expect([shapeless.status, shapeless.body]).toMatchObject([422, { fields: [{ field: 'refreshToken' }] }])
  const unknown = await call('PUT', '/connections', { region: 'na', sellingPartnerId: 'A0NOBODY' })
  expect([unknown.status, unknown.body]).toMatchObject([422, { fields: [{ field: 'refreshToken' }] }])
  expect((await call('GET', '/connections')).body).toMatchObject({ rows: [{ id: seller.connection }] })
  for (const part of ['demo-harbor', 'wrong-token', 'pasted with']) {
    expect(replies.join('\n')).not.toContain(part)
    expect(seller.alarms.join('\n')).not.toContain(part)
  }
})

test('[C3] a selling partner that another merchant holds is refused', async () => {
  const { foreign } = await makeShop()
  const token = { region: 'na', sellingPartnerId: 'A3HARBORGOODS', refreshToken: 'Atzr|demo-harbor-goods' }
  const reply = await foreign('PUT', '/connections', token)
  expect([reply.status, reply.body]).toMatchObject([409, { code: 'held-by-other-merchant' }])
})

test('[C9] importing pauses, and goes on with what came meanwhile', async () => {
  const { seller, call } = await makeShop()
  const at = `/connections/${seller.connection}`
  expect((await call('POST', `${at}/pause`)).body).toMatchObject({ importing: false })
  const id = seller.control.placeOrder(draft('MUG-BLUE'))
  await seller.pass(15 * MINUTE)
  expect((await call('GET', `/orders/${id}`)).status).toBe(404)
  expect((await call('POST', `${at}/start`)).status).toBe(200)
  await seller.pass(10 * MINUTE)
  expect((await call('GET', `/orders/${id}`)).status).toBe(200)
})

test('[X5] status counts orders and documents; calls tell what was spent at Amazon', async () => {
  const { seller, call } = await makeShop()
  seller.control.placeOrder(draft('MUG-BLUE'))
  seller.control.placeOrder(draft('NOBODY-KNOWS'))
  await seller.pass(10 * MINUTE)
  expect((await call('GET', '/status')).body).toMatchObject({
    merchant: { id: seller.merchant, currency: 'USD' },
    orders: { 'Shipping Department': 1 },
    documents: { placed: 1, held: 1 },
    connections: [{ id: seller.connection, state: 'authorized', importing: true }],
    tabs: ['settings', 'error-log', 'import'],
    problems: 0,
  })
  const { rows } = (await call('GET', '/calls')).body as { rows: { operation: string; calls: number }[] }
  expect(rows.find((row) => row.operation === 'searchOrders')?.calls).toBeGreaterThan(0)
})
