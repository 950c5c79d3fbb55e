import { generateSync } from 'otplib/functional'
import type { MailServer, OutgoingMail } from '#flows/deps.ts'
import { buildApp } from '#http/app.ts'
import { addSignInPages } from '#http/sign-in-pages.ts'
import { composeSignIn } from '#main/compose-sign-in.ts'
import { hashOf, newId, newSecret } from '#sign-in/secret.ts'
import { isConnectionLost } from '#store/db.ts'
import { CHEAP, makeApi, NOW } from './api.ts'

/** Where the pages of the tests are. */
export const ORIGIN = 'https://millrace.example.com'
/** A good password of nobody in particular. */
export const PASSWORD = 'Cobalt-7-Lantern-Oat'

type Asked = [
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
]

/** Whatever a reply may hold; a test looks at what it expects. */
export type Told = {
  readonly code: string
  readonly detail: string
  readonly fields: readonly { readonly field: string; readonly why: string }[]
  readonly email: string
  readonly stage: string
  readonly csrf: string
  readonly merchant: string | null
  readonly merchants: readonly { readonly merchant: string }[]
  readonly permissions: readonly string[]
  readonly endsAt: string
  readonly session: Told
  readonly recoveryCodes: readonly string[]
  readonly seed: string
  readonly svg: string
  readonly challenge: string
  readonly ended: number
  readonly sentence: string
  readonly rows: readonly Readonly<Record<string, string | boolean>>[]
  readonly passkeys: readonly { readonly passkeyId: string; readonly name: string }[]
}

/** A reply as tests look at it. */
export type Answer = {
  readonly status: number
  readonly body: Told
  readonly cookie: string | null
  readonly text: string
}

/** The API under https with people: a clock to move, the mails that went out, browsers. */
export async function makePeople() {
  const api = await makeApi()
  const clock = { at: NOW }
  const mails: OutgoingMail[] = []
  const logged: string[] = []
  const write = (message: string, facts?: object) => void logged.push(`${message} ${JSON.stringify(facts ?? {})}`)
  const mailServer: { publicUrl: string; send: MailServer['send'] } = {
    publicUrl: ORIGIN,
    send: async (mail) => {
      mails.push(mail)
      return { ok: true, value: 'sent' }
    },
  }
  const deps = { ...api.deps, now: () => clock.at, mails: mailServer, log: { note: write, alarm: write } }
  const signIn = composeSignIn(api.database.appPool(), deps, CHEAP)
  const app = await buildApp(deps, { version: 'test', isOutage: isConnectionLost, signIn })
  addSignInPages(app)

  /** An invitation's secret: as `flows/invite-person.ts` keeps it. */
  async function invite(
    email: string,
    change: { merchant?: string | null; owner?: boolean; permissions?: string[] } = {},
  ) {
    const secret = newSecret()
    const merchant = change.merchant === undefined ? 'MILLS' : change.merchant
    await api.database.ownerPool().query(
      `insert into deployment.invitations (invitation_id, token_hash, merchant_id, email, owner, permissions, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, to_timestamp($7), 'test', to_timestamp($7 + 604800))`,
      [
        newId('I'),
        hashOf(secret),
        merchant,
        email,
        change.owner ?? false,
        change.permissions ?? ['View Orders'],
        clock.at / 1000,
      ],
    )
    return secret
  }

  function browser({ agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', address = '203.0.113.7' } = {}) {
    const state = { cookie: null as string | null, csrf: '' }
    async function ask(...[method, path, body, extra = {}]: Asked): Promise<Answer> {
      const headers = {
        'user-agent': agent,
        host: 'millrace.example.com',
        ...(method === 'GET' ? {} : { origin: ORIGIN, 'millrace-csrf': state.csrf }),
        ...(state.cookie ? { cookie: state.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...extra,
      }
      const reply = await app.inject({
        method,
        url: path.startsWith('/api') ? path : `/api/v1${path}`,
        remoteAddress: address,
        // An empty one is left out.
        headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')),
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      const set = reply.headers['set-cookie']
      const cookie = set === undefined ? null : String(set)
      const parsed = JSON.parse(reply.body) as Told
      if (cookie) state.cookie = cookie.includes('Max-Age=0') ? null : (cookie.split(';')[0] ?? null)
      const csrf = parsed.csrf ?? parsed.session?.csrf
      if (csrf) state.csrf = csrf
      return { status: reply.statusCode, body: parsed, cookie, text: reply.body }
    }
    return { state, ask }
  }
  type Browser = ReturnType<typeof browser>

  /** Somebody with an account at MILLS, an authenticator app and recovery codes, signed in. */
  async function join(email: string, change: Parameters<typeof invite>[1] & { password?: string } = {}) {
    const secret = await invite(email, change)
    const page = browser()
    const password = change.password ?? PASSWORD
    const accepted = await page.ask('POST', '/invitation/accept', { secret, name: 'Tess Oriel', password })
    if (accepted.status !== 200) throw new Error(accepted.text)
    const { seed } = (await page.ask('POST', '/account/app')).body
    const done = await page.ask('POST', '/account/app/confirm', { code: codeAt(seed, clock.at) })
    if (done.status !== 200) throw new Error(done.text)
    return { page, seed, password, email, recoveryCodes: done.body.recoveryCodes }
  }

  /** Signs in with password and code; the clock moves on so that the code is a new one. */
  async function signInAgain(who: { email: string; password: string; seed: string }, page: Browser = browser()) {
    clock.at += 60_000
    await page.ask('POST', '/session', { email: who.email, password: who.password })
    const done = await page.ask('POST', '/session/second-factor', { code: codeAt(who.seed, clock.at) })
    if (done.status !== 200) throw new Error(done.text)
    return page
  }

  return {
    ...api,
    deps,
    signIn,
    app,
    clock,
    mails,
    mailServer,
    logged,
    invite,
    browser,
    join,
    signInAgain,
    sql: (text: string, params: unknown[] = []) =>
      api.database
        .ownerPool()
        .query(text, params)
        .then(({ rows }) => rows),
    async close() {
      await signIn.settled()
      await app.close()
      await api.close()
    },
  }
}

/** The code that an authenticator app shows at an instant. */
export const codeAt = (seed: string, at: number): string => generateSync({ secret: seed, epoch: Math.floor(at / 1000) })

/** Another code than the right one of an instant. */
export const wrongCode = (seed: string, at: number): string => {
  const near = [-60_000, -30_000, 0, 30_000, 60_000].map((step) => codeAt(seed, at + step))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? '666666'
}
