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
const onHand = async () => {
  const { rows } = body(await api.call('GET', '/stock?itemId=MUG'))
  return Object.fromEntries(rows.map((row: { center: string; onHand: number }) => [row.center, row.onHand]))
}
const faultsOf = (reply: Reply): string[] =>
  body(reply).fields.map(({ field, why }: { field: string; why: string }) => `${field} ${why}`)

test('[O20] adjustments, transfers, receipts and counts say what lies there then', async () => {
  const adjusted = await api.call('POST', '/stock/adjustments', {
    adjustments: [{ ...MUG, by: -4, reason: 'damaged' }],
  })
  expect([adjusted.status, adjusted.body]).toEqual([200, { moves: [{ ...MUG, change: -4, onHand: 6 }] }])
  const moved = await api.call('POST', '/stock/transfers', {
    transfers: [{ itemId: 'MUG', from: 'EAST', to: 'WEST', quantity: 5 }],
  })
  expect(body(moved).moves.map((each: { onHand: number }) => each.onHand)).toEqual([1, 7])
  const came = await api.call('POST', '/stock/receipts', { receipts: [{ ...MUG, quantity: 9, reference: 'PO 4711' }] })
  expect(body(came).moves).toEqual([{ ...MUG, change: 9, onHand: 10 }])
  const counted = await api.call('POST', '/stock/counts', { counts: [{ ...MUG, counted: 8 }] })
  expect(body(counted).moves).toEqual([{ ...MUG, change: -2, onHand: 8 }])
  expect(await onHand()).toEqual({ EAST: 8, WEST: 7 })
})

test('[O20] the history comes in pages, the newest first, of one center where that is asked, with who and why', async () => {
  await api.call('POST', '/stock/adjustments', {
    adjustments: [{ ...MUG, by: 1, reason: 'found', reference: 'shelf 3' }],
  })
  const first = body(await api.call('GET', '/items/MUG/stock-moves?limit=1'))
  expect(first.rows).toMatchObject([
    { kind: 'adjustment', center: 'EAST', change: 1, onHand: 11, reason: 'found', reference: 'shelf 3' },
  ])
  expect(first.rows[0].who).toMatch(/^API key /)
  const next = body(await api.call('GET', `/items/MUG/stock-moves?limit=1&after=${first.next}`))
  expect(next.rows[0].moveId).toBeLessThan(first.rows[0].moveId)
  const west = body(await api.call('GET', '/items/MUG/stock-moves?center=WEST'))
  expect(new Set(west.rows.map((row: { center: string }) => row.center))).toEqual(new Set(['WEST']))
  expect((await api.call('GET', '/items/NONE/stock-moves')).status).toBe(404)
  expect((await other('GET', '/items/MUG/stock-moves')).status).toBe(404)
})

test.each([
  [
    'negative stock',
    'adjustments',
    { ...MUG, by: -11, reason: 'lost' },
    'adjustments[0].by would leave -1 in EAST, where 10 lie; say belowZero if that is right',
  ],
  [
    'more than there is',
    'transfers',
    { itemId: 'MUG', from: 'WEST', to: 'EAST', quantity: 3 },
    'transfers[0].quantity is more than there is: 2 free in WEST (2 on hand, 0 reserved by orders)',
  ],
  [
    'a kit',
    'receipts',
    { itemId: 'KIT', center: 'EAST', quantity: 1 },
    'receipts[0].itemId is a kit: change the stock of its components',
  ],
  [
    'an item that is not counted',
    'counts',
    { itemId: 'CARD', center: 'EAST', counted: 1 },
    'counts[0].itemId is an item whose stock is not counted',
  ],
  [
    'an unknown center',
    'counts',
    { itemId: 'MUG', center: 'SOUTH', counted: 1 },
    'counts[0].center is not a center of this merchant',
  ],
  [
    'another reason without a word',
    'adjustments',
    { ...MUG, by: 1, reason: 'other' },
    'adjustments[0].reference must say why, where the reason is other',
  ],
] as const)(
  '[O20] %s is refused with a sentence, and nothing of the request is done',
  async (...[, list, wrong, fault]) => {
    // biome-ignore format: one line a case
    const good = { adjustments: { ...MUG, by: 1, reason: 'found' }, transfers: { itemId: 'MUG', from: 'EAST', to: 'WEST', quantity: 1 }, receipts: { ...MUG, quantity: 1 }, counts: { ...MUG, counted: 1 } }[list] // biome-ignore format: one line a case
    const reply = await api.call('POST', `/stock/${list}`, { [list]: [wrong, good] })
    expect([reply.status, faultsOf(reply)]).toEqual([422, [fault]])
    expect(await onHand()).toEqual({ EAST: 10, WEST: 2 })
  },
)

test.each([
  ['a fraction', 'adjustments', { ...MUG, by: 1.5, reason: 'found' }, 'adjustments[0].by must be a whole number'],
  ['a negative count', 'counts', { ...MUG, counted: -1 }, 'counts[0].counted must be at least 0'],
  ['a receipt of nothing', 'receipts', { ...MUG, quantity: 0 }, 'receipts[0].quantity must be at least 1'],
  [
    'a reason that is none',
    'receipts',
    { ...MUG, quantity: 1, reason: 'magic' },
    expect.stringMatching(/^receipts\[0\].reason must be one of /),
  ],
  ['text for a number', 'counts', { ...MUG, counted: '3' }, 'counts[0].counted must be number, not string'],
])('[X1] %s is refused at the door with a sentence', async (...[, list, wrong, fault]) => {
  const reply = await api.call('POST', `/stock/${list}`, { [list]: [wrong] })
  expect([reply.status, faultsOf(reply)]).toEqual([400, [fault]])
})

test('[O20][X1] the same request again under its key is answered again, and moves nothing twice', async () => {
  const send = () =>
    api.app.inject({
      method: 'POST',
      url: '/api/v1/stock/adjustments',
      headers: { authorization: `Bearer ${api.key}`, 'idempotency-key': 'once', 'content-type': 'application/json' },
      payload: JSON.stringify({ adjustments: [{ ...MUG, by: -1, reason: 'lost' }] }),
    })
  expect((await send()).json()).toEqual((await send()).json())
  expect(await onHand()).toEqual({ EAST: 9, WEST: 2 })
})

test('[I5] a restock day is set, shown and cleared; one before today is refused', async () => {
  const set = (on: string | null) => api.call('PUT', '/stock/restock-days', { restock: [{ ...MUG, on }] })
  const shown = async () => body(await api.call('GET', '/stock?itemId=MUG')).rows[0].restockOn
  expect([(await set('2026-12-01')).status, await shown()]).toEqual([200, '2026-12-01'])
  expect(faultsOf(await set('2026-11-09'))).toEqual(['restock[0].on must not lie before today, 2026-11-10'])
  expect([(await set(null)).status, await shown()]).toEqual([200, null])
})

test('[X1] the list of items has the stock of all centers, and finds by a part of id or description', async () => {
  const idsOf = async (query: string) =>
    body(await api.call('GET', `/catalog?${query}`)).rows.map(({ id }: { id: string }) => id)
  const { rows } = body(await api.call('GET', '/catalog?search=mU'))
  expect(rows.find(({ id }: { id: string }) => id === 'MUG')).toMatchObject({
    id: 'MUG',
    onHand: 12,
    allocated: 0,
    listings: 0,
    active: 0,
    isKit: false,
  })
  expect(await idsOf(`search=${encodeURIComponent(mug.description.slice(1).toUpperCase())}`)).toEqual([
    'CARD',
    'KIT',
    'MUG',
  ])
  expect(await idsOf('search=50%25')).toEqual([])
  const first = body(await api.call('GET', '/catalog?limit=1'))
  expect(first.rows[0]).toMatchObject({ id: 'CARD', tracksStock: false })
  expect(await idsOf(`limit=1&after=${first.next}`)).toEqual(['KIT'])
  expect(body({ ...(await other('GET', '/catalog')) }).rows).toEqual([])
  expect((await api.call('GET', '/catalog?search=')).status).toBe(400)
})
