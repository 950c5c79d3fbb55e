/** Which fetched things a topic of the server touches, by the first part of their names. */
export const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  orders: ['orders', 'order', 'status', 'shipping'],
  errors: ['error-log', 'retry-queue', 'status'],
  outbox: ['order', 'error-log', 'retry-queue', 'status', 'outbox', 'files'],
  items: ['items', 'item', 'mappings', 'dry-run'],
  stock: ['items', 'item', 'stock', 'moves'],
  sending: ['sending', 'items', 'item', 'error-log', 'status', 'going-up', 'drift', 'dry-run'],
  submissions: ['going-up', 'files'],
  connections: ['connections', 'status', 'checklist', 'going-up'],
  imports: ['imports'],
  webhooks: ['webhooks'],
  settings: ['settings', 'checklist'],
}
