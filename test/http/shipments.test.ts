import { expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith, type Reply } from '../make/api.ts'
import { makePlaced, UPS } from '../make/shipments.ts'

async function makeShop() {
  const { seller, id } = await makePlaced()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const key = await addKey(seller.deps, seller.merchant)
  const send = async (method: 'PATCH' | 'DELETE', url: string, payload?: object): Promise<Reply> => {
    const headers = { authorization: `Bearer ${key}` }
    const reply = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) })
    return { status: reply.statusCode, body: reply.json() as never, headers: reply.headers }
  }
  return { seller, id, app, call: callWith(app, key), send }
}
const codeOf = ({ status, body }: Reply) => [status, (body as { code?: string }).code]
const post = (shop: Awaited<ReturnType<typeof makeShop>>, ...shipments: object[]) =>
  shop.call('POST', '/shipments', { shipments })

test('[S1][S2] packages are posted together and get a result each', async () => {
  const shop = await makeShop()
  const good = { order: shop.id, carrier: 'ups', tracking: '1Z 999 AA1 01 2345 6784', reference: 'WH-1' }
  const reply = await post(shop, good, { ...good, order: '1' }, good, {
    ...good,
    reference: null,
    carrier: 'Speedy Joe',
  })
  expect(reply.status).toBe(200)
  expect(reply.body).toMatchObject({
    results: [
      {
        outcome: 'entered',
        amazonOrderId: shop.id,
        package: { number: 1, carrier: 'ups', amazonCarrier: { code: 'UPS', name: null }, tracking: UPS, version: 1 },
        trackingCleaned: true,
        problem: null,
      },
      { outcome: 'refused', package: null, problem: { code: 'not-found' } },
      { outcome: 'known', package: { number: 1 } },
      { outcome: 'refused', problem: { code: 'order-completed' } },
    ],
  })
})

test('[S2][E6] an order shows its packages and how far each is at Amazon', async () => {
  const shop = await makeShop()
  await post(shop, { order: shop.id, carrier: 'UPS', tracking: UPS, items: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  const { body } = await shop.call('GET', `/orders/${shop.id}`)
  expect(body).toMatchObject({
    stage: 'Shipping Department',
    packages: [
      {
        number: 1,
        items: [{ quantity: 2, quantityAmazon: 2 }],
        enteredBy: expect.stringMatching(/^API key /),
        confirmation: { state: 'waiting', way: 'call', attempts: 0, problem: null },
      },
    ],
  })
})

test('[S2] a package is corrected and voided by its number; what cannot be done says why', async () => {
  const shop = await makeShop()
  await post(shop, { order: shop.id, carrier: 'UPS', tracking: UPS })
  const path = `/orders/${shop.id}/packages/1`
  const corrected = await shop.send('PATCH', path, { tracking: '1Z999AA10123456777' })
  expect(corrected.body).toMatchObject({ packages: [{ version: 2, tracking: '1Z999AA10123456777' }] })
  expect(codeOf(await shop.send('PATCH', path, { tracking: '9.4E+21' }))).toEqual([422, 'tracking-spoilt'])
  expect(codeOf(await shop.send('PATCH', path, { items: [] }))).toEqual([400, 'not-valid'])
  expect(codeOf(await shop.send('PATCH', `/orders/${shop.id}/packages/9`, {}))).toEqual([404, 'package-unknown'])
  expect(codeOf(await shop.send('DELETE', '/orders/1/packages/1'))).toEqual([404, 'not-found'])
  const voided = await shop.send('DELETE', path)
  expect(voided.body).toMatchObject({ stage: 'Shipping Department', packages: [] })
  expect(codeOf(await shop.send('DELETE', path))).toEqual([404, 'package-unknown'])
})

test('[S2][X1] a body of another shape, too many packages, or a key without the scope change nothing', async () => {
  const shop = await makeShop()
  const good = { order: shop.id, carrier: 'UPS', tracking: UPS }
  expect(codeOf(await post(shop))).toEqual([400, 'not-valid'])
  expect(codeOf(await post(shop, ...Array(101).fill(good)))).toEqual([400, 'not-valid'])
  expect(codeOf(await post(shop, { ...good, tracking: 5 }))).toEqual([400, 'not-valid'])
  expect(codeOf(await post(shop, { ...good, quantity: 5 }))).toEqual([400, 'not-valid'])
  const reader = callWith(shop.app, await addKey(shop.seller.deps, shop.seller.merchant, { scopes: ['orders:write'] }))
  expect((await reader('POST', '/shipments', { shipments: [good] })).status).toBe(403)
  expect((await shop.call('GET', `/orders/${shop.id}`)).body).toMatchObject({ packages: [] })
})

test('[S2] a hundred packages of junk: a hundred sentences', async () => {
  const shop = await makeShop()
  const junk = Array.from({ length: 100 }, (_, n) => ({
    order: `junk ${n}`,
    tracking: '\u0000'.repeat(n),
    items: [{ quantity: -n }],
  }))
  const { status, body } = await post(shop, ...junk)
  const { results } = body as { results: { outcome: string; problem: { sentence: string } }[] }
  expect([status, results.length, new Set(results.map(({ outcome }) => outcome))]).toEqual([
    200,
    100,
    new Set(['refused']),
  ])
  expect(new Set(results.map(({ problem }) => problem.sentence)).size).toBe(100)
})

test("[S3] the merchant's carriers, Amazon's, and a guess that changes nothing", async () => {
  const shop = await makeShop()
  const joe = { carrier: 'Speedy Joe', amazonCode: 'Other', amazonName: 'Speedy Joe Ltd' }
  expect(codeOf(await shop.call('PUT', '/carriers', { carriers: [{ ...joe, amazonName: null }] }))).toEqual([
    422,
    'not-valid',
  ])
  expect(codeOf(await shop.call('PUT', '/carriers', { carriers: [{ carrier: 'X', amazonCode: 'fedex' }] }))).toEqual([
    422,
    'not-valid',
  ])
  expect((await shop.call('PUT', '/carriers', { carriers: [joe] })).body).toEqual({ saved: 1 })
  expect((await shop.call('GET', '/carriers')).body).toEqual({ carriers: [joe] })
  const entered = await post(shop, { order: shop.id, carrier: 'SPEEDY  joe', tracking: 'T1' })
  expect(entered.body).toMatchObject({
    results: [{ package: { amazonCarrier: { code: 'Other', name: 'Speedy Joe Ltd' } } }],
  })
  const { rows } = (await shop.call('GET', '/carriers/amazon')).body as { rows: { code: string }[] }
  expect(rows).toContainEqual({ code: 'FedEx' })
  const guess = await shop.call('POST', '/carriers/guess', { tracking: UPS })
  expect(guess.body).toEqual({
    rows: [{ code: 'UPS', checked: true, why: 'begins with 1Z, and its check digit fits' }],
  })
})
