/** Changes that take an If-Match: each is made under the one lock of the configuration and raises its version. */
const VERSIONED: ReadonlySet<string> = new Set([
  'PUT /settings/orders',
  'PUT /settings/shipping',
  'PUT /settings/inventory',
  'PUT /settings/emails',
  'PUT /themes',
  'PUT /shipping-methods',
  'PUT /carriers',
  'PUT /distribution-centers',
  'PUT /vendors',
  'PUT /configuration',
  'PUT /notifications',
  'PUT /items/{itemId}',
  'PUT /items/{itemId}/offers',
  'DELETE /items/{itemId}/offers',
  'PUT /items/{itemId}/amazon/{marketplaceId}',
  'DELETE /items/{itemId}/amazon/{marketplaceId}',
  'PUT /sku-mappings',
  'DELETE /sku-mappings',
])

/** True for an operation that is made only while what stands is what its sender read, where the sender says what that was (X1). */
export const isVersioned = (method: string, path: string | undefined): boolean =>
  VERSIONED.has(`${method} ${(path ?? '').replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')}`)
