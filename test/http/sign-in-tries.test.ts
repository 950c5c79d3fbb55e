import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeSignIn } from '#main/compose-sign-in.ts'
import { PRODUCTION_COST } from '#sign-in/hash-password.ts'
import { hashOfEmail } from '#sign-in/secret.ts'
import { CHEAP } from '../make/api.ts'
import { makePeople, PASSWORD, wrongCode } from '../make/browser.ts'

let people: Awaited<ReturnType<typeof makePeople>>
beforeAll(async () => {
  people = await makePeople()
})
afterAll(() => people.close())

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
let last = 0
const newEmail = () => `person-${++last}@example.com`

const guess = (email: string, password = 'Wrong-7-Lantern-Oat', address = '198.51.100.9') =>
  people.browser({ address }).ask('POST', '/session', { email, password })

describe('wrong tries', () => {
  test.each(['known', 'nobody'])(
    '[U6] after five wrong passwords a pause that doubles, after ten a lock: %s (D10)',
    async (kind) => {
      const email = kind === 'known' ? (await people.join(newEmail())).email : newEmail()
      const address = kind === 'known' ? '198.51.101.1' : '198.51.102.1'
      for (let n = 0; n < 5; n++) expect((await guess(email, undefined, address)).body.code).toBe('sign-in-refused')
      // Not even the right one is looked at.
      expect((await guess(email, PASSWORD, address)).body).toMatchObject({ status: 429, code: 'too-many-tries' })
      for (const minutes of [1, 2, 4, 8, 16]) {
        people.clock.at += minutes * MINUTE - 1
        expect((await guess(email, undefined, address)).body.code).toBe('too-many-tries')
        people.clock.at += 1
        expect((await guess(email, undefined, address)).body.code).toBe('sign-in-refused')
      }
      people.clock.at += 365 * 86_400_000
      expect((await guess(email, PASSWORD, address)).body.code).toBe('sign-in-locked')
    },
  )

  test('[U6] a hundred guesses at once are not more tries than one after the other (D10)', async () => {
    const { email } = await people.join(newEmail())
    const before = people.signIn.hashesComputed()
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, n) => guess(email, `Guess-${n}-Lantern-Oat`, `192.0.${n}.1`)),
    )
    expect(people.signIn.hashesComputed() - before).toBe(5)
    expect(all.filter(({ body }) => body.code === 'too-many-tries')).toHaveLength(35)
  })

  test('[U6] a stranger is told the same as a known person, and costs as many hashes', async () => {
    const { email } = await people.join(newEmail())
    const cost = async (typed: string) => {
      const before = people.signIn.hashesComputed()
      const { status, body } = await guess(typed, undefined, '198.51.103.1')
      return { status, detail: body.detail, code: body.code, hashes: people.signIn.hashesComputed() - before }
    }
    const known = await cost(email)
    expect(known).toMatchObject({ status: 401, hashes: 1 })
    expect(await cost(newEmail())).toEqual(known)
  })

  test('[U6] wrong codes count too, also when the password is right each time; a lock is told by mail (D10)', async () => {
    const who = await people.join(newEmail())
    const codes: string[] = []
    for (let n = 0; codes.at(-1) !== 'sign-in-locked' && n < 40; n++) {
      people.clock.at += 20 * MINUTE
      const page = people.browser({ address: `192.0.2.${n}` })
      const begun = await page.ask('POST', '/session', { email: who.email, password: PASSWORD })
      codes.push(
        begun.body.code ??
          (await page.ask('POST', '/session/second-factor', { code: wrongCode(who.seed, people.clock.at) })).body.code,
      )
    }
    expect(codes).toEqual([...Array(10).fill('code-refused'), 'sign-in-locked'])
    await people.signIn.settled()
    expect(people.mails.filter(({ to }) => to === who.email).at(-1)?.subject).toBe('Your account is locked')
    await people.signIn.unlock({ email: who.email, who: 'the command line' })
    await people.signInAgain(who)
  })

  test('[U6] who may edit the users of a merchant unlocks its people, and nobody else (D10)', async () => {
    const boss = await people.join(newEmail(), { permissions: ['Edit Users'] })
    const [locked, foreign] = [await people.join(newEmail()), await people.join(newEmail(), { merchant: 'OTHER' })]
    const failures = async () =>
      (await people.sql('select failures from auth.tries where email_hash = $1', [hashOfEmail(locked.email)]))[0]
        ?.failures
    const unlock = async ({ email }: { email: string }, page = boss.page) => {
      const [user] = await people.sql('select user_id from auth.users where email = $1', [email])
      return (await page.ask('POST', `/users/${user?.user_id}/unlock`)).status
    }
    await guess(locked.email, undefined, '198.51.107.1')
    expect(await failures()).toBe(1)
    expect([await unlock(foreign), await unlock(locked, foreign.page)]).toEqual([404, 403])
    expect(await failures()).toBe(1)
    expect(await unlock(locked)).toBe(200)
    expect(await failures()).toBeUndefined()
  })

  test('[U6] a sign-in that ends well begins the count anew', async () => {
    const who = await people.join(newEmail())
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await guess(who.email, undefined, `198.51.104.${round}`)
      await people.signInAgain(who)
    }
  })

  test('[U6] one network has fifty wrong tries in a quarter of an hour, whosever addresses it types (D10)', async () => {
    const address = '198.51.105.77'
    for (let n = 0; n < 50; n++) expect((await guess(`typed-${n}@example.com`, undefined, address)).status).toBe(401)
    expect((await guess('typed-x@example.com', undefined, '198.51.105.200')).body.code).toBe('too-many-tries')
    expect((await guess('typed-x@example.com', undefined, '198.51.106.1')).status).toBe(401)
    people.clock.at += 15 * MINUTE
    expect((await guess('typed-y@example.com', undefined, address)).status).toBe(401)
  })
})

describe('passwords', () => {
  const NEXT = ['Granite-8-Willow-Sea', 'Meadow-3-Copper-Kite', 'Saffron-5-Anchor-Elm']
  const linkOf = (mail: { text: string } | undefined) => /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''

  test('[U6] a password is replaced by who knows it, after a day, and other sessions end (D16)', async () => {
    const who = await people.join(newEmail())
    const change = (current: string, password: string) =>
      who.page.ask('PUT', '/account/password', { current, password })
    expect((await change(PASSWORD, NEXT[0] ?? '')).body.code).toBe('password-too-young')
    people.clock.at += DAY
    const other = await people.signInAgain(who)
    await people.signInAgain(who, who.page)
    expect((await change('Wrong-7-Lantern-Oat', NEXT[0] ?? '')).body.fields).toEqual([
      { field: 'current', why: 'is not your password' },
    ])
    expect((await change(PASSWORD, 'short')).status).toBe(422)
    expect((await change(PASSWORD, PASSWORD)).body.fields).toEqual([
      { field: 'password', why: 'must be none of your last 10 passwords' },
    ])
    expect((await change(PASSWORD, NEXT[0] ?? '')).status).toBe(200)
    expect((await other.ask('GET', '/session')).status).toBe(401)
    expect((await who.page.ask('GET', '/session')).body.stage).toBe('ready')
    await people.signInAgain({ ...who, password: NEXT[0] ?? '' })
    expect((await people.browser().ask('POST', '/session', { email: who.email, password: PASSWORD })).status).toBe(401)
  })

  test('[U6] none of the last ten passwords comes again, the eleventh may (D16)', async () => {
    const who = await people.join(newEmail())
    const words = Array.from({ length: 10 }, (_, n) => `Juniper-${n}-Basalt-Oar`)
    const reset = async (password: string) => {
      const secret = await people.signIn.makeReset({ email: who.email, who: 'test' })
      return (await people.browser().ask('POST', '/password/reset', { secret, password })).status
    }
    for (const password of words.slice(0, 9)) expect(await reset(password)).toBe(200)
    expect(await reset(PASSWORD)).toBe(422)
    expect(await reset(words[9] ?? '')).toBe(200)
    expect(await reset(words[0] ?? '')).toBe(422)
    expect(await reset(PASSWORD)).toBe(200)
    const kept = await people.sql(
      'select 1 from auth.former_passwords join auth.users using (user_id) where email = $1',
      [who.email],
    )
    expect(kept).toHaveLength(9)
  })

  test('[U6] after 365 days a new password comes before anything else (D16)', async () => {
    const who = await people.join(newEmail())
    people.clock.at += 365 * DAY
    const page = await people.signInAgain(who)
    expect((await page.ask('GET', '/session')).body.stage).toBe('new-password')
    expect((await page.ask('GET', '/orders')).body.detail).toContain('more than a year old')
    expect((await page.ask('GET', '/account/sessions')).status).toBe(403)
    const done = await page.ask('PUT', '/account/password', { current: PASSWORD, password: NEXT[1] })
    expect(done.body.stage).toBe('ready')
    expect((await page.ask('GET', '/orders')).status).toBe(200)
  })

  test('[U6] a forgotten password: the same answer for everybody, a link by mail, good once, and the second factor stays (D16)', async () => {
    const who = await people.join(newEmail())
    const ask = (email: string) => people.browser().ask('POST', '/password/forgotten', { email })
    const known = await ask(who.email)
    const before = people.mails.length
    const unknown = await ask(newEmail())
    expect([known.status, known.body]).toEqual([200, unknown.body])
    await people.signIn.settled()
    const mail = people.mails.findLast(({ to }) => to === who.email)
    expect(mail?.text).toContain('https://millrace.example.com/reset#')
    expect(people.mails.slice(before).map(({ to }) => to)).toEqual([who.email])
    await ask(who.email)
    await people.signIn.settled()
    expect(people.mails.length).toBe(before + 1)
    const secret = linkOf(mail)
    expect((await people.browser().ask('POST', '/password/look', { secret })).body.email).toBe(who.email)
    const page = people.browser()
    expect((await page.ask('POST', '/password/reset', { secret, password: 'short' })).status).toBe(422)
    const done = await page.ask('POST', '/password/reset', { secret, password: NEXT[2] })
    expect([done.status, done.cookie]).toEqual([200, null])
    expect((await page.ask('POST', '/password/reset', { secret, password: NEXT[0] })).status).toBe(410)
    expect((await who.page.ask('GET', '/session')).status).toBe(401)
    const begun = await page.ask('POST', '/session', { email: who.email, password: NEXT[2] })
    expect(begun.body.stage).toBe('second-factor')
    expect((await page.ask('GET', '/orders')).status).toBe(403)
  })

  test('[U6] a link is good for an hour, a newer one replaces it, and it unlocks, while the pauses stay (D10)', async () => {
    const who = await people.join(newEmail())
    await people.sql(
      `insert into auth.tries (email_hash, failures, last_at) values (sha256(convert_to($1, 'UTF8')), 10, to_timestamp($2))
       on conflict (email_hash) do update set failures = 10`,
      [`e-mail ${who.email}`, people.clock.at / 1000],
    )
    expect((await guess(who.email, PASSWORD, '192.0.2.200')).body.code).toBe('sign-in-locked')
    const first = await people.signIn.makeReset({ email: who.email, who: 'test' })
    const second = await people.signIn.makeReset({ email: who.email, who: 'test' })
    const reset = (secret: string | null) =>
      people.browser().ask('POST', '/password/reset', { secret, password: NEXT[0] })
    expect((await reset(first)).status).toBe(410)
    people.clock.at += HOUR
    expect((await reset(second)).status).toBe(410)
    expect((await reset(await people.signIn.makeReset({ email: who.email, who: 'test' }))).status).toBe(200)
    expect((await guess(who.email, undefined, '192.0.2.201')).body.code).toBe('sign-in-refused')
    expect((await guess(who.email, NEXT[0], '192.0.2.201')).body.code).toBe('too-many-tries')
    people.clock.at += 2 * MINUTE
    await people.signInAgain({ ...who, password: NEXT[0] ?? '' })
    expect(await people.signIn.makeReset({ email: newEmail(), who: 'test' })).toBeNull()
  })

  test('[U6] a hash of another cost is made anew at the next sign-in', async () => {
    const who = await people.join(newEmail())
    const costly = composeSignIn(people.database.appPool(), people.deps, { ...CHEAP, memoryCost: 16 })
    people.clock.at += MINUTE
    const hashes = () =>
      people.sql('select hash from auth.passwords join auth.users using (user_id) where email = $1', [who.email])
    expect((await hashes())[0]?.hash).toContain('m=8,t=1,p=1')
    const begun = await costly.byPassword(
      { email: who.email, password: PASSWORD },
      { address: '192.0.2.201', agent: 'x' },
    )
    expect(begun.ok).toBe(true)
    expect((await hashes())[0]?.hash).toContain('$argon2id$v=19$m=16,t=1,p=1')
    expect(PRODUCTION_COST).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  })
})
