import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES } from '#core/permissions.ts'
import { addKey, callWith, MILLS, makeApi, NOW, OTHER } from '../make/api.ts'

/** Every route with the scope it needs and something to send. */
const ROUTES = [
  ['GET', '/items', 'items:read'],
  ['GET', '/items/MUG', 'items:read'],
  ['PUT', '/items/MUG', 'items:write'],
  ['PUT', '/items', 'items:write'],
  ['POST', '/files/price-and-quantity', 'items:write'],
  ['GET', '/product-types?marketplaceId=X&words=tea', 'items:read'],
  ['GET', '/product-types/MUG?marketplaceId=X', 'items:read'],
  ['GET', '/items/MUG/amazon/MUG', 'items:read'],
  ['PUT', '/items/MUG/amazon/MUG', 'items:write'],
  ['DELETE', '/items/MUG/amazon/MUG', 'items:write'],
  ['POST', '/items/MUG/amazon/MUG/preview', 'items:read'],
  ['POST', '/items/MUG/amazon/MUG/submit', 'items:write'],
  ['GET', '/sku-mappings', 'items:read'],
  ['PUT', '/sku-mappings', 'items:write'],
  ['DELETE', '/sku-mappings?sellerSku=A', 'items:write'],
  ['GET', '/distribution-centers', 'items:read'],
  ['PUT', '/distribution-centers', 'items:write'],
  ['GET', '/stock', 'items:read'],
  ['GET', '/vendors', 'settings:read'],
  ['PUT', '/vendors', 'settings:write'],
  ['GET', '/vendor-orders', 'vendor:orders'],
  ['GET', '/vendor-orders/1001', 'vendor:orders'],
  ['GET', '/vendor-purges', 'vendor:orders'],
  ['POST', '/vendor-purges/1001/acknowledge', 'vendor:orders'],
  ['PUT', '/stock', 'items:write'],
  ['GET', '/items/MUG/offers', 'items:read'],
  ['PUT', '/items/MUG/offers', 'items:write'],
  ['DELETE', '/items/MUG/offers', 'items:write'],
  ['GET', '/offers', 'items:read'],
  ['GET', '/items/MUG/stock-moves', 'items:read'],
  ['POST', '/stock/adjustments', 'items:write'],
  ['POST', '/stock/counts', 'items:write'],
  ['POST', '/stock/receipts', 'items:write'],
  ['POST', '/stock/transfers', 'items:write'],
  ['PUT', '/stock/restock-days', 'items:write'],
  ['GET', '/settings/inventory', 'settings:read'],
  ['PUT', '/settings/inventory', 'settings:write'],
  ['GET', '/retention', 'settings:read'],
  ['POST', '/orders/1001/reveal', 'pii:reveal'],
  ['POST', '/print', 'pii:print'],
  ['GET', '/error-log/1001/download', 'orders:read'],
  ['POST', '/error-log/1001/download', 'pii:reveal'],
  ['GET', '/settings/buyer-data', 'settings:read'],
  ['PUT', '/settings/buyer-data', 'settings:write'],
  ['GET', '/shipping-run', 'pii:reveal'],
  ['POST', '/shipping-run', 'pii:reveal'],
  ['DELETE', '/shipping-run', 'pii:reveal'],
  ['POST', '/shipping-run/show', 'pii:reveal'],
  ['GET', '/exports', 'audit:read'],
  ['POST', '/exports', 'pii:export'],
  ['POST', '/exports/fetch', 'pii:export'],
  ['GET', '/connections/na-A1/sending', 'settings:read'],
  ['PUT', '/connections/na-A1/sending', 'settings:write'],
  ['GET', '/connections/na-A1/sending/dry-run', 'items:read'],
  ['GET', '/connections/na-A1/sending/skus', 'items:read'],
  ['GET', '/connections/na-A1/sending/history?sellerSku=A', 'items:read'],
  ['POST', '/connections/na-A1/sending/approve', 'items:write'],
  ['POST', '/connections/na-A1/sending/release-brake', 'items:write'],
  ['POST', '/connections/na-A1/sending/upload', 'items:write'],
  ['POST', '/connections/na-A1/sending/put-back', 'items:write'],
  ['POST', '/connections/na-A1/sending/release-price', 'items:write'],
  ['GET', '/shipping-methods', 'settings:read'],
  ['PUT', '/shipping-methods', 'settings:write'],
  ['GET', '/settings/orders', 'settings:read'],
  ['PUT', '/settings/orders', 'settings:write'],
  ['GET', '/settings/shipping', 'settings:read'],
  ['PUT', '/settings/shipping', 'settings:write'],
  ['GET', '/settings/emails', 'settings:read'],
  ['PUT', '/settings/emails', 'settings:write'],
  ['GET', '/configuration', 'items:read'],
  ['PUT', '/configuration', 'items:write'],
  ['GET', '/themes', 'settings:read'],
  ['PUT', '/themes', 'settings:write'],
  ['GET', '/connections', 'settings:read'],
  ['PUT', '/connections', 'settings:write'],
  ['POST', '/connections/na-A1/start', 'settings:write'],
  ['POST', '/connections/na-A1/pause', 'settings:write'],
  ['POST', '/connections/na-A1/test', 'settings:write'],
  ['PUT', '/connections/na-A1/lapse', 'settings:write'],
  ['GET', '/connections/na-A1/what-stops', 'settings:read'],
  ['DELETE', '/connections/na-A1', 'settings:write'],
  ['GET', '/certificates', 'settings:read'],
  ['POST', '/connections/na-A1/preview', 'orders:read'],
  ['GET', '/connections/na-A1/listings', 'items:read'],
  ['GET', '/connections/na-A1/listings/matches', 'items:read'],
  ['POST', '/connections/na-A1/listings/link', 'items:write'],
  ['POST', '/connections/na-A1/listings/unlink', 'items:write'],
  ['GET', '/connections/na-A1/audits', 'items:read'],
  ['POST', '/connections/na-A1/audits', 'items:write'],
  ['GET', '/connections/na-A1/audits/1001/drift', 'items:read'],
  ['GET', '/checklist', 'settings:read'],
  ['GET', '/orders', 'orders:read'],
  ['GET', '/orders/1001', 'orders:read'],
  ['POST', '/where-is-order/1001', 'orders:write'],
  ['POST', '/orders/1001/move', 'orders:write'],
  ['POST', '/orders/1001/cancellation', 'orders:write'],
  ['POST', '/orders/1001/cancel', 'orders:write'],
  ['GET', '/cancellations', 'orders:read'],
  ['GET', '/orders/1001/refunds', 'orders:read'],
  ['POST', '/orders/1001/refunds', 'orders:write'],
  ['POST', '/refunds/1001/decision', 'orders:write'],
  ['GET', '/carriers', 'settings:read'],
  ['PUT', '/carriers', 'settings:write'],
  ['GET', '/carriers/amazon', 'settings:read'],
  ['POST', '/carriers/guess', 'settings:read'],
  ['POST', '/shipments', 'shipments:write'],
  ['PATCH', '/orders/1001/packages/1001', 'shipments:write'],
  ['DELETE', '/orders/1001/packages/1001', 'shipments:write'],
  ['GET', '/outbox', 'orders:read'],
  ['POST', '/outbox/1001/retry', 'orders:write'],
  ['DELETE', '/outbox/1001', 'orders:write'],
  ['GET', '/deadlines', 'orders:read'],
  ['GET', '/notifications', 'settings:read'],
  ['PUT', '/notifications', 'settings:write'],
  ['POST', '/notifications/test', 'settings:write'],
  ['GET', '/mails', 'settings:read'],
  ['GET', '/mails/1001', 'settings:read'],
  ['DELETE', '/mails/1001', 'settings:write'],
  ['POST', '/orders/1001/mails', 'orders:write'],
  ['GET', '/orders/1001/mails', 'orders:read'],
  ['GET', '/buyer-mails', 'orders:read'],
  ['POST', '/buyer-mails/1001/decision', 'orders:write'],
  ['GET', '/files', 'orders:read'],
  ['GET', '/files/1001', 'orders:read'],
  ['POST', '/files/1001', 'orders:write'],
  ['POST', '/files/1001/report', 'orders:write'],
  ['POST', '/files/1001/withdraw', 'orders:write'],
  ['GET', '/error-log/sections', 'orders:read'],
  ['GET', '/error-log', 'orders:read'],
  ['GET', '/error-log/1001', 'orders:read'],
  ['POST', '/error-log/1001/reprocess', 'orders:write'],
  ['POST', '/error-log/1001/ignore', 'orders:write'],
  ['GET', '/reconciliations', 'orders:read'],
  ['GET', '/reconciliations/1001', 'orders:read'],
  ['POST', '/reconciliations', 'orders:write'],
  ['GET', '/backfills', 'orders:read'],
  ['GET', '/backfills/1001', 'orders:read'],
  ['POST', '/backfills', 'orders:write'],
  ['POST', '/backfills/1001/cancel', 'orders:write'],
  ['GET', '/problems', 'orders:read'],
  ['GET', '/calls', 'settings:read'],
  ['GET', '/status', 'orders:read'],
  ['GET', '/permissions', 'users:read'],
  ['GET', '/users', 'users:read'],
  ['GET', '/users/1001', 'users:read'],
  ['PATCH', '/users/1001', 'users:write'],
  ['DELETE', '/users/1001', 'users:write'],
  ['POST', '/users/1001/owner', 'users:write'],
  ['GET', '/removed-users', 'users:read'],
  ['GET', '/groups', 'users:read'],
  ['POST', '/groups', 'users:write'],
  ['PUT', '/groups/1001', 'users:write'],
  ['DELETE', '/groups/1001', 'users:write'],
  ['GET', '/invitations', 'users:read'],
  ['POST', '/invitations', 'users:write'],
  ['POST', '/invitations/1001/renew', 'users:write'],
  ['DELETE', '/invitations/1001', 'users:write'],
  ['GET', '/keys', 'users:read'],
  ['POST', '/keys', 'users:write'],
  ['DELETE', '/keys/1001', 'users:write'],
  ['GET', '/access-review', 'users:read'],
  ['POST', '/access-review', 'users:write'],
  ['GET', '/access-reviews', 'users:read'],
  ['GET', '/access-reviews/1001', 'users:read'],
] as const

/** Routes that only people who are signed in can ask. */
const OF_PEOPLE = [
  ['POST', '/authorization/begin'],
  ['POST', '/authorization/visit'],
  ['POST', '/authorization/confirm'],
  ['GET', '/authorization/consents/1001'],
  ['GET', '/session'],
  ['DELETE', '/session'],
  ['POST', '/session/second-factor'],
  ['POST', '/session/second-factor/options'],
  ['POST', '/session/merchant'],
  ['PUT', '/account/password'],
  ['GET', '/account/sessions'],
  ['DELETE', '/account/sessions'],
  ['DELETE', '/account/sessions/1001'],
  ['GET', '/account/sign-ins'],
  ['POST', '/account/invitation'],
  ['GET', '/account/factors'],
  ['POST', '/account/app'],
  ['POST', '/account/app/confirm'],
  ['DELETE', '/account/app'],
  ['POST', '/account/passkeys/options'],
  ['POST', '/account/passkeys'],
  ['DELETE', '/account/passkeys/1001'],
  ['POST', '/account/recovery-codes'],
  ['POST', '/orders/search-by-buyer'],
  ['GET', '/me/notifications'],
  ['PUT', '/me/notifications'],
  ['GET', '/deployment/merchants'],
  ['POST', '/deployment/merchants'],
  ['POST', '/deployment/merchants/1001/suspend'],
  ['POST', '/deployment/merchants/1001/resume'],
  ['DELETE', '/deployment/merchants/1001'],
] as const

/** Routes for whoever is not signed in yet; their own rules stand in test/http/sign-in*.test.ts. */
const OPEN = [
  ['POST', '/session'],
  ['POST', '/session/passkey/options'],
  ['POST', '/session/passkey'],
  ['POST', '/invitation/look'],
  ['POST', '/invitation/accept'],
  ['POST', '/password/forgotten'],
  ['POST', '/password/look'],
  ['POST', '/password/reset'],
] as const

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
