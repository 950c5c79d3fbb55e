import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callWith, makeApi, mug, type Reply } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
let other: ReturnType<typeof callWith>
beforeAll(async () => {
  api = await makeApi()
  other = callWith(api.app, api.otherKey)
  await api.call('PUT', '/items', { items: [mug] })
  await api.database.ownerPool().query(`
    insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, state, authorized_at)
    values ('MILLS', 'eu-A1EXAMPLE', 'eu', 'A1EXAMPLE', 'authorized', to_timestamp(0));
    insert into millrace.marketplaces (merchant_id, connection_id, marketplace_id, name, country, currency, participating)
    values ('MILLS', 'eu-A1EXAMPLE', 'A1PA6795UKMFR9', 'Amazon.de', 'DE', 'EUR', true)`)
})
afterAll(() => api.close())
beforeEach(() => api.call('PUT', '/items/MUG/offers', { offers: [] }))

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
const body = (reply: Reply): any => reply.body
const usd = (amount: string) => ({ amount, currency: 'USD' })
const eur = (amount: string) => ({ amount, currency: 'EUR' })
const put = (...offers: object[]) => api.call('PUT', '/items/MUG/offers', { offers })
const read = async () => body(await api.call('GET', '/items/MUG/offers')).rows
const german = { marketplaceId: 'A1PA6795UKMFR9', price: eur('11.90') }
const full = {
  marketplaceId: null,
  price: usd('12.00'),
  min: usd('9.00'),
  max: usd('20.00'),
  sale: { price: usd('10.00'), from: '2026-12-01', to: '2026-12-24' },
  business: { price: usd('11.50'), tiers: [{ from: 5, price: usd('11.00') }] },
}

test('[I4] offers of an item are saved and read, the general one first, each in the currency of its marketplace', async () => {
  expect((await put(german, full)).status).toBe(200)
  const germanInFull = { ...german, min: null, max: null, sale: null, business: null }
  expect(await read()).toEqual([
    { itemId: 'MUG', ...full },
    { itemId: 'MUG', ...germanInFull },
  ])
  expect(body(await api.call('GET', '/offers?limit=1')).rows).toEqual([{ itemId: 'MUG', ...full }])
  const { next } = body(await api.call('GET', '/offers?limit=1'))
  expect(body(await api.call('GET', `/offers?after=${next}`)).rows).toEqual([{ itemId: 'MUG', ...germanInFull }])
  expect(body(await other('GET', '/offers')).rows).toEqual([])
})

test('[I4] what is left out is removed; one goes by its marketplace, all without', async () => {
  await put(german, full)
  expect(body(await put(german)).rows).toHaveLength(1)
  await put(german, full)
  expect(body(await api.call('DELETE', '/items/MUG/offers?marketplaceId=general')).rows).toMatchObject([german])
  expect((await api.call('DELETE', '/items/MUG/offers?marketplaceId=general')).status).toBe(404)
  expect(body(await api.call('DELETE', '/items/MUG/offers')).rows).toEqual([])
  expect((await api.call('GET', '/items/NONE/offers')).status).toBe(404)
  expect((await api.call('PUT', '/items/NONE/offers', { offers: [] })).status).toBe(404)
})

test.each([
  ['a price of 0', { price: usd('0') }, 'offers[1].price.amount'],
  ['three decimals where there are two', { price: usd('12.005') }, 'offers[1].price.amount'],
  [
    'dollars where euros are paid',
    { marketplaceId: german.marketplaceId, price: usd('9') },
    'offers[1].price.currency',
  ],
  [
    'a sale that ends before it begins',
    { sale: { price: usd('9'), from: '2026-12-02', to: '2026-12-01' } },
    'offers[1].sale.to',
  ],
  ['where the merchant does not sell', { marketplaceId: 'ATVPDKIKX0DER' }, 'offers[1].marketplaceId'],
  [
    'tiers that do not fall',
    { business: { price: usd('11'), tiers: [{ from: 2, price: usd('11') }] } },
    'offers[1].business.tiers[0].price',
  ],
  ['a min above the price', { min: usd('12.51') }, 'offers[1].price'],
])('[I4] %s is refused with its field, and nothing of the request is saved', async (_, wrong, field) => {
  // biome-ignore format: one line a case
  const good = 'marketplaceId' in wrong ? {} : german
  const reply = await put(good, wrong)
  expect([reply.status, body(reply).fields.map((each: { field: string }) => each.field)]).toEqual([422, [field]])
  expect(await read()).toEqual([])
})

const section = {
  completeHourly: true,
  includePrice: true,
  defaultLeadTimeMinutes: 1440,
  untracked: 'always',
  unconfiguredProductType: 'LUGGAGE',
}

test('[I1][I3][I4][I5][I6] the Inventory section is saved and read; what was read may be sent back', async () => {
  const before = body(await api.call('GET', '/settings/inventory'))
  expect(before).toMatchObject({ completeHourly: false, includePrice: false, untracked: 1000 })
  expect(body(await api.call('PUT', '/settings/inventory', section))).toMatchObject(section)
  expect(body(await api.call('GET', '/settings/inventory'))).toMatchObject(section)
  expect((await api.call('PUT', '/settings/inventory', before)).status).toBe(200)
  expect(body(await api.call('GET', '/settings/inventory'))).toEqual(before)
})

test.each([
  ['a lead time below zero', { defaultLeadTimeMinutes: -1 }, 400],
  ['half a minute', { defaultLeadTimeMinutes: 0.5 }, 400],
  ['a number of always', { untracked: 'many' }, 400],
  ['a product type in small letters', { unconfiguredProductType: 'luggage' }, 422],
  ['unconfigured items without complete files', { completeHourly: false }, 422],
])('[I1] the Inventory section is refused: %s', async (_, change, status) => {
  const reply = await api.call('PUT', '/settings/inventory', { ...section, ...change })
  expect(reply.status).toBe(status)
  const [field] = Object.keys(change)
  const told = body(reply).fields.map((each: { field: string }) => each.field)
  expect(told).toContain(field === 'completeHourly' ? 'unconfiguredProductType' : field)
})

test('[I13] the price rules of today are told, of the marketplaces where the merchant sells', async () => {
  const { priceNotices } = body(await api.call('GET', '/settings/inventory'))
  expect(priceNotices).toMatchObject([{ country: 'DE', text: expect.stringContaining('Bundeskartellamt') }])
  expect(body(await other('GET', '/settings/inventory')).priceNotices).toMatchObject([
    { country: 'US', text: expect.stringContaining('Marketplace Fair Pricing Policy') },
  ])
})

test('[I5][T4] lead time and barcode of an item are kept; a wrong barcode is refused', async () => {
  const own = { ...mug, id: 'CUP', leadTimeMinutes: 600, barcode: '4006381333931' }
  expect((await api.call('PUT', '/items', { items: [own] })).status).toBe(200)
  expect(body(await api.call('GET', '/items/CUP'))).toEqual(own)
  const wrong = await api.call('PUT', '/items', { items: [{ ...own, barcode: '4006381333932' }] })
  expect([wrong.status, body(wrong).fields[0].why]).toEqual([
    422,
    'has a wrong check digit: look whether a digit is mistyped',
  ])
})
