import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { TOPICS } from '#core/notifications/topics.ts'
import { removePerson } from '#flows/change-people.ts'
import type { Deps, Tx } from '#flows/deps.ts'
import { handOver } from '#flows/hand-over.ts'
import { readReview, signReview } from '#flows/review-access.ts'
import { callWith, MILLS, NOW } from '../make/api.ts'
import { makeStaff } from '../make/staff.ts'

let staff: Awaited<ReturnType<typeof makeStaff>>
beforeAll(async () => {
  staff = await makeStaff()
})
afterAll(() => staff.close())

describe('removal', () => {
  test('[U6] it works at once: sessions, keys and invitations of that person end, and the time it took is kept', async () => {
    const gil = await staff.join('gil@example.com', { permissions: ['Edit Users', 'View Items'] })
    const { key } = (await staff.ask(gil, 'POST', '/keys', { name: 'till', purpose: 'stock', scopes: ['items:read'] }))
      .body
    const { path } = (await staff.ask(gil, 'POST', '/invitations', { email: 'friend-of-gil@example.com' })).body
    const call = callWith(staff.app, key)
    expect((await call('GET', '/items')).status).toBe(200)
    const leftAt = new Date(staff.clock.at - 3 * 3_600_000).toISOString()
    expect((await staff.ask(staff.boss, 'DELETE', `/users/${gil.userId}?leftAt=${leftAt}`)).status).toBe(200)
    expect((await staff.ask(gil, 'GET', '/items')).status).toBe(401)
    expect((await call('GET', '/items')).status).toBe(401)
    const kept = (await staff.ask(staff.boss, 'GET', '/keys')).body.rows.find(
      ({ owner }: { owner: string }) => owner === gil.email,
    )
    expect(kept.state).toBe('revoked')
    expect((await staff.browser().ask('POST', '/invitation/look', { secret: path.split('#')[1] })).status).toBe(410)
    expect((await staff.ask(staff.boss, 'GET', '/removed-users')).body.rows[0]).toMatchObject({
      email: 'gil@example.com',
      hours: 3,
      removedBy: 'boss@example.com',
    })
    expect((await staff.acts()).at(-1)).toMatchObject({
      act: 'user-removed',
      about: 'gil@example.com',
      facts: { wasLast: true, hours: 3 },
    })
  })

  test('[U6] who is removed while a request runs changes nothing any more', async () => {
    const hal = await staff.join('hal@example.com', { permissions: ['Edit Users', 'View Items'] })
    const tx = await staff.database.ownerPool().connect()
    await tx.query('begin')
    await tx.query(`select 1 from deployment.merchants where merchant_id = 'MILLS' for no key update`)
    const running = staff.ask(hal, 'POST', '/groups', { name: 'Too late', permissions: ['View Items'] })
    await staff.waitingFor(1)
    await tx.query('delete from deployment.memberships where user_id = $1', [hal.userId])
    await tx.query('commit')
    tx.release()
    expect((await running).body.code).toBe('may-not-change-people')
  })

  test('[U6][M2] who works for others too stays there; sessions go on without the one merchant', async () => {
    const ida = await staff.join('ida@example.com', { permissions: ['View Items'] })
    await staff.sql(
      `insert into deployment.memberships (merchant_id, user_id, permissions, created_at, created_by) values ('OTHER', $1, '{View Items}', to_timestamp($2), 'test')`,
      [ida.userId, NOW / 1000],
    )
    expect((await staff.ask(staff.boss, 'DELETE', `/users/${ida.userId}`)).status).toBe(200)
    expect((await staff.ask(ida, 'GET', '/items')).status).toBe(404)
    expect((await staff.ask(ida, 'GET', '/items', undefined, { 'millrace-merchant': 'OTHER' })).status).toBe(200)
    expect((await staff.ask(ida, 'GET', '/session')).body.merchants).toMatchObject([{ merchant: 'OTHER' }])
  })

  test('[U6] who is removed by two merchants at the same moment is signed out', async () => {
    const vera = await staff.join('vera@example.com', { permissions: ['View Items'] })
    await staff.sql(
      `insert into deployment.memberships (merchant_id, user_id, permissions, created_at, created_by) values ('OTHER', $1, '{View Items}', to_timestamp($2), 'test')`,
      [vera.userId, NOW / 1000],
    )
    const audit = await staff.database.ownerPool().connect()
    await audit.query('begin')
    await audit.query('select from deployment.audit_heads for update')
    const asker = { name: 'the command line', userId: null, fresh: true }
    const removals = (['MILLS', 'OTHER'] as MerchantId[]).map((merchant) =>
      removePerson(staff.deps, merchant, { asker, userId: vera.userId }),
    )
    await staff.waitingFor(2)
    await audit.query('commit')
    audit.release()
    expect((await Promise.all(removals)).map(({ ok }) => ok)).toEqual([true, true])
    expect(await staff.sql('select 1 from auth.sessions where user_id = $1', [vera.userId])).toEqual([])
  })
})

describe('links that were given before', () => {
  const look = async (path: string) =>
    (await staff.browser().ask('POST', '/invitation/look', { secret: path.split('#')[1] })).status
  const invite = async (by: typeof staff.boss, email: string, change: object = {}) =>
    (await staff.ask(by, 'POST', '/invitations', { email, ...change })).body

  test('[U6] who is removed comes in by no other invitation that was open, nor by a link they renewed', async () => {
    const ned = await staff.join('ned@example.com', { permissions: ['Edit Users', 'View Items'] })
    await staff.sql(`delete from deployment.memberships where user_id = $1`, [ned.userId])
    const second = await invite(staff.boss, ned.email, { permissions: ['View Items'] })
    await staff.sql(
      `insert into deployment.memberships (merchant_id, user_id, permissions, created_at, created_by) values ('MILLS', $1, '{Edit Users,View Items}', to_timestamp($2), 'test')`,
      [ned.userId, NOW / 1000],
    )
    const { invitationId } = await invite(staff.boss, 'someone-else@example.com', { permissions: ['View Items'] })
    const renewed = (await staff.ask(ned, 'POST', `/invitations/${invitationId}/renew`)).body
    expect([await look(second.path), await look(renewed.path)]).toEqual([200, 200])
    expect((await staff.ask(staff.boss, 'DELETE', `/users/${ned.userId}`)).status).toBe(200)
    expect([await look(second.path), await look(renewed.path)]).toEqual([410, 410])
  })

  test('[U1] who may invite no more by a change of their group, or is disabled, has invited nobody', async () => {
    const group = { name: 'Front office', permissions: ['Edit Users', 'View Items'] }
    const { groupId } = (await staff.ask(staff.boss, 'POST', '/groups', group)).body
    const ola = await staff.join('ola@example.com', { permissions: ['View Items'] })
    await staff.ask(staff.boss, 'PATCH', `/users/${ola.userId}`, { groups: [groupId] })
    const pat = await staff.join('pat@example.com', { permissions: ['Edit Users', 'View Items'] })
    const [ofOla, ofPat] = [await invite(ola, 'friend-of-ola@example.com'), await invite(pat, 'of-pat@example.com')]
    expect([await look(ofOla.path), await look(ofPat.path)]).toEqual([200, 200])
    await staff.ask(staff.boss, 'PUT', `/groups/${groupId}`, { ...group, permissions: ['View Items'] })
    expect([await look(ofOla.path), await look(ofPat.path)]).toEqual([410, 200])
    await staff.signIn.disable({ email: pat.email, who: 'the command line' })
    expect(await look(ofPat.path)).toBe(410)
  })
})

describe('the owner', () => {
  test('[M3] the owner hands over with a fresh second factor; of two at once one ends, and both are told by mail', async () => {
    const cedar = { merchant: 'OTHER' }
    const owner = await staff.join('owner-of-other@example.com', { ...cedar, owner: true })
    const [kim, lee] = [await staff.join('kim@example.com', cedar), await staff.join('lee@example.com', cedar)]
    await staff.ageFactor(owner)
    expect((await staff.ask(owner, 'POST', `/users/${kim.userId}/owner`)).body.code).toBe('second-factor-needed')
    await staff.signInAgain(owner, owner.page)
    const both = await Promise.all([kim, lee].map(({ userId }) => staff.ask(owner, 'POST', `/users/${userId}/owner`)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
    const owners = await staff.sql(
      `select email from deployment.memberships join auth.users using (user_id) where merchant_id = 'OTHER' and owner`,
    )
    expect(owners).toEqual([{ email: both.find(({ status }) => status === 200)?.body.email }])
    const mails = await staff.sql(
      `select address, topic from millrace.mails where merchant_id = 'OTHER' and topic = 'people' order by address`,
    )
    expect(mails.map(({ address }) => address).sort()).toEqual(['owner-of-other@example.com', owners[0].email].sort())
    expect((await staff.deps.deployment.findMerchant('OTHER'))?.owner).toBe(owners[0].email)
    // The mail about it goes out whatever either wants to be told of.
    const next = both[0]?.status === 200 ? kim : lee
    await staff.ask(next, 'PUT', '/me/notifications', { topics: [...TOPICS] })
    const waiting = `select 1 from millrace.mails where merchant_id = 'OTHER' and topic = 'people' and state = 'waiting'`
    expect(await staff.sql(waiting)).toHaveLength(2)
    // Who was the owner stays, and may be changed by the new one only in what is not owned.
    expect((await staff.ask(owner, 'GET', '/users')).status).toBe(200)
    expect((await staff.ask(owner, 'POST', `/users/${lee.userId}/owner`)).body.code).toBe('only-the-owner')
  })
})

describe('a change that breaks off', () => {
  /** The same deps, whose transactions fail at the statement with this number. */
  const breakingAt = (at: number): Deps => {
    let count = 0
    const guarded = <T extends object>(store: T): T =>
      new Proxy(store, {
        get: (target, name) => {
          const found = Reflect.get(target, name) as (...all: unknown[]) => unknown
          return (...rest: unknown[]): unknown => {
            if (++count === at) throw new Error('broken off')
            return found(...rest)
          }
        },
      })
    const transaction = ((merchant: MerchantId, scope: 'app', work: (tx: Tx) => Promise<unknown>) =>
      staff.deps.transaction(merchant, scope, (tx) => work({ ...tx, store: guarded(tx.store) }))) as Deps['transaction']
    return { ...staff.deps, transaction }
  }
  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        [
          'deployment.memberships',
          'deployment.removals',
          'deployment.access_reviews',
          'deployment.api_keys',
          'deployment.audit',
        ].map((table) => staff.sql(`select t::text from ${table} t order by 1`)),
      ),
    )

  test('[U6] ends as if it had not begun, wherever that is: a removal, a review, a hand-over', async () => {
    const asker = { name: 'the command line', userId: null, fresh: true }
    const [una, val, wes] = [await someone('una'), await someone('val'), await someone('wes')]
    const { version, lines } = await readReview(staff.deps, MILLS)
    const decisions = lines.map(
      ({ kind, id }) => ({ kind, id, decision: id === una.userId ? 'revoke' : 'keep' }) as const,
    )
    const changes = [
      (deps: Deps) => signReview(deps, MILLS, { asker, version, decisions }),
      (deps: Deps) => removePerson(deps, MILLS, { asker, userId: val.userId }),
      (deps: Deps) => handOver(deps, MILLS, { asker, to: wes.userId }),
    ]
    for (const change of changes) {
      const before = await everything()
      let at = 1
      while ((await change(breakingAt(at)).catch((error: Error) => error.message)) === 'broken off') {
        expect(await everything()).toBe(before)
        at++
      }
      expect(at).toBeGreaterThan(4)
      expect(await everything()).not.toBe(before)
    }
    const left = (await staff.ask(wes, 'GET', '/users')).body.rows.map((row: { email: string }) => row.email)
    expect(left).toContain('wes@example.com')
    expect(left).not.toContain('una@example.com')
    expect(left).not.toContain('val@example.com')
  })

  async function someone(name: string) {
    const who = await staff.join(`${name}@example.com`, { permissions: ['Edit Users', 'View Items'] })
    await staff.ask(who, 'POST', '/keys', { name: 'till', purpose: 'stock', scopes: ['items:read'] })
    return who
  }
})
