/** The merchant of demo and tests: the seller, the application and the grant that exist from the start. */
export const SAMPLE = {
  sellerId: 'A3HARBORGOODS',
  storeName: 'Harbor Goods',
  marketplaceId: 'ATVPDKIKX0DER',
  timeZone: 'America/New_York',
  applicationId: 'amzn1.sellerapps.app.demo',
  clientId: 'amzn1.application-oa2-client.demo',
  clientSecret: 'demo-secret-not-a-secret',
  refreshToken: 'Atzr|demo-harbor-goods',
  roles: ['inventory-and-order-tracking', 'direct-to-consumer', 'tax-invoicing', 'product-listing'],
} as const
