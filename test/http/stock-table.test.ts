import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callWith, makeApi, mug, type Reply } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
let other: ReturnType<typeof callWith>
beforeAll(async () => {
  api = await makeApi()
  other = callWith(api.app, api.otherKey)
  const kit = { ...mug, id: 'KIT', tracksStock: false, kit: [{ itemId: 'MUG', quantity: 2 }] }
  await api.call('PUT', '/items', { items: [mug, kit, { ...mug, id: 'CARD', tracksStock: false }] })
  const centers = ['EAST', 'WEST'].map((code) => ({ code, name: code, isDefault: code === 'EAST' }))
  await api.call('PUT', '/distribution-centers', { centers })
})
afterAll(() => api.close())
beforeEach(() => api.call('PUT', '/stock', { stock: [entry('EAST', 10), entry('WEST', 2)] }))

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
const body = (reply: Reply): any => reply.body
const entry = (center: string, onHand: number) => ({ itemId: 'MUG', center, onHand })
const MUG = { itemId: 'MUG', center: 'EAST' }
const faultsOf = (reply: Reply): string[] =>
  body(reply).fields.map(({ field, why }: { field: string; why: string }) => `${field} ${why}`)

const table = async (query = '') => body(await api.call('GET', `/stock/table${query}`))
const ids = (page: { rows: { itemId: string }[] }) => page.rows.map(({ itemId }) => itemId)

test('[O20][I2] the table shows each item that is counted with its centers, what is free and what Amazon is told', async () => {
  const centers = [
    { code: 'EAST', name: 'East', isDefault: true, inventoryBuffer: 4 },
    { code: 'WEST', name: 'West', isDefault: false, inventoryBuffer: 5 },
  ]
  await api.call('PUT', '/distribution-centers', { centers })
  const { rows } = await table()
  expect(rows).toEqual([
    {
      itemId: 'MUG',
      description: mug.description,
      onHand: 12,
      allocated: 0,
      free: 12,
      reported: 6,
      shelves: [
        { center: 'EAST', onHand: 10, allocated: 0, restockOn: null },
        { center: 'WEST', onHand: 2, allocated: 0, restockOn: null },
      ],
    },
  ])
})

test('[O20] the table is searched and filtered, the fewest free first where that is asked, page by page', async () => {
  await api.call('PUT', '/items', { items: ['BOWL', 'PLATE'].map((id) => ({ ...mug, id })) })
  await api.call('PUT', '/stock', {
    stock: [
      { itemId: 'BOWL', center: 'EAST', onHand: 5 },
      { itemId: 'PLATE', center: 'WEST', onHand: -1 },
    ],
  })
  await api.call('PUT', '/stock/restock-days', { restock: [{ itemId: 'PLATE', center: 'WEST', on: '2099-01-02' }] })
  expect(ids(await table())).toEqual(['BOWL', 'MUG', 'PLATE'])
  expect(ids(await table('?sort=free'))).toEqual(['PLATE', 'BOWL', 'MUG'])
  const first = await table('?sort=free&limit=1')
  expect(ids(await table(`?sort=free&limit=2&after=${first.next}`))).toEqual(['BOWL', 'MUG'])
  expect(ids(await table('?sort=-free&limit=2'))).toEqual(['MUG', 'BOWL'])
  const second = await table('?limit=1')
  expect(ids(await table(`?limit=2&after=${second.next}`))).toEqual(['MUG', 'PLATE'])
  expect(ids(await table('?atMost=5'))).toEqual(['BOWL', 'PLATE'])
  expect(ids(await table('?only=awaited'))).toEqual(['PLATE'])
  expect(ids(await table('?only=reserved'))).toEqual([])
  expect(ids(await table('?center=EAST'))).toEqual(['BOWL', 'MUG'])
  expect(ids(await table('?search=pla'))).toEqual(['PLATE'])
  expect(body(await other('GET', '/stock/table')).rows).toEqual([])
  expect((await api.call('GET', '/stock/table?atMost=1.5')).status).toBe(400)
})

test('[O20] totals follow every change of stock, also when a center goes and an item with it', async () => {
  const totals = async () =>
    Object.fromEntries((await table()).rows.map((r: { itemId: string; onHand: number }) => [r.itemId, r.onHand]))
  await api.call('POST', '/stock/transfers', { transfers: [{ itemId: 'MUG', from: 'EAST', to: 'WEST', quantity: 3 }] })
  expect(await totals()).toMatchObject({ MUG: 12 })
  await api.call('POST', '/stock/counts', { counts: [{ ...MUG, counted: 1 }] })
  expect(await totals()).toMatchObject({ MUG: 6 })
})

test('[O20] the history of all stock is filtered by kind, person, day, center and item', async () => {
  await api.call('POST', '/stock/receipts', { receipts: [{ ...MUG, quantity: 2 }] })
  const moves = async (query: string) => body(await api.call('GET', `/stock/moves${query}`))
  const came = await moves('?kind=receipt&itemId=MUG&center=EAST&limit=1')
  expect(came.rows).toMatchObject([{ kind: 'receipt', itemId: 'MUG', change: 2 }])
  const [{ who, at }] = came.rows
  expect((await moves(`?kind=receipt&limit=1&who=${encodeURIComponent(who)}`)).rows).toHaveLength(1)
  expect((await moves('?who=Nobody')).rows).toEqual([])
  const days = [0, 1].map((later) => new Date(Date.parse(at) + later * 172_800_000).toISOString().slice(0, 10))
  expect((await moves(`?day=${days[1]}`)).rows).toEqual([])
  expect((await moves('?day=2026-02-30')).status ?? (await api.call('GET', '/stock/moves?day=2026-02-30')).status).toBe(
    400,
  )
  expect(body(await other('GET', '/stock/moves')).rows).toEqual([])
})

test('[O20] a center has an address where its packages start, checked field by field', async () => {
  const shipFrom = { name: 'East', line1: '2 Quay', city: 'Reno', state: 'NV', postalCode: '89501', country: 'US' }
  const centers = (country: string) => ({
    centers: [
      { code: 'EAST', name: 'East', isDefault: true, shipFrom: { ...shipFrom, country } },
      { code: 'WEST', name: 'West', isDefault: false },
    ],
  })
  const refused = await api.call('PUT', '/distribution-centers', centers('us'))
  expect([refused.status, faultsOf(refused)]).toEqual([
    422,
    ['centers[0].shipFrom.country must be a country by its two capitals, such as US'],
  ])
  await api.call('PUT', '/distribution-centers', centers('US'))
  const { rows } = body(await api.call('GET', '/distribution-centers'))
  expect(rows[0].shipFrom).toEqual(shipFrom)
  expect(rows[1]).not.toHaveProperty('shipFrom')
})
