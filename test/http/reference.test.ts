import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApi } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const get = (url: string) => api.app.inject({ url })

test('[X1] the reference has every operation of the document, and a page for each, without a script or anything from elsewhere', async () => {
  const document = (await get('/api/v1/openapi.json')).json() as {
    paths: Record<string, Record<string, { operationId: string; summary: string }>>
  }
  const told = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  const whole = await get('/api/docs')
  expect(whole.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(whole.headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'self'/)
  for (const { operationId } of told) expect(whole.body).toContain(`href="/api/docs/${operationId}"`)
  expect(told.length).toBeGreaterThan(270)
  for (const { operationId } of told) {
    const { statusCode, body } = await get(`/api/docs/${operationId}`)
    expect([operationId, statusCode]).toEqual([operationId, 200])
    expect(body).not.toMatch(/<script|src="|href="(?!\/)|style="/)
  }
})

test('[X1] a page shows what is sent and what comes, with the example that was really sent', async () => {
  const { body } = await get('/api/docs/saveSkuMappings')
  expect(body).toContain('<code>mappings[].sellerSku</code>')
  expect(body).toContain('curl -X PUT')
  expect(body).toMatch(/&quot;sellerSku&quot;: &quot;MUG-BLUE&quot;/)
  expect(body).toContain('<code>Idempotency-Key</code>')
  expect((await get('/api/docs/getStatus')).body).toContain('<h2>An answer</h2>')
  expect((await get('/api/docs/nothing')).statusCode).toBe(404)
  expect((await get('/api/docs/<script>')).body).not.toContain('<script>')
  expect((await get('/api/docs/look.css')).statusCode).toBe(200)
})
