import { readFileSync } from 'node:fs'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test, vi } from 'vitest'
import { makeShop, numbered } from '../make/channel-file.ts'
import { MINUTE } from '../make/seller.ts'
import { UPS } from '../make/shipments.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Runs the one program of a page as it stands there, but for what a test changes in it. */
function run(page: string, change = (program: string) => program): Promise<Record<string, unknown>> {
  const programs = [...readFileSync(`docs/${page}`, 'utf8').matchAll(/```js\n([\s\S]*?)```/g)]
  expect(programs.length).toBe(1)
  const program = change(programs[0]?.[1] ?? '')
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(program)}`)
}

test('[X1][H3] the first program of the API page lists orders of today page by page, sets stock, and ships an order of a channel once', async () => {
  const { app, call, key, seller, place } = await makeShop()
  await place(numbered('1001'))
  const amazon = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] })
  await seller.pass(10 * MINUTE)
  const { orderNumber } = (await call('GET', `/orders/${amazon}`)).body as { orderNumber: number }
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  vi.useFakeTimers({ toFake: ['Date'], now: seller.control.now() })
  const env = { API_URL: address, API_KEY: key }
  const told = vi.spyOn(console, 'log').mockImplementation(() => {})
  const asked = vi.spyOn(globalThis, 'fetch')
  const small = (program: string) =>
    program.replace('process.env', JSON.stringify(env)).replace('limit = 200', 'limit = 1')
  await run('api.md', small)
  expect(told.mock.calls).toHaveLength(3)
  expect(told.mock.calls.slice(0, 2)).toContainEqual([orderNumber, 'Shipping Department'])
  expect(told.mock.calls[2]).toEqual(['entered', ''])
  expect(asked.mock.calls.filter(([url]) => String(url).includes('/orders?')).length).toBeGreaterThan(2)
  const { rows } = (await call('GET', '/stock?itemId=MUG-BLUE')).body as {
    rows: { center: string; onHand: number }[]
  }
  // Two of the twelve left with the package.
  expect(rows.find(({ center }) => center === 'PORTLAND')?.onHand).toBe(10)
  await run('api.md', (program) => `${small(program)} // again`)
  expect(told.mock.calls.at(-1)).toEqual(['known', ''])
  expect((await call('GET', '/orders/WEB%3A1001')).body).toMatchObject({
    stage: 'Completed Order',
    packages: [{ tracking: UPS }],
  })
  await app.close()
})

test('[X2] the program of the webhooks page takes what is signed with either secret, and nothing forged, changed or old', async () => {
  const { isOurs } = (await run('webhooks.md')) as { isOurs(secret: string, headers: object, body: string): boolean }
  const [old, young] = ['b2xkLW9sZC1vbGQtb2xkLW9sZA==', 'eW91bmcteW91bmcteW91bmctMQ=='].map((each) => `whsec_${each}`)
  const body = '{"type":"order.placed","data":{"word":"ä"}}'
  const signed = (at: number, ...secrets: (string | undefined)[]) => ({
    'webhook-id': 'msg_MILLS_1',
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': secrets
      .map((each) => new Webhook(each ?? '').sign('msg_MILLS_1', new Date(at), body))
      .join(' '),
  })
  const now = Date.parse('2026-11-10T15:00:00Z')
  vi.useFakeTimers({ toFake: ['Date'], now })
  const is = (headers: object, text = body) => isOurs(young ?? '', headers, text)
  expect([is(signed(now, young)), is(signed(now, young, old)), is(signed(now - 4 * MINUTE, old, young))]).toEqual([
    true,
    true,
    true,
  ])
  for (const forged of [
    signed(now, old),
    signed(now - 6 * MINUTE, young),
    { ...signed(now, young), 'webhook-id': 'msg_MILLS_2' },
    { ...signed(now, young), 'webhook-timestamp': 'soon' },
    { ...signed(now, young), 'webhook-signature': 'v1,é' },
    {},
  ])
    expect(is(forged)).toBe(false)
  expect(is(signed(now, young), `${body} `)).toBe(false)
})
