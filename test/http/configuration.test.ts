import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callWith, ground, MILLS, makeApi, mug, OTHER, timesWoken } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
let other: ReturnType<typeof callWith>
beforeAll(async () => {
  api = await makeApi()
  other = callWith(api.app, api.otherKey)
})
afterAll(() => api.close())

const fieldsOf = (reply: { body: never }) =>
  ((reply.body as { fields?: { field: string }[] }).fields ?? []).map((each) => each.field)
const version = () =>
  api.deps.transaction(MILLS, 'app', (tx) => tx.store.lockConfiguration().then(() => tx.store.bumpConfiguration()))
const mapping = (sellerSku: string) => ({
  sellerSku,
  itemId: 'MUG',
  ratio: { amazon: 1, ours: 2 },
  unit: 'each',
  note: '',
})

describe('items', () => {
  test('[X1] an item is saved, read and replaced', async () => {
    expect((await api.call('PUT', '/items', { items: [mug] })).status).toBe(200)
    expect((await api.call('GET', '/items/MUG')).body).toEqual(mug)
    const { id, ...body } = { ...mug, description: 'Another mug', price: null }
    expect((await api.call('PUT', '/items/MUG', body)).status).toBe(200)
    expect((await api.call('GET', '/items/MUG')).body).toMatchObject({ id, description: 'Another mug', price: null })
  })

  test('[M1] money is in the currency of the merchant and its decimals', async () => {
    const yen = { ...mug, price: { amount: '1250', currency: 'JPY' } }
    expect((await other('PUT', '/items', { items: [yen] })).status).toBe(200)
    expect((await other('GET', '/items/MUG')).body).toMatchObject({ price: { amount: '1250', currency: 'JPY' } })
    const cents = await other('PUT', '/items', { items: [{ ...yen, price: { amount: '12.50', currency: 'JPY' } }] })
    expect([cents.status, fieldsOf(cents)]).toEqual([422, ['items[0].price.amount']])
  })

  test('[X1] one bad item of many: none is saved, and all faults are told with their fields', async () => {
    const bad = { ...mug, id: ' bad', price: { amount: '-1', currency: 'USD' }, kit: [{ itemId: 'NONE', quantity: 1 }] }
    const reply = await api.call('PUT', '/items', { items: [{ ...mug, id: 'GOOD' }, bad] })
    expect([reply.status, fieldsOf(reply)]).toEqual([
      422,
      ['items[1].id', 'items[1].price.amount', 'items[1].tracksStock', 'items[1].kit[0].itemId'],
    ])
    expect((await api.call('GET', '/items/GOOD')).status).toBe(404)
  })

  test('[X1] the fields of one item are named without its place in a list', async () => {
    const { id: _id, ...body } = mug
    const reply = await api.call('PUT', '/items/MUG', { ...body, price: { amount: 'x', currency: 'USD' } })
    expect(fieldsOf(reply)).toEqual(['price.amount'])
  })

  test('[X1] a list comes in pages and each row once', async () => {
    const items = Array.from({ length: 7 }, (_, at) => ({ ...mug, id: `PAGE/${at} #%` }))
    await api.call('PUT', '/items', { items })
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`
      const page = (await api.call('GET', `/items?limit=3${after}`)).body as {
        rows: { id: string }[]
        next: string | null
      }
      seen.push(...page.rows.map((row) => row.id))
      next = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => id.startsWith('PAGE'))).toHaveLength(7)
  })

  test('[O20] a kit keeps its components, and a component cannot become a kit', async () => {
    const set = { ...mug, id: 'SET', tracksStock: false, kit: [{ itemId: 'MUG', quantity: 2 }] }
    expect((await api.call('PUT', '/items', { items: [mug, set] })).status).toBe(200)
    expect((await api.call('GET', '/items/SET')).body).toMatchObject({ kit: set.kit })
    const inner = { ...mug, tracksStock: false, kit: [{ itemId: 'PAGE/1 #%', quantity: 1 }] }
    expect(fieldsOf(await api.call('PUT', '/items', { items: [inner] }))).toEqual(['items[0].kit'])
  })
})

describe('SKU mappings', () => {
  test.each(['AMZ/MUG #2 100%', '🍵-茶', '__proto__', 'a b&c=d?e', "'; drop table x; --"])(
    '[O11] the seller SKU [%s] is mapped, found and removed',
    async (sku) => {
      expect((await api.call('PUT', '/sku-mappings', { mappings: [mapping(sku)] })).status).toBe(200)
      const address = `/sku-mappings?sellerSku=${encodeURIComponent(sku)}`
      expect((await api.call('GET', address)).body).toMatchObject({ rows: [mapping(sku)], next: null })
      expect((await api.call('DELETE', address)).status).toBe(200)
      expect((await api.call('DELETE', address)).status).toBe(404)
    },
  )

  test('[E4] saving a mapping sets the held orders due', async () => {
    const before = { woken: await timesWoken(api, MILLS), version: await version() }
    await api.call('PUT', '/sku-mappings', { mappings: [mapping('AMZ-MUG')] })
    expect(await timesWoken(api, MILLS)).toBe(before.woken + 1)
    expect(await version()).toBe(before.version + 2)
  })

  test('[E4] what is refused changes nothing and sets nothing due', async () => {
    const before = { woken: await timesWoken(api, MILLS), version: await version() }
    const reply = await api.call('PUT', '/sku-mappings', {
      mappings: [mapping('GOOD'), { ...mapping('BAD'), itemId: 'NONE' }],
    })
    expect([reply.status, fieldsOf(reply)]).toEqual([422, ['mappings[1].itemId']])
    expect(await timesWoken(api, MILLS)).toBe(before.woken)
    expect(await version()).toBe(before.version + 1)
    expect((await api.call('GET', '/sku-mappings?sellerSku=GOOD')).body).toMatchObject({ rows: [] })
  })
})

describe('centers and stock', () => {
  const east = { code: 'EAST', name: 'East', isDefault: true, inventoryBuffer: 0 }
  const west = { code: 'WEST', name: 'West', isDefault: false, inventoryBuffer: 0 }

  test('[O20] centers keep their order, and the default may change', async () => {
    await api.call('PUT', '/distribution-centers', { centers: [east, west] })
    const swapped = [
      { ...west, isDefault: true, inventoryBuffer: 0 },
      { ...east, isDefault: false, inventoryBuffer: 0 },
    ]
    expect((await api.call('PUT', '/distribution-centers', { centers: swapped })).status).toBe(200)
    expect((await api.call('GET', '/distribution-centers')).body).toEqual({ rows: swapped })
  })

  test('[O20] stock is set, listed, and keeps a center from being left out', async () => {
    await api.call('PUT', '/distribution-centers', { centers: [east, west] })
    await api.call('PUT', '/items', { items: [mug] })
    const stock = [
      { itemId: 'MUG', center: 'EAST', onHand: 5 },
      { itemId: 'MUG', center: 'WEST', onHand: -2 },
    ]
    expect((await api.call('PUT', '/stock', { stock })).body).toEqual({ saved: 2 })
    const rows = stock.map((entry) => ({ ...entry, allocated: 0 }))
    expect((await api.call('GET', '/stock?itemId=MUG')).body).toMatchObject({ rows })
    const first = (await api.call('GET', '/stock?limit=1')).body as { rows: object[]; next: string }
    expect((await api.call('GET', `/stock?limit=1&after=${first.next}`)).body).toMatchObject({ rows: [rows[1]] })
    expect(fieldsOf(await api.call('PUT', '/distribution-centers', { centers: [east] }))).toEqual(['centers'])
    await api.call('PUT', '/stock', { stock: [{ itemId: 'MUG', center: 'WEST', onHand: 0 }] })
    expect((await api.call('PUT', '/distribution-centers', { centers: [east] })).status).toBe(200)
  })

  test('[O20] stock of an item or in a center that is not there is refused', async () => {
    const reply = await api.call('PUT', '/stock', { stock: [{ itemId: 'NONE', center: 'MOON', onHand: 1 }] })
    expect([reply.status, fieldsOf(reply)]).toEqual([422, ['stock[0].itemId', 'stock[0].center']])
  })
})

describe('settings', () => {
  const row = { methodId: 'GROUND', valid: true, priority: 1 }
  const further = { FREE_ECONOMY: 'hold', SAME_DAY: 'one-day', PRIORITY: 'hold', SCHEDULED: 'hold' }
  const levels = { standard: [row], expedited: [row], 'two-day': [row], 'one-day': [{ ...row, priority: null }] }

  test('[O9] every level needs a method before the Shipping section is saved', async () => {
    expect((await api.call('PUT', '/shipping-methods', { methods: [ground] })).status).toBe(200)
    const reply = await api.call('PUT', '/settings/shipping', { levels: { ...levels, expedited: [] }, further })
    expect([reply.status, fieldsOf(reply)]).toEqual([422, ['levels.expedited']])
    expect((await api.call('PUT', '/settings/shipping', { levels, further })).status).toBe(200)
    expect((await api.call('GET', '/settings/shipping')).body).toEqual({ levels, further })
  })

  test('[O9] each section is saved by itself', async () => {
    const orders = {
      notBefore: '2026-11-01',
      ignoredOrders: ['111-2222222-3333333'],
      ignoredItems: ['B00EXAMPLE'],
      sweepEveryMinutes: 5,
    }
    const off = { sweepAdapts: true, asPurchaseOrders: false, asCompleted: false, themeCode: null, importFba: false }
    expect((await other('PUT', '/settings/orders', orders)).body).toEqual({ ...orders, ...off })
    expect((await other('GET', '/settings/orders')).body).toEqual({ ...orders, ...off })
    expect(await timesWoken(api, OTHER)).toBeGreaterThan(0)
  })

  test.each(['02/30/2026', '2026-02-30', 'tomorrow'])(
    '[O2] the date [%s] is refused with its field',
    async (notBefore) => {
      const orders = { notBefore, ignoredOrders: [], ignoredItems: [], sweepEveryMinutes: 10 }
      const reply = await api.call('PUT', '/settings/orders', orders)
      expect([reply.status, fieldsOf(reply)]).toEqual([422, ['notBefore']])
      expect((await api.call('GET', '/settings/orders')).body).toMatchObject({ notBefore: null })
    },
  )

  test('[O9] methods come back as they were saved, and one that a level names cannot be left out', async () => {
    const heavy = {
      ...ground,
      id: 'HEAVY',
      zones: [
        {
          ...ground.zones[0],
          postalCodes: ['967', '10000-19999'],
          rate: { kind: 'by-weight', steps: [{ upToGrams: 500, amount: { amount: '1.00', currency: 'USD' } }] },
        },
      ],
    }
    expect((await api.call('PUT', '/shipping-methods', { methods: [ground, heavy] })).status).toBe(200)
    expect((await api.call('GET', '/shipping-methods')).body).toMatchObject({ rows: [ground, heavy] })
    expect(fieldsOf(await api.call('PUT', '/shipping-methods', { methods: [heavy] }))).toEqual(['methods'])
  })
})

test('[X1] nothing of one merchant is seen or changed with the key of another', async () => {
  await api.call('PUT', '/items', { items: [{ ...mug, id: 'MINE' }] })
  await api.call('PUT', '/sku-mappings', { mappings: [mapping('MINE')] })
  expect((await other('GET', '/items/MINE')).status).toBe(404)
  expect((await other('GET', '/sku-mappings?sellerSku=MINE')).body).toMatchObject({ rows: [] })
  expect((await other('DELETE', '/sku-mappings?sellerSku=MINE')).status).toBe(404)
  const foreign = { itemId: 'MINE', sellerSku: 'X', ratio: { amazon: 1, ours: 1 } }
  expect(fieldsOf(await other('PUT', '/sku-mappings', { mappings: [foreign] }))).toEqual(['mappings[0].itemId'])
  expect((await api.call('GET', '/sku-mappings?sellerSku=MINE')).body).toMatchObject({ rows: [mapping('MINE')] })
})

test('[E4] changes of one merchant at the same moment wait for each other and none is lost', async () => {
  const before = await version()
  const many = Array.from({ length: 12 }, (_, at) =>
    api.call('PUT', '/sku-mappings', { mappings: [mapping(`AT-ONCE-${at}`)] }),
  )
  expect((await Promise.all(many)).map((reply) => reply.status)).toEqual(Array(12).fill(200))
  expect(await version()).toBe(before + 13)
})

test('[X1] an id that no database can hold is refused by the flows too, not only at the door', async () => {
  const { saveItems, saveMappings } = await import('#flows/configure.ts')
  const { setStock } = await import('#flows/change-stock.ts')
  const bad = 'a\u0000b' as never
  const refusedAll = await Promise.all([
    saveItems(api.deps, MILLS, [{ ...mug, id: bad, kit: [{ itemId: bad, quantity: 1 }] }]),
    saveMappings(api.deps, MILLS, [{ ...mapping('A'), sellerSku: bad, itemId: bad }]),
    setStock(api.deps, MILLS, { stock: [{ itemId: bad, center: bad, onHand: 1 }], who: 'a test' }),
  ])
  expect(refusedAll.map((checked) => checked.ok)).toEqual([false, false, false])
})
