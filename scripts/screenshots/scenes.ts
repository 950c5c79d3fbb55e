/** Lists that are shown while they load, without rows, and when the server fails. */
export const STATES = [
  { path: '/orders', list: '**/api/v1/orders?*' },
  { path: '/items', list: '**/api/v1/catalog?*' },
  { path: '/shipping', list: '**/api/v1/shipping-queue?*' },
  { path: '/amazon?tab=import', list: '**/api/v1/imports?*' },
] as const

/** The pictures that README.md and docs/ show; each stays below 150 KB. */
export const FOR_DOCS = [
  { path: '/orders', name: 'orders' },
  { path: '/shipping', name: 'shipping' },
  { path: '/errors', name: 'error-log' },
] as const
