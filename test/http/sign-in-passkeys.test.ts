import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfEmail } from '#sign-in/secret.ts'
import { makePeople, ORIGIN, PASSWORD } from '../make/browser.ts'
import { makePasskey } from '../make/passkey.ts'

let people: Awaited<ReturnType<typeof makePeople>>
beforeAll(async () => {
  people = await makePeople()
})
afterAll(() => people.close())

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let last = 0
const newEmail = () => `person-${++last}@example.com`
const ELSEWHERE = 'https://elsewhere.example.com'

/** Somebody whose only factor is a passkey. */
async function joinByPasskey() {
  const email = newEmail()
  const page = people.browser()
  const secret = await people.invite(email)
  await page.ask('POST', '/invitation/accept', { secret, name: 'Ida Brook', password: PASSWORD })
  const key = makePasskey(ORIGIN)
  const made = key.register((await page.ask('POST', '/account/passkeys/options')).body)
  const done = await page.ask('POST', '/account/passkeys', { name: 'Laptop', response: made })
  return { email, page, key, made, done }
}
type Key = Awaited<ReturnType<typeof joinByPasskey>>['key']

const signIn = async (key: Key, flaw?: Parameters<Key['use']>[1]) => {
  const page = people.browser()
  const response = key.use((await page.ask('POST', '/session/passkey/options')).body, flaw)
  return { page, response, answer: await page.ask('POST', '/session/passkey', { response }) }
}

describe('a passkey', () => {
  test('[U6] made with finger, face or PIN it is a second factor, and alone it is both (D17)', async () => {
    const who = await joinByPasskey()
    expect(who.done).toMatchObject({ status: 200, body: { session: { stage: 'ready' } } })
    expect(who.done.body.recoveryCodes).toHaveLength(10)
    const { page, answer } = await signIn(who.key)
    expect(answer).toMatchObject({ status: 200, body: { stage: 'ready', email: who.email } })
    expect((await page.ask('GET', '/account/factors')).body).toMatchObject({ passkeys: [{ name: 'Laptop' }] })
    people.clock.at += MINUTE
    const other = people.browser()
    await other.ask('POST', '/session', { email: who.email, password: PASSWORD })
    const options = (await other.ask('POST', '/session/second-factor/options')).body
    expect((await other.ask('POST', '/session/second-factor', { passkey: who.key.use(options) })).body.stage).toBe(
      'ready',
    )
  })

  test('[U6] what it signed is good once, for five minutes, for this site, and only with the person verified (D17)', async () => {
    const { key } = await joinByPasskey()
    const { page, response } = await signIn(key)
    expect((await page.ask('POST', '/session/passkey', { response })).body.code).toBe('passkey-refused')
    for (const flaw of [{ origin: ELSEWHERE }, { verified: false }, { counter: 1 }])
      expect((await signIn(key, flaw)).answer.body.code).toBe('passkey-refused')
    const slow = people.browser()
    const options = (await slow.ask('POST', '/session/passkey/options')).body
    people.clock.at += 5 * MINUTE
    expect((await slow.ask('POST', '/session/passkey', { response: key.use(options) })).status).toBe(422)
    expect((await signIn(makePasskey(ORIGIN))).answer.status).toBe(422)
    expect((await signIn(key)).answer.status).toBe(200)
  })

  test('[U6] an answer that was no good has used up what it was asked to sign', async () => {
    const { key } = await joinByPasskey()
    const page = people.browser()
    const options = (await page.ask('POST', '/session/passkey/options')).body
    const wrong = key.use(options, { verified: false })
    expect((await page.ask('POST', '/session/passkey', { response: wrong })).status).toBe(422)
    expect((await page.ask('POST', '/session/passkey', { response: key.use(options) })).status).toBe(422)
  })

  test('[U6] nobody uses the passkey of somebody else, nor what somebody else was asked to sign', async () => {
    const one = await joinByPasskey()
    const two = await joinByPasskey()
    const options = (await one.page.ask('POST', '/session/second-factor/options')).body
    expect((await one.page.ask('POST', '/session/second-factor', { passkey: two.key.use(options) })).status).toBe(422)
    const ofTwo = (await two.page.ask('POST', '/session/second-factor/options')).body
    expect((await one.page.ask('POST', '/session/second-factor', { passkey: one.key.use(ofTwo) })).status).toBe(422)
    const again = await two.page.ask('POST', '/account/passkeys', { name: 'Theirs', response: one.made })
    expect(again.body.code).toBe('passkey-refused')
  })

  test('[U6] it is taken away by its owner, but never as the last factor; two at once leave one', async () => {
    const who = await joinByPasskey()
    const remove = (page: typeof who.page, id: string) => page.ask('DELETE', `/account/passkeys/${id}`)
    const listed = async () =>
      (await who.page.ask('GET', '/account/factors')).body.passkeys.map((each) => each.passkeyId)
    const [first = ''] = await listed()
    expect((await remove(who.page, first)).body.code).toBe('last-factor')
    const second = makePasskey(ORIGIN)
    const options = (await who.page.ask('POST', '/account/passkeys/options')).body
    await who.page.ask('POST', '/account/passkeys', { name: 'Phone', response: second.register(options) })
    const stranger = await joinByPasskey()
    expect((await remove(stranger.page, first)).status).toBe(404)
    const { page } = await signIn(second)
    // Asked before: whoever loses a factor loses the session as well.
    const [, other = ''] = await listed()
    const both = await Promise.all([remove(who.page, first), remove(page, other)])
    expect(both.filter(({ status }) => status === 200).length).toBeLessThan(2)
    const left = await people.sql('select 1 from auth.passkeys join auth.users using (user_id) where email = $1', [
      who.email,
    ])
    expect(left.length).toBeGreaterThan(0)
  })

  test('[U6] nobody shuts a person with a passkey out by guessing: it goes on working, and ends the lock (D10)', async () => {
    const who = await joinByPasskey()
    const lock = () =>
      people.sql(
        `insert into auth.tries (email_hash, failures, last_at) values ($1, 10, to_timestamp($2))
         on conflict (email_hash) do update set failures = 10`,
        [hashOfEmail(who.email), people.clock.at / 1000],
      )
    const begin = async () =>
      (await people.browser().ask('POST', '/session', { email: who.email, password: PASSWORD })).status
    await lock()
    expect(await begin()).toBe(429)
    const { page } = await signIn(who.key)
    expect(await begin()).toBe(200)
    await lock()
    const options = (await page.ask('POST', '/session/second-factor/options')).body
    expect((await page.ask('POST', '/session/second-factor', { passkey: who.key.use(options) })).status).toBe(200)
    expect(await begin()).toBe(200)
  })

  test('[U6] whoever lost every factor is let in anew by the operator, with the password and a new factor', async () => {
    const who = await joinByPasskey()
    await people.signIn.forgetFactors({ email: who.email, who: 'the command line' })
    expect((await who.page.ask('GET', '/session')).status).toBe(401)
    expect((await signIn(who.key)).answer.status).toBe(422)
    const page = people.browser()
    const begun = await page.ask('POST', '/session', { email: who.email, password: PASSWORD })
    expect(begun.body.stage).toBe('set-up')
  })
})

describe('the pages', () => {
  test('[U6] they run no script but their own files, are shown in no frame, and send no address on', async () => {
    const app = people.app
    for (const path of ['/sign-in', '/welcome', '/reset']) {
      const { statusCode, headers, body } = await app.inject({ url: path })
      expect(statusCode).toBe(200)
      expect(headers['content-security-policy']).toContain("script-src 'self';")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
      expect(headers['strict-transport-security']).toBe('max-age=31536000')
      expect(body).not.toMatch(/<script(?![^>]*\ssrc="\/sign-in\/[\w-]+\.js")|\son\w+=|style="|javascript:/)
      const named = [...body.matchAll(/(?:src|href)="(\/[\w./-]+)"/g)].map((match) => match[1] ?? '')
      for (const url of named) expect([url, (await app.inject({ url })).statusCode]).toEqual([url, 200])
    }
  })

  test('[U6] the address of one’s own account in mails of before leads to My preferences', async () => {
    const { statusCode, headers } = await people.app.inject({ url: '/account' })
    expect([statusCode, headers.location]).toEqual([301, '/me'])
    expect((await people.app.inject({ url: '/sign-in/account.js' })).statusCode).toBe(404)
  })

  test('[U6] password managers and phones know every field: names, passwords, codes', async () => {
    const fields = async (url: string) =>
      [...(await people.app.inject({ url })).body.matchAll(/autocomplete="([\w -]+)"/g)].map((match) => match[1])
    expect(await fields('/sign-in')).toEqual(
      expect.arrayContaining(['username webauthn', 'current-password', 'new-password', 'one-time-code']),
    )
    expect(await fields('/welcome')).toEqual(
      expect.arrayContaining(['username', 'name', 'new-password', 'one-time-code']),
    )
    expect(await fields('/reset')).toEqual(expect.arrayContaining(['username', 'new-password']))
  })
})

describe('what is told and kept', () => {
  test('[U6] what waited for the mail server is sent later, sealed meanwhile, and forgotten when it is of no use any more', async () => {
    const who = await people.join(newEmail())
    // What tells of the new factor is on its way until then.
    await people.signIn.settled()
    const away = { ok: false as const, problem: { code: 'mail-server-away' as const, facts: { why: 'x' } } }
    const { send } = people.mailServer
    people.mailServer.send = async () => away
    await people.browser().ask('POST', '/password/forgotten', { email: who.email })
    await people.signIn.settled()
    const sent = () => people.mails.filter(({ to }) => to === who.email).length
    const before = sent()
    people.mailServer.send = send
    await people.signIn.tidy({ historyDays: 400 })
    expect(sent()).toBe(before)
    people.clock.at += MINUTE
    await people.signIn.tidy({ historyDays: 400 })
    expect(sent()).toBe(before + 1)
    people.mailServer.send = async () => away
    people.clock.at += 5 * MINUTE
    await people.browser().ask('POST', '/password/forgotten', { email: who.email })
    await people.signIn.settled()
    people.logged.splice(0)
    people.clock.at += HOUR
    people.mailServer.send = send
    await people.signIn.tidy({ historyDays: 400 })
    expect(sent()).toBe(before + 1)
    expect(await people.sql('select 1 from auth.mails')).toEqual([])
    expect(await people.sql('select 1 from auth.resets')).toEqual([])
  })

  test('[U6] who came in, and what was changed of an account, stands in the audit; the history is kept as long as that', async () => {
    const who = await people.join(newEmail())
    await people.signInAgain(who)
    const acts = (await people.sql('select content from deployment.audit order by at, seq')).map(({ content }) =>
      JSON.parse(content),
    )
    expect(acts.filter((each) => each.who === who.email).map(({ act }) => act)).toEqual([
      'invitation-accepted',
      'factor-added',
      'signed-in',
    ])
    const [user] = await people.sql('select user_id from auth.users where email = $1', [who.email])
    const history = () => people.sql('select 1 from auth.sign_ins where user_id = $1', [user?.user_id])
    // Of the day of joining nothing is left, of the sign-in a minute later both steps.
    people.clock.at += 400 * 24 * HOUR - 1
    await people.signIn.tidy({ historyDays: 400 })
    expect(await history()).toHaveLength(2)
    people.clock.at += 1
    await people.signIn.tidy({ historyDays: 400 })
    expect(await history()).toHaveLength(0)
    expect(await people.sql('select 1 from auth.sessions')).toEqual([])
  })
})
