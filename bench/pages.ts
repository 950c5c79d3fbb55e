// Pages as they come from Amazon: fetched once from the simulator, then copied with order numbers of their own.

import type { WireOrder } from '#amazon/port.ts'
import { DATASETS } from '#core/orders/search-window.ts'
import { APPLICATION, SELLER } from '#main/demo/sample-merchant.ts'
import { startSimulator } from '../src/simulator/server.ts'
import { ORDINARY } from './orders-to-place.ts'

/** How many orders a page holds: the most that Amazon gives. */
export const PAGE = 100

const MINUTE = 60_000

/** Fetches every order of the sample merchant by plain fetch, page by page: the loop that a developer writes first. */
export async function* fetchPages(url: string, now: number): AsyncGenerator<WireOrder[]> {
  const form = { grant_type: 'refresh_token', refresh_token: SELLER.refreshToken }
  const credentials = { client_id: APPLICATION.clientId, client_secret: APPLICATION.clientSecret }
  const body = new URLSearchParams({ ...form, ...credentials })
  const login = await fetch(`${url}/auth/o2/token`, { method: 'POST', body })
  const { access_token } = (await login.json()) as { access_token: string }
  const query = new URLSearchParams({
    lastUpdatedAfter: new Date(now - 24 * 60 * MINUTE).toISOString(),
    lastUpdatedBefore: new Date(now - 3 * MINUTE).toISOString(),
    maxResultsPerPage: String(PAGE),
    includedData: DATASETS.join(','),
  })
  for (let more = true; more; ) {
    const answer = await fetch(`${url}/orders/2026-01-01/orders?${query}`, {
      headers: { 'x-amz-access-token': access_token },
    })
    if (!answer.ok) throw new Error(`The simulator answered ${answer.status}: ${await answer.text()}`)
    const page = (await answer.json()) as { orders: WireOrder[]; pagination?: { nextToken?: string } }
    yield page.orders
    more = page.pagination?.nextToken !== undefined
    query.set('paginationToken', page.pagination?.nextToken ?? '')
  }
}

/** A maker of pages of distinct orders, each as realistic as the one page that the simulator gave. */
export async function pageMaker(now: number): Promise<() => WireOrder[]> {
  const simulator = await startSimulator({ clock: 'virtual', start: now })
  for (let n = 0; n < PAGE; n++)
    simulator.control.placeOrder({ ...ORDINARY[n % ORDINARY.length], createdAt: now - (10 + n) * MINUTE, lagMs: 0 })
  const { value: page } = await fetchPages(simulator.url, now).next()
  await simulator.close()
  const text = JSON.stringify(page)
  let next = 0
  return () =>
    (JSON.parse(text) as WireOrder[]).map((order) => {
      const digits = String(next++).padStart(14, '0')
      return { ...order, orderId: `112-${digits.slice(0, 7)}-${digits.slice(7)}` }
    })
}
