import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, ORDINARY_PERMISSIONS } from '#core/permissions.ts'
import { callWith, MILLS, NOW } from '../make/api.ts'
import { makePeople, ORIGIN } from '../make/browser.ts'

const DAY = 24 * 3_600_000
const TODAY = '2026-11-10'

let people: Awaited<ReturnType<typeof makePeople>>
type Joined = Awaited<ReturnType<Awaited<ReturnType<typeof makePeople>>['join']>> & { readonly userId: string }
let boss: Joined

/** Somebody who works for MILLS, or for another merchant, with these permissions. */
async function join(email: string, change: Parameters<typeof people.join>[1] = {}): Promise<Joined> {
  const who = await people.join(email, change)
  const [row] = await people.sql('select user_id from auth.users where email = $1', [email])
  return { ...who, userId: row.user_id }
}
const ask = (who: Joined, ...rest: Parameters<Joined['page']['ask']>) => who.page.ask(...rest)
const acts = async () => {
  const rows = await people.deps.deployment.withAudit('app', (audit) => audit.list({ after: 0, limit: 1000 }))
  return rows.flatMap((row) => ('who' in row ? [row] : []))
}

beforeAll(async () => {
  people = await makePeople()
  boss = await join('boss@example.com', { owner: true, permissions: [] })
})
afterAll(() => people.close())

describe('users and what they may do', () => {
  test('[U1] the table of permissions says each in a sentence; users are listed with what they may do now', async () => {
    const ann = await join('ann@example.com', { permissions: ['View Items'] })
    const table = (await ask(boss, 'GET', '/permissions')).body.permissions
    expect(table.map((each: { name: string }) => each.name)).toEqual(ALL_PERMISSIONS)
    const { rows } = (await ask(boss, 'GET', '/users')).body
    expect(rows.find((row: { email: string }) => row.email === 'boss@example.com')).toMatchObject({
      owner: true,
      acting: ORDINARY_PERMISSIONS,
      permissions: [],
    })
    expect(rows.find((row: { email: string }) => row.email === 'ann@example.com')).toMatchObject({
      acting: ['View Items'],
    })
    expect(await ask(ann, 'GET', '/users')).toMatchObject({
      status: 403,
      body: { detail: 'This needs the permission "Edit Users".' },
    })
  })

  test('[U1] a change works at the next request, through groups too, and stands in the audit', async () => {
    const ben = await join('ben@example.com', { permissions: [] })
    expect((await ask(ben, 'GET', '/items')).status).toBe(403)
    const group = (await ask(boss, 'POST', '/groups', { name: 'Stock room', permissions: ['View Items'] })).body
    const changed = await ask(boss, 'PATCH', `/users/${ben.userId}`, { groups: [group.groupId] })
    expect(changed).toMatchObject({ status: 200, body: { acting: ['View Items'], groups: [group.groupId] } })
    expect((await ask(ben, 'GET', '/items')).status).toBe(200)
    expect(await ask(boss, 'DELETE', `/groups/${group.groupId}`)).toMatchObject({
      status: 409,
      body: { code: 'still-used' },
    })
    await ask(boss, 'PUT', `/groups/${group.groupId}`, { name: 'Stock room', permissions: [] })
    expect((await ask(ben, 'GET', '/items')).status).toBe(403)
    expect((await acts()).at(-1)).toMatchObject({ act: 'group-changed', who: 'boss@example.com', merchant: MILLS })
  })

  test('[U1] nobody gives themselves or others what they do not hold, in any way', async () => {
    const eve = await join('eve@example.com', { permissions: ['Edit Users', 'View Items'] })
    const own = `/users/${eve.userId}`
    const codes = []
    for (const [method, path, body] of [
      ['PATCH', own, { permissions: ['Edit Users', 'View Items', 'Edit Settings'] }],
      ['PATCH', own, { permissions: ['Edit Users', 'View Amazon PII'], trainedOn: TODAY }],
      ['POST', '/groups', { name: 'Mine', permissions: ['Edit Settings'] }],
      ['POST', '/invitations', { email: 'friend@example.com', permissions: ['Edit Settings'] }],
      ['POST', '/keys', { name: 'k', purpose: 'p', scopes: ['settings:write'] }],
      ['POST', `${own}/owner`, undefined],
      ['PATCH', `/users/${boss.userId}`, { permissions: [] }],
      ['DELETE', `/users/${boss.userId}`, undefined],
    ] as const)
      codes.push((await ask(eve, method, path, body)).body.code)
    const gave = 'may-not-give'
    expect(codes).toEqual([gave, gave, gave, gave, 'not-valid', 'only-the-owner', 'owner-stays', 'owner-stays'])
    expect((await ask(eve, 'PATCH', own, { permissions: ['Edit Users', 'View Items'] })).status).toBe(200)
  })

  test('[U1][U6] fields that nobody may set are refused and change nothing', async () => {
    const before = await people.sql('select * from deployment.memberships order by user_id')
    for (const extra of ['owner', 'operator', 'userId', 'merchantId', 'createdBy', 'disabledAt']) {
      const body = { permissions: [], [extra]: true }
      expect((await ask(boss, 'PATCH', `/users/${boss.userId}`, body)).status).toBe(400)
      expect((await ask(boss, 'POST', '/invitations', { email: 'x@example.com', ...body })).status).toBe(400)
      expect((await ask(boss, 'POST', '/groups', { name: 'X', ...body })).status).toBe(400)
    }
    expect(await people.sql('select * from deployment.memberships order by user_id')).toEqual(before)
  })

  test('[U3] what opens buyer data needs a fresh second factor, a training within a year, and time that is not over', async () => {
    const pat = await join('pat@example.com', { permissions: [] })
    const path = `/users/${pat.userId}`
    const give = {
      permissions: ['View Orders', 'View Amazon PII'],
      trainedOn: TODAY,
      piiUntil: new Date(people.clock.at + 2 * DAY).toISOString(),
    }
    await people.sql(
      "update auth.sessions set second_factor_at = second_factor_at - interval '15 minutes' where user_id = $1",
      [boss.userId],
    )
    expect(await ask(boss, 'PATCH', path, give)).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } })
    await people.signInAgain(boss, boss.page)
    expect((await ask(boss, 'PATCH', path, give)).body).toMatchObject({ piiActs: true, acting: give.permissions })
    const scopes = async () =>
      (await people.deps.deployment.findMembership({ merchant: MILLS, userId: pat.userId }))?.piiUntil
    expect(await scopes()).toBe(Date.parse(give.piiUntil))
    expect((await ask(boss, 'PATCH', path, { trainedOn: null })).body).toMatchObject({
      piiActs: false,
      acting: ['View Orders'],
    })
    expect((await ask(boss, 'PATCH', path, { permissions: ['View Amazon PII'], trainedOn: '2999-01-01' })).status).toBe(
      422,
    )
  })

  test('[M2][U1] users, groups, invitations, keys and reviews of another merchant are not there', async () => {
    const other = await join('other-boss@example.com', { merchant: 'OTHER', owner: true, permissions: [] })
    const group = (await ask(boss, 'POST', '/groups', { name: 'Ours', permissions: [] })).body.groupId
    const invitation = (await ask(boss, 'POST', '/invitations', { email: 'ours@example.com' })).body.invitationId
    const key = (await ask(boss, 'POST', '/keys', { name: 'k', purpose: 'p', scopes: ['items:read'] })).body.keyId
    const tries = [
      ['GET', `/users/${boss.userId}`],
      ['PATCH', `/users/${boss.userId}`, { topics: ['health'] }],
      ['DELETE', `/users/${boss.userId}`],
      ['POST', `/users/${boss.userId}/owner`],
      ['PUT', `/groups/${group}`, { name: 'Theirs', permissions: [] }],
      ['DELETE', `/groups/${group}`],
      ['POST', `/invitations/${invitation}/renew`],
      ['DELETE', `/invitations/${invitation}`],
      ['DELETE', `/keys/${key}`],
    ] as const
    for (const [method, path, body] of tries)
      expect([path, (await ask(other, method, path, body)).status]).toEqual([path, 404])
    const groups = { groups: [group] }
    expect((await ask(other, 'PATCH', `/users/${other.userId}`, groups)).status).toBe(422)
    expect((await ask(other, 'GET', '/items', undefined, { 'millrace-merchant': MILLS })).status).toBe(404)
  })
})

describe('invitations', () => {
  test('[U1] the link is mailed past the list of mails, shown once, kept nowhere, and lets in whom it is for', async () => {
    const made = await ask(
      boss,
      'POST',
      '/invitations',
      { email: 'New@Example.com', permissions: ['View Orders'] },
      { 'idempotency-key': 'invite-1' },
    )
    expect(made).toMatchObject({ status: 200, body: { email: 'new@example.com', mail: 'sent', state: 'open' } })
    const secret = made.body.path.split('#')[1]
    const mail = people.mails.find((each) => each.to === 'new@example.com')
    expect(mail?.text).toContain(`${ORIGIN}${made.body.path}`)
    expect((await ask(boss, 'GET', '/mails')).text).not.toContain('new@example.com')
    expect((await ask(boss, 'GET', '/invitations')).text).not.toContain(secret)
    const kept = await people.sql(
      `select to_jsonb(i)::text || (select coalesce(string_agg(k::text, ''), '') from millrace.kept_answers k) as t from deployment.invitations i`,
    )
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect((await people.browser().ask('POST', '/invitation/look', { secret })).body).toMatchObject({
      email: 'new@example.com',
    })
  })

  test('[U1] a new link ends the old one, and a withdrawn one ends for good', async () => {
    const first = (await ask(boss, 'POST', '/invitations', { email: 'late@example.com' })).body
    const again = (await ask(boss, 'POST', `/invitations/${first.invitationId}/renew`)).body
    const look = async (path: string) =>
      (await people.browser().ask('POST', '/invitation/look', { secret: path.split('#')[1] })).status
    expect([await look(first.path), await look(again.path)]).toEqual([410, 200])
    expect((await ask(boss, 'DELETE', `/invitations/${first.invitationId}`)).body.state).toBe('withdrawn')
    expect(await look(again.path)).toBe(410)
    expect((await ask(boss, 'POST', `/invitations/${first.invitationId}/renew`)).body.code).toBe('invitation-over')
  })

  test('[U1][M2] whether an address is known elsewhere shows in no answer', async () => {
    const [known, unknown] = await Promise.all(
      ['other-boss@example.com', 'unheard-of@example.com'].map((email) => ask(boss, 'POST', '/invitations', { email })),
    )
    const shape = (answer: typeof known) =>
      JSON.stringify(Object.entries(answer?.body).map(([name, value]) => [name, typeof value]))
    expect(shape(known)).toBe(shape(unknown))
    expect([known?.status, known?.body.mail]).toEqual([unknown?.status, unknown?.body.mail])
  })
})

describe('removal', () => {
  test('[U6] it works at once: sessions, keys and invitations of that person end, and the time it took is kept', async () => {
    const gil = await join('gil@example.com', { permissions: ['Edit Users', 'View Items'] })
    const { key } = (await ask(gil, 'POST', '/keys', { name: 'till', purpose: 'stock', scopes: ['items:read'] })).body
    const { path } = (await ask(gil, 'POST', '/invitations', { email: 'friend-of-gil@example.com' })).body
    const call = callWith(people.app, key)
    expect((await call('GET', '/items')).status).toBe(200)
    const leftAt = new Date(people.clock.at - 3 * 3_600_000).toISOString()
    expect((await ask(boss, 'DELETE', `/users/${gil.userId}?leftAt=${leftAt}`)).status).toBe(200)
    expect((await ask(gil, 'GET', '/items')).status).toBe(401)
    expect((await call('GET', '/items')).status).toBe(401)
    expect((await people.browser().ask('POST', '/invitation/look', { secret: path.split('#')[1] })).status).toBe(410)
    expect((await ask(boss, 'GET', '/removed-users')).body.rows[0]).toMatchObject({
      email: 'gil@example.com',
      hours: 3,
      removedBy: 'boss@example.com',
    })
    expect((await acts()).at(-1)).toMatchObject({
      act: 'user-removed',
      about: 'gil@example.com',
      facts: { wasLast: true, hours: 3 },
    })
  })

  test('[U6] who is removed while a request runs changes nothing any more', async () => {
    const hal = await join('hal@example.com', { permissions: ['Edit Users', 'View Items'] })
    const tx = await people.database.ownerPool().connect()
    await tx.query('begin')
    await tx.query(`select 1 from deployment.merchants where merchant_id = 'MILLS' for no key update`)
    const running = ask(hal, 'POST', '/groups', { name: 'Too late', permissions: ['View Items'] })
    await waitingFor(1)
    await tx.query('delete from deployment.memberships where user_id = $1', [hal.userId])
    await tx.query('commit')
    tx.release()
    expect((await running).body.code).toBe('may-not-change-people')
  })

  test('[U6][M2] who works for others too stays there; sessions go on without the one merchant', async () => {
    const ida = await join('ida@example.com', { permissions: ['View Items'] })
    await people.sql(
      `insert into deployment.memberships (merchant_id, user_id, permissions, created_at, created_by) values ('OTHER', $1, '{View Items}', to_timestamp($2), 'test')`,
      [ida.userId, NOW / 1000],
    )
    expect((await ask(boss, 'DELETE', `/users/${ida.userId}`)).status).toBe(200)
    expect((await ask(ida, 'GET', '/items')).status).toBe(404)
    expect((await ask(ida, 'GET', '/items', undefined, { 'millrace-merchant': 'OTHER' })).status).toBe(200)
    expect((await ask(ida, 'GET', '/session')).body.merchants).toMatchObject([{ merchant: 'OTHER' }])
  })
})

describe('the owner', () => {
  test('[M3] the owner hands over with a fresh second factor; of two at once one ends, and both are told by mail', async () => {
    const cedar = { merchant: 'OTHER' }
    const first = await people.sql(`select user_id from deployment.memberships where merchant_id = 'OTHER' and owner`)
    const owner = await join('owner-of-other@example.com', cedar)
    await people.sql(`update deployment.memberships set owner = false where user_id = $1`, [first[0].user_id])
    await people.sql(`update deployment.memberships set owner = true where user_id = $1`, [owner.userId])
    const [kim, lee] = [await join('kim@example.com', cedar), await join('lee@example.com', cedar)]
    await people.sql(
      "update auth.sessions set second_factor_at = second_factor_at - interval '15 minutes' where user_id = $1",
      [owner.userId],
    )
    expect((await ask(owner, 'POST', `/users/${kim.userId}/owner`)).body.code).toBe('second-factor-needed')
    await people.signInAgain(owner, owner.page)
    const both = await Promise.all([kim, lee].map(({ userId }) => ask(owner, 'POST', `/users/${userId}/owner`)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
    const owners = await people.sql(
      `select email from deployment.memberships join auth.users using (user_id) where merchant_id = 'OTHER' and owner`,
    )
    expect(owners).toEqual([{ email: both.find(({ status }) => status === 200)?.body.email }])
    const mails = await people.sql(
      `select address, topic from millrace.mails where merchant_id = 'OTHER' and topic = 'people' order by address`,
    )
    expect(mails.map(({ address }) => address).sort()).toEqual(['owner-of-other@example.com', owners[0].email].sort())
    expect((await people.deps.deployment.findMerchant('OTHER'))?.owner).toBe(owners[0].email)
    // Who was the owner stays, and may be changed by the new one only in what is not owned.
    expect((await ask(owner, 'GET', '/users')).status).toBe(200)
    expect((await ask(owner, 'POST', `/users/${lee.userId}/owner`)).body.code).toBe('only-the-owner')
  })
})

describe('keys', () => {
  const wanted = { name: 'till', purpose: 'reads stock', scopes: ['items:read'] }

  test('[U6] a key works from its networks only, and until its end', async () => {
    const expiresAt = new Date(people.clock.at + DAY).toISOString()
    const networks = ['203.0.113.0/24', '2001:db8::/32', '198.51.100.9']
    const { key } = (await ask(boss, 'POST', '/keys', { ...wanted, networks, expiresAt })).body
    const from = async (remoteAddress: string, forwarded?: string) => {
      const headers = { authorization: `Bearer ${key}`, ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) }
      return (await people.app.inject({ url: '/api/v1/items', remoteAddress, headers })).statusCode
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
    people.clock.at += DAY
    expect(await from('203.0.113.77')).toBe(401)
    people.clock.at -= DAY
  })

  test('[U6] a key does no more than the person who answers for it may do now; no key makes keys', async () => {
    const max = await join('max@example.com', { permissions: ['Edit Users', 'View Items'] })
    const { key, keyId } = (await ask(max, 'POST', '/keys', wanted)).body
    const call = callWith(people.app, key)
    expect((await call('GET', '/items')).status).toBe(200)
    await ask(boss, 'PATCH', `/users/${max.userId}`, { permissions: ['View Orders'] })
    expect((await call('GET', '/items')).status).toBe(403)
    await ask(boss, 'PATCH', `/users/${max.userId}`, { permissions: ['View Items'] })
    expect((await call('GET', '/items')).status).toBe(200)
    await people.signIn.disable({ email: max.email, who: 'test' })
    expect((await call('GET', '/items')).status).toBe(401)
    expect((await callWith(people.app, people.key)('POST', '/keys', wanted)).status).toBe(403)
    const listed = (await ask(boss, 'GET', '/keys')).body.rows.find((row: { keyId: string }) => row.keyId === keyId)
    expect(listed).toMatchObject({ owner: 'max@example.com', purpose: 'reads stock', state: 'good' })
    expect((await ask(boss, 'DELETE', `/keys/${keyId}`)).body.state).toBe('revoked')
  })

  test('[U6] a bad network, a far end and a body with more are refused', async () => {
    const status = async (change: object) => (await ask(boss, 'POST', '/keys', { ...wanted, ...change })).status
    expect(await status({ networks: ['203.0.113.0/33'] })).toBe(400)
    expect(await status({ networks: ['example.com'] })).toBe(400)
    expect(await status({ expiresAt: new Date(people.clock.at + 366 * DAY).toISOString() })).toBe(422)
    expect(await status({ ownerId: boss.userId })).toBe(400)
  })
})

describe('the access review', () => {
  test('[U6] it is signed whole, kept as it was, and what is revoked ends at once', async () => {
    const nan = await join('nan@example.com', { permissions: ['View Items'] })
    const open = (await ask(boss, 'GET', '/access-review')).body
    expect(open).toMatchObject({ overdue: false, lastSignedAt: null })
    const decisions = open.lines.map(({ kind, id }: { kind: string; id: string }) => ({
      kind,
      id,
      decision: id === nan.userId || kind === 'key' ? 'revoke' : 'keep',
    }))
    const signature = { version: open.version, decisions }
    await ask(boss, 'PATCH', `/users/${nan.userId}`, { permissions: ['View Items', 'View Orders'] })
    expect((await ask(boss, 'POST', '/access-review', signature)).body.code).toBe('review-moved')
    const { version } = (await ask(boss, 'GET', '/access-review')).body
    expect((await ask(boss, 'POST', '/access-review', { version, decisions: decisions.slice(1) })).body.code).toBe(
      'review-moved',
    )
    const signed = await ask(boss, 'POST', '/access-review', { version, decisions })
    expect(signed).toMatchObject({ status: 200, body: { signedBy: 'boss@example.com' } })
    expect((await ask(nan, 'GET', '/items')).status).toBe(401)
    expect((await callWith(people.app, people.key)('GET', '/items')).status).toBe(401)
    const kept = (await ask(boss, 'GET', `/access-reviews/${signed.body.reviewId}`)).body
    expect(kept).toEqual(signed.body)
    expect(kept.lines.find((line: { id: string }) => line.id === nan.userId)).toMatchObject({
      decision: 'revoke',
      may: ['View Orders', 'View Items'],
    })
    expect((await ask(boss, 'GET', '/access-reviews')).body.rows).toMatchObject([
      { reviewId: kept.reviewId, revoked: kept.revoked },
    ])
  })
})

describe('notifications', () => {
  test('[N1][N2] each user says for themselves of what they are told; of what nobody wants, who may edit the settings is told', async () => {
    const ola = await join('ola@example.com', { permissions: [] })
    expect((await ask(ola, 'GET', '/me/notifications')).body).toEqual({ topics: [], told: [] })
    const saved = await ask(ola, 'PUT', '/me/notifications', { topics: ['health'] })
    expect(saved.body).toEqual({ topics: ['health'], told: ['health'] })
    const own = (await ask(boss, 'GET', '/me/notifications')).body
    expect(own.topics).toEqual([])
    expect(own.told).not.toContain('health')
    expect(own.told).toContain('file-errors')
    const list = (await ask(boss, 'GET', '/notifications')).body
    expect(list.people).toEqual([{ address: 'ola@example.com', topics: ['health'] }])
    const stranger = [{ address: 'stranger@example.com', topics: ['health'] }]
    const put = await ask(boss, 'PUT', '/notifications', { people: stranger })
    expect(put).toMatchObject({ status: 422, body: { fields: [{ field: 'people[0].address' }] } })
    await ask(boss, 'PUT', '/notifications', { people: [{ address: 'boss@example.com', topics: ['deadlines'] }] })
    expect((await ask(ola, 'GET', '/me/notifications')).body).toEqual({ topics: [], told: [] })
  })
})

describe('the operator', () => {
  test('[M2] merchants are added, suspended and removed; the name is typed again, with a fresh second factor', async () => {
    const op = await join('operator@example.com', { merchant: null })
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
    expect((await ask(op, 'POST', '/deployment/merchants', entered)).body).toMatchObject({ merchantId: 'CEDAR' })
    const { rows } = (await ask(op, 'GET', '/deployment/merchants')).body
    expect(rows.find((row: { merchantId: string }) => row.merchantId === 'CEDAR')).toEqual({
      ...{ merchantId: 'CEDAR', name: 'Cedar Shelf', owner: 'owner@cedar.example', suspendedAt: null },
      ...{ users: 0, held: 0, waitingForPeople: 0, problems: 0, failingWork: 0, unsentMails: 0 },
    })
    expect((await ask(op, 'POST', '/deployment/merchants/MILLS/suspend')).status).toBe(200)
    expect((await ask(boss, 'GET', '/items')).status).toBe(403)
    await ask(op, 'POST', '/deployment/merchants/MILLS/resume')
    expect((await ask(boss, 'GET', '/items')).status).toBe(200)
    const remove = (name: string) => ask(op, 'DELETE', '/deployment/merchants/CEDAR', { name })
    expect((await remove('Cedar')).status).toBe(422)
    await people.sql(
      "update auth.sessions set second_factor_at = second_factor_at - interval '15 minutes' where user_id = $1",
      [op.userId],
    )
    expect((await remove('Cedar Shelf')).body.code).toBe('second-factor-needed')
    await people.signInAgain(op, op.page)
    expect((await remove('Cedar Shelf')).status).toBe(200)
    expect(await people.deps.deployment.findMerchant('CEDAR')).toBeNull()
    const mine = (await acts()).filter(({ who }) => who === 'operator@example.com').map(({ act }) => act)
    expect(mine).toEqual(
      expect.arrayContaining(['merchant-added', 'merchant-suspended', 'merchant-resumed', 'merchant-removed']),
    )
    expect((await ask(boss, 'GET', '/deployment/merchants')).status).toBe(403)
  })

  test('[M2] an operator gets nothing of any merchant, at any address', async () => {
    const op = await join('operator-2@example.com', { merchant: null })
    const document = JSON.parse((await people.app.inject({ url: '/api/v1/openapi.json' })).body)
    const all = Object.entries<Record<string, { description: string }>>(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { description }]) => ({ path, method, description })),
    )
    const ofMerchants = all.filter(({ description }) => /the scope|works for the merchant/.test(description))
    expect(ofMerchants.length).toBeGreaterThan(100)
    for (const { path, method } of ofMerchants) {
      const url = path.replace(/\{\w+\}/g, '1001')
      const answer = await ask(op, method.toUpperCase() as 'GET', url, undefined, { 'millrace-merchant': MILLS })
      expect([method, path, answer.status, answer.body.detail]).toEqual([
        method,
        path,
        404,
        'There is no such merchant.',
      ])
      expect([path, (await ask(op, method.toUpperCase() as 'GET', url)).status]).toEqual([path, 403])
    }
  })
})

/** Waits until so many of our transactions wait for a lock. */
async function waitingFor(count: number): Promise<void> {
  for (;;) {
    const rows = await people.sql(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length >= count) return
    await new Promise(setImmediate)
  }
}
