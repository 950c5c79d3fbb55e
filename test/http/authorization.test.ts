import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { composeSignIn } from '#main/compose-sign-in.ts'
import { isConnectionLost } from '#store/db.ts'
import { CHEAP } from '../make/api.ts'
import { codeAt } from '../make/browser.ts'
import { consenting, ORIGIN } from '../make/consenting.ts'
import { whereReadable } from '../make/database-dump.ts'
import { MINUTE } from '../make/seller.ts'

// biome-ignore lint/suspicious/noExplicitAny: a reply is looked at as it comes
type Json = any
type Reply = { status: number; to: string | null; body: Json; headers: Record<string, unknown>; text: string }

/** The whole of it: the API under https, people with sessions, Seller Central over HTTP. */
async function open() {
  const desk = await consenting()
  const signIn = composeSignIn(desk.database.appPool(), desk.deps, CHEAP)
  const app = await buildApp(desk.deps, { version: 'test', isOutage: isConnectionLost, signIn })

  function browser() {
    const state = { cookie: '', csrf: '' }
    async function ask(method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown): Promise<Reply> {
      const reply = await app.inject({
        method,
        url,
        headers: {
          host: 'millrace.example.com',
          ...(method === 'GET' ? {} : { origin: ORIGIN, 'millrace-csrf': state.csrf }),
          ...(state.cookie ? { cookie: state.cookie } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      const set = reply.headers['set-cookie']
      if (set) state.cookie = String(set).split(';')[0] ?? ''
      const parsed = String(reply.headers['content-type']).includes('json') ? reply.json() : null
      state.csrf = parsed?.csrf ?? parsed?.session?.csrf ?? state.csrf
      const to = reply.headers.location === undefined ? null : String(reply.headers.location)
      return { status: reply.statusCode, to, body: parsed, headers: reply.headers, text: reply.body }
    }
    return {
      state,
      ask,
      api: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => ask(method, `/api/v1${path}`, body),
    }
  }

  /** Somebody who works for the sample merchant, signed in with a second factor. */
  async function join(email: string, permissions: readonly string[]) {
    const { secret, hash } = desk.deps.newSecret()
    await desk.database.ownerPool().query(
      `insert into deployment.invitations (invitation_id, token_hash, merchant_id, email, permissions, created_at, created_by, expires_at)
       values ($1, $2, 'HRBOR', $3, $4, to_timestamp($5), 'test', to_timestamp($5 + 604800))`,
      [`I${email}`, hash, email, permissions, desk.deps.now() / 1000],
    )
    const page = browser()
    await page.api('POST', '/invitation/accept', { secret, name: 'Tess Oriel', password: 'Cobalt-7-Lantern-Oat' })
    const { seed } = (await page.api('POST', '/account/app')).body
    const done = await page.api('POST', '/account/app/confirm', { code: codeAt(seed, desk.deps.now()) })
    if (done.status !== 200) throw new Error(done.text)
    return page
  }

  onTestFinished(async () => {
    await signIn.settled()
    await app.close()
  })
  return { ...desk, browser, join }
}

/** The same with somebody who may edit settings. */
async function start() {
  const world = await open()
  return { world, tess: await world.join('tess@example.com', ['Edit Settings']) }
}

const pathOf = (address: URL | string): string => {
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

describe('"Authorize at Amazon" in a browser', () => {
  test.each([
    ['straight back', false],
    ['by way of our Login URI', true],
  ])('[C3] %s: every redirect from our page to the page that says how it ended', async (_, hop) => {
    const { world, tess } = await start()
    world.control.setConsent({ hop })
    const begun = await tess.api('POST', '/authorization/begin', { region: 'na' })
    expect(begun.status).toBe(200)
    let away = await world.confirm(begun.body.address)
    if (hop) {
      const visited = await tess.ask('GET', pathOf(away))
      expect(visited).toMatchObject({ status: 303, to: expect.stringMatching(/^\/authorization\/confirm#[\w-]{43}$/) })
      const visit = visited.to?.split('#')[1]
      expect((await tess.api('POST', '/authorization/visit', { visit })).body).toEqual({
        sellingPartnerId: 'A3HARBORGOODS',
        merchant: 'Harbor Goods',
        regions: ['na'],
        begunHere: true,
      })
      const confirmed = await tess.api('POST', '/authorization/confirm', { visit, region: 'na' })
      away = (await world.open(confirmed.body.address)).to!
    }
    const back = await tess.ask('GET', pathOf(away))
    expect(back).toMatchObject({ status: 303, to: `/authorization/done#${begun.body.consent}` })
    expect(back.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    expect((await tess.api('GET', `/authorization/consents/${begun.body.consent}`)).body).toMatchObject({
      state: 'connected',
      connection: 'na-A3HARBORGOODS',
      problem: null,
    })
    const replay = await tess.ask('GET', pathOf(away))
    expect(replay).toMatchObject({ status: 303, to: '/authorization/done#consent-used' })
    const state = away.searchParams.get('state') ?? ''
    const code = away.searchParams.get('spapi_oauth_code') ?? ''
    expect(await whereReadable(world.database, [state, code, 'amzn.mws.an-old-token'])).toEqual([])
    expect(world.alarms.join('\n')).not.toContain(code)
  })

  test('[C3] the pages are strict: no script of others, no framing, no referrer, and nothing of the query in them', async () => {
    const world = await open()
    for (const path of ['/authorization', '/authorization/confirm', '/authorization/done']) {
      const page = await world.browser().ask('GET', `${path}?state=planted`)
      expect(page.status).toBe(200)
      expect(page.headers['content-security-policy']).toContain("default-src 'none'")
      expect(page.headers['referrer-policy']).toBe('no-referrer')
      expect(page.text).not.toContain('planted')
    }
  })

  test('[C3] our Login URI sends nobody elsewhere, whatever it is given', async () => {
    const world = await open()
    const visit = (callback: string) =>
      world.browser().ask(
        'GET',
        `/authorization/login?${new URLSearchParams({
          amazon_callback_uri: callback,
          amazon_state: 's',
          selling_partner_id: 'A3HARBORGOODS',
        })}`,
      )
    for (const callback of [
      'https://evil.example.com/apps/authorize/confirm/x',
      'https://amazon.com@evil.example.com/apps/authorize/confirm/x',
      'javascript:alert(1)',
      '//evil.example.com/apps/authorize/confirm/x',
    ])
      expect(await visit(callback)).toMatchObject({ status: 303, to: '/authorization/done#callback-not-amazon' })
    expect(await world.browser().ask('GET', '/authorization/login')).toMatchObject({
      to: '/authorization/done#callback-not-amazon',
    })
    const twice = '/authorization/login?amazon_state=a&amazon_state=b&selling_partner_id=A1&amazon_callback_uri=x'
    expect(await world.browser().ask('GET', twice)).toMatchObject({ to: '/authorization/done#callback-not-amazon' })
  })
})

describe('whose consent it is', () => {
  test('[C3] a return without a session, or by somebody who may not, ends on a page without the query', async () => {
    const { world, tess } = await start()
    world.control.setConsent({ hop: false })
    const begun = await tess.api('POST', '/authorization/begin', { region: 'na' })
    const back = pathOf(await world.confirm(begun.body.address))
    expect(await world.browser().ask('GET', back)).toMatchObject({ status: 303, to: '/authorization/done#sign-in' })
    const reader = await world.join('reader@example.com', ['View Settings'])
    expect(await reader.ask('GET', back)).toMatchObject({ status: 303, to: '/authorization/done#not-allowed' })
    // Neither used it up: both were turned away before it was looked at.
    expect(await tess.ask('GET', back)).toMatchObject({ to: `/authorization/done#${begun.body.consent}` })
  })

  test('[C3] a return in the session of another person of the same merchant is refused', async () => {
    const { world, tess } = await start()
    const begun = await tess.api('POST', '/authorization/begin', { region: 'na' })
    const back = pathOf(await world.confirm(begun.body.address))
    const other = await world.join('other@example.com', ['Edit Settings'])
    expect(await other.ask('GET', back)).toMatchObject({ to: '/authorization/done#consent-unknown' })
    expect((await tess.api('GET', `/authorization/consents/${begun.body.consent}`)).body.state).toBe('expired')
  })

  test('[C3] a program cannot consent, and nobody without the permission can begin', async () => {
    const { world, tess } = await start()
    const reader = await world.join('looks@example.com', ['View Settings'])
    expect((await reader.api('POST', '/authorization/begin', { region: 'na' })).status).toBe(403)
    expect((await world.browser().api('POST', '/authorization/begin', { region: 'na' })).status).toBe(401)
    expect((await tess.api('POST', '/authorization/begin', { region: 'moon' })).status).toBe(400)
    expect((await tess.api('POST', '/authorization/begin', { region: 'na', merchant: 'OTHER' })).status).toBe(400)
  })

  test('[C3] ten minutes later the state is worth nothing', async () => {
    const { world, tess } = await start()
    const begun = await tess.api('POST', '/authorization/begin', { region: 'na' })
    const back = pathOf(await world.confirm(begun.body.address))
    world.control.advance(10 * MINUTE)
    expect(await tess.ask('GET', back)).toMatchObject({ to: '/authorization/done#consent-expired' })
  })
})

test('[C6] clearing by the API wants the name of the connection, says what stops before, and shows the clock', async () => {
  const { tess } = await start()
  const path = '/connections/na-A3HARBORGOODS'
  expect((await tess.api('GET', `${path}/what-stops`)).body.sentences.length).toBeGreaterThan(2)
  expect((await tess.api('DELETE', path, { confirm: 'yes' })).status).toBe(422)
  expect((await tess.api('DELETE', path, { confirm: 'na-A3HARBORGOODS' })).status).toBe(200)
  const [shown] = (await tess.api('GET', '/connections')).body.rows
  expect(shown).toMatchObject({ state: 'disabled', deletion: { why: 'cleared' } })
  expect((await tess.api('DELETE', path, { confirm: 'na-A3HARBORGOODS' })).status).toBe(200)
})
