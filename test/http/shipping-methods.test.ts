import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConnectionId } from '#core/ids.ts'
import { ground, MILLS, makeApi, mug, NOW } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const fieldsOf = (reply: { body: never }) =>
  ((reply.body as { fields?: { field: string }[] }).fields ?? []).map((each) => each.field)
const dollars = (amount: string) => ({ amount, currency: 'USD' })
const limited = (rate: object) => ({
  ...ground,
  id: 'LIMITED',
  zones: [{ ...ground.zones[0], country: 'GB', exceptStates: [], postalCodes: ['BT1-BT17', 'SW1A'], rate }],
  maxValue: dollars('250.00'),
  maxPackages: 3,
  packageGrams: 10_000,
  excludedItems: ['MUG'],
  onlyItems: ['CUP'],
})
const share = { kind: 'percentage', percent: '12.5', minimum: dollars('4.00'), maximum: null }

test.each([share, { kind: 'per-item', first: dollars('4.50'), further: dollars('1.25') }])(
  '[O9] a method with every limit and the rate $kind comes back as it was saved, also to the import',
  async (rate) => {
    await api.call('PUT', '/items', { items: [mug, { ...mug, id: 'CUP' }] })
    const methods = [ground, limited(rate)]
    expect((await api.call('PUT', '/shipping-methods', { methods })).body).toEqual({ saved: 2 })
    expect((await api.call('GET', '/shipping-methods')).body).toEqual({ rows: methods, version: expect.any(String) })
    const request = { connection: 'na-NONE' as never, references: [], sellerSkus: [] }
    const [listed, loaded] = await api.deps.transaction(MILLS, 'app', async (tx) => [
      await tx.store.listMethods(),
      [...(await tx.store.importContext(request)).context.methods.values()],
    ])
    expect(loaded).toEqual(listed)
  },
)

test('[O9] what is wrong with rates and limits is told with its fields, and nothing is saved', async () => {
  const before = (await api.call('GET', '/shipping-methods')).body
  const wrong = { ...limited({ ...share, percent: '101' }), packageGrams: null, excludedItems: ['NO-SUCH-ITEM'] }
  const reply = await api.call('PUT', '/shipping-methods', { methods: [ground, wrong] })
  const places = ['zones[0].rate.percent', 'packageGrams', 'excludedItems[0]']
  expect([reply.status, fieldsOf(reply)]).toEqual([422, places.map((place) => `methods[1].${place}`)])
  expect((await api.call('GET', '/shipping-methods')).body).toEqual(before)
})

test('[X1] the method in docs/shipping.md is taken as it stands there', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/shipping.md'), 'utf8')
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
  expect(await api.call('PUT', '/shipping-methods', example)).toMatchObject({ status: 200, body: { saved: 1 } })
})

test('[O9][C9] a level whose only valid method is disabled counts as having none: nothing is saved, nothing starts', async () => {
  const row = (methodId: string) => ({ methodId, valid: true, priority: null })
  const levels = { standard: [row('SPARE')], expedited: [row('GROUND')], 'two-day': [row('GROUND')] }
  const further = { FREE_ECONOMY: 'hold', SAME_DAY: 'hold', PRIORITY: 'hold', SCHEDULED: 'hold' }
  const shipping = { levels: { ...levels, 'one-day': [row('GROUND')] }, further }
  const save = (enabled: boolean) =>
    api.call('PUT', '/shipping-methods', { methods: [ground, { ...ground, id: 'SPARE', enabled }] })
  const start = () => api.call('POST', '/connections/na-A1/start')
  await api.deps.transaction(MILLS, 'app', (tx) =>
    tx.store.saveConnection({
      id: 'na-A1' as ConnectionId,
      region: 'na',
      sellingPartnerId: 'A1',
      sealedToken: Buffer.alloc(1),
      consent: 'pasted',
      lapsesOn: null,
      authorizedAt: NOW,
      marketplaces: [],
    }),
  )

  await save(false)
  const refused = await api.call('PUT', '/settings/shipping', shipping)
  expect([refused.status, fieldsOf(refused)]).toEqual([422, ['levels.standard']])
  await save(true)
  expect((await api.call('PUT', '/settings/shipping', shipping)).status).toBe(200)
  await save(false)
  expect(await start()).toMatchObject({ status: 409, body: { code: 'not-ready-to-start' } })
  await save(true)
  expect((await start()).status).toBe(200)
})

test('[O9] of two people who change the list of methods at once, the second is told and overwrites nothing', async () => {
  const read = async () => (await api.call('GET', '/shipping-methods')).body as { rows: object[]; version: string }
  const save = (methods: object[], version?: string) => api.call('PUT', '/shipping-methods', { methods, version })
  const { rows: base, version } = await read()
  const [first, second] = [
    { ...ground, id: 'FIRST' },
    { ...ground, id: 'SECOND' },
  ]
  expect((await save([...base, first], version)).status).toBe(200)
  expect(await save([...base, second], version)).toMatchObject({
    status: 409,
    body: { code: 'methods-moved', detail: expect.stringContaining('Somebody else saved the shipping methods') },
  })
  const now = await read()
  expect(now.rows).toHaveLength(base.length + 1)
  expect((await save([...now.rows, second], now.version)).status).toBe(200)
  // Whoever names no version, as a program that holds the whole list, replaces it.
  expect((await save(base)).status).toBe(200)
})
