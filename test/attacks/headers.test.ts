import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS } from '#core/permissions.ts'
import { addDemoMailbox } from '#http/demo-mailbox.ts'
import { addDemoPage } from '#http/demo-page.ts'
import { ORIGIN } from '../make/browser.ts'
import { putSession } from '../make/session.ts'
import { makeStaff } from '../make/staff.ts'

let staff: Awaited<ReturnType<typeof makeStaff>>
let worker: Awaited<ReturnType<typeof putSession>>['headers']
beforeAll(async () => {
  staff = await makeStaff()
  const place = { merchant: 'MILLS', permissions: ALL_PERMISSIONS, origin: ORIGIN }
  worker = (await putSession(staff.database, staff.clock.at, place)).headers
})
afterAll(() => staff.close())

const auth = () => ({ authorization: `Bearer ${staff.key}` })

describe('the headers of every kind of answer', () => {
  const API = "default-src 'none'; frame-ancestors 'none'"
  const SITES = { origin: 'https://elsewhere.example.com', 'access-control-request-method': 'PUT' }

  test('[U6] none may be guessed at, kept, framed or told to others; none says what runs here, or lets another site read', async () => {
    const { app } = staff
    const kinds = {
      answer: await app.inject({ url: '/api/v1/items', headers: { ...auth(), ...SITES } }),
      document: await app.inject({ url: '/api/v1/openapi.json', headers: SITES }),
      health: await app.inject({ url: '/healthz', headers: SITES }),
      'not found': await app.inject({ url: '/nothing', headers: SITES }),
      'no such address of the API': await app.inject({ url: '/api/v1/nothing', headers: SITES }),
      'not signed in': await app.inject({ url: '/api/v1/items', headers: SITES }),
      'bad address': await app.inject({ url: '/api/v1/items/%', headers: { ...auth(), ...SITES } }),
      'bad body': await app.inject({
        method: 'PUT',
        url: '/api/v1/items',
        headers: { ...auth(), ...SITES },
        payload: '{',
      }),
      'a question of another site': await app.inject({ method: 'OPTIONS', url: '/api/v1/items', headers: SITES }),
      page: await app.inject({ url: '/sign-in', headers: SITES }),
      script: await app.inject({ url: '/sign-in/sign-in.js', headers: SITES }),
      'consent page': await app.inject({ url: '/authorization/done', headers: SITES }),
      'way back from Amazon': await app.inject({ url: '/authorization/return?state=x', headers: SITES }),
    }
    for (const [kind, { headers }] of Object.entries(kinds)) {
      expect([kind, headers]).toMatchObject([
        kind,
        {
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
          'strict-transport-security': 'max-age=31536000',
          'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'$/),
        },
      ])
      const names = Object.keys(headers).join(' ')
      expect([kind, names]).toEqual([
        kind,
        expect.not.stringMatching(/access-control|^server\b| server\b|x-powered-by/),
      ])
      const isPage = String(headers['content-type']).startsWith('text/')
      if (!isPage) expect([kind, headers['content-security-policy']]).toEqual([kind, API])
      else expect([kind, headers['content-security-policy']]).toEqual([kind, expect.not.stringMatching(/unsafe|\*/)])
    }
  })

  test('[U6] a failure on our side has them too; under plain http nobody is told to use https', async () => {
    const { buildApp } = await import('#http/app.ts')
    const broken = { ...staff.deps, transaction: () => Promise.reject(new Error('broken')) }
    const mails = { ...staff.deps.mails, publicUrl: null }
    const app = await buildApp({ ...broken, mails } as unknown as typeof staff.deps, {
      version: 'test',
      isOutage: () => false,
    })
    const failed = await app.inject({ url: '/api/v1/items', headers: auth() })
    expect(failed.statusCode).toBe(500)
    expect(failed.headers).toMatchObject({ 'content-security-policy': API, 'referrer-policy': 'no-referrer' })
    expect(failed.headers).not.toHaveProperty('strict-transport-security')
    await app.close()
  })

  test('[U6] no served page holds a script, a style, a handler or an address of another site', () => {
    const folder = join(import.meta.dirname, '../../src/http')
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(5)
    const found = pages.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const inside =
        /<script(?![^>]*\bsrc="\/)[^>]*>|<style|\sstyle=|\son\w+=|javascript:|(?:src|href)="(?:https?:)?\/\//i
      return inside.test(text) || /<script[^>]*>[^<]/.test(text) ? [name] : []
    })
    expect(found).toEqual([])
  })

  test('[U6] no page’s script writes HTML or runs a text', () => {
    const folder = join(import.meta.dirname, '../../src/http')
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(5)
    const writing = /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(/
    expect(scripts.filter((name) => writing.test(readFileSync(join(folder, name), 'utf8')))).toEqual([])
  })

  test('[U6] the demo’s page and mailbox have a policy of their own, and it is as strict', async () => {
    const { buildApp } = await import('#http/app.ts')
    const app = await buildApp(staff.deps, { version: 'test', isOutage: () => false })
    addDemoPage(app, { state: async () => ({}), onChange: () => () => {} })
    addDemoMailbox(app, { state: async () => ({}), html: async () => null })
    for (const url of ['/demo', '/demo/page.js', '/mailbox', '/demo/mailbox.js', '/demo/state']) {
      const { headers } = await app.inject({ url, headers: { host: 'localhost' } })
      expect([url, headers]).toMatchObject([url, { 'x-content-type-options': 'nosniff' }])
      // A file of the program may be kept and is asked for again; what it shows is kept nowhere.
      expect([url, headers['cache-control']]).toEqual([
        url,
        /\.js$|^\/(demo|mailbox)$/.test(url) ? 'no-cache' : 'no-store',
      ])
      expect([url, headers['content-security-policy']]).toEqual([url, expect.not.stringMatching(/unsafe|\*/)])
    }
    await app.close()
  })
})

describe('who says to be somebody else', () => {
  test('[U6] links in mails name the public address, whatever host was asked for', async () => {
    const { app, mails, signIn } = staff
    const headers = {
      host: 'evil.example.net',
      'x-forwarded-host': 'evil.example.net',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example.net',
      origin: ORIGIN,
      'content-type': 'application/json',
    }
    const payload = JSON.stringify({ email: staff.boss.email })
    const before = mails.length
    const reply = await app.inject({ method: 'POST', url: '/api/v1/password/forgotten', headers, payload })
    expect(reply.statusCode).toBe(200)
    await signIn.settled()
    const sent = JSON.stringify(mails.slice(before))
    expect(sent).toContain(`${ORIGIN}/reset#`)
    expect(sent).not.toContain('evil.example.net')
    const invited = await app.inject({
      method: 'POST',
      url: '/api/v1/invitations',
      headers: { ...worker, 'content-type': 'application/json', host: 'evil.example.net' },
      payload: JSON.stringify({ email: 'guest@example.com' }),
    })
    expect(invited.body).not.toContain('evil.example.net')
    expect(JSON.stringify(mails)).not.toContain('evil.example.net')
  })

  test('[U6] a page of the other host is no page of ours, even when the request was sent to that host', async () => {
    const headers = { ...worker, host: 'evil.example.net', origin: 'https://evil.example.net' }
    const reply = await staff.app.inject({ method: 'DELETE', url: '/api/v1/account/sessions', headers })
    expect(reply.statusCode).toBe(403)
  })

  test('[U6] who is no proxy on this machine cannot choose the address that is kept and counted', async () => {
    const email = 'nobody-at-all@example.com'
    const from = async (remoteAddress: string, forwarded: string) => {
      const headers = {
        host: 'millrace.example.com',
        origin: ORIGIN,
        'content-type': 'application/json',
        'x-forwarded-for': forwarded,
        'x-real-ip': forwarded,
        forwarded: `for=${forwarded}`,
      }
      const payload = JSON.stringify({ email, password: 'Not-the-word-7' })
      const reply = await staff.app.inject({ method: 'POST', url: '/api/v1/session', remoteAddress, headers, payload })
      return reply.statusCode
    }
    // Another forged address each time: the lock of the address that is really used comes all the same.
    const answers: number[] = []
    for (let n = 0; n < 60 && answers.at(-1) !== 429; n++) answers.push(await from('198.51.100.77', `203.0.113.${n}`))
    expect(answers.at(-1)).toBe(429)
    await staff.signIn.settled()
    const kept = await staff.sql(
      `select distinct address from auth.sign_ins where address like '%198%' or address like '%203.0%'`,
    )
    expect(kept.map(({ address }) => address)).toContain('198.51.100.77')
    expect(JSON.stringify(kept)).not.toMatch(/203\.0\.113\.(?!7")/)
  })
})
