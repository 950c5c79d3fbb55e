import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES } from '#core/permissions.ts'
import { addKey, callWith, MILLS, makeApi, NOW, OTHER } from '../make/api.ts'
import { ROUTES } from '../make/routes.ts'
import { OF_PEOPLE, OPEN } from '../make/routes-of-people.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const detailOf = (reply: { body: never }) => (reply.body as { detail: string }).detail

describe('every route', () => {
  test('[X1] the list of routes in this test is the list in the document', async () => {
    const document = (await api.call('GET', '/openapi.json')).body as { paths: Record<string, object> }
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{\w+\}/g, '*')}`,
      ),
    )
    const tested = [...ROUTES, ...OF_PEOPLE, ...OPEN].map(([method, path]) => {
      const shape = path.replace(/\?.*/, '').replace(/\/(MUG|1001|na-A1)/g, '/*')
      return `${method} ${shape}`
    })
    expect(told.sort()).toEqual([...tested].sort())
  })

  test.each(ROUTES)('[X1] %s %s refuses a request without a key', async (method, path) => {
    const reply = await api.app.inject({ method, url: `/api/v1${path}` })
    expect(reply.statusCode).toBe(401)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.headers['www-authenticate']).toContain('Bearer')
  })

  test.each(ROUTES)('[X1] %s %s refuses a key without its scope, and names the scope', async (method, path, scope) => {
    const key = await addKey(api.deps, MILLS, { scopes: SCOPES.filter((each) => each !== scope) })
    const reply = await callWith(api.app, key)(method, path)
    expect(reply.status).toBe(403)
    expect(detailOf(reply)).toContain(scope)
  })

  test.each(OF_PEOPLE)('[U6] %s %s answers neither without a session nor to a key', async (method, path) => {
    const reply = await api.app.inject({ method, url: `/api/v1${path}` })
    expect(reply.statusCode).toBe(401)
    expect((await api.call(method, path)).status).toBe(403)
  })

  test.each(OPEN)('[U6] %s %s refuses what comes from another site', async (method, path) => {
    const headers = { origin: 'https://elsewhere.example.com', 'content-type': 'application/json', host: 'localhost' }
    const reply = await api.app.inject({ method, url: `/api/v1${path}`, headers, payload: '{}' })
    expect(reply.statusCode).toBe(403)
  })

  test('[X1] a route that states no scope answers nobody', async () => {
    const { buildApp } = await import('#http/app.ts')
    const app = await buildApp(api.deps, { version: 'test', isOutage: () => false })
    app.get('/api/v1/forgotten', async () => 'secret')
    const reply = await callWith(app, api.key)('GET', '/forgotten')
    expect(reply.status).toBe(403)
    await app.close()
  })
})

describe('the key', () => {
  test('[X1] an expired key is refused, to the millisecond', async () => {
    const expired = await addKey(api.deps, MILLS, { expiresAt: NOW })
    const reply = await callWith(api.app, expired)('GET', '/items')
    expect(reply.status).toBe(401)
    expect(detailOf(reply)).toContain('expired')
    const lasting = await addKey(api.deps, MILLS, { expiresAt: NOW + 1 })
    expect((await callWith(api.app, lasting)('GET', '/items')).status).toBe(200)
  })

  test('[X1] a revoked key is refused at once', async () => {
    const key = await addKey(api.deps, MILLS)
    await api.deps.deployment.revokeApiKey({ merchant: MILLS, keyId: key.split('_')[1] ?? '', at: NOW })
    const reply = await callWith(api.app, key)('GET', '/items')
    expect([reply.status, detailOf(reply)]).toEqual([401, 'This API key was revoked. Ask for a new one.'])
  })

  test.each([
    '',
    'Basic bXI6bXI=',
    'Bearer',
    'Bearer mr_x_y',
    'Bearer mr_a_b c',
    `Bearer mr_${'a'.repeat(12)}_${'b'.repeat(43)}`,
  ])('[X1] what is no key of ours is refused: [%s]', async (authorization) => {
    const reply = await api.app.inject({ url: '/api/v1/items', headers: { authorization } })
    expect(reply.statusCode).toBe(401)
  })

  test('[X1] one character more or less is another key', async () => {
    expect((await callWith(api.app, `${api.key}A`)('GET', '/items')).status).toBe(401)
    expect((await callWith(api.app, api.key.slice(0, -1))('GET', '/items')).status).toBe(401)
  })

  test('[M2] a suspended merchant has no access until it goes on', async () => {
    await api.deps.deployment.suspendMerchant({ id: OTHER, at: NOW })
    const call = callWith(api.app, api.otherKey)
    const reply = await call('GET', '/items')
    expect([reply.status, detailOf(reply)]).toEqual([403, 'This merchant is suspended by the operator.'])
    await api.deps.deployment.suspendMerchant({ id: OTHER, at: null })
    expect((await call('GET', '/items')).status).toBe(200)
  })
})

describe('without a key', () => {
  test('[X5] health, readiness and the document are open', async () => {
    await api.deps.deployment.writeMode('demo', NOW)
    for (const url of ['/healthz', '/readyz', '/api/v1/openapi.json']) {
      expect((await api.app.inject({ url })).statusCode).toBe(200)
    }
  })

  test('[X1] the document has no reference that leads nowhere', async () => {
    const text = (await api.app.inject({ url: '/api/v1/openapi.json' })).body
    const document = JSON.parse(text) as { openapi: string; components: { schemas: object } }
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1])
    expect(document.openapi).toBe('3.1.0')
    expect(new Set(named)).toEqual(new Set(Object.keys(document.components.schemas)))
  })

  test('[X1] an address that is not there is told as a problem', async () => {
    const reply = await api.app.inject({ url: '/api/v1/nothing' })
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'no-such-address'])
  })
})
