import { bringOrderReport } from '#flows/bring-order-report.ts'
import type { makeFurnished } from './furnished.ts'

type Furnished = Awaited<ReturnType<typeof makeFurnished>>

/** What names something of a furnished merchant in an address or a body, and the same of what there is not. */
export type Names = Readonly<Record<string, string>>

/** The names of a merchant's things, as its owner reads them in the API's own lists. */
export async function namesOf({ seller, app, owner, ids, things }: Furnished): Promise<Names> {
  const first = async (path: string, field: string) => {
    const reply = await app.inject({ url: `/api/v1${path}`, headers: owner.headers })
    const value = (reply.json().rows as readonly Record<string, string | number>[])?.[0]?.[field]
    if (value === undefined) throw new Error(`GET ${path} names no ${field}: ${reply.body.slice(0, 300)}`)
    return String(value)
  }
  const { connection } = seller
  return {
    ...things,
    order: ids.placed,
    shippedOrder: ids.shipped,
    amazonOrderId: ids.placed,
    orderNumber: things.orderId,
    number: '1',
    itemId: 'MUG-BLUE',
    sellerSku: 'MUG-BLUE',
    marketplaceId: 'ATVPDKIKX0DER',
    productType: 'KITCHEN',
    kind: 'shipping-confirmation',
    connectionId: connection,
    center: 'PORTLAND',
    code: 'SHOP',
    merchantId: seller.merchant,
    passkeyId: owner.userId,
    sessionId: owner.sessionId,
    refund: await first(`/orders/${ids.shipped}/refunds`, 'id'),
    outboxId: await first('/outbox', 'outboxId'),
    webhookId: await first('/webhooks', 'webhookId'),
    messageId: await first(`/webhooks/${await first('/webhooks', 'webhookId')}/messages`, 'messageId'),
    file: await first('/files', 'file'),
    import: await first('/imports', 'import'),
    run: await first('/backfills', 'run'),
    reconciliation: await first('/reconciliations', 'run'),
    mailId: await first('/mails', 'mailId'),
    buyerMailId: await first('/buyer-mails', 'mailId'),
    alarm: await first('/audit/alarms', 'alarm'),
    audit: await first(`/connections/${connection}/audits`, 'audit'),
    // Last: from then on it is the newest import.
    orderReport: await reportOf(seller),
    templateKind: 'items',
  } as unknown as Names
}

/** An order report that was brought, and on which nobody has worked yet. */
async function reportOf({ control, deps, merchant }: Furnished['seller']): Promise<string> {
  const bytes = control.downloadReport({ kind: 'new-orders' })
  const brought = await bringOrderReport(deps, merchant, { bytes, fileName: 'orders.txt', who: 'a test' })
  if (!brought.ok) throw new Error(brought.problem.code)
  return String(brought.value.importId)
}

/** Names of the same form for what does not exist. */
export const NOBODY: Names = {
  order: '999-9999999-9999999',
  shippedOrder: '999-9999999-9999999',
  amazonOrderId: '999-9999999-9999999',
  orderNumber: '987654',
  orderId: '987654',
  number: '9',
  itemId: 'NO-SUCH-ITEM',
  sellerSku: 'NO-SUCH-SKU',
  marketplaceId: 'ATVPDKIKX0DER',
  productType: 'KITCHEN',
  kind: 'shipping-confirmation',
  connectionId: 'na-NOBODY',
  center: 'NOWHERE',
  merchantId: 'NEVER',
  passkeyId: 'nothing',
  refund: '987654',
  outboxId: '987654',
  webhookId: '987654',
  messageId: '987654',
  file: '987654',
  import: '987654',
  run: '987654',
  look: '987654',
  reconciliation: '987654',
  mailId: '987654',
  buyerMailId: '987654',
  alarm: '987654',
  audit: '987654',
  documentId: '987654',
  userId: 'U0000000000000000',
  sessionId: 'S0000000000000000',
  groupId: 'G000000000000',
  invitationId: 'I0000000000000000',
  keyId: '000000000000',
  consent: '000000000000000000000000',
  reviewId: '987654',
  download: 'A'.repeat(43),
  layoutName: 'No printer',
  code: 'NOSHOP',
  orderReport: '987654',
  templateKind: 'items',
}

const lastPart = (title: string, name: string): string => {
  if (name === 'run' && title.includes('/reconciliations')) return 'reconciliation'
  if (name === 'mailId' && title.includes('/buyer-mails')) return 'buyerMailId'
  if (name === 'name' && title.includes('/export-layouts')) return 'layoutName'
  if (name === 'order' && /refunds|packages/.test(title)) return 'shippedOrder'
  if (name === 'import' && title.includes('/order-reports')) return 'orderReport'
  if (name === 'kind' && title.includes('/templates')) return 'templateKind'
  return name
}

/** The name of a thing in the place of an address. */
export const nameFor = (names: Names, title: string, name: string): string => {
  const found = names[lastPart(title, name)]
  if (found === undefined) throw new Error(`${title} has a place without a name: ${name}`)
  return found
}

const page = (names: Names) => ({ sellerSku: names.sellerSku, marketplaceId: names.marketplaceId })
const mug = { description: 'A mug, 12 oz', grams: 1, tracksStock: true }

/** A good body for each operation that takes one and names something in its address or its body. */
export const BODIES: Readonly<Record<string, (names: Names) => unknown>> = {
  'PUT /channels/{code}': () => ({ name: 'Our web shop', keepDays: 30 }),
  'PUT /imports/{import}/columns': () => ({ kind: 'items', fields: [] }),
  'PUT /imports/{import}/options': ({ marketplaceId }) => ({ marketplaceId }),
  'POST /imports/{import}/apply': () => ({}),
  'POST /imports/{import}/undo': () => ({}),
  'POST /imports/{import}/drop': () => ({}),
  'PUT /items': ({ itemId }) => ({ items: [{ id: itemId, ...mug }] }),
  'PUT /items/{itemId}': () => mug,
  'PUT /items/{itemId}/amazon/{marketplaceId}': ({ productType }) => ({ productType, attributes: {} }),
  'POST /items/{itemId}/amazon/{marketplaceId}/preview': ({ connectionId }) => ({ connection: connectionId }),
  'POST /items/{itemId}/amazon/{marketplaceId}/submit': ({ connectionId }) => ({
    connection: connectionId,
    confirmed: true,
  }),
  'PUT /sku-mappings': ({ itemId, sellerSku }) => ({ mappings: [{ sellerSku, itemId }] }),
  'PUT /stock': ({ itemId, center }) => ({ stock: [{ itemId, center, onHand: 1 }] }),
  'POST /stock/adjustments': ({ itemId, center }) => ({ adjustments: [{ itemId, center, by: -1, reason: 'lost' }] }),
  'POST /stock/counts': ({ itemId, center }) => ({ counts: [{ itemId, center, counted: 1 }] }),
  'POST /stock/receipts': ({ itemId, center }) => ({ receipts: [{ itemId, center, quantity: 1 }] }),
  'POST /stock/transfers': ({ itemId, center }) => ({ transfers: [{ itemId, from: center, to: center, quantity: 1 }] }),
  'PUT /stock/restock-days': ({ itemId, center }) => ({ restock: [{ itemId, center, on: '2026-12-01' }] }),
  'PUT /items/{itemId}/offers': () => ({ offers: [{ price: { amount: '1.00', currency: 'USD' } }] }),
  'PUT /connections/{connectionId}/lapse': () => ({ lapsesOn: '2026-12-01' }),
  'DELETE /connections/{connectionId}': ({ connectionId }) => ({ confirm: connectionId }),
  'PUT /connections/{connectionId}/sending': () => ({ stock: false, price: false }),
  'POST /connections/{connectionId}/sending/approve': () => ({}),
  'POST /connections/{connectionId}/sending/upload': () => ({}),
  'POST /connections/{connectionId}/sending/dry-run': ({ sellerSku }) => ({ sellerSkus: [sellerSku] }),
  'POST /connections/{connectionId}/sending/read-back': ({ sellerSku }) => ({ sellerSkus: [sellerSku] }),
  'POST /connections/{connectionId}/sending/put-back': page,
  'POST /connections/{connectionId}/sending/release-price': page,
  'POST /connections/{connectionId}/listings/link': ({ sellerSku, itemId }) => ({ links: [{ sellerSku, itemId }] }),
  'POST /connections/{connectionId}/listings/unlink': ({ sellerSku }) => ({ sellerSku }),
  'POST /orders/{order}/move': () => ({ to: 'Hold', reason: 'suspected-fraud' }),
  'POST /orders/{order}/cancellation': () => ({ decision: 'ship-anyway' }),
  'POST /orders/{order}/cancel': () => ({ reason: 'no-inventory' }),
  'POST /orders/{order}/refunds': () => ({ reason: 'customer-return', full: true }),
  'POST /orders/{order}/mails': () => ({ kind: 'question', text: 'Shall it be blue?' }),
  'POST /orders/{order}/reveal': () => ({ purpose: 'ship' }),
  'POST /orders/search-by-buyer': () => ({ field: 'name', text: 'Quentina Zebrafield' }),
  'POST /error-log/{documentId}/download': () => ({ purpose: 'ship' }),
  'POST /refunds/{refund}/decision': () => ({ decision: 'paid' }),
  'POST /buyer-mails/{mailId}/decision': () => ({ decision: 'remove' }),
  'POST /shipments': ({ order }) => ({ shipments: [{ order, carrier: 'UPS', tracking: '1Z999AA10123456784' }] }),
  'POST /shipments/file': ({ order }) => ({
    file: Buffer.from(`order,tracking\n${order},1Z999AA10123456784`).toString('base64'),
  }),
  'PATCH /orders/{order}/packages/{number}': () => ({ carrier: 'USPS' }),
  'POST /reconciliations': ({ connectionId }) => ({ connection: connectionId }),
  'POST /backfills': ({ connectionId }) => ({ connection: connectionId, from: '2026-11-01', to: '2026-11-02' }),
  'POST /files/{kind}': ({ connectionId }) => ({ connection: connectionId }),
  'POST /files/price-and-quantity': ({ connectionId }) => ({ connection: connectionId }),
  'POST /files/{file}/report': () => ({ report: 'nothing' }),
  'POST /files/{file}/withdraw': () => ({ neverUploaded: true }),
  'PATCH /users/{userId}': ({ groupId }) => ({ permissions: ['View Items'], groups: [groupId] }),
  'PUT /groups/{groupId}': () => ({ name: 'Packers at the dock', permissions: [] }),
  'POST /invitations': ({ groupId }) => ({ email: 'friend@example.com', groups: [groupId] }),
  'POST /print': ({ order, orderId }) => ({ orders: [order, Number(orderId)], kind: 'address-label' }),
  'POST /exports': ({ order, orderId }) => ({ orders: [order, Number(orderId)] }),
  'POST /webhooks': () => ({ url: 'https://shop.example.com/millrace', name: 'A shop' }),
  'PUT /webhooks/{webhookId}': () => ({ url: 'https://shop.example.com/millrace', name: 'Told of orders' }),
  'POST /webhooks/{webhookId}/replay': () => ({ since: '2026-11-01T00:00:00Z' }),
  'PUT /export-layouts/{name}': () => ({ columns: [{ field: 'order', heading: 'Ref' }] }),
  'POST /exports/fetch': ({ download }) => ({ download }),
  'POST /shipping-run/show': ({ order, orderId }) => ({ orders: [order, Number(orderId)] }),
  'POST /audit/alarms/{alarm}/close': () => ({ word: 'seen' }),
  'POST /session/merchant': ({ merchantId }) => ({ merchant: merchantId }),
}
