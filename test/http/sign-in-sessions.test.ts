import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { endEverything } from '#sign-in/end-everything.ts'
import { withoutMerchant } from '#store/db.ts'
import { MILLS, OTHER } from '../make/api.ts'
import { makePeople, ORIGIN, PASSWORD } from '../make/browser.ts'

let people: Awaited<ReturnType<typeof makePeople>>
beforeAll(async () => {
  people = await makePeople()
})
afterAll(() => people.close())

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let last = 0
const newEmail = () => `person-${++last}@example.com`
const idOf = async (email: string) =>
  String((await people.sql('select user_id from auth.users where email = $1', [email]))[0]?.user_id)

describe('a session', () => {
  test('[U6] its cookie is closed to scripts, other sites and plain http, and its token is kept as a hash only', async () => {
    const who = await people.join(newEmail())
    const page = people.browser()
    const { cookie } = await page.ask('POST', '/session', { email: who.email, password: PASSWORD })
    expect(cookie).toMatch(/^__Host-millrace=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    const token = page.state.cookie?.split('=')[1] ?? ''
    const rows = await people.sql('select s::text as row from auth.sessions s')
    expect(rows.filter(({ row }) => String(row).includes(token))).toEqual([])
    const out = await page.ask('DELETE', '/session')
    expect(out.cookie).toContain('Max-Age=0')
    expect((await page.ask('GET', '/session')).status).toBe(401)
  })

  test('[U6] a planted cookie is not adopted: signing in always makes a new token', async () => {
    const who = await people.join(newEmail())
    const page = people.browser()
    page.state.cookie = `__Host-millrace=${'P'.repeat(43)}`
    await page.ask('POST', '/session', { email: who.email, password: PASSWORD })
    expect(page.state.cookie).not.toContain('PPP')
    const planted = people.browser()
    planted.state.cookie = `__Host-millrace=${'P'.repeat(43)}`
    expect((await planted.ask('GET', '/session')).status).toBe(401)
  })

  test('[U6] it ends after 15 minutes without use, and after 12 hours with it', async () => {
    const who = await people.join(newEmail())
    people.clock.at += 15 * MINUTE - 1
    expect((await who.page.ask('GET', '/session')).status).toBe(200)
    // What an untouched page asks by itself is no use.
    people.clock.at += 10 * MINUTE
    expect((await who.page.ask('GET', '/session', undefined, { 'millrace-idle': '1' })).status).toBe(200)
    people.clock.at += 5 * MINUTE
    expect((await who.page.ask('GET', '/session')).body.detail).toContain('has ended')
    const page = await people.signInAgain(who)
    const begun = people.clock.at
    while (people.clock.at < begun + 12 * HOUR - 10 * MINUTE) {
      people.clock.at += 10 * MINUTE
      expect((await page.ask('GET', '/session')).status).toBe(200)
    }
    people.clock.at = begun + 12 * HOUR
    expect((await page.ask('GET', '/session')).status).toBe(401)
  })

  test('[U6] sessions are listed and ended, one or all others, and never those of somebody else', async () => {
    const who = await people.join(newEmail())
    const stranger = await people.join(newEmail())
    const pages = [await people.signInAgain(who), await people.signInAgain(who)]
    await people.signInAgain(who, who.page)
    const { rows } = (await who.page.ask('GET', '/account/sessions')).body
    expect(rows).toHaveLength(4)
    expect(rows.filter(({ current }) => current)).toHaveLength(1)
    expect(rows[0]).toMatchObject({ browser: 'Firefox on Linux', address: '203.0.113.7' })
    const strange = (await stranger.page.ask('GET', '/account/sessions')).body.rows[0]?.sessionId
    expect((await who.page.ask('DELETE', `/account/sessions/${strange}`)).status).toBe(404)
    const one = (await pages[0]?.ask('GET', '/account/sessions'))?.body.rows.find(({ current }) => current)?.sessionId
    expect((await who.page.ask('DELETE', `/account/sessions/${one}`)).status).toBe(200)
    expect((await pages[0]?.ask('GET', '/session'))?.status).toBe(401)
    expect((await who.page.ask('DELETE', '/account/sessions')).body.ended).toBe(2)
    expect((await pages[1]?.ask('GET', '/session'))?.status).toBe(401)
    expect((await stranger.page.ask('GET', '/session')).status).toBe(200)
  })

  test('[U6] who is disabled or taken out is out with the next request, and stays out', async () => {
    const who = await people.join(newEmail())
    await people.signIn.disable({ email: who.email, who: 'the command line' })
    expect((await who.page.ask('GET', '/session')).status).toBe(401)
    const page = people.browser()
    expect((await page.ask('POST', '/session', { email: who.email, password: PASSWORD })).body.code).toBe(
      'sign-in-refused',
    )
    expect(await people.signIn.makeReset({ email: who.email, who: 'test' })).toBeNull()
    await people.signIn.enable({ email: who.email, who: 'the command line' })
    await people.signInAgain(who)

    const gone = await people.join(newEmail())
    const secret = await people.signIn.makeReset({ email: gone.email, who: 'test' })
    const userId = await idOf(gone.email)
    await withoutMerchant(people.database.appPool(), (tx) => endEverything(tx, userId))
    expect((await gone.page.ask('GET', '/session')).status).toBe(401)
    expect((await people.browser().ask('POST', '/password/look', { secret })).status).toBe(410)
  })

  test('[U6] a password that is replaced while somebody signs in with it lets nobody in', async () => {
    const { email } = await people.join(newEmail())
    const owner = await people.database.ownerPool().connect()
    onTestFinished(() => owner.release())
    await owner.query('begin; update auth.passwords set set_at = set_at + interval $$1 second$$')
    const entering = people.browser().ask('POST', '/session', { email, password: PASSWORD })
    const waits = () =>
      people.sql(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
    await Promise.race([entering, vi.waitUntil(async () => (await waits()).length > 0, { timeout: 20_000 })])
    await owner.query('commit')
    expect((await entering).body.code).toBe('sign-in-refused')
  })

  test('[U6] who is removed from a merchant has no more to do with it at once, signed in or not', async () => {
    const who = await people.join(newEmail())
    expect((await who.page.ask('GET', '/orders')).status).toBe(200)
    await people.sql('delete from deployment.memberships where user_id = $1', [await idOf(who.email)])
    expect((await who.page.ask('GET', '/orders')).body.detail).toBe('There is no such merchant.')
    expect((await who.page.ask('GET', '/session')).body).toMatchObject({
      merchant: null,
      merchants: [],
      permissions: [],
    })
  })
})

describe('what a session may do', () => {
  test('[U1] a merchant that one does not work for is told as one that is not there', async () => {
    const who = await people.join(newEmail())
    const foreign = await who.page.ask('GET', '/orders', undefined, { 'millrace-merchant': OTHER })
    const none = await who.page.ask('GET', '/orders', undefined, { 'millrace-merchant': 'NNNNN' })
    expect([foreign.status, foreign.body.detail]).toEqual([404, none.body.detail])
    expect((await who.page.ask('POST', '/session/merchant', { merchant: OTHER })).status).toBe(404)
  })

  test('[U1] a permission is taken away between two requests, and the second is refused by its name', async () => {
    const who = await people.join(newEmail(), { permissions: ['Edit Settings'] })
    expect((await who.page.ask('GET', '/settings/orders')).status).toBe(200)
    await people.sql(`update deployment.memberships set permissions = '{}' where user_id = $1`, [await idOf(who.email)])
    const refused = await who.page.ask('GET', '/settings/orders')
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'This needs the permission "View Settings" or "Edit Settings".',
    ])
  })

  test('[M2] a suspended merchant is shut to its people; an operator sees no merchant', async () => {
    const who = await people.join(newEmail())
    await people.deps.deployment.suspendMerchant({ id: MILLS, at: people.clock.at })
    expect((await who.page.ask('GET', '/orders')).body.detail).toBe('This merchant is suspended by the operator.')
    await people.deps.deployment.suspendMerchant({ id: MILLS, at: null })
    const operator = await people.join(newEmail(), { merchant: null })
    expect((await operator.page.ask('GET', '/session')).body).toMatchObject({ operator: true, merchants: [] })
    expect((await operator.page.ask('GET', '/orders')).status).toBe(403)
    expect((await operator.page.ask('GET', '/orders', undefined, { 'millrace-merchant': MILLS })).status).toBe(404)
  })

  test('[U6] a request with a key is a program, whatever cookie comes with it', async () => {
    const who = await people.join(newEmail(), { permissions: [] })
    const headers = { authorization: `Bearer ${people.key}` }
    expect((await who.page.ask('GET', '/items', undefined, headers)).status).toBe(200)
    expect((await who.page.ask('GET', '/session', undefined, headers)).status).toBe(403)
    expect((await who.page.ask('GET', '/items', undefined, { authorization: 'Bearer mr_x' })).status).toBe(401)
  })
})

describe('other sites', () => {
  test.each([
    ['another origin', { origin: 'https://elsewhere.example.com' }],
    ['the same host under http', { origin: 'http://millrace.example.com' }],
    ['no origin and another site', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['no csrf token', { 'millrace-csrf': '' }],
    ['the csrf token of another session', { 'millrace-csrf': 'A'.repeat(43) }],
  ])('[U6] a change is refused with %s, and changes nothing', async (_, headers) => {
    const who = await people.join(newEmail(), { permissions: ['Edit Items'] })
    const centers = { centers: [{ code: 'EAST', name: 'East' }] }
    const before = (await who.page.ask('GET', '/distribution-centers')).text
    expect((await who.page.ask('PUT', '/distribution-centers', centers, headers)).status).toBe(403)
    expect((await who.page.ask('DELETE', '/session', undefined, headers)).status).toBe(403)
    expect((await who.page.ask('GET', '/distribution-centers')).text).toBe(before)
  })

  test('[U6] nobody is signed in from another site, and without an origin the browser must say same-origin', async () => {
    const who = await people.join(newEmail())
    const begin = async (headers: Record<string, string>) =>
      (await people.browser().ask('POST', '/session', { email: who.email, password: PASSWORD }, headers)).status
    expect(await begin({ origin: 'null' })).toBe(403)
    expect(await begin({ origin: '' })).toBe(403)
    expect(await begin({ origin: '', 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await begin({ origin: '', 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await begin({ origin: ORIGIN })).toBe(200)
  })
})

describe('what is told', () => {
  test('[U6] a sign-in from a new network or browser is told by mail, a known place is not; the history shows both', async () => {
    const who = await people.join(newEmail())
    const told = () =>
      people.mails.filter(({ to, subject }) => to === who.email && subject === 'A sign-in from a new place')
    await people.signInAgain(who)
    await people.signIn.settled()
    expect(told()).toHaveLength(0)
    await people.signInAgain(who, people.browser({ address: '203.0.113.99' }))
    await people.signInAgain(who, people.browser({ address: '198.51.100.1' }))
    await people.signInAgain(who, people.browser({ agent: 'Mozilla/5.0 (Macintosh) Safari/605.1' }))
    await people.signIn.settled()
    expect(told().map(({ text }) => /from ([\d.]+ with [\w ]+)\./.exec(text)?.[1])).toEqual([
      '198.51.100.1 with Firefox on Linux',
      '203.0.113.7 with Safari on macOS',
    ])
    await people.browser().ask('POST', '/session', { email: who.email, password: 'Wrong-7-Lantern-Oat' })
    await people.signInAgain(who, who.page)
    const { rows } = (await who.page.ask('GET', '/account/sign-ins')).body
    expect(rows.slice(0, 3).map(({ how, outcome }) => `${how}: ${outcome}`)).toEqual([
      'code: signed in',
      'password: next',
      'password: wrong',
    ])
  })

  test('[U6] no password, token, code, seed or secret stands in a log, an address, an audit or in the clear in the database', async () => {
    const who = await people.join(newEmail())
    const page = await people.signInAgain(who)
    const secret = await people.signIn.makeReset({ email: who.email, who: 'test' })
    await people.browser().ask('POST', '/session', { email: who.email, password: 'Wrong-7-Lantern-Oat' })
    await people.browser().ask('POST', '/password/reset', { secret, password: 'Granite-8-Willow-Sea' })
    await people.signIn.settled()
    const secrets = [
      PASSWORD,
      'Wrong-7-Lantern-Oat',
      'Granite-8-Willow-Sea',
      who.seed,
      page.state.cookie?.split('=')[1] ?? '',
      String(secret),
    ]
    secrets.push(...who.recoveryCodes)
    const tables = await people.sql(
      `select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('auth', 'deployment')`,
    )
    const kept: string[] = []
    for (const { name } of tables)
      for (const { row } of await people.sql(`select t::text as row from ${name} t`)) kept.push(String(row))
    expect(kept.length).toBeGreaterThan(20)
    const said = [...people.logged, ...people.alarms].join('\n')
    const hit = secrets.filter((each) => kept.some((row) => row.includes(each)) || said.includes(each))
    expect(hit).toEqual([])
  })
})
