import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isVersioned } from '#core/versioned-changes.ts'
import { buildApp } from '#http/app.ts'
import { addKey, MILLS, makeApi, mug, NOW } from '../make/api.ts'
import { putSession } from '../make/session.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
  await api.call('PUT', '/items', { items: [mug] })
})
afterAll(() => api.close())

type Asked = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>>; readonly key?: string }

const send = async (
  method: 'GET' | 'PUT' | 'DELETE',
  path: string,
  { body, headers = {}, key = api.key }: Asked = {},
) => {
  const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const authorization = `Bearer ${key}`
  return api.app.inject({ method, url: `/api/v1${path}`, headers: { authorization, ...type, ...headers }, ...payload })
}
const tagOf = async (path: string) => String((await send('GET', path)).headers.etag)

test('[X1] one thing and a list have an ETag; who has it already is answered 304 without a body, until it changes', async () => {
  for (const path of ['/items/MUG', '/items', '/settings/orders', '/distribution-centers']) {
    const first = await send('GET', path)
    expect(first.headers.etag).toMatch(/^"[\w-]{27}"$/)
    for (const named of [first.headers.etag, `"other", W/${first.headers.etag}`, '*']) {
      const again = await send('GET', path, { headers: { 'if-none-match': String(named) } })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag])
    }
    expect((await send('GET', path, { headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200)
  }
  const before = await tagOf('/items/MUG')
  await api.call('PUT', '/items', { items: [{ ...mug, grams: 351 }] })
  const changed = await send('GET', '/items/MUG', { headers: { 'if-none-match': before } })
  expect([changed.statusCode, changed.json().grams]).toEqual([200, 351])
})

test('[X1] what is refused has no ETag, nor has what a change answers', async () => {
  expect((await send('GET', '/items/NONE')).headers.etag).toBeUndefined()
  const { id, ...rest } = mug
  const put = await send('PUT', `/items/${id}`, { body: rest })
  expect([put.statusCode, put.headers.etag]).toEqual([200, undefined])
})

/** Every change that takes an If-Match, with two good bodies that differ. */
const { id: _, ...aMug } = mug
const ours = { name: 'Shop', email: 'shop@example.com' }
const center = (inventoryBuffer: number) => ({
  centers: [{ code: 'HOME', name: 'Home', isDefault: true, inventoryBuffer }],
})
const VERSIONED = [
  ['/items/MUG', (n: number) => ({ ...aMug, grams: 400 + n })],
  ['/items/MUG/offers', (n: number) => ({ offers: [{ price: { amount: `${n + 1}.00`, currency: 'USD' } }] })],
  [
    '/themes',
    (n: number) => ({ themes: [{ code: 'SHOP', name: `Shop ${n}`, sender: 'shop@example.com', service: ours }] }),
  ],
  [
    '/carriers',
    (n: number) => ({ carriers: [{ carrier: `Cart ${n}`, amazonCode: 'Other', amazonName: `Cart ${n}` }] }),
  ],
  ['/distribution-centers', center],
  ['/notifications', (n: number) => ({ people: [{ address: `n${n}@example.com`, topics: ['deadlines'] }] })],
] as const

test.each(VERSIONED)(
  '[X1] PUT %s changes only what its sender read: else it is refused with 412 and a sentence',
  async (path, body) => {
    const seed = await send('PUT', path, { body: body(0) })
    expect(seed.statusCode, seed.body).toBe(200)
    const tag = await tagOf(path)
    expect((await send('PUT', path, { body: body(1), headers: { 'if-match': tag } })).statusCode).toBe(200)
    const now = await tagOf(path)
    expect(now).not.toBe(tag)
    const late = await send('PUT', path, { body: body(2), headers: { 'if-match': tag } })
    expect([late.statusCode, late.json().code]).toEqual([412, 'changed-meanwhile'])
    expect(late.json().detail).toContain('Nothing was changed')
    expect(await tagOf(path)).toBe(now)
  },
)

const mapping = (ours: number, sellerSku = 'AZ MUG/2 ä') => ({
  mappings: [{ sellerSku, itemId: 'MUG', ratio: { amazon: 1, ours } }],
})
const ONE = `/sku-mappings?sellerSku=${encodeURIComponent('AZ MUG/2 ä')}`

test('[X1][O11] a mapping is saved and removed only while its SKU stands as it was read; a SKU read as unknown only while it is', async () => {
  const none = { 'if-match': await tagOf(ONE) }
  expect((await send('PUT', '/sku-mappings', { body: mapping(2), headers: none })).statusCode).toBe(200)
  expect((await send('PUT', '/sku-mappings', { body: mapping(3), headers: none })).statusCode).toBe(412)
  const read = { 'if-match': await tagOf(ONE) }
  expect((await send('PUT', '/sku-mappings', { body: mapping(4), headers: read })).statusCode).toBe(200)
  expect((await send('DELETE', ONE, { headers: read })).statusCode).toBe(412)
  expect((await send('GET', ONE)).json().rows[0].ratio.ours).toBe(4)
  const two = { mappings: [...mapping(5).mappings, ...mapping(5, 'OTHER').mappings] }
  const many = await send('PUT', '/sku-mappings', { body: two, headers: read })
  expect([many.statusCode, many.json().fields[0].field]).toEqual([400, 'If-Match'])
  expect((await send('PUT', '/sku-mappings', { body: two })).statusCode).toBe(200)
  const now = { 'if-match': await tagOf(ONE) }
  const codes = await Promise.all(
    [6, 7, 8].map((ours) => send('PUT', '/sku-mappings', { body: mapping(ours), headers: now })),
  )
  expect(codes.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412])
  expect((await send('DELETE', ONE, { headers: { 'if-match': await tagOf(ONE) } })).statusCode).toBe(200)
})

/** Why a PUT or PATCH takes no If-Match: nobody's words can be lost there, or there is nothing to read it under. */
const NEEDS_NONE: Readonly<Record<string, string>> = {
  'PUT /items': 'many at once: one that two people edit is saved alone',
  'PUT /stock': 'moves with every order: what was counted is entered as a count',
  'PUT /stock/restock-days': 'a single day',
  'PUT /imports/{import}/columns': 'belongs to a file that one person brings',
  'PUT /imports/{import}/options': 'belongs to a file that one person brings',
  'PUT /channels/{code}': 'a name and a number, with no address of its own to read',
  'PUT /me/notifications': "one's own",
  'PUT /account/password': "one's own",
  'PUT /connections': 'hands over credentials; nothing typed is kept to be read',
  'PUT /connections/by-files': 'says how it works, and never says it differently',
  'PUT /connections/{connectionId}/lapse': 'a single date',
  'PUT /connections/{connectionId}/sending': 'a switch; only what is named changes',
  'PUT /settings/buyer-data': 'a single number',
  'PATCH /orders/{order}/packages/{number}': 'only what is named changes, and the story of the order keeps both',
  'PATCH /users/{userId}': 'only what is named changes, and the audit keeps both',
  'PUT /groups/{groupId}': 'ticks of one dialog, and the audit keeps both; no address of its own to read',
  'PUT /webhooks/{webhookId}': 'of one program and whoever looks after it; no address of its own to read',
  'PUT /export-layouts/{name}': 'saved under a name of one’s own; no address of its own to read',
}

test('[X1] every PUT and PATCH takes an If-Match, or it is said why it needs none', () => {
  const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: Record<string, object> }
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((each) =>
      ['put', 'patch'].includes(each) ? [`${each.toUpperCase()} ${path.replace('/api/v1', '')}`] : [],
    ),
  )
  const without = all.filter((name) => !isVersioned(...(name.split(' ') as [string, string])))
  expect(without.sort()).toEqual(Object.keys(NEEDS_NONE).sort())
})

test('[X1] of many that read the same at once, one changes it: the version is compared under the lock', async () => {
  const tag = await tagOf('/items/MUG')
  const sent = Array.from({ length: 8 }, (_each, n) =>
    send('PUT', '/items/MUG', { body: { ...aMug, grams: 900 + n }, headers: { 'if-match': tag } }),
  )
  const codes = (await Promise.all(sent)).map(({ statusCode }) => statusCode)
  expect(codes.sort()).toEqual([200, ...Array(7).fill(412)])
})

test('[X1] an If-Match needs the right to read, is for what is there, and is refused where no versions are kept', async () => {
  const only = await addKey(api.deps, MILLS, { scopes: ['items:write'] })
  const blind = await send('PUT', '/items/MUG', { body: aMug, headers: { 'if-match': '*' }, key: only })
  expect([blind.statusCode, blind.json().detail]).toEqual([403, 'This API key lacks the scope items:read.'])
  const absent = await send('PUT', '/items/NEW', { body: aMug, headers: { 'if-match': '*' } })
  expect([absent.statusCode, (await send('GET', '/items/NEW')).statusCode]).toEqual([412, 404])
  expect((await send('PUT', '/items/MUG', { body: aMug, headers: { 'if-match': '*' } })).statusCode).toBe(200)
  const none = await send('PUT', '/sku-mappings', { body: {}, headers: { 'if-match': '*' } })
  expect(none.statusCode).toBe(400)
  const stock = { stock: [{ itemId: 'MUG', center: 'HOME', onHand: 1 }] }
  const refused = await send('PUT', '/stock', { body: stock, headers: { 'if-match': '*' } })
  expect([refused.statusCode, refused.json().fields?.[0]?.field]).toEqual([400, 'If-Match'])
})

test('[X1] a repeat with its Idempotency-Key is given its first answer, though what stands is no longer what it read', async () => {
  const headers = { 'if-match': await tagOf('/items/MUG'), 'idempotency-key': 'once' }
  const first = await send('PUT', '/items/MUG', { body: { ...aMug, grams: 77 }, headers })
  const again = await send('PUT', '/items/MUG', { body: { ...aMug, grams: 77 }, headers })
  expect([first.statusCode, again.statusCode, again.headers['idempotent-replayed']]).toEqual([200, 200, 'true'])
})

/** Two processes with the same limit, and a clock that is moved by hand. */
async function twoProcesses(perMinute: number) {
  let now = NOW
  const deps = { ...api.deps, now: () => now }
  const start = () =>
    buildApp(deps, { version: 'test', isOutage: () => false, keyLimit: { perMinute }, signIn: api.signIn })
  const apps = [await start(), await start()] as const
  const key = await addKey(api.deps, MILLS)
  const ask = (process: 0 | 1, headers: Readonly<Record<string, string>> = { authorization: `Bearer ${key}` }) =>
    apps[process].inject({ url: '/api/v1/distribution-centers', headers })
  return {
    ask,
    pass: (ms: number) => {
      now += ms
    },
    close: () => Promise.all(apps.map((app) => app.close())),
  }
}

test('[X1] a key that asks too much is refused with 429 and told when; all processes share its bucket, and it fills again', async () => {
  const { ask, pass, close } = await twoProcesses(360)
  const first = await ask(0)
  expect(first.headers['ratelimit-policy']).toBe('"key";q=360;w=60')
  expect(first.headers.ratelimit).toBe('"key";r=59;t=1')
  const codes: number[] = [first.statusCode]
  for (let n = 1; n < 120; n++) codes.push((await ask(n % 2 === 0 ? 0 : 1)).statusCode)
  expect(codes.filter((code) => code === 200).length).toBe(60)
  const refused = await ask(0)
  expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
    429,
    'too-many-requests',
    '1',
  ])
  expect(refused.headers.ratelimit).toBe('"key";r=0;t=10')
  pass(1000)
  const later: number[] = []
  for (let n = 0; n < 10; n++) later.push((await ask(0)).statusCode)
  expect(later.filter((code) => code === 200).length).toBe(6)
  await close()
})

test('[X1] many requests at once spend no more than the bucket holds, and one key does not slow another or people', async () => {
  // A bucket of several slices: those who wait for one draw the next together, and none is lost.
  const { ask, close } = await twoProcesses(360)
  const codes = await Promise.all(Array.from({ length: 100 }, () => ask(0)))
  expect(codes.filter(({ statusCode }) => statusCode === 200).length).toBe(60)
  const other = await addKey(api.deps, MILLS)
  expect((await ask(0, { authorization: `Bearer ${other}` })).statusCode).toBe(200)
  const { headers } = await putSession(api.database, NOW, { merchant: MILLS, owner: true, permissions: ['View Items'] })
  for (let n = 0; n < 20; n++) {
    const { statusCode, headers: told } = await ask(1, headers)
    expect([statusCode, told.ratelimit]).toEqual([200, undefined])
  }
  await close()
})

test('[X1] If-None-Match: * creates and never replaces: of two who create one item at once, one is refused with 412', async () => {
  const create = (id: string, grams: number) =>
    send('PUT', `/items/${id}`, { body: { ...aMug, grams }, headers: { 'if-none-match': '*' } })
  const both = await Promise.all([create('NEW-MUG', 501), create('NEW-MUG', 502)])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  const { grams } = (await send('GET', '/items/NEW-MUG')).json()
  expect(grams).toBe(both[0]?.statusCode === 200 ? 501 : 502)
  const late = await create('NEW-MUG', 503)
  expect([late.statusCode, late.json().detail]).toEqual([412, 'It is there already. Nothing was changed.'])
  expect((await send('GET', '/items/NEW-MUG')).json().grams).toBe(grams)
})
