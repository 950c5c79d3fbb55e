import { codeAt, ORIGIN, PASSWORD } from '../make/browser.ts'
import { makePasskey } from '../make/passkey.ts'
import type { Wish } from './good-requests.ts'
import { AT_SIGN_IN, type Headers, type OwnWorld } from './own-world.ts'

type People = OwnWorld['people']
type Browser = ReturnType<People['browser']>

let count = 0
const newEmail = () => `person-${++count}@example.com`

/** What a browser sends along. */
const headersOf = ({ state }: Browser): Headers => ({
  ...AT_SIGN_IN,
  host: 'millrace.example.com',
  origin: ORIGIN,
  ...(state.cookie ? { cookie: state.cookie } : {}),
  ...(state.csrf ? { 'millrace-csrf': state.csrf } : {}),
})
const by = (page: Browser, wish: Wish = {}): Wish => ({ ...wish, as: headersOf(page) })
const joined = (people: People) => people.join(newEmail())

/** Somebody who has given the password and not yet the second factor. */
async function halfIn(people: People) {
  const who = await joined(people)
  people.clock.at += 60_000
  const page = people.browser()
  await page.ask('POST', '/session', { email: who.email, password: who.password })
  return { ...who, page }
}

/** Somebody with a passkey. */
async function withPasskey(people: People) {
  const who = await joined(people)
  const key = makePasskey(ORIGIN)
  const response = key.register((await who.page.ask('POST', '/account/passkeys/options')).body)
  await who.page.ask('POST', '/account/passkeys', { name: 'Laptop', response })
  return { ...who, key }
}

async function resetLink(people: People) {
  const { email } = await joined(people)
  await people.browser().ask('POST', '/password/forgotten', { email })
  await people.signIn.settled()
  return /#([\w-]{43})/.exec(people.mails.at(-1)?.text ?? '')?.[1]
}

const signedIn = async (people: People) => by((await joined(people)).page)
const stranger = (people: People, body?: unknown): Wish => by(people.browser(), body === undefined ? {} : { body })

/** Good requests of people at the door: each of somebody who came for it alone. */
export const AT_THE_DOOR: Readonly<Record<string, (people: People) => Promise<Wish> | Wish>> = {
  'POST /session': async (people) => {
    const { email, password } = await joined(people)
    return stranger(people, { email, password })
  },
  'GET /session': signedIn,
  'DELETE /session': signedIn,
  'POST /session/passkey/options': (people) => stranger(people),
  'POST /session/passkey': async (people) => {
    const { key } = await withPasskey(people)
    const page = people.browser()
    const response = key.use((await page.ask('POST', '/session/passkey/options')).body)
    return by(page, { body: { response } })
  },
  'POST /session/second-factor': async (people) => {
    const { page, seed } = await halfIn(people)
    return by(page, { body: { code: codeAt(seed, people.clock.at) } })
  },
  'POST /session/second-factor/options': async (people) => by((await withPasskey(people)).page),
  'POST /session/merchant': async (people) => by((await joined(people)).page, { body: { merchant: 'MILLS' } }),
  'GET /account/factors': signedIn,
  'POST /account/app': signedIn,
  'POST /account/app/confirm': async (people) => {
    const { page } = await joined(people)
    const { seed } = (await page.ask('POST', '/account/app')).body
    people.clock.at += 60_000
    return by(page, { body: { code: codeAt(seed, people.clock.at) } })
  },
  'DELETE /account/app': async (people) => by((await withPasskey(people)).page),
  'POST /account/passkeys/options': signedIn,
  'POST /account/passkeys': async (people) => {
    const { page } = await joined(people)
    const key = makePasskey(ORIGIN)
    const response = key.register((await page.ask('POST', '/account/passkeys/options')).body)
    return by(page, { body: { name: 'Laptop', response } })
  },
  'DELETE /account/passkeys/{passkeyId}': async (people) => {
    const { page } = await withPasskey(people)
    const [passkey] = (await page.ask('GET', '/account/factors')).body.passkeys
    return by(page, { params: { passkeyId: passkey?.passkeyId ?? '' } })
  },
  'POST /account/recovery-codes': signedIn,
  'PUT /account/password': async (people) => {
    const who = await joined(people)
    people.clock.at += 2 * 86_400_000
    return by(await people.signInAgain(who), { body: { current: PASSWORD, password: 'Granite-8-Willow-Sea' } })
  },
  'GET /account/sessions': signedIn,
  'DELETE /account/sessions': signedIn,
  'DELETE /account/sessions/{sessionId}': async (people) => {
    const { page } = await joined(people)
    const [session] = (await page.ask('GET', '/account/sessions')).body.rows
    return by(page, { params: { sessionId: String(session?.sessionId) } })
  },
  'GET /account/sign-ins': signedIn,
  'POST /account/invitation': async (people) => {
    const { page, email } = await joined(people)
    return by(page, { body: { secret: await people.invite(email, { merchant: 'OTHER' }) } })
  },
  'POST /invitation/look': async (people) => stranger(people, { secret: await people.invite(newEmail()) }),
  'POST /invitation/accept': async (people) =>
    stranger(people, { secret: await people.invite(newEmail()), name: 'Ida Brook', password: PASSWORD }),
  'POST /password/forgotten': async (people) => stranger(people, { email: (await joined(people)).email }),
  'POST /password/look': async (people) => stranger(people, { secret: await resetLink(people) }),
  'POST /password/reset': async (people) =>
    stranger(people, { secret: await resetLink(people), password: 'Granite-8-Willow-Sea' }),
}
