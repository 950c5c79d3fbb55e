import https from 'node:https'
import { SellingPartner } from 'amazon-sp-api'
import { APPLICATION, SELLER } from '#main/demo/sample-merchant.ts'
import type { playAmazonHosts } from './amazon-hosts.ts'

/** What every published client is asked to do: a search with a page token or without, one order, and what it says of a 429. */
export type Judge = {
  search(query: Query): Promise<{ readonly ids: readonly string[]; readonly nextToken: string | undefined }>
  order(id: string): Promise<{ readonly id: string; readonly units: number }>
  /** True when the client itself takes this for Amazon's "too many requests". */
  isThrottled(problem: unknown): boolean
}
type Query = { readonly [parameter: string]: string | number | readonly string[] }
type Hosts = Awaited<ReturnType<typeof playAmazonHosts>>

type Found = { readonly orderId: string; readonly orderItems: readonly { readonly quantityOrdered: number }[] }
type Page = { readonly orders: readonly Found[]; readonly pagination?: { readonly nextToken: string } }

const pageOf = ({ orders, pagination }: Page) => ({
  ids: orders.map((order) => order.orderId),
  nextToken: pagination?.nextToken,
})
const orderOf = ({ orderId, orderItems }: Found) => ({
  id: orderId,
  units: orderItems.reduce((sum, item) => sum + item.quantityOrdered, 0),
})

/** The most used client of the community; it builds Amazon's hosts in and takes an agent. */
export function communityClient({ agent }: Hosts): Judge {
  const client = new SellingPartner({
    region: 'na',
    refresh_token: SELLER.refreshToken,
    credentials: {
      SELLING_PARTNER_APP_CLIENT_ID: APPLICATION.clientId,
      SELLING_PARTNER_APP_CLIENT_SECRET: APPLICATION.clientSecret,
    },
    options: { auto_request_throttled: false, https_proxy_agent: agent },
    // biome-ignore lint/suspicious/noExplicitAny: its types do not know the agent.
  } as any)
  const call = (operation: string, more: object) =>
    client.callAPI({ operation, endpoint: 'orders', ...more, options: { version: '2026-01-01' } } as never)
  return {
    search: async (query) => pageOf((await call('searchOrders', { query })) as unknown as Page),
    order: async (orderId) =>
      orderOf(((await call('getOrder', { path: { orderId } })) as unknown as { order: Found }).order),
    isThrottled: (problem) => (problem as { code?: string }).code === 'QuotaExceeded',
  }
}

/** Amazon's own client; its login builds Amazon's host in and takes the agent of the whole program. */
export async function amazonsClient({ agent }: Hosts): Promise<Judge & { leave(): void }> {
  const before = https.globalAgent
  https.globalAgent = agent
  const { Orders_v2026SpApi: sdk } = await import('@amazon-sp-api-release/amazon-sp-api-sdk-js')
  const client = new sdk.ApiClient('https://sellingpartnerapi-na.amazon.com')
  client.enableAutoRetrievalAccessToken(APPLICATION.clientId, APPLICATION.clientSecret, SELLER.refreshToken)
  return {
    search: async (query) => pageOf(await new sdk.SearchOrdersApi(client).searchOrders(query)),
    order: async (orderId) =>
      orderOf((await new sdk.GetOrderApi(client).getOrder(orderId, { includedData: ['PROCEEDS'] })).order),
    isThrottled: (problem) => (problem as { status?: number }).status === 429,
    leave: () => {
      https.globalAgent = before
    },
  }
}
