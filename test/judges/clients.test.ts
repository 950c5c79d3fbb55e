import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/server.ts'
import { playAmazonHosts } from './amazon-hosts.ts'
import { amazonsClient, communityClient, type Judge } from './clients.ts'

/** A simulated Seller Central with three orders that stand where Amazon's hosts are. */
async function sellerCentral() {
  const simulator = await startSimulator({ clock: 'virtual', start: '2026-11-10T15:00:00Z' })
  const hosts = await playAmazonHosts(simulator.url)
  onTestFinished(async () => {
    await hosts.close()
    await simulator.close()
  })
  const { control } = simulator
  control.setLag({ fixed: 0 })
  const ids = [1, 2, 3].map((quantity) => {
    control.advance(1000)
    return control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity }] })
  })
  control.advance(5 * 60_000)
  return { control, hosts, ids }
}

/** Token, search, next page, one order, 429: as a program does it that we did not write. */
async function judge(client: Judge, { control, ids }: Awaited<ReturnType<typeof sellerCentral>>) {
  const query = {
    lastUpdatedAfter: '2026-11-10T14:00:00Z',
    marketplaceIds: ['ATVPDKIKX0DER'],
    includedData: ['PROCEEDS', 'FULFILLMENT'],
    maxResultsPerPage: 2,
  }
  const first = await client.search(query)
  expect(first.ids).toEqual(ids.slice(0, 2))
  expect(first.nextToken).toBeTypeOf('string')
  const second = await client.search({ ...query, paginationToken: first.nextToken! })
  expect(second).toEqual({ ids: ids.slice(2), nextToken: undefined })
  expect(await client.order(ids[1]!)).toEqual({ id: ids[1], units: 2 })

  control.setQuota('searchOrders', { rate: 0.0056, burst: 1 })
  const asked = () =>
    client.search(query).then(
      () => 'answered',
      (problem: unknown) => (client.isThrottled(problem) ? 'throttled' : problem),
    )
  expect([await asked(), await asked()]).toEqual(['answered', 'throttled'])
  // One token was enough for all of it, and no call was one that Amazon does not know.
  const calls = control.requests().map((request) => [request.operation, request.status, request.ignoredQuery.length])
  expect(calls).toEqual([
    ['login', 200, 0],
    ['searchOrders', 200, 0],
    ['searchOrders', 200, 0],
    ['getOrder', 200, 0],
    ['searchOrders', 200, 0],
    ['searchOrders', 429, 0],
  ])
}

test('[O1] amazon-sp-api, a client that we did not write, works with the simulated Seller Central', async () => {
  const seller = await sellerCentral()
  await judge(communityClient(seller.hosts), seller)
})

test('[O1] Amazon’s own client for JavaScript works with the simulated Seller Central', async () => {
  const seller = await sellerCentral()
  const client = await amazonsClient(seller.hosts)
  onTestFinished(client.leave)
  await judge(client, seller)
})
