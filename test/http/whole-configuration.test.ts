import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { configuration, configurationBody } from '#contract/configuration.ts'
import { addKey, callWith, ground, MILLS, makeApi, mug, OTHER, type Reply, timesWoken } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const cup = { ...mug, id: 'CUP', description: 'A cup' }
const kit = { ...mug, id: 'KIT', tracksStock: false, kit: [{ itemId: 'MUG', quantity: 2 }] }
const mapping = (sellerSku: string, itemId = 'MUG') => ({
  sellerSku,
  itemId,
  ratio: { amazon: 1, ours: 1 },
  unit: '',
  note: '',
})
const row = [{ methodId: 'GROUND', valid: true, priority: 1 }]
const shipping = {
  levels: { standard: row, expedited: row, 'two-day': row, 'one-day': row },
  further: { FREE_ECONOMY: 'standard', SAME_DAY: 'hold', PRIORITY: 'hold', SCHEDULED: 'hold' },
}
const orders = {
  notBefore: '2026-11-01',
  ignoredOrders: ['111-0000000-0000001'],
  ignoredItems: ['SWATCH'],
  ...{ sweepEveryMinutes: 5, sweepAdapts: true },
  asPurchaseOrders: false,
  asCompleted: false,
  themeCode: 'SPRING',
  importFba: false,
}
const theme = {
  code: 'SPRING',
  name: 'Spring',
  sender: 'shop@example.com',
  template: '',
  service: { name: 'Service', email: 'service@example.com', phone: '' },
}
const centers = [
  { code: 'EAST', name: 'East', isDefault: true, inventoryBuffer: 0 },
  { code: 'WEST', name: 'West', isDefault: false, inventoryBuffer: 0 },
]
const joe = { carrier: 'Speedy Joe', amazonCode: 'Other', amazonName: 'Speedy Joe Ltd' }
const whole = {
  items: [cup, kit, mug],
  mappings: [mapping('A'), mapping('B', 'KIT')],
  centers,
  methods: [ground],
  carriers: [joe],
  themes: [theme],
  orders,
  shipping,
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
const body = (reply: Reply): any => reply.body
const put = (sent: unknown, query = '') => api.call('PUT', `/configuration${query}`, sent)
const read = async () => body(await api.call('GET', '/configuration'))
const versionOf = async () =>
  (await api.database.ownerPool().query('select version from millrace.configuration where merchant_id = $1', [MILLS]))
    .rows[0].version
const fieldsOf = (reply: Reply): string[] => body(reply).fields.map((each: { field: string }) => each.field)

beforeEach(async () => {
  expect((await put(whole, '?prune=true')).status).toBe(200)
})

describe('the whole configuration', () => {
  test('[X4] a new merchant exports it, and applying the export changes nothing', async () => {
    const other = callWith(api.app, api.otherKey)
    const exported = body(await other('GET', '/configuration'))
    expect(exported.items).toEqual([])
    expect(exported.merchant).toMatchObject({ name: 'The OTHER', currency: 'JPY' })
    const again = body(await other('PUT', '/configuration?prune=true', exported))
    expect(again).toEqual({ applied: false, changes: [] })
    expect(await timesWoken(api, OTHER)).toBe(0)
  })

  test('[X4] what was applied is what is exported, and applying it again changes nothing and wakes nobody', async () => {
    const exported = await read()
    expect(exported).toMatchObject(whole)
    const before = [await versionOf(), await timesWoken(api, MILLS)]
    expect(body(await put(exported, '?prune=true'))).toEqual({ applied: false, changes: [] })
    expect([await versionOf(), await timesWoken(api, MILLS)]).toEqual(before)
  })

  test('[X4] [E4] one change of many sections is one version of the configuration and one wake of held orders', async () => {
    const before = [await versionOf(), Number(await timesWoken(api, MILLS))]
    const changed = { items: [{ ...mug, grams: 400 }], orders: { ...orders, sweepEveryMinutes: 9 } }
    const reply = body(await put(changed))
    expect(reply).toEqual({
      applied: true,
      changes: [
        { section: 'items', name: 'MUG', kind: 'changed', fields: [{ field: 'grams', from: 350, to: 400 }] },
        { section: 'orders', name: 'sweepEveryMinutes', kind: 'changed', fields: [{ field: '', from: 5, to: 9 }] },
      ],
    })
    expect([await versionOf(), Number(await timesWoken(api, MILLS))]).toEqual(before.map((each) => each + 1))
    expect(await read()).toMatchObject({ methods: [ground], shipping, mappings: whole.mappings })
  })

  test('[X4] [S3] what the carriers are at Amazon is a section of it', async () => {
    const reply = body(await put({ carriers: [{ carrier: 'Post', amazonCode: 'USPS' }] }))
    expect(reply.changes.map(({ name, kind }: { name: string; kind: string }) => [name, kind])).toEqual([
      ['Post', 'added'],
      ['Speedy Joe', 'removed'],
    ])
    expect((await read()).carriers).toEqual([{ carrier: 'Post', amazonCode: 'USPS', amazonName: null }])
  })

  test('[X4] a dry run says the same and changes nothing', async () => {
    const before = JSON.stringify([await read(), await versionOf()])
    const changed = {
      items: [{ ...mug, price: { amount: '13.00', currency: 'USD' } }],
      centers: [...centers].reverse(),
    }
    const planned = body(await put(changed, '?dryRun=true'))
    expect(planned.applied).toBe(false)
    expect(JSON.stringify([await read(), await versionOf()])).toBe(before)
    expect(body(await put(changed)).changes).toEqual(planned.changes)
    expect(planned.changes[0].fields).toEqual([{ field: 'price.amount', from: '12.50', to: '13.00' }])
  })

  test('[X4] items and mappings left out stay; with prune they go', async () => {
    const less = { items: [mug], mappings: [mapping('A')] }
    expect(body(await put(less)).changes).toEqual([])
    expect((await read()).items.map((each: { id: string }) => each.id)).toEqual(['CUP', 'KIT', 'MUG'])
    const pruned = body(await put(less, '?prune=true'))
    expect(pruned.changes.map((each: { kind: string; name: string }) => `${each.kind} ${each.name}`)).toEqual([
      'removed CUP',
      'removed KIT',
      'removed B',
    ])
    const { items, mappings } = await read()
    expect([items.length, mappings.length]).toEqual([1, 1])
  })

  test('[X4] an item goes only when nothing needs it any more', async () => {
    await api.call('PUT', '/stock', { stock: [{ itemId: 'CUP', center: 'EAST', onHand: 3 }] })
    const reply = await put({ items: [mug] }, '?prune=true')
    expect([reply.status, fieldsOf(reply)]).toEqual([422, ['items', 'items']])
    expect(body(reply).fields.map((each: { why: string }) => each.why)).toEqual([
      'leaves out the item CUP, which has stock or is reserved by orders',
      'leaves out the item KIT, which the mapping of B points to',
    ])
    await api.call('PUT', '/stock', { stock: [{ itemId: 'CUP', center: 'EAST', onHand: 0 }] })
  })

  test('[X4] [O9] a method goes together with the level that named it', async () => {
    const other = { ...ground, id: 'OTHER' }
    const levels = Object.fromEntries(
      Object.keys(shipping.levels).map((level) => [level, [{ ...row[0], methodId: 'OTHER' }]]),
    )
    const alone = await put({ methods: [other] })
    expect(fieldsOf(alone)).toEqual(['methods'])
    expect((await put({ methods: [other], shipping: { ...shipping, levels } })).status).toBe(200)
  })

  test('[X4] [O9] what is there already applies, even where a change would be refused: its only method was disabled since', async () => {
    const disabled = [{ ...ground, enabled: false }]
    expect((await api.call('PUT', '/shipping-methods', { methods: disabled })).status).toBe(200)
    const exported = await read()
    expect(body(await put(exported, '?prune=true'))).toEqual({ applied: false, changes: [] })
    const changed = { ...exported, shipping: { ...shipping, further: { ...shipping.further, SAME_DAY: 'one-day' } } }
    expect(fieldsOf(await put(changed))).toContain('shipping.levels.standard')
  })

  test('[X4] everything that is wrong in any section is told at once, and nothing is applied', async () => {
    const before = JSON.stringify(await read())
    const reply = await put({
      merchant: { ...(await read()).merchant, timeZone: 'Mars/Base', currency: 'EUR' },
      items: [{ ...mug, price: { amount: '1.234', currency: 'USD' } }],
      mappings: [mapping('C', 'NOWHERE')],
      centers: [{ code: 'EAST', name: 'East', isDefault: false, inventoryBuffer: 0 }],
      methods: [{ ...ground, onlyItems: ['NOWHERE'] }],
      carriers: [{ ...joe, amazonCode: 'fedex' }],
      themes: [{ ...theme, sender: 'nobody' }],
      orders: { ...orders, notBefore: '02/30/2026' },
      shipping: { ...shipping, levels: { ...shipping.levels, 'one-day': [] } },
    })
    expect(reply.status).toBe(422)
    expect(fieldsOf(reply)).toEqual([
      'merchant.timeZone',
      'merchant.currency',
      'items[0].price.amount',
      'mappings[0].itemId',
      'centers',
      'methods[0].onlyItems[0]',
      'carriers[0].amazonCode',
      'carriers[0].amazonName',
      'themes[0].sender',
      'orders.notBefore',
      'shipping.levels.one-day',
    ])
    expect(JSON.stringify(await read())).toBe(before)
  })

  test('[X4] 10,000 ignored ids are taken, 10,001 are refused', async () => {
    const ids = (count: number) =>
      Array.from({ length: count }, (_, at) => `111-0000000-${String(at).padStart(7, '0')}`)
    expect((await put({ orders: { ...orders, ignoredOrders: ids(10_000) } })).status).toBe(200)
    const reply = await put({ orders: { ...orders, ignoredOrders: ids(10_001) } })
    expect([reply.status, fieldsOf(reply)]).toEqual([400, ['orders.ignoredOrders']])
    expect((await read()).orders.ignoredOrders.length).toBe(10_000)
  })

  test('[X4] who changed what: merchant facts come and go, id, owner and currency stay', async () => {
    const { merchant } = await read()
    const moved = { ...merchant, name: 'New Mills', timeZone: 'america/chicago' }
    const { changes } = body(await put({ merchant: moved }))
    expect(changes.map((each: { name: string }) => each.name)).toEqual(['name', 'timeZone'])
    expect((await read()).merchant).toMatchObject({ name: 'New Mills', timeZone: 'America/Chicago' })
    const stored = await api.deps.deployment.findMerchant(MILLS)
    expect(stored).toMatchObject({ id: MILLS, owner: 'owner@example.com', currency: 'USD' })
    await put({ merchant })
  })

  test.each([
    [{ colour: 1 }, 'colour'],
    [{ items: [{ ...mug, colour: 'red' }] }, 'items[0].colour'],
    [{ shipping: { ...shipping, further: { ...shipping.further, OVERNIGHT: 'hold' } } }, 'shipping.further.OVERNIGHT'],
    [{ merchant: { name: 'x', owner: 'me@example.com' } }, 'merchant.owner'],
    [{ stock: [] }, 'stock'],
  ])('[X4] what no section knows is refused: %j', async (sent, field) => {
    const reply = await put(sent)
    expect(reply.status).toBe(400)
    expect(fieldsOf(reply)).toContain(field)
  })

  test('[X1] [X4] a key needs the scopes of settings and of items', async () => {
    const key = await addKey(api.deps, MILLS, { scopes: ['settings:read', 'settings:write'] })
    const half = callWith(api.app, key)
    expect((await half('GET', '/configuration')).status).toBe(403)
    expect(body(await half('PUT', '/configuration', {})).detail).toContain('items:write')
  })

  test('[X4] nothing secret is in it: no key, no token, no stock, no owner', async () => {
    const text = JSON.stringify(await read())
    for (const word of ['mr_', 'token', 'onHand', 'owner@example.com']) expect(text).not.toContain(word)
  })
})

test('[X4] a configuration is told whole, however many items there are; what is applied at once is bounded', () => {
  const mappings = Array.from({ length: 50_001 }, (_, n) => mapping(`SKU-${n}`))
  expect(configuration.shape.mappings.safeParse(mappings).success).toBe(true)
  expect(configurationBody.shape.mappings.safeParse(mappings).success).toBe(false)
})
