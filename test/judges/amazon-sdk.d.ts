// Amazon's own client brings no types for its entry.
declare module '@amazon-sp-api-release/amazon-sp-api-sdk-js' {
  class ApiClient {
    constructor(endpoint: string)
    enableAutoRetrievalAccessToken(clientId: string, clientSecret: string, refreshToken: string): this
    requestAgent: unknown
  }
  type Found = { orderId: string; createdTime: Date; orderItems: { quantityOrdered: number }[] }
  type Search = { [parameter: string]: string | number | readonly string[] }
  export const Orders_v2026SpApi: {
    ApiClient: typeof ApiClient
    SearchOrdersApi: new (
      client: ApiClient,
    ) => {
      searchOrders(search: Search): Promise<{ orders: Found[]; pagination?: { nextToken: string } }>
    }
    GetOrderApi: new (client: ApiClient) => { getOrder(orderId: string, wanted: Search): Promise<{ order: Found }> }
  }
}
