import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveMappings } from '#flows/configure.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { shipped } from '../make/ship.ts'

const ONE = { ratio: { amazon: 1, ours: 1 }, unit: '', note: '' }

async function opened(seller: Awaited<ReturnType<typeof makeSeller>>) {
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  const rowsOf = async (path: string) => ((await call('GET', path)).body as { rows: Record<string, unknown>[] }).rows
  return { app, call, rowsOf }
}

/** Three orders wait for one SKU, one of them for a second SKU too, and one for another. */
async function waiting() {
  const seller = await makeSeller()
  const place = (...skus: string[]) =>
    seller.control.placeOrder({ lines: skus.map((sku) => ({ sku, title: `The ${sku}`, quantity: 2 })) })
  const ids = [place('TEA-100'), place('TEA-100'), place('TEA-100', 'CUP-9'), place('POT-1')]
  await seller.pass(6 * MINUTE)
  return { seller, ids, ...(await opened(seller)) }
}

test('[E4] what one change mends stands together, what keeps most first, and leads to its documents', async () => {
  const { ids, rowsOf } = await waiting()
  const groups = await rowsOf('/error-log/groups')
  expect(groups.map(({ kind, code, cause, count, mend }) => [kind, code, cause, count, mend])).toEqual([
    ['inbound-order', 'unknown-sku', 'TEA-100', 3, 'map-sku'],
    ['inbound-order', 'unknown-sku', 'CUP-9', 1, 'map-sku'],
    ['inbound-order', 'unknown-sku', 'POT-1', 1, 'map-sku'],
  ])
  expect(groups[0]).toMatchObject({
    facts: { sku: 'TEA-100', title: 'The TEA-100', quantity: 2 },
    name: expect.stringMatching(/^\d{3}-/),
  })
  const orders = async (filter: string) => (await rowsOf(`/error-log?${filter}`)).map((row) => row.amazonOrderId).sort()
  expect(await orders('code=unknown-sku&cause=TEA-100')).toEqual(ids.slice(0, 3).sort())
  expect(await orders('cause=CUP-9')).toEqual([ids[2]])
  expect(await orders('search=pot-')).toEqual([ids[3]])
  expect(await orders(`search=${ids[1]}`)).toEqual([ids[1]])
  expect(await orders('connection=na-NOBODY')).toEqual([])
  expect(await rowsOf('/error-log/groups?kind=price')).toEqual([])
  expect(await rowsOf('/error-log/groups?search=cup')).toMatchObject([{ cause: 'CUP-9' }])
  expect((await rowsOf('/error-log/sections'))[0]).toMatchObject({ kind: 'inbound-order', waiting: 4 })
})

test('[E2] several documents run again at once, each with its log and its end; those that do not exist are left out', async () => {
  const { seller, ids, call, rowsOf } = await waiting()
  await saveMappings(seller.deps, seller.merchant, [
    { ...ONE, sellerSku: 'TEA-100' as SellerSku, itemId: 'TEA-EARL' as ItemId },
  ])
  const documentIds = (await rowsOf('/error-log')).map((row) => row.documentId as number)
  const { body } = await call('POST', '/error-log/reprocess', { documentIds: [...documentIds, 999_999] })
  const { rows } = body as { rows: { amazonOrderId: string; state: string; log: { sentence: string }[] }[] }
  const ends = Object.fromEntries(rows.map(({ amazonOrderId, state }) => [amazonOrderId, state]))
  expect(ids.map((id) => ends[id])).toEqual(['placed', 'placed', 'held', 'held'])
  expect(rows).toHaveLength(4)
  const log = rows.find(({ amazonOrderId }) => amazonOrderId === ids[0])?.log
  expect(log?.at(-1)?.sentence).toContain('is placed in stage [Shipping Department]')
  expect((await call('POST', '/error-log/reprocess', { documentIds: [] })).status).toBe(400)
  const mended = await rowsOf('/error-log/mended')
  expect(mended.map((row) => row.amazonOrderId).sort()).toEqual(ids.slice(0, 2).sort())
  expect(mended[0]).toMatchObject({ state: 'placed', problems: [{ code: 'unknown-sku', facts: { sku: 'TEA-100' } }] })
})

test('[O3] several orders are ignored at once, and stay so', async () => {
  const { seller, ids, call, rowsOf } = await waiting()
  const documentIds = (await rowsOf('/error-log?cause=TEA-100')).map((row) => row.documentId as number)
  expect((await call('POST', '/error-log/ignore', { documentIds })).body).toMatchObject({
    rows: [{ state: 'skipped', reason: 'ignored-order' }, { state: 'skipped' }, { state: 'skipped' }],
  })
  expect((await seller.store((s) => s.readSettings())).orders.ignoredOrders).toEqual(
    expect.arrayContaining(ids.slice(0, 3)),
  )
  expect(await rowsOf('/error-log')).toHaveLength(1)
})

test('[E4] items are suggested for an unknown SKU by its id, its barcode and its title', async () => {
  const { call } = await waiting()
  const ask = async (query: string) => (await call('GET', `/sku-mappings/suggestions?${query}`)).body
  expect(await ask('sellerSku=mug_red')).toMatchObject({ ours: 1, suggestions: [{ itemId: 'MUG-RED', by: 'same-id' }] })
  expect(await ask('sellerSku=mugred')).toMatchObject({ suggestions: [{ itemId: 'MUG-RED', by: 'same-id' }] })
  const titled = await ask(`sellerSku=X&title=${encodeURIComponent('Harbor Goods Stoneware Mug, Red, 12 oz')}`)
  expect(titled).toMatchObject({ suggestions: [{ itemId: 'MUG-RED', by: 'title' }, {}] })
  expect(await ask('sellerSku=AMZ-TEA-EARL-2PK')).toMatchObject({
    ours: 2,
    suggestions: [{ itemId: 'TEA-EARL', by: 'id-inside' }],
  })
  expect(await ask('sellerSku=X&title=Nothing%20of%20the%20kind')).toMatchObject({ suggestions: [] })
})

test('[E5] what went up and was refused stands by its cause, in the section of its kind', async () => {
  const refuse = { kind: 'error', operation: 'confirmShipment', status: 400, message: 'Invalid something' } as const
  const { seller, id, row } = await shipped({}, refuse)
  const { rowsOf } = await opened(seller)
  const [group] = await rowsOf('/error-log/groups')
  expect(group).toMatchObject({ kind: 'confirmation', code: 'confirmation-refused', count: 1, first: row, name: id })
  const cause = encodeURIComponent(String(group?.cause))
  expect(await rowsOf(`/outbox?forPeople=yes&code=confirmation-refused&cause=${cause}`)).toMatchObject([
    { outboxId: row },
  ])
  expect(await rowsOf('/outbox?forPeople=yes&code=package-unknown-at-amazon')).toEqual([])
  expect(await rowsOf('/outbox?forPeople=yes&search=999-')).toEqual([])
})

test('[E6] the retry queue says what is tried again by itself, when and after how many tries', async () => {
  const away = { kind: 'error', operation: 'confirmShipment', status: 500, message: 'Away' } as const
  const { seller, id } = await shipped({}, away)
  const { rowsOf, call } = await opened(seller)
  const rows = await rowsOf('/retry-queue')
  expect(rows).toMatchObject([{ kind: 'confirmation', name: id, count: 1, problem: { retryHelps: true } }])
  expect(Number(rows[0]?.tries)).toBeGreaterThan(0)
  const { next } = (await call('GET', '/retry-queue?limit=1')).body as { next: string }
  expect(await rowsOf(`/retry-queue?limit=1&after=${next}`)).toEqual([])
})

test('[E5] SKUs whose price is refused lead to their item', async () => {
  const { seller, rowsOf } = await waiting()
  await seller.database.ownerPool().query(
    `insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, marketplace_id, field, state, desired, desired_at, sent_at, problem)
     select $1, connection_id, sku, 'ATVPDKIKX0DER', 'price', 'refused', '{}', now(), now(), '{"code": "listing-refused", "facts": {"sku": "AMZ-TEA-EARL", "message": "Too low"}}'
     from millrace.connections, unnest(array['AMZ-TEA-EARL', 'MUG-RED', 'STRANGE']) sku where merchant_id = $1`,
    [seller.merchant],
  )
  expect(await rowsOf('/error-log/groups?kind=price')).toMatchObject([{ cause: 'Too low', count: 3, first: null }])
  const skus = (await rowsOf('/error-log/skus?field=price&cause=Too%20low')).map(({ sellerSku, itemId }) => [
    sellerSku,
    itemId,
  ])
  expect(skus).toEqual([
    ['AMZ-TEA-EARL', 'TEA-EARL'],
    ['MUG-RED', 'MUG-RED'],
    ['STRANGE', null],
  ])
  expect(await rowsOf('/error-log/sections')).toContainEqual({ section: 'Prices refused', kind: 'price', waiting: 3 })
})
