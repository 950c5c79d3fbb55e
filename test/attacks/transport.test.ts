import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS } from '#core/permissions.ts'
import { MILLS, makeApi, NOW } from '../make/api.ts'
import { addressOf, type Operation, operationsOf, titleOf } from '../make/operations.ts'
import { putSession } from '../make/session.ts'

type Headers = Awaited<ReturnType<typeof putSession>>['headers']

let api: Awaited<ReturnType<typeof makeApi>>
let operations: readonly Operation[]
let sessions: { readonly worker: Headers; readonly operator: Headers }
beforeAll(async () => {
  api = await makeApi()
  const of = async (merchant: string | null) =>
    (await putSession(api.database, NOW, { merchant, permissions: ALL_PERMISSIONS })).headers
  sessions = { worker: await of(MILLS), operator: await of(null) }
  operations = (await operationsOf(api.app)).operations
})
afterAll(() => api.close())

const bodied = () => operations.filter(({ body }) => body !== null)

/** What the browser of somebody who may ask an operation sends with it. */
const whoMay = (operation: Operation) => (operation.for === 'operator' ? sessions.operator : sessions.worker)

const put = (operation: Operation, payload: string) =>
  api.app.inject({
    method: operation.method,
    url: addressOf(operation, () => '1001'),
    headers: { ...whoMay(operation), 'content-type': 'application/json' },
    payload,
  })

describe('what is too large, too deep or too strange', () => {
  test('[X1] every route with a body refuses more than it takes, whoever sends it', async () => {
    const bulk = 'x'.repeat(5 * 1024 * 1024 + 1)
    const answers: unknown[] = []
    for (const operation of bodied()) {
      const length = String(bulk.length)
      const said = await api.app.inject({
        method: operation.method,
        url: addressOf(operation, () => '1001'),
        headers: { ...whoMay(operation), 'content-type': 'application/json', 'content-length': length },
        payload: bulk,
      })
      if (said.statusCode !== 413) answers.push([titleOf(operation), said.statusCode])
    }
    expect(bodied().length).toBeGreaterThan(60)
    expect(answers).toEqual([])
  })

  const HOSTILE: readonly (readonly [what: string, payload: string])[] = [
    ['10,000 lists in each other', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['10,000 objects in each other', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['a text of 200,000 letters', JSON.stringify('x'.repeat(200_000))],
    ['a list of 10,000 numbers', JSON.stringify(Array(10_000).fill(1))],
    [
      'an object of 2,000 fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`f${n}`, n]))),
    ],
    ['a number without an end', `1${'0'.repeat(5000)}`],
    ['a prototype', '{"__proto__":{"owner":true}}'],
    ['a constructor', '{"constructor":{"prototype":{"owner":true}}}'],
    ['fields of every object', '{"toString":1,"hasOwnProperty":1,"valueOf":1,"then":1}'],
  ]

  test.each(HOSTILE)('[X1] every route refuses %s with a 400', async (_what, payload) => {
    const others: unknown[] = []
    for (const operation of bodied()) {
      const reply = await put(operation, payload)
      if (reply.statusCode !== 400) others.push([titleOf(operation), reply.statusCode, reply.body.slice(0, 200)])
      if (reply.body.length > 60_000) others.push([titleOf(operation), 'tells', reply.body.length])
    }
    expect(others).toEqual([])
    expect(({} as { owner?: unknown }).owner).toBeUndefined()
  })
})

describe('who sends slowly', () => {
  /** A connection that sends something at once and then a byte at a time; gives what it was told until it was cut. */
  function slowly(port: number, head: string, more: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1')
      let told = ''
      socket.on('data', (data) => (told += data.toString('latin1')))
      socket.on('error', () => {})
      if (head) socket.write(head)
      const dripping = more ? setInterval(() => socket.write(more), 20) : undefined
      socket.on('close', () => {
        clearInterval(dripping)
        resolve(told)
      })
    })
  }

  test('[X1] a slow head, a slow body and a connection that says nothing are cut', async () => {
    const { buildApp } = await import('#http/app.ts')
    const app = await buildApp(api.deps, { version: 'test', isOutage: () => false })
    const server = app.server as typeof app.server & { connectionsCheckingInterval: number }
    expect(server.headersTimeout).toBeLessThanOrEqual(15_000)
    expect(server.requestTimeout).toBeLessThanOrEqual(60_000)
    expect(server.connectionsCheckingInterval).toBeLessThanOrEqual(5000)
    expect(server.timeout).toBeGreaterThan(0)
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000)
    expect(server.maxConnections).toBeGreaterThan(0)
    // The same, sooner.
    server.headersTimeout = 150
    server.requestTimeout = 200
    server.connectionsCheckingInterval = 25
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as { port: number }
    const start = `PUT /api/v1/items HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${api.key}\r\n`
    const bodyHead = `${start}content-type: application/json\r\ncontent-length: 1000\r\n\r\n`
    const [head, body, silent] = await Promise.all([
      slowly(port, start, 'x'),
      slowly(port, bodyHead, ' '),
      slowly(port, '', ''),
    ])
    expect([head, body, silent].map((told) => told.slice(0, 12))).toEqual(Array(3).fill('HTTP/1.1 408'))
    await app.close()
  })

  test('[X1] one connection more than there may be is closed, and the others are answered', async () => {
    const { buildApp } = await import('#http/app.ts')
    const app = await buildApp(api.deps, { version: 'test', isOutage: () => false })
    app.server.maxConnections = 3
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as { port: number }
    const opened = Array.from({ length: 3 }, () => connect(port, '127.0.0.1'))
    await Promise.all(opened.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
    expect(await slowly(port, 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n', '')).toBe('')
    const [first] = opened
    const told = new Promise<string>((resolve) => first?.once('data', (data) => resolve(data.toString())))
    first?.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n')
    expect(await told).toContain('HTTP/1.1 200')
    for (const socket of opened) socket.destroy()
    await app.close()
  })

  test.each([
    ['two lengths', 'content-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
    ['a length and chunks', 'content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a head without an end', `x-long: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['a header folded over lines', 'x-one: a\r\n b\r\nx bad: 1\r\n\r\n'],
    ['another way of chunking', 'transfer-encoding: xchunked\r\n\r\n'],
  ])('[X1] %s: no request of ours, and no second request is smuggled in', async (_what, rest) => {
    if (!api.app.server.listening) await api.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = api.app.server.address() as { port: number }
    const told = await slowly(
      port,
      `POST /api/v1/items HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${rest}`,
      '',
    )
    expect(told.slice(0, 12)).toMatch(/^HTTP\/1\.1 (400|431|401|404)$/)
    expect(told.match(/HTTP\/1\.1 /g)).toHaveLength(1)
  })
})
