import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const cedar = (change: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    name: 'Cedar Shelf',
    owner: 'owner@cedar.example',
    'time-zone': 'Europe/London',
    currency: 'GBP',
    'weight-unit': 'kg',
    street: '4 Mill Lane',
    city: 'Bath',
    'postal-code': 'BA1 1AA',
    country: 'GB',
    ...change,
  }).flatMap(([name, value]) => [`--${name}`, value])

describe('merchants', () => {
  test('[M2] without a merchant the command line says how to make one', async () => {
    expect(await bench.ok(['status'])).toContain('There is no merchant yet')
    expect(await bench.refused(['orders', 'list'])).toContain('./millrace merchant add')
  })

  test('[M1] the operator creates a merchant with the id given, and lists it', async () => {
    expect(await bench.addMerchant()).toContain('The merchant HRBOR (Harbor Goods) is there.')
    expect(await bench.json(['merchant', 'list'])).toMatchObject({
      merchants: [
        {
          id: 'HRBOR',
          name: 'Harbor Goods',
          owner: 'owner@harbor.example',
          timeZone: 'America/New_York',
          currency: 'USD',
          weightUnit: 'lb',
          shipFrom: { line1: '10 Pier Road', city: 'Portland', state: 'ME', postalCode: '04101', country: 'US' },
          suspendedAt: null,
        },
      ],
    })
  })

  test('[M1] an id that is taken is refused, and everything that is wrong is told by the words that were typed', async () => {
    expect(await bench.refused(['merchant', 'add', ...cedar({ id: 'HRBOR' })])).toContain('HRBOR exists already')
    const wrong = { id: 'abc', 'time-zone': 'Mars', currency: 'pounds', 'weight-unit': 'stone', country: 'ZZ' }
    const said = await bench.refused(['merchant', 'add', ...cedar(wrong)])
    expect(said.split('\n').map((line) => line.split(':')[0])).toEqual([
      ...Object.keys(wrong).map((name) => `--${name}`),
      '',
    ])
  })

  test('[M1] without an id five capitals are drawn; with two merchants the command line asks which', async () => {
    const added = await bench.ok(['merchant', 'add', ...cedar({ id: 'CEDAR' })])
    expect(added).toMatch(/Its owner comes in by: \.\/millrace user invite \S+@\S+ --owner --merchant CEDAR/)
    await bench.ok(['merchant', 'remove', 'CEDAR', '--for-ever'])
    const made = await bench.json(['merchant', 'add', ...cedar()])
    expect(made.id).toMatch(/^[A-Z]{5}$/)
    const said = await bench.refused(['settings', 'show'])
    expect(said).toContain('There are 2 merchants')
    expect(said).toContain(made.id)
    expect(await bench.ok(['settings', 'show', '--merchant', made.id])).toContain('Standard')
    expect(await bench.refused(['settings', 'show', '--merchant', 'NOONE'])).toContain('no merchant [NOONE]')
  })

  test('[M2] the operator suspends a merchant, whose work then stops, and resumes it', async () => {
    expect(await bench.ok(['merchant', 'suspend', 'HRBOR'])).toContain('HRBOR is suspended')
    expect(await bench.ok(['status', '--merchant', 'HRBOR'])).toContain('SUSPENDED')
    expect(await bench.ok(['run'])).toContain('Nothing is due.')
    await bench.ok(['merchant', 'resume', 'HRBOR'])
    expect(await bench.ok(['status', '--merchant', 'HRBOR'])).not.toContain('SUSPENDED')
    expect(await bench.refused(['merchant', 'suspend', 'NOONE'])).toContain('no merchant [NOONE]')
  })
})

describe('keys of the REST API', () => {
  const key = (...rest: string[]) => ['key', ...rest, '--merchant', 'HRBOR']

  test('[X1] a key is shown once, has scopes and an end, and can be revoked', async () => {
    const made = await bench.json(
      key('create', '--name', 'warehouse', '--scopes', 'orders:read,items:write', '--expires', '90d'),
    )
    expect(made.key).toMatch(/^mr_[0-9a-f]{12}_[\w-]{43}$/)
    expect(made.scopes).toEqual(['orders:read', 'items:write'])
    const { keys } = await bench.json(key('list'))
    expect(keys).toMatchObject([{ keyId: made.keyId, name: 'warehouse', state: 'good' }])
    expect(JSON.stringify(keys)).not.toContain(made.key)
    await bench.ok(key('revoke', made.keyId))
    expect(await bench.ok(key('list'))).toContain('revoked')
    expect(await bench.refused(key('revoke', 'nothere'))).toContain('no API key [nothere]')
  })

  test('[X1] unknown scopes and a day that is over are refused', async () => {
    expect(await bench.refused(key('create', '--name', 'x', '--scopes', 'everything'))).toContain('orders:read')
    expect(await bench.refused(key('create', '--name', 'x', '--scopes', 'all', '--expires', '2020-01-01'))).toContain(
      'future',
    )
    expect(await bench.mistyped(key('create', '--name', 'x', '--scopes', 'all', '--expires', 'soon'))).toContain('90d')
  })
})

describe('configuration', () => {
  const at = (...args: string[]) => [...args, '--merchant', 'HRBOR']

  test('[X3] what is listed as JSON can be saved again', async () => {
    await bench.ok(at('item', 'add', 'MUG', '--description', 'A mug', '--weight', '12oz', '--price', '12.50'))
    const listed = await bench.json(at('item', 'list'))
    expect(listed.items).toMatchObject([
      { id: 'MUG', grams: 340, price: { amount: '12.50', currency: 'USD' }, tracksStock: true },
    ])
    expect(await bench.ok(at('item', 'save', '-'), JSON.stringify(listed))).toContain('1 item saved')
    expect(await bench.ok(at('item', 'list'))).toMatch(/MUG +A mug +12\.50 USD +340 +counted/)
  })

  test('[X3] a file that is only a list is told what it must look like', async () => {
    const list = bench.file('list.json', '[{"id": "A"}]')
    const forms = [
      [['method', 'save', list], '{ "methods": [ … ] }'],
      [['item', 'save', list], '{ "items": [ … ] }'],
      [['settings', 'save', 'orders', list], '{ "notBefore": …, "ignoredOrders": [ … ], "ignoredItems": [ … ]'],
    ] as const
    for (const [command, form] of forms)
      expect(await bench.refused(at(...command))).toContain(`list.json, line 1: the whole: must be ${form}`)
  })

  test('[X3] every fault of a file is told with its line and field, and nothing is saved', async () => {
    const text =
      '{"items": [\n{"id": "A", "description": "x", "grams": "3"},\n{"id": "B", "description": "x", "grams": 3, "tracksStock": true, "colour": 1}\n]}'
    const said = await bench.refused(at('item', 'save', bench.file('bad.json', text)))
    expect(said).toMatch(/bad\.json, line 2: items\[0\]\.grams: must be a number/)
    expect(said).toMatch(/line 2: items\[0\]\.tracksStock: is missing/)
    expect(said).toMatch(/line 3: items\[1\]\.colour: is not a known field/)
    const kit = {
      items: [{ id: 'C', description: 'x', grams: 1, tracksStock: false, kit: [{ itemId: 'NOPE', quantity: 1 }] }],
    }
    const pretty = JSON.stringify(kit, null, 1)
    const line = pretty.split('\n').findIndex((each) => each.includes('NOPE')) + 1
    expect(await bench.refused(at('item', 'save', bench.file('kit.json', pretty)))).toContain(
      `line ${line}: items[0].kit[0].itemId`,
    )
    expect(await bench.refused(at('item', 'save', bench.file('no.json', '{"items":\n nope}')))).toContain(
      'line 2: this is not JSON',
    )
    expect((await bench.json(at('item', 'list'))).items).toHaveLength(1)
  })

  test('[O20] stock is set for one item in one center', async () => {
    await bench.ok(
      at('center', 'save', '-'),
      JSON.stringify({ centers: [{ code: 'EAST', name: 'East', isDefault: true }] }),
    )
    await bench.ok(at('stock', 'set', 'MUG', 'EAST', '40'))
    expect(await bench.json(at('stock', 'list'))).toEqual({
      stock: [{ itemId: 'MUG', center: 'EAST', onHand: 40, allocated: 0, restockOn: null }],
    })
    expect(await bench.refused(at('stock', 'set', 'MUG', 'WEST', '1'))).toContain('the center: is not a center')
    expect(await bench.mistyped(at('stock', 'set', 'MUG', 'EAST', 'many'))).toContain('whole number')
  })

  test('[O2][O3] the date and the ignored orders are set one by one', async () => {
    expect(await bench.ok(at('settings', 'set', 'not-before', '2026-11-01'))).toContain('2026-11-01')
    expect(await bench.refused(at('settings', 'set', 'not-before', '2026-02-30'))).toContain('not-before: is not a day')
    await bench.ok(at('settings', 'ignore-order', '111-2222222-3333333'))
    expect(await bench.refused(at('settings', 'ignore-order', '12'))).toContain('the id: must be one Amazon order id')
    expect((await bench.json(at('settings', 'show'))).orders).toMatchObject({
      notBefore: '2026-11-01',
      ignoredOrders: ['111-2222222-3333333'],
    })
  })

  test('[O9][O10] what one level becomes is set alone, once each of the four has a method', async () => {
    expect(await bench.refused(at('level', 'set', 'SAME_DAY', 'one-day'))).toContain('levels.standard')
    const method = { id: 'VAN', name: 'Our van', carrier: 'OWN', poBox: false, military: false }
    const zones = [{ country: 'US', rate: { kind: 'flat', amount: { amount: '5.00', currency: 'USD' } } }]
    await bench.ok(at('method', 'save', '-'), JSON.stringify({ methods: [{ ...method, zones }] }))
    const row = { methodId: 'VAN', valid: true, priority: null }
    const levels = { standard: [row], expedited: [row], 'two-day': [row], 'one-day': [row] }
    const further = { FREE_ECONOMY: 'hold', SAME_DAY: 'hold', PRIORITY: 'hold', SCHEDULED: 'hold' }
    await bench.ok(at('settings', 'save', 'shipping', '-'), JSON.stringify({ levels, further }))
    await bench.ok(at('level', 'set', 'SAME_DAY', 'one-day'))
    await bench.ok(at('level', 'set', 'standard', 'VAN:1'))
    expect((await bench.json(at('settings', 'show'))).shipping).toEqual({
      levels: { ...levels, standard: [{ ...row, priority: 1 }] },
      further: { ...further, SAME_DAY: 'one-day' },
    })
    expect(await bench.refused(at('level', 'set', 'standard', 'BALLOON'))).toContain('levels.standard[0].methodId')
  })

  test('[M2] a merchant is removed only when it is said twice, with everything that was its own', async () => {
    const made = await bench.json(['merchant', 'add', ...cedar({ id: 'GOING' })])
    expect(made.id).toBe('GOING')
    expect(await bench.refused(['merchant', 'remove', 'GOING'])).toContain('--for-ever')
    expect(await bench.ok(['merchant', 'remove', 'GOING', '--for-ever'])).toContain('GOING')
    expect(await bench.refused(['merchant', 'suspend', 'GOING'])).toContain('There is no merchant')
  })

  test('[M3] a merchant has one owner, by e-mail address', async () => {
    expect(await bench.refused(['merchant', 'add', ...cedar({ owner: 'nobody' })])).toContain('--owner')
  })
})
