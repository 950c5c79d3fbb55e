import { expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MUG_TAB } from '../make/new-listing.ts'
import { makeSeller } from '../make/seller.ts'

const US = 'ATVPDKIKX0DER'
const TAB = `/items/MUG-NEW/amazon/${US}`

async function makeShop() {
  const seller = await makeSeller()
  await seller.database
    .ownerPool()
    .query(`insert into millrace.items (merchant_id, item_id, description, price, grams, tracks_stock)
    values ('${seller.merchant}', 'MUG-NEW', 'Blue mug', 1250, 300, true)`)
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const key = await addKey(seller.deps, seller.merchant)
  return { ...seller, app, key, call: callWith(app, key) }
}
const codeOf = (reply: { status: number; body: never }) => [reply.status, (reply.body as { code?: string }).code]

test('[T1] a product type is found and shown, a tab is saved, previewed, and its listing created once confirmed', async () => {
  const { call, control } = await makeShop()
  expect((await call('GET', `/product-types?marketplaceId=${US}&itemId=MUG-NEW`)).body).toEqual({
    types: [{ productType: 'KITCHEN', title: 'Kitchen' }],
  })
  expect(codeOf(await call('GET', `/product-types?marketplaceId=${US}`))).toEqual([422, 'not-valid'])
  expect((await call('GET', `/product-types/KITCHEN?marketplaceId=${US}`)).body).toMatchObject({
    title: 'Kitchen',
    requirements: 'LISTING',
    schema: { type: 'object' },
  })
  expect(codeOf(await call('GET', `/product-types/NOTHING?marketplaceId=${US}`))).toEqual([404, 'product-type-unknown'])
  expect(codeOf(await call('GET', TAB))).toEqual([404, 'tab-missing'])

  const wrong = { productType: 'KITCHEN', attributes: { ...MUG_TAB, number_of_pieces: [{ value: 'one' }] } }
  expect((await call('PUT', TAB, wrong)).body).toMatchObject({
    faults: [
      {
        path: 'number_of_pieces/0/value',
        problem: { sentence: '[Number of Pieces] is not a whole number. Write a whole number.' },
      },
    ],
  })
  expect(codeOf(await call('POST', `${TAB}/submit`, { confirmed: true }))).toEqual([422, 'tab-has-faults'])
  const right = await call('PUT', TAB, { productType: 'KITCHEN', attributes: MUG_TAB })
  expect([right.status, right.body]).toMatchObject([200, { faults: [], submission: null, problem: null }])
  expect((await call('POST', `${TAB}/preview`, {})).body).toMatchObject({ taken: true, listed: false, issues: [] })
  expect(codeOf(await call('POST', `${TAB}/submit`, {}))).toEqual([409, 'submit-not-confirmed'])
  expect((await call('POST', `${TAB}/submit`, { confirmed: true })).body).toMatchObject({ taken: true })
  expect((await call('GET', TAB)).body).toMatchObject({ submission: { taken: true, sellerSku: 'MUG-NEW' } })
  expect(control.listings().map(({ sku }) => sku)).toContain('MUG-NEW')
  expect((await call('DELETE', TAB)).status).toBe(200)
  expect(codeOf(await call('DELETE', TAB))).toEqual([404, 'tab-missing'])
})

test('[T1] bad input is refused with a sentence, and nothing is saved', async () => {
  const { call } = await makeShop()
  const put = (body: object, path = TAB) => call('PUT', path, body)
  expect(codeOf(await put({ productType: '../x', attributes: {} }))).toEqual([400, 'not-valid'])
  expect(codeOf(await put({ productType: 'KITCHEN', attributes: [] }))).toEqual([400, 'not-valid'])
  expect(codeOf(await put({ productType: 'SPACESHIP', attributes: {} }))).toEqual([404, 'product-type-unknown'])
  expect(codeOf(await put({ productType: 'KITCHEN', attributes: { purchasable_offer: [] } }))).toEqual([
    422,
    'attribute-ours',
  ])
  const large = { brand: 'x'.repeat(300_000) }
  expect(codeOf(await put({ productType: 'KITCHEN', attributes: large }))).toEqual([422, 'not-valid'])
  expect(codeOf(await put({ productType: 'KITCHEN', attributes: {} }, `/items/NOBODY/amazon/${US}`))).toEqual([
    404,
    'not-found',
  ])
  expect(codeOf(await put({ productType: 'KITCHEN', attributes: {} }, '/items/MUG-NEW/amazon/A1PA6795UKMFR9'))).toEqual(
    [422, 'no-seller-in-marketplace'],
  )
  expect(codeOf(await call('GET', TAB))).toEqual([404, 'tab-missing'])
})

test('[T1][X1] a tab is saved and taken away only while it stands as it was read: of two people one is told', async () => {
  const { call, app, key } = await makeShop()
  const body = (pieces: number) => ({
    productType: 'KITCHEN',
    attributes: { ...MUG_TAB, number_of_pieces: [{ value: pieces }] },
  })
  const send = (method: 'PUT' | 'DELETE', tag: string, sent?: object) =>
    app.inject({
      method,
      url: `/api/v1${TAB}`,
      headers: { authorization: `Bearer ${key}`, 'if-match': tag },
      ...(sent && { payload: sent }),
    })
  const tagOf = async () => String((await call('GET', TAB)).headers.etag)
  expect((await send('PUT', '*', body(1))).statusCode).toBe(412)
  expect((await call('PUT', TAB, body(1))).status).toBe(200)
  const tag = await tagOf()
  const together = await Promise.all([2, 3].map((pieces) => send('PUT', tag, body(pieces))))
  expect(together.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  expect(together.find(({ statusCode }) => statusCode === 412)?.json().code).toBe('changed-meanwhile')
  const saved = (await call('GET', TAB)).body as { attributes: object }
  expect([2, 3].map((pieces) => body(pieces).attributes)).toContainEqual(saved.attributes)
  expect((await send('DELETE', tag)).statusCode).toBe(412)
  expect((await send('DELETE', await tagOf())).statusCode).toBe(200)
})
