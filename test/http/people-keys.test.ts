import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, type Scope, scopesOf } from '#core/permissions.ts'
import { healthFindings } from '#flows/health-findings.ts'
import { callWith, MILLS } from '../make/api.ts'
import { makeStaff } from '../make/staff.ts'

const DAY = 24 * 3_600_000

let staff: Awaited<ReturnType<typeof makeStaff>>
beforeAll(async () => {
  staff = await makeStaff()
})
afterAll(() => staff.close())

describe('keys', () => {
  const wanted = { name: 'till', purpose: 'reads stock', scopes: ['items:read'] }

  test('[U6] a key works from its networks only, and until its end', async () => {
    const expiresAt = new Date(staff.clock.at + DAY).toISOString()
    const networks = ['203.0.113.0/24', '2001:db8::/32', '198.51.100.9']
    const { key } = (await staff.ask(staff.boss, 'POST', '/keys', { ...wanted, networks, expiresAt })).body
    const from = async (remoteAddress: string, forwarded?: string) => {
      const headers = { authorization: `Bearer ${key}`, ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) }
      return (await staff.app.inject({ url: '/api/v1/items', remoteAddress, headers })).statusCode
    }
    expect(await from('203.0.113.77')).toBe(200)
    expect(await from('::ffff:203.0.113.77')).toBe(200)
    expect(await from('2001:db8::1')).toBe(200)
    expect(await from('198.51.100.9')).toBe(200)
    expect(await from('198.51.100.10')).toBe(403)
    expect(await from('2001:db9::1')).toBe(403)
    // A proxy on this machine says for whom it asks; nobody else is believed.
    expect(await from('127.0.0.1')).toBe(403)
    expect(await from('127.0.0.1', '203.0.113.77')).toBe(200)
    expect(await from('198.51.100.10', '203.0.113.77')).toBe(403)
    staff.clock.at += DAY
    expect(await from('203.0.113.77')).toBe(401)
    staff.clock.at -= DAY
  })

  test('[U6] a key does no more than the person who answers for it may do now; no key makes keys', async () => {
    const max = await staff.join('max@example.com', { permissions: ['Edit Users', 'View Items'] })
    const { key, keyId } = (await staff.ask(max, 'POST', '/keys', wanted)).body
    const call = callWith(staff.app, key)
    expect((await call('GET', '/items')).status).toBe(200)
    await staff.ask(staff.boss, 'PATCH', `/users/${max.userId}`, { permissions: ['View Orders'] })
    expect((await call('GET', '/items')).status).toBe(403)
    await staff.ask(staff.boss, 'PATCH', `/users/${max.userId}`, { permissions: ['View Items'] })
    expect((await call('GET', '/items')).status).toBe(200)
    await staff.signIn.disable({ email: max.email, who: 'test' })
    expect((await call('GET', '/items')).status).toBe(401)
    expect((await callWith(staff.app, staff.key)('POST', '/keys', wanted)).status).toBe(403)
    const listed = (await staff.ask(staff.boss, 'GET', '/keys')).body.rows.find(
      (row: { keyId: string }) => row.keyId === keyId,
    )
    expect(listed).toMatchObject({ owner: 'max@example.com', purpose: 'reads stock', state: 'good' })
    expect((await staff.ask(staff.boss, 'DELETE', `/keys/${keyId}`)).body.state).toBe('revoked')
  })

  test('[U6] a bad network, a far end, a body with more and an old second factor are refused', async () => {
    const status = async (change: object) =>
      (await staff.ask(staff.boss, 'POST', '/keys', { ...wanted, ...change })).status
    expect(await status({ networks: ['203.0.113.0/33'] })).toBe(400)
    expect(await status({ networks: ['example.com'] })).toBe(400)
    expect(await status({ expiresAt: new Date(staff.clock.at + 366 * DAY).toISOString() })).toBe(422)
    expect(await status({ ownerId: staff.boss.userId })).toBe(400)
    await staff.ageFactor(staff.boss)
    expect((await staff.ask(staff.boss, 'POST', '/keys', wanted)).body.code).toBe('second-factor-needed')
    await staff.signInAgain(staff.boss, staff.boss.page)
  })
})

describe('the access review', () => {
  test('[U6] it is signed whole, kept as it was, and what is revoked ends at once', async () => {
    const nan = await staff.join('nan@example.com', { permissions: ['View Items'] })
    const open = (await staff.ask(staff.boss, 'GET', '/access-review')).body
    expect(open).toMatchObject({ overdue: false, lastSignedAt: null })
    const decisions = open.lines.map(({ kind, id }: { kind: string; id: string }) => ({
      kind,
      id,
      decision: id === nan.userId || kind === 'key' ? 'revoke' : 'keep',
    }))
    const signature = { version: open.version, decisions }
    await staff.ask(staff.boss, 'PATCH', `/users/${nan.userId}`, { permissions: ['View Items', 'View Orders'] })
    expect((await staff.ask(staff.boss, 'POST', '/access-review', signature)).body.code).toBe('review-moved')
    const { version } = (await staff.ask(staff.boss, 'GET', '/access-review')).body
    expect(
      (await staff.ask(staff.boss, 'POST', '/access-review', { version, decisions: decisions.slice(1) })).body.code,
    ).toBe('review-moved')
    const signed = await staff.ask(staff.boss, 'POST', '/access-review', { version, decisions })
    expect(signed).toMatchObject({ status: 200, body: { signedBy: 'boss@example.com' } })
    expect((await staff.ask(nan, 'GET', '/items')).status).toBe(401)
    expect((await callWith(staff.app, staff.key)('GET', '/items')).status).toBe(401)
    const kept = (await staff.ask(staff.boss, 'GET', `/access-reviews/${signed.body.reviewId}`)).body
    expect(kept).toEqual(signed.body)
    expect(kept.lines.find((line: { id: string }) => line.id === nan.userId)).toMatchObject({
      decision: 'revoke',
      may: ['View Orders', 'View Items'],
    })
    expect((await staff.ask(staff.boss, 'GET', '/access-reviews')).body.rows).toMatchObject([
      { reviewId: kept.reviewId, revoked: kept.revoked },
    ])
  })

  test('[U6][N3] one that is overdue is told on the status page and in the daily mail', async () => {
    const finding = { says: 'Nobody has looked through who may do what; it was due 0 days ago', look: 'review show' }
    const dueAt = Date.parse((await staff.ask(staff.boss, 'GET', '/status')).body.accessReview.dueAt)
    expect(await healthFindings(staff.deps, MILLS, { now: dueAt - 1 })).not.toContainEqual(finding)
    expect(await healthFindings(staff.deps, MILLS, { now: dueAt })).toContainEqual(finding)
    expect((await staff.ask(staff.boss, 'GET', '/status')).body.accessReview.overdue).toBe(false)
    await staff.sql(`update deployment.access_reviews set signed_at = signed_at - interval '90 days'`)
    expect((await staff.ask(staff.boss, 'GET', '/status')).body.accessReview.overdue).toBe(true)
  })
})

describe('notifications', () => {
  test('[N1][N2] each user says for themselves of what they are told; of what nobody wants, who may edit the settings is told', async () => {
    const ola = await staff.join('ola@example.com', { permissions: [] })
    expect((await staff.ask(ola, 'GET', '/me/notifications')).body).toEqual({ topics: [], told: [] })
    const saved = await staff.ask(ola, 'PUT', '/me/notifications', { topics: ['health'] })
    expect(saved.body).toEqual({ topics: ['health'], told: ['health'] })
    const own = (await staff.ask(staff.boss, 'GET', '/me/notifications')).body
    expect(own.topics).toEqual([])
    expect(own.told).not.toContain('health')
    expect(own.told).toContain('file-errors')
    const list = (await staff.ask(staff.boss, 'GET', '/notifications')).body
    expect(list.people).toEqual([{ address: 'ola@example.com', topics: ['health'] }])
    const stranger = [{ address: 'stranger@example.com', topics: ['health'] }]
    const put = await staff.ask(staff.boss, 'PUT', '/notifications', { people: stranger })
    expect(put).toMatchObject({ status: 422, body: { fields: [{ field: 'people[0].address' }] } })
    await staff.ask(staff.boss, 'PUT', '/notifications', {
      people: [{ address: 'boss@example.com', topics: ['deadlines'] }],
    })
    expect((await staff.ask(ola, 'GET', '/me/notifications')).body).toEqual({ topics: [], told: [] })
  })
})

describe('the operator', () => {
  test('[M2] merchants are added, suspended and removed; the name is typed again, with a fresh second factor', async () => {
    const op = await staff.join('operator@example.com', { merchant: null })
    const entered = {
      ...{
        id: 'CEDAR',
        name: 'Cedar Shelf',
        owner: 'owner@cedar.example',
        timeZone: 'Europe/London',
        currency: 'GBP',
        weightUnit: 'kg',
      },
      shipFrom: { name: 'Cedar', line1: '4 Mill Lane', city: 'Bath', postalCode: 'BA1 1AA', country: 'GB' },
    }
    expect((await staff.ask(op, 'POST', '/deployment/merchants', entered)).body).toMatchObject({ merchantId: 'CEDAR' })
    const { rows } = (await staff.ask(op, 'GET', '/deployment/merchants')).body
    expect(rows.find((row: { merchantId: string }) => row.merchantId === 'CEDAR')).toEqual({
      ...{ merchantId: 'CEDAR', name: 'Cedar Shelf', owner: 'owner@cedar.example', suspendedAt: null },
      ...{ users: 0, held: 0, waitingForPeople: 0, problems: 0, failingWork: 0, unsentMails: 0 },
      ...{ hasOwner: false, lastSweepAt: null },
    })
    expect((await staff.ask(op, 'POST', '/deployment/merchants/MILLS/suspend')).status).toBe(200)
    expect((await staff.ask(staff.boss, 'GET', '/items')).status).toBe(403)
    await staff.ask(op, 'POST', '/deployment/merchants/MILLS/resume')
    expect((await staff.ask(staff.boss, 'GET', '/items')).status).toBe(200)
    const remove = (name: string) => staff.ask(op, 'DELETE', '/deployment/merchants/CEDAR', { name })
    expect((await remove('Cedar')).status).toBe(422)
    await staff.ageFactor(op)
    expect((await remove('Cedar Shelf')).body.code).toBe('second-factor-needed')
    await staff.signInAgain(op, op.page)
    expect((await remove('Cedar Shelf')).status).toBe(200)
    expect(await staff.deps.deployment.findMerchant('CEDAR')).toBeNull()
    const mine = (await staff.acts()).filter(({ who }) => who === 'operator@example.com').map(({ act }) => act)
    expect(mine).toEqual(
      expect.arrayContaining(['merchant-added', 'merchant-suspended', 'merchant-resumed', 'merchant-removed']),
    )
    expect((await staff.ask(staff.boss, 'GET', '/deployment/merchants')).status).toBe(403)
  })

  test('[M2] an operator gets nothing of any merchant, at any address', async () => {
    const op = await staff.join('operator-2@example.com', { merchant: null })
    const document = JSON.parse((await staff.app.inject({ url: '/api/v1/openapi.json' })).body)
    const all = Object.entries<Record<string, { description: string }>>(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { description }]) => ({ path, method, description })),
    )
    const ofMerchants = all.filter(({ description }) => /the scope|works for the merchant/.test(description))
    expect(ofMerchants.length).toBeGreaterThan(100)
    for (const { path, method } of ofMerchants) {
      const url = path.replace(/\{\w+\}/g, '1001')
      const answer = await staff.ask(op, method.toUpperCase() as 'GET', url, undefined, { 'millrace-merchant': MILLS })
      expect([method, path, answer.status, answer.body.detail]).toEqual([
        method,
        path,
        404,
        'There is no such merchant.',
      ])
      expect([path, (await staff.ask(op, method.toUpperCase() as 'GET', url)).status]).toEqual([path, 403])
    }
  })
})

describe('each permission', () => {
  const PROBES: Readonly<Partial<Record<Scope, readonly ['GET' | 'POST' | 'PUT', string]>>> = {
    'orders:read': ['GET', '/orders'],
    'orders:write': ['POST', '/error-log/1001/reprocess'],
    'shipments:write': ['POST', '/shipments'],
    'items:read': ['GET', '/items'],
    'items:write': ['PUT', '/stock'],
    'settings:read': ['GET', '/settings/orders'],
    'settings:write': ['PUT', '/settings/orders'],
    'users:read': ['GET', '/users'],
    'users:write': ['POST', '/groups'],
  }

  test('[U1] opens what the table says and nothing else; without any nothing opens', async () => {
    const qi = await staff.join('qi@example.com', { permissions: [] })
    for (const permission of [null, ...ALL_PERMISSIONS]) {
      const given = permission === null ? [] : [permission]
      await staff.sql('update deployment.memberships set permissions = $2, trained_on = $3 where user_id = $1', [
        qi.userId,
        given,
        '2026-11-10',
      ])
      const opened: string[] = []
      for (const [scope, [method, path]] of Object.entries(PROBES)) {
        const { status, body } = await staff.ask(qi, method, path, method === 'GET' ? undefined : {})
        if (status !== 403) opened.push(scope)
        else expect(body.detail).toContain('This needs the permission')
      }
      expect([permission, opened]).toEqual([permission, scopesOf(given).filter((scope) => scope in PROBES)])
    }
  })
})
