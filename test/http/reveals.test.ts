import { expect, test } from 'vitest'
import type { Permission } from '#core/permissions.ts'
import { buildApp } from '#http/app.ts'
import { composeSignIn } from '#main/compose-sign-in.ts'
import { csrfOf, hashOf, newSecret } from '#sign-in/secret.ts'
import { addKey, CHEAP, callWith } from '../make/api.ts'
import { MINUTE } from '../make/seller.ts'
import { withOrders } from '../make/viewers.ts'

const ALL: readonly Permission[] = [
  'View Orders',
  'Shipping Department',
  'View Audit',
  'View Settings',
  'Edit Settings',
  'View Amazon PII',
  'Print Amazon PII',
  'Export Amazon PII',
]

/** A merchant with orders, the API before it, and people who are signed in. */
async function makeShop(count = 1) {
  const { seller, ids, orders } = await withOrders(count)
  const signIn = composeSignIn(seller.database.appPool(), seller.deps, CHEAP)
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false, signIn })
  const owner = seller.database.ownerPool()
  let people = 0
  /** Signs somebody in who just showed the second factor; gives what sends requests as that person. */
  async function person(
    permissions: readonly Permission[] = ALL,
    change: { owner?: boolean; factorAgo?: number } = {},
  ) {
    const userId = `U${String(++people).padStart(16, '0')}`
    const token = newSecret()
    const now = seller.deps.now()
    await owner.query(
      `insert into auth.users (user_id, email, name, created_at, created_by) values ($1, $2, 'P', to_timestamp(0), 'test')`,
      [userId, `person-${people}@example.com`],
    )
    await owner.query(
      `insert into deployment.memberships (merchant_id, user_id, owner, permissions, trained_on, created_at, created_by)
       values ($1, $2, $3, $4, to_timestamp($5)::date, to_timestamp(0), 'test')`,
      [seller.merchant, userId, change.owner ?? false, permissions, now / 1000],
    )
    await owner.query(`insert into auth.passwords (user_id, hash, set_at) values ($1, 'none', to_timestamp($2))`, [
      userId,
      now / 1000,
    ])
    await owner.query(`insert into auth.totps (user_id, seed, set_at) values ($1, 'none', to_timestamp($2))`, [
      userId,
      now / 1000,
    ])
    await owner.query(
      `insert into auth.sessions (session_id, token_hash, user_id, created_at, last_used_at, second_factor_at, merchant_id, address, agent)
       values ($1, $2, $3, to_timestamp($4), to_timestamp($4), to_timestamp($5), $6, 'test', 'test')`,
      [`S${userId}`, hashOf(token), userId, now / 1000, (now - (change.factorAgo ?? 0)) / 1000, seller.merchant],
    )
    const headers = {
      host: 'localhost',
      origin: 'http://localhost',
      cookie: `millrace=${token}`,
      'millrace-csrf': csrfOf(token),
    }
    return {
      userId,
      headers,
      async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
        const sent = body ? { payload: JSON.stringify(body) } : {}
        const typed = body ? { 'content-type': 'application/json' } : {}
        const reply = await app.inject({ method, url: `/api/v1${path}`, headers: { ...headers, ...typed }, ...sent })
        return { status: reply.statusCode, text: reply.body, headers: reply.headers, code: codeIn(reply.body) }
      },
    }
  }
  const key = callWith(app, await addKey(seller.deps, seller.merchant))
  return { seller, ids, orders, app, person, key, owner }
}

const codeIn = (body: string): string | undefined => (body.startsWith('{') ? JSON.parse(body).code : undefined)

test('[U3] a person sees the buyer of an order, in an answer that nobody keeps; a key and who lacks the permission do not', async () => {
  const { ids, orders, person, key } = await makeShop()
  const path = `/orders/${ids[0]}/reveal`
  const shown = await (await person()).ask('POST', path, { purpose: 'return-or-claim' })
  expect(shown.status).toBe(200)
  expect(JSON.parse(shown.text)).toMatchObject({
    orderNumber: orders[0],
    name: 'Quentina Zebrafield',
    email: 'zq77@marketplace.amazon.example',
    shipTo: { lines: ['77 Xylophone Crescent', 'Flat 9'] },
    lines: [{ giftMessage: 'Happy birthday' }],
    taxNumbers: [],
  })
  expect(shown.headers).toMatchObject({ 'cache-control': 'no-store' })
  const packer = await person(['View Orders', 'Shipping Department', 'Print Amazon PII'])
  expect((await packer.ask('POST', path, { purpose: 'ship' })).status).toBe(403)
  expect((await key('POST', path, { purpose: 'ship' })).status).toBe(403)
  expect((await (await person()).ask('POST', path, { purpose: 'curiosity' })).status).toBe(400)
  expect((await (await person()).ask('POST', path, {})).status).toBe(400)
})

test('[U3] with a second factor of more than 15 minutes ago the answer says what to do', async () => {
  const { ids, person } = await makeShop()
  const late = await person(ALL, { factorAgo: 15 * MINUTE + 1 })
  const refused = await late.ask('POST', `/orders/${ids[0]}/reveal`, { purpose: 'ship' })
  expect([refused.status, refused.code]).toEqual([403, 'second-factor-needed'])
  expect(refused.text).toContain('Show your second factor again')
  expect(refused.text).not.toContain('Zebra')
})

test('[U3] labels come as a page that loads nothing and that nobody keeps', async () => {
  const { orders, person } = await makeShop(2)
  const page = await (await person()).ask('POST', '/print', { orders, kind: 'packing-slip' })
  expect(page.status).toBe(200)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/,
  )
  expect(page.headers['content-security-policy']).not.toContain('unsafe')
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect(page.text.match(/77 Xylophone Crescent/g)).toHaveLength(2)
  expect(page.text).not.toContain('<script')
  const many = Array.from({ length: 101 }, (_, at) => at + 1)
  expect((await (await person()).ask('POST', '/print', { orders: many, kind: 'packing-slip' })).status).toBe(400)
})

test('[U3] an export is asked for and fetched once; a replay of its word gets nothing, and the register shows it', async () => {
  const { orders, person } = await makeShop()
  const clerk = await person()
  const { export: number, download } = JSON.parse((await clerk.ask('POST', '/exports', { orders })).text)
  const file = await clerk.ask('POST', '/exports/fetch', { download })
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(file.headers['content-disposition']).toBe(`attachment; filename="addresses-${number}.csv"`)
  expect(file.headers['cache-control']).toBe('no-store')
  expect(file.text).toContain('"77 Xylophone Crescent","Flat 9"')
  expect(await clerk.ask('POST', '/exports/fetch', { download })).toMatchObject({ status: 410, code: 'export-used-up' })
  const { rows } = JSON.parse((await clerk.ask('GET', '/exports')).text)
  expect(rows).toMatchObject([{ export: number, who: 'person-1@example.com', orders, purpose: 'ship' }])
  expect(rows[0].fetchedAt).not.toBeNull()
})

test("[U3] the file of an export has the merchant's own columns, in its encoding; the register says which, and who", async () => {
  const { ids, orders, person, key } = await makeShop(2)
  const clerk = await person()
  const columns = [
    { field: 'postalCode', heading: 'Zip' },
    { field: 'amazonOrder', heading: 'Ref 1' },
    { field: 'items', heading: 'Contents' },
  ]
  const layout = { columns, delimiter: 'tab', encoding: 'windows-1252' }
  expect((await clerk.ask('PUT', '/export-layouts/WorldShip', layout)).status).toBe(200)
  expect((await clerk.ask('PUT', '/export-layouts/Bad', { ...layout, columns: [...columns, ...columns] })).status).toBe(
    422,
  )
  expect((await clerk.ask('PUT', '/export-layouts/Bad', { ...layout, columns: [] })).status).toBe(400)
  const { rows } = JSON.parse((await clerk.ask('GET', '/export-layouts')).text)
  expect(rows).toMatchObject([{ name: 'WorldShip', ...layout, savedBy: 'person-1@example.com' }])
  const asked = { queue: { deadline: undefined, center: 'PORTLAND' }, layout: { ...layout, name: 'WorldShip' } }
  const { download, orders: count } = JSON.parse((await clerk.ask('POST', '/exports', asked)).text)
  expect(count).toBe(2)
  const file = await clerk.ask('POST', '/exports/fetch', { download })
  expect(file.headers['content-type']).toBe('text/csv; charset=windows-1252')
  expect(file.headers['content-disposition']).toMatch(/addresses-\d+\.txt/)
  expect(Buffer.from(file.text, 'utf8').toString()).toContain(`Zip\tRef 1\tContents\r\n02207\t${ids[0]}\t`)
  const register = JSON.parse((await clerk.ask('GET', '/exports')).text)
  expect(register.rows).toMatchObject([{ orders, layout: 'WorldShip', columns: ['Zip', 'Ref 1', 'Contents'] }])
  expect(JSON.stringify(register)).not.toContain('02207')

  for (const body of [{}, { orders, queue: {} }, { queue: { deadline: 'never' } }])
    expect((await clerk.ask('POST', '/exports', body)).status).toBe(400)
  const nothing = await clerk.ask('POST', '/exports', { queue: { center: 'NOWHERE' } })
  expect(nothing).toMatchObject({ status: 422, code: 'nothing-queued' })
  expect((await key('POST', '/exports', { queue: {} })).status).toBe(403)
  expect((await clerk.ask('DELETE', '/export-layouts/WorldShip')).status).toBe(200)
  expect((await clerk.ask('DELETE', '/export-layouts/WorldShip')).status).toBe(404)
})

test('[U3] a shipping run ends with its session, with its permission and by its person', async () => {
  const { orders, person, owner } = await makeShop()
  const packer = await person()
  const show = () => packer.ask('POST', '/shipping-run/show', { orders })
  expect(await show()).toMatchObject({ status: 403, code: 'shipping-run-closed' })
  expect((await packer.ask('POST', '/shipping-run', { minutes: 240 })).status).toBe(200)
  expect(JSON.parse((await show()).text).rows).toMatchObject([
    { orderNumber: orders[0], phone: '555-0177', email: null },
  ])
  expect(JSON.parse((await packer.ask('GET', '/shipping-run')).text).run).toMatchObject({ openOrders: 1, shown: 1 })
  const boss = await person(['Edit Users'], { owner: true })
  const change = (permissions: readonly Permission[]) =>
    boss.ask('PATCH' as never, `/users/${packer.userId}`, { permissions })
  expect((await change(['View Orders'])).status).toBe(200)
  expect((await show()).status).toBe(403)
  // Given back, the permission does not bring the run back.
  expect((await change(ALL)).status).toBe(200)
  expect(await show()).toMatchObject({ status: 403, code: 'shipping-run-closed' })
  expect((await packer.ask('POST', '/shipping-run', { minutes: 240 })).status).toBe(200)
  expect(JSON.parse((await packer.ask('DELETE', '/shipping-run')).text)).toEqual({ ended: true })
  expect(await show()).toMatchObject({ code: 'shipping-run-closed' })
  expect((await packer.ask('POST', '/shipping-run', { minutes: 240 })).status).toBe(200)
  expect((await packer.ask('DELETE', '/session')).status).toBe(200)
  expect((await show()).status).toBe(401)
  expect((await owner.query('select 1 from auth.sessions where user_id = $1', [packer.userId])).rows).toEqual([])
})

test('[E2] a document is downloaded masked with a key, and whole by a person alone', async () => {
  const { seller, person, key } = await makeShop()
  const [document] = await seller.store((s) => s.listDocuments({ state: 'placed', after: 0, limit: 1 }))
  const path = `/error-log/${document?.documentId}/download`
  const masked = await key('GET', path)
  expect(masked).toMatchObject({ status: 200, body: { recipient: { deliveryAddress: { countryCode: 'US' } } } })
  expect(JSON.stringify(masked.body)).not.toContain('Zebra')
  expect((await key('POST', path, { purpose: 'legal' })).status).toBe(403)
  const whole = await (await person()).ask('POST', path, { purpose: 'legal' })
  expect(JSON.parse(whole.text)).toMatchObject({ buyer: { buyerName: 'Quentina Zebrafield' } })
})

test('[U3] the owner makes the limits smaller; others read them', async () => {
  const { person, key } = await makeShop(0)
  const limits = { reveal: 5, print: 10, export: 0 }
  expect((await key('GET', '/settings/buyer-data')).body).toEqual({ reveal: 50, print: 1000, export: 1000 })
  expect(await key('PUT', '/settings/buyer-data', limits)).toMatchObject({ body: { code: 'limits-only-by-owner' } })
  const editor = await person(['View Settings', 'Edit Settings'])
  expect((await editor.ask('PUT', '/settings/buyer-data', limits)).code).toBe('limits-only-by-owner')
  const boss = await person([], { owner: true })
  expect(JSON.parse((await boss.ask('PUT', '/settings/buyer-data', limits)).text)).toEqual(limits)
  expect((await boss.ask('PUT', '/settings/buyer-data', { ...limits, reveal: 51 })).status).toBe(400)
})

test('[U3][X1] what an old second factor refused is done once it is shown again, under the same Idempotency-Key', async () => {
  const { app, person, owner, seller } = await makeShop()
  const { headers: known } = await person(ALL, { factorAgo: 16 * MINUTE })
  const headers = { ...known, 'content-type': 'application/json', 'idempotency-key': 'run' }
  const begin = () =>
    app.inject({ method: 'POST', url: '/api/v1/shipping-run', headers, payload: JSON.stringify({ minutes: 60 }) })
  const first = await begin()
  expect([first.statusCode, first.json().code]).toEqual([403, 'second-factor-needed'])
  await owner.query('update auth.sessions set second_factor_at = to_timestamp($1)', [seller.deps.now() / 1000])
  expect((await begin()).statusCode).toBe(200)
})
