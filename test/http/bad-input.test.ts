import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApi, mug } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
  await api.call('PUT', '/items', { items: [mug] })
})
afterAll(() => api.close())

type Refused = { code: string; detail: string; requestId: string; fields?: { field: string; why: string }[] }
const refused = (reply: { body: never }) => reply.body as Refused
const fieldsOf = (reply: { body: never }) => (refused(reply).fields ?? []).map((each) => each.field)
const mapping = { sellerSku: 'A', itemId: 'MUG', ratio: { amazon: 1, ours: 1 } }
const everything = async () =>
  JSON.stringify([(await api.call('GET', '/items')).body, (await api.call('GET', '/sku-mappings')).body])

const deep = (open: string, close: string) => `{"mappings":${open.repeat(100_000)}${close.repeat(100_000)}}`

/** What is sent to PUT /sku-mappings, and the field that the refusal must name. */
const BAD_BODIES: readonly (readonly [
  what: string,
  body: unknown,
  answer: readonly [status: number, field: string],
])[] = [
  [
    'a SKU of 10,000 characters',
    { mappings: [{ ...mapping, sellerSku: 'x'.repeat(10_000) }] },
    [400, 'mappings[0].sellerSku'],
  ],
  ['a SKU with a NUL', { mappings: [{ ...mapping, sellerSku: 'a\u0000b' }] }, [400, 'mappings[0].sellerSku']],
  ['half an emoji', '{"mappings":[{"sellerSku":"\\ud83d","itemId":"MUG"}]}', [400, 'mappings[0].sellerSku']],
  ['an empty SKU', { mappings: [{ ...mapping, sellerSku: '' }] }, [400, 'mappings[0].sellerSku']],
  ['a SKU that is a number', { mappings: [{ ...mapping, sellerSku: 7 }] }, [400, 'mappings[0].sellerSku']],
  ['a ratio of 0', { mappings: [{ ...mapping, ratio: { amazon: 0, ours: 1 } }] }, [400, 'mappings[0].ratio.amazon']],
  ['a ratio of 1.5', { mappings: [{ ...mapping, ratio: { amazon: 1, ours: 1.5 } }] }, [400, 'mappings[0].ratio.ours']],
  [
    'a ratio beyond all numbers',
    '{"mappings":[{"sellerSku":"A","itemId":"MUG","ratio":{"amazon":1e999,"ours":1}}]}',
    [400, 'mappings[0].ratio.amazon'],
  ],
  ['no item', { mappings: [{ sellerSku: 'A' }] }, [400, 'mappings[0].itemId']],
  ['an unknown field', { mappings: [{ ...mapping, colour: 'red' }] }, [400, 'mappings[0].colour']],
  ['an unknown field beside the list', { mappings: [mapping], dryRun: true }, [400, 'dryRun']],
  ['the merchant in the body', { mappings: [mapping], merchantId: 'OTHER' }, [400, 'merchantId']],
  ['__proto__', '{"mappings":[{"sellerSku":"A","itemId":"MUG","__proto__":{"admin":true}}]}', [400, '__proto__']],
  ['__proto__ in escapes', '{"\\u005f_proto__":{"admin":true}}', [400, '__proto__']],
  [
    '__proto__ 50,000 deep',
    `${'[{"\\u0061":'.repeat(50_000)}{"__proto__":1}${'}]'.repeat(50_000)}`,
    [400, '__proto__'],
  ],
  [
    'constructor.prototype',
    '{"mappings":[{"sellerSku":"A","itemId":"MUG","constructor":{"prototype":{}}}]}',
    [400, 'mappings[0].constructor'],
  ],
  ['no entries', { mappings: [] }, [400, 'mappings']],
  ['5,001 entries', { mappings: Array(5001).fill(mapping) }, [400, 'mappings']],
  ['a list instead of an object', [mapping], [400, 'body']],
  ['null', 'null', [400, 'body']],
  ['the same SKU twice', { mappings: [mapping, mapping] }, [422, 'mappings[1].sellerSku']],
  ['100,000 lists in each other', deep('[', ']'), [400, 'mappings[0]']],
  ['100,000 objects in each other', deep('{"a":', '}').replace('}}', '1}}'), [400, 'mappings']],
]

describe('[X1] bad input is refused with the name of its field and changes nothing', () => {
  test.each(BAD_BODIES)('%s', async (_what, body, answer) => {
    const before = await everything()
    const reply = await api.call('PUT', '/sku-mappings', body)
    expect([reply.status, fieldsOf(reply)[0]]).toEqual(answer)
    expect(refused(reply).detail).toContain('Nothing was changed.')
    expect(await everything()).toBe(before)
  })

  test.each([
    ['/items?limit=0', 'limit'],
    ['/items?limit=201', 'limit'],
    ['/items?limit=ten', 'limit'],
    ['/items?after=nonsense', 'after'],
    ['/items?after=WyJhIiwiYiJd', 'after'],
    ['/items?page=2', 'page'],
    ['/orders?stage=Lost', 'stage'],
    ['/orders?after=WyJhIl0', 'after'],
    ['/error-log?state=lost', 'state'],
    ['/items/a%00b', 'itemId'],
    ['/orders/abc', 'order'],
    ['/error-log/-1', 'documentId'],
    ['/calls?days=1000', 'days'],
  ])('%s', async (path, field) => {
    const reply = await api.call('GET', path)
    expect([reply.status, fieldsOf(reply)]).toEqual([400, [field]])
  })

  test('a quantity of 0 in a kit', async () => {
    const kit = { ...mug, id: 'SET', tracksStock: false, kit: [{ itemId: 'MUG', quantity: 0 }] }
    expect(fieldsOf(await api.call('PUT', '/items', { items: [kit] }))).toEqual(['items[0].kit[0].quantity'])
  })

  test('every refusal carries a request id, and the same as its header', async () => {
    const reply = await api.call('PUT', '/items', {})
    expect(refused(reply).requestId).toBe(reply.headers['x-request-id'])
    expect(reply.headers['content-type']).toContain('application/problem+json')
  })
})

describe('[X1] what is not a request of ours is refused clearly', () => {
  const put = (payload: string, type: string, path = '/items') =>
    api.app.inject({
      method: 'PUT',
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${api.key}`, 'content-type': type },
      payload,
    })

  test.each([
    ['{"items":', 'application/json', [400, 'not-json']],
    ['', 'application/json', [400, 'not-valid']],
    ['<items/>', 'application/xml', [415, 'not-json']],
    ['items=1', 'application/x-www-form-urlencoded', [415, 'not-json']],
    ['\u0000\u0001', 'application/json', [400, 'not-json']],
  ])('the body [%s] as %s', async (payload, type, answer) => {
    const reply = await put(payload, type)
    expect([reply.statusCode, reply.json().code]).toEqual(answer)
  })

  test('an address that cannot be read', async () => {
    const reply = await api.app.inject({ url: '/api/v1/items/%', headers: { authorization: `Bearer ${api.key}` } })
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'bad-address'])
  })

  test('a body of more than 1 MB, and of more than 5 MB where many entries are allowed', async () => {
    const one = JSON.stringify({ centers: [], filler: 'x'.repeat(1024 * 1024) })
    expect((await put(one, 'application/json', '/distribution-centers')).statusCode).toBe(413)
    const five = JSON.stringify({ items: [], filler: 'x'.repeat(5 * 1024 * 1024) })
    const reply = await put(five, 'application/json')
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large'])
  })
})

describe('[X1] a body of 100 MB is refused without being read', () => {
  const CHUNK = Buffer.alloc(64 * 1024, 0x20)
  const ALL = 100 * 1024 * 1024

  /** Streams 100 MB and tells what came back and how much was taken until then. */
  async function stream(headers: Record<string, string | number>): Promise<{ status: number; sent: number }> {
    if (!api.app.server.listening) await api.app.listen({ port: 0, host: '127.0.0.1' })
    const address = api.app.server.address() as { port: number }
    return new Promise((resolve, reject) => {
      const all = { 'content-type': 'application/json', ...headers }
      const sending = request({
        port: address.port,
        host: '127.0.0.1',
        method: 'PUT',
        path: '/api/v1/items',
        headers: all,
      })
      let sent = 0
      let answered = false
      sending.on('response', (response) => {
        answered = true
        response.resume()
        resolve({ status: response.statusCode ?? 0, sent })
        sending.destroy()
      })
      sending.on('error', (error) => {
        if (!answered) reject(error)
      })
      const write = (): void => {
        while (!answered && sent < ALL) {
          sent += CHUNK.length
          if (!sending.write(CHUNK)) return void sending.once('drain', write)
        }
        if (!answered) sending.end()
      }
      write()
    })
  }

  test('when it says its length', async () => {
    const { status, sent } = await stream({ authorization: `Bearer ${api.key}`, 'content-length': ALL })
    expect(status).toBe(413)
    expect(sent).toBeLessThan(ALL / 2)
  })

  test('when it hides its length', async () => {
    const { status, sent } = await stream({ authorization: `Bearer ${api.key}`, 'transfer-encoding': 'chunked' })
    expect(status).toBe(413)
    expect(sent).toBeLessThan(ALL / 2)
  })

  test('when it comes without a key', async () => {
    const { status, sent } = await stream({ 'content-length': ALL })
    expect(status).toBe(401)
    expect(sent).toBeLessThan(ALL / 2)
  })
})

describe('when something fails on our side', () => {
  test('[X1] a bug is told without details, with a request id that the log names too', async () => {
    const { buildApp } = await import('#http/app.ts')
    const transaction = () => Promise.reject(new Error('secret detail of a row'))
    const app = await buildApp({ ...api.deps, transaction }, { version: 'test', isOutage: () => false })
    const reply = await app.inject({ url: '/api/v1/items', headers: { authorization: `Bearer ${api.key}` } })
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('secret')
    expect(api.alarms.at(-1)).toContain(reply.json().requestId)
    expect(api.alarms.join()).not.toContain('secret')
    await app.close()
  })

  test('[X5] a database that is away is told as 503, and readiness says it', async () => {
    const { buildApp } = await import('#http/app.ts')
    const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
    const deployment = { ...api.deps.deployment, readMode: away, findApiKey: away } as typeof api.deps.deployment
    const { isConnectionLost } = await import('#store/db.ts')
    const app = await buildApp({ ...api.deps, deployment }, { version: 'test', isOutage: isConnectionLost })
    const reply = await app.inject({ url: '/api/v1/items', headers: { authorization: `Bearer ${api.key}` } })
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'not-available'])
    expect(reply.headers['retry-after']).toBeDefined()
    expect((await app.inject({ url: '/readyz' })).statusCode).toBe(503)
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
    await app.close()
  })
})
