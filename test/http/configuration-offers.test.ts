import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MILLS, makeApi, mug, type Reply } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
  await api.database.ownerPool().query(`
    insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, state, authorized_at)
    values ('MILLS', 'na-A1EXAMPLE', 'na', 'A1EXAMPLE', 'authorized', to_timestamp(0));
    insert into millrace.marketplaces (merchant_id, connection_id, marketplace_id, name, country, currency, participating)
    values ('MILLS', 'na-A1EXAMPLE', '${US}', 'Amazon.com', 'US', 'USD', true)`)
})
afterAll(() => api.close())

const US = 'ATVPDKIKX0DER'
const cup = { ...mug, id: 'CUP', description: 'A cup' }
const centers = ['EAST', 'WEST'].map((code) => ({ code, name: code, isDefault: code === 'EAST', inventoryBuffer: 0 }))
const offer = {
  itemId: 'MUG',
  marketplaceId: null,
  price: null,
  min: { amount: '9.00', currency: 'USD' },
  max: null,
  sale: { price: { amount: '10.00', currency: 'USD' }, from: '2026-12-01', to: '2026-12-24' },
  business: null,
}
const inventory = {
  completeHourly: false,
  includePrice: true,
  defaultLeadTimeMinutes: 1440,
  untracked: 'always',
  unconfiguredProductType: null,
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
const body = (reply: Reply): any => reply.body
const put = (sent: unknown, query = '') => api.call('PUT', `/configuration${query}`, sent)
const read = async () => body(await api.call('GET', '/configuration'))
const fieldsOf = (reply: Reply): string[] => body(reply).fields.map((each: { field: string }) => each.field)

beforeEach(async () => {
  const whole = { items: [cup, mug], offers: [offer], amazonTabs: [], centers, inventory }
  expect((await put(whole, '?prune=true')).status).toBe(200)
  expect(await read()).toMatchObject(whole)
})

test('[X4] [I2] [I4] offers, buffers and the Inventory section are sections of it, each change told field by field', async () => {
  const min = { amount: '9.50', currency: 'USD' }
  const [east, west] = centers
  const changed = {
    offers: [{ ...offer, min }],
    centers: [{ ...east, inventoryBuffer: 2 }, west],
    inventory: { ...inventory, untracked: 25 },
  }
  const told = body(await put(changed)).changes
  expect(told.map(({ section, name }: { section: string; name: string }) => [section, name])).toEqual([
    ['offers', 'MUG'],
    ['centers', 'EAST'],
    ['inventory', 'untracked'],
  ])
  expect(told.map(({ fields }: { fields: unknown[] }) => fields)).toEqual([
    [{ field: 'min.amount', from: '9.00', to: '9.50' }],
    [{ field: 'inventoryBuffer', from: 0, to: 2 }],
    [{ field: '', from: 'always', to: 25 }],
  ])
  expect(await read()).toMatchObject(changed)
})

test('[X4] [I4] offers left out stay; with prune they go; one that was there is taken again whatever its item costs now', async () => {
  const cups = { ...offer, itemId: 'CUP' }
  expect(body(await put({ offers: [cups] })).changes).toMatchObject([{ name: 'CUP', kind: 'added' }])
  expect((await read()).offers).toEqual([cups, offer])
  expect(body(await put({ offers: [offer] }, '?prune=true')).changes).toMatchObject([{ name: 'CUP', kind: 'removed' }])
  const cheap = { ...mug, price: { amount: '8.00', currency: 'USD' } }
  expect((await put({ items: [cheap] })).status).toBe(200)
  expect(body(await put(await read(), '?prune=true'))).toEqual({ applied: false, changes: [] })
  const reply = await put({ offers: [{ ...offer, min: { amount: '8.50', currency: 'USD' } }] })
  expect([reply.status, fieldsOf(reply)]).toEqual([422, ['offers[0].price', 'offers[0].sale.price']])
})

test('[X4] [I4] an offer goes with its item, and one of an item that is not there is refused', async () => {
  const { items, mappings } = { items: [cup], mappings: [] }
  expect((await put({ items, mappings, offers: [] }, '?prune=true')).status).toBe(200)
  expect((await read()).offers).toEqual([])
  const reply = await put({ offers: [offer] })
  expect(fieldsOf(reply)).toEqual(['offers[0].itemId'])
})

const tab = {
  itemId: 'MUG',
  marketplaceId: US,
  productType: 'KITCHEN',
  requirements: 'LISTING',
  attributes: { brand: [{ value: 'Harbor Goods', language_tag: 'en_US' }] },
}

test('[X4][T1] Amazon tabs are a section: applied, exported, told field by field, kept where left out, removed with prune', async () => {
  const second = { ...tab, itemId: 'CUP', requirements: 'LISTING_OFFER_ONLY' }
  expect(body(await put({ amazonTabs: [tab, second] })).changes).toMatchObject([
    { section: 'amazonTabs', name: `MUG ${US}`, kind: 'added' },
    { section: 'amazonTabs', name: `CUP ${US}`, kind: 'added' },
  ])
  expect((await read()).amazonTabs).toEqual([second, tab])
  // Nobody has asked Amazon for its definition: the tab is there, and not yet checked.
  const stored = await api.deps.transaction(MILLS, 'app', (tx) => tx.store.findTab(tab as never))
  expect(stored).toMatchObject({ faults: [], checkedAt: null })
  const other = { ...tab, attributes: { brand: [{ value: 'Example Goods', language_tag: 'en_US' }] } }
  expect(body(await put({ amazonTabs: [other] })).changes).toMatchObject([
    { name: `MUG ${US}`, fields: [{ field: 'attributes.brand[0].value', from: 'Harbor Goods', to: 'Example Goods' }] },
  ])
  expect((await read()).amazonTabs).toEqual([second, other])
  expect(body(await put(await read()))).toMatchObject({ applied: false, changes: [] })
  expect(body(await put({ amazonTabs: [other] }, '?prune=true')).changes).toMatchObject([
    { name: `CUP ${US}`, kind: 'removed' },
  ])
  expect((await read()).amazonTabs).toEqual([other])
})

test('[X4][T1] what is wrong with a tab is told with its place, and nothing is applied', async () => {
  const price = { ...tab.attributes, purchasable_offer: [{ our_price: 1 }] }
  const wrong = [
    { ...tab, attributes: price },
    { ...tab, itemId: 'NOBODY' },
    { ...tab, marketplaceId: 'A1PA6795UKMFR9' },
    { ...tab, itemId: 'CUP', attributes: { brand: 'x'.repeat(300_000) } },
    { ...tab, itemId: 'CUP' },
  ]
  expect(fieldsOf(await put({ amazonTabs: wrong }))).toEqual([
    'amazonTabs[0].attributes.purchasable_offer',
    'amazonTabs[1].itemId',
    'amazonTabs[2].marketplaceId',
    'amazonTabs[3].attributes',
    'amazonTabs[4]',
  ])
  expect((await read()).amazonTabs).toEqual([])
})

test('[T2][O11] beside an item stand the SKUs that it is sold as, with ratio, unit and note; each is changed and removed alone', async () => {
  const mapping = (sellerSku: string, item: string, ours = 1) => ({
    sellerSku,
    itemId: item,
    ratio: { amazon: 1, ours },
    unit: ours === 1 ? 'piece' : 'box',
    note: `sold as ${sellerSku}`,
  })
  const mappings = [mapping('MUG-1', 'MUG'), mapping('MUG-6/BOX', 'MUG', 6), mapping('CUP-1', 'CUP')]
  expect((await api.call('PUT', '/sku-mappings', { mappings })).status).toBe(200)
  const ofItem = async (item: string) => body(await api.call('GET', `/sku-mappings?itemId=${item}`))
  expect(await ofItem('MUG')).toEqual({ rows: [mappings[0], mappings[1]], next: null })
  expect(await ofItem('NOBODY')).toEqual({ rows: [], next: null })
  const first = body(await api.call('GET', '/sku-mappings?itemId=MUG&limit=1'))
  expect(first.rows).toEqual([mappings[0]])
  const rest = await api.call('GET', `/sku-mappings?itemId=MUG&limit=1&after=${encodeURIComponent(first.next)}`)
  expect(body(rest).rows).toEqual([mappings[1]])
  await api.call('PUT', '/sku-mappings', { mappings: [mapping('MUG-6/BOX', 'MUG', 12)] })
  await api.call('DELETE', '/sku-mappings?sellerSku=MUG-1')
  expect((await ofItem('MUG')).rows).toEqual([mapping('MUG-6/BOX', 'MUG', 12)])
})
