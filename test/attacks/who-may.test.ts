import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, type Permission, SCOPES, SCOPES_OF_KEYS, type Scope, scopesOf } from '#core/permissions.ts'
import { buildApp } from '#http/app.ts'
import { MILLS, makeApi, NOW } from '../make/api.ts'
import { dumpTables } from '../make/database-dump.ts'
import { addressOf, type Operation, operationsOf, titleOf } from '../make/operations.ts'
import { putSession } from '../make/session.ts'

/**
 * The doors of the whole API, with what lies behind them taken away: whoever is let in meets a broken database, so it shows who is let in
 * and nothing can happen. Sessions, memberships and keys are looked up once and remembered.
 */
async function makeDoors() {
  const api = await makeApi()
  const held = {
    permissions: [] as readonly Permission[],
    scopes: [] as readonly Scope[],
    suspendedAt: null as number | null,
  }
  const { deployment } = api.deps
  const remembered = <A extends unknown[], T>(ask: (...args: A) => Promise<T>) => {
    const known = new Map<string, Promise<T>>()
    return (...args: A): Promise<T> => {
      const name = JSON.stringify(args)
      const found = known.get(name) ?? ask(...args)
      known.set(name, found)
      return found
    }
  }
  const membership = remembered(deployment.findMembership)
  const merchant = remembered(deployment.findMerchant)
  const key = remembered(deployment.findApiKey)
  const deps = {
    ...api.deps,
    transaction: () => Promise.reject(new Error('let in')),
    deployment: {
      ...deployment,
      findMembership: async (asked: Parameters<typeof membership>[0]) => {
        const found = await membership(asked)
        return found && { ...found, permissions: held.permissions }
      },
      findMerchant: async (id: string) => {
        const found = await merchant(id)
        return found && { ...found, suspendedAt: held.suspendedAt }
      },
      findApiKey: async (hash: Buffer) => {
        const found = await key(hash, NOW)
        return found && { ...found, scopes: held.scopes, merchantSuspended: held.suspendedAt !== null }
      },
    },
  } as unknown as typeof api.deps
  const signIn = { ...api.signIn, find: remembered(api.signIn.find) }
  const app = await buildApp(deps, { version: 'test', isOutage: () => false, signIn })
  const person = await putSession(api.database, NOW, { merchant: MILLS })
  return {
    api,
    app,
    held,
    person,
    other: await putSession(api.database, NOW, { merchant: MILLS }),
    ...(await operationsOf(app)),
  }
}

let doors: Awaited<ReturnType<typeof makeDoors>>
beforeAll(async () => {
  doors = await makeDoors()
})
afterAll(async () => {
  await doors.app.close()
  await doors.api.close()
})

type Said = { readonly status: number; readonly detail: string }

async function ask(operation: Operation, headers: Readonly<Record<string, string>>): Promise<Said> {
  const isChange = operation.method !== 'GET' && operation.body !== null
  const reply = await doors.app.inject({
    method: operation.method,
    url: addressOf(operation, () => '1001'),
    headers: { ...headers, ...(isChange ? { 'content-type': 'application/json' } : {}) },
    ...(isChange ? { payload: '{}' } : {}),
  })
  // A template of a file is no JSON.
  const isJson = String(reply.headers['content-type']).includes('json')
  return { status: reply.statusCode, detail: isJson ? String(reply.json().detail ?? '') : '' }
}

const REFUSED = /^This needs the permission |^This API key lacks the scope /
const ofScopes = () => doors.operations.filter((each) => each.for === 'scopes')
const changing = () => doors.operations.filter(({ method }) => method !== 'GET')

/** The operations at which something else happened than was expected. */
async function unlike(
  operations: readonly Operation[],
  headers: Readonly<Record<string, string>>,
  expected: (said: Said, operation: Operation) => boolean,
): Promise<string[]> {
  const found: string[] = []
  for (const operation of operations) {
    const said = await ask(operation, headers)
    if (!expected(said, operation)) found.push(`${titleOf(operation)}: ${said.status} ${said.detail}`)
  }
  return found
}

describe('every operation of the document, asked with one right alone', () => {
  test.each([null, ...ALL_PERMISSIONS])(
    '[U1] a person with the permission %s is let in exactly where it says so',
    async (permission) => {
      doors.held.permissions = permission === null ? [] : [permission]
      const scopes: readonly string[] = scopesOf(doors.held.permissions)
      let open = 0
      const wrong = await unlike(ofScopes(), doors.person.headers, ({ status, detail }, operation) => {
        const may = operation.scopes.every((scope) => scopes.includes(scope))
        if (may) open++
        return may ? !REFUSED.test(detail) : status === 403 && REFUSED.test(detail)
      })
      expect(wrong).toEqual([])
      expect(open > 0).toBe(permission !== null)
      expect(ofScopes().length).toBeGreaterThan(120)
    },
  )

  test.each(SCOPES)(
    '[X1] a key with the scope %s is let in exactly where the document says so; with one for people only, nowhere',
    async (scope) => {
      doors.held.scopes = [scope]
      const headers = { authorization: `Bearer ${doors.api.key}` }
      const wrong = await unlike(doors.operations, headers, ({ status, detail }, operation) => {
        if (operation.for === 'open') return status !== 403 || !REFUSED.test(detail)
        const isOfKeys = SCOPES_OF_KEYS.includes(scope) && operation.for === 'scopes'
        const may = isOfKeys && operation.scopes.every((each) => each === scope)
        return may ? !REFUSED.test(detail) : status === 403
      })
      expect(wrong).toEqual([])
    },
  )

  test('[M2] of a suspended merchant nothing opens, to nobody', async () => {
    doors.held.suspendedAt = NOW
    doors.held.permissions = ALL_PERMISSIONS
    doors.held.scopes = SCOPES
    const isSuspended = ({ status, detail }: Said) => status === 403 && /suspended by the operator/.test(detail)
    const ofMerchant = doors.operations.filter((each) => each.for === 'scopes' || each.for === 'member')
    expect(await unlike(ofMerchant, doors.person.headers, isSuspended)).toEqual([])
    const headers = { authorization: `Bearer ${doors.api.key}` }
    expect(await unlike(ofScopes(), headers, isSuspended)).toEqual([])
    doors.held.suspendedAt = null
  })

  test('[U6] a session that has ended, and one that never was, opens nothing', async () => {
    const ended = await putSession(doors.api.database, NOW, { merchant: MILLS, permissions: ALL_PERMISSIONS })
    await doors.api.database.ownerPool().query('delete from auth.sessions where session_id = $1', [ended.sessionId])
    doors.held.permissions = ALL_PERMISSIONS
    const closed = doors.operations.filter((each) => each.for !== 'open')
    expect(await unlike(closed, ended.headers, ({ status }) => status === 401)).toEqual([])
    const { cookie: _, ...without } = ended.headers
    expect(await unlike(closed, without, ({ status }) => status === 401)).toEqual([])
  })

  test('[M2] a session asks for a merchant for whom its person does not work: there is none, as for a merchant who never was', async () => {
    doors.held.permissions = ALL_PERMISSIONS
    const ofMerchant = doors.operations.filter((each) => each.for === 'scopes' || each.for === 'member')
    const isNone = ({ status, detail }: Said) => status === 404 && detail === 'There is no such merchant.'
    for (const merchant of ['OTHER', 'NEVER', 'mills', "OTHER' or '1'='1"])
      expect(await unlike(ofMerchant, { ...doors.person.headers, 'millrace-merchant': merchant }, isNone)).toEqual([])
  })
})

describe('every change, sent from elsewhere with a good cookie', () => {
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(doors.person.headers).filter(([name]) => !names.includes(name)))
  const OTHER_SITE = 'This request did not come from a page of this deployment.'
  const NO_TOKEN = /^The header millrace-csrf is missing or of another session/

  test('[U6] nothing changes without a page of ours that says where it is', async () => {
    doors.held.permissions = ALL_PERMISSIONS
    const isRefused = ({ status, detail }: Said) => status === 403 && detail === OTHER_SITE
    expect(changing().length).toBeGreaterThan(100)
    const origins = [
      'https://elsewhere.example.com',
      'http://localhost.example.com',
      'https://localhost',
      'null',
      'http://localhost:1',
    ]
    for (const origin of origins)
      expect([origin, await unlike(changing(), { ...doors.person.headers, origin }, isRefused)]).toEqual([origin, []])
    expect(await unlike(changing(), without('origin'), isRefused)).toEqual([])
    const sites = { 'sec-fetch-site': 'same-site', referer: 'http://localhost/' }
    expect(await unlike(changing(), { ...without('origin'), ...sites }, isRefused)).toEqual([])
  })

  test('[U6] nothing changes without the token of the same session', async () => {
    doors.held.permissions = ALL_PERMISSIONS
    const isRefused = ({ status, detail }: Said) => status === 403 && NO_TOKEN.test(detail)
    const closed = changing().filter((each) => each.for !== 'open')
    expect(await unlike(closed, without('millrace-csrf'), isRefused)).toEqual([])
    for (const token of [doors.other.headers['millrace-csrf'], '', doors.person.token])
      expect(await unlike(closed, { ...doors.person.headers, 'millrace-csrf': token }, isRefused)).toEqual([])
    // With it the same is let in.
    const notFirst = closed.filter((each) => each.for === 'scopes')
    expect(await unlike(notFirst, doors.person.headers, ({ detail }) => !NO_TOKEN.test(detail))).toEqual([])
  })

  test('[U6] a page that is not of ours cannot send JSON unasked: no other type of body is read', async () => {
    doors.held.permissions = ALL_PERMISSIONS
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/csp-report',
    ]
    for (const operation of changing().filter(({ body }) => body !== null)) {
      for (const type of types) {
        const reply = await doors.app.inject({
          method: operation.method,
          url: addressOf(operation, () => '1001'),
          headers: { ...doors.person.headers, 'content-type': type },
          payload: '{}',
        })
        expect([titleOf(operation), reply.statusCode]).toEqual([
          titleOf(operation),
          operation.for === 'operator' ? 403 : 415,
        ])
      }
    }
  })

  test('[X1] methods that are none of ours do nothing', async () => {
    const before = await dumpTables(doors.api.database, ['auth.sessions'])
    for (const { path } of doors.operations)
      for (const method of ['OPTIONS', 'TRACE', 'PROPFIND'] as const) {
        const url = path.replace(/\{\w+\}/g, '1001')
        const reply = await doors.app.inject({ method: method as 'OPTIONS', url, headers: doors.person.headers })
        expect([method, url, reply.statusCode]).toEqual([
          method,
          url,
          expect.toSatisfy((s: number) => s === 404 || s === 405),
        ])
      }
    expect(await dumpTables(doors.api.database, ['auth.sessions'])).toEqual(before)
    for (const operation of doors.operations.filter((each) => each.method === 'GET')) {
      const reply = await doors.app.inject({ method: 'HEAD', url: addressOf(operation, () => '1001') })
      expect([titleOf(operation), reply.statusCode]).toEqual([titleOf(operation), 401])
    }
  })
})
