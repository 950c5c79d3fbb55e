import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeApi, mug, type Reply } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

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
  const whole = { items: [cup, mug], offers: [offer], centers, inventory }
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
