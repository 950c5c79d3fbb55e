import type { buyerMail } from '#contract/buyer-mails.ts'
import type { catalogRow } from '#contract/catalog.ts'
import type { itemEvent } from '#contract/item-listings.ts'
import type { item, skuMapping } from '#contract/items.ts'
import type { listing } from '#contract/listings.ts'
import type { mailSummary } from '#contract/notifications.ts'
import type { orderSummary } from '#contract/orders.ts'
import type { queuedOrder } from '#contract/shipping-queue.ts'
import type { stockReply } from '#contract/stock.ts'
import type { stockMove } from '#contract/stock-changes.ts'
import type { shelvedItem } from '#contract/stock-table.ts'
import { unitsByItem } from '#core/orders/units-by-item.ts'
import { itemCells, mappingCells, stockCells } from '#core/spreadsheet/item-cells.ts'
import { amount, column, instant, type Lists, list, saidOf } from './list-column.ts'
import { IMPORT_LISTS } from './lists-of-imports.ts'
import { PEOPLE_LISTS } from './lists-of-people.ts'
import { WORK_LISTS } from './lists-of-work.ts'
import { own } from './own-columns.ts'

const MOVES = list<typeof stockMove>([
  instant('When', (row) => row.at),
  column('Item', (row) => row.itemId),
  column('Center', (row) => row.center),
  column('What', (row) => row.kind),
  column('Change', (row) => row.change),
  column('On hand afterwards', (row) => row.onHand),
  column('Reason', (row) => row.reason),
  column('Reference', (row) => row.reference),
  column('Who', (row) => row.who),
])

/** The lists that are given as files, by the address of their route: a list is added by a line, with its columns; never a buyer. */
export const LISTS: Lists = {
  ...PEOPLE_LISTS,
  ...WORK_LISTS,
  ...IMPORT_LISTS,
  '/orders': list<typeof orderSummary>([
    column('Order', (row) => row.orderNumber),
    column('Amazon order', (row) => row.amazonOrderId),
    instant('Placed', (row) => row.placedAt),
    column('Stage', (row) => row.stage),
    column('At Amazon', (row) => row.amazonStatus),
    instant('Ship by', (row) => row.shipBy),
    column('Service level', (row) => row.serviceLevel),
    column('Shipping method', (row) => row.shippingMethod),
    column('Center', (row) => row.center),
    column('Payment', (row) => row.paymentMethod),
    column('State', (row) => row.buyer.state),
    column('Country', (row) => row.buyer.country),
    amount('Total', (row) => row.total),
    column('Fulfilled by Amazon', (row) => row.fulfilledByAmazon),
  ]),
  '/shipping-queue': list<typeof queuedOrder>([
    column('Order', (row) => row.orderNumber),
    column('Channel', (row) => row.channel),
    column('Order there', (row) => row.amazonOrderId),
    instant('Ship by', (row) => row.shipBy),
    column('Late', (row) => row.late),
    column('Items', (row) => unitsByItem(row.lines.map((line) => ({ ...line, count: line.open })))),
    column('Shipping method', (row) => row.shippingMethod),
    column('Carrier', (row) => row.carrier),
    column('Center', (row) => row.center),
    column('State', (row) => row.buyer.state),
    column('Country', (row) => row.buyer.country),
  ]),
  '/stock/table': list<typeof shelvedItem>([
    column('Item', (row) => row.itemId),
    column('Description', (row) => row.description),
    column('On hand', (row) => row.onHand),
    column('Reserved', (row) => row.allocated),
    column('Free', (row) => row.free),
    column('Amazon is told', (row) => row.reported),
    column('Centers', (row) => row.shelves.map(({ center, onHand }) => `${center} ${onHand}`).join(', ')),
  ]),
  '/stock/moves': MOVES,
  '/catalog': list<typeof catalogRow>([
    column('Item', (row) => row.id),
    column('Description', (row) => row.description),
    amount('Price', (row) => row.price),
    column('On hand', (row) => (row.tracksStock ? row.onHand : null)),
    column('Reserved', (row) => (row.tracksStock ? row.allocated : null)),
    column('Told to Amazon', (row) => row.reported),
    column('Kit', (row) => row.isKit),
    column('Listings', (row) => row.listings),
    column('Active listings', (row) => row.active),
  ]),
  '/items': own<typeof item>('items', itemCells),
  '/stock': [
    ...own<typeof stockReply>('stock', stockCells),
    ...list<typeof stockReply>([column('Reserved', (row) => row.allocated)]),
  ],
  '/items/:itemId/stock-moves': MOVES,
  '/items/:itemId/history': list<typeof itemEvent>([
    instant('When', (row) => row.at),
    column('Kind', (row) => row.source),
    column('What', (row) => row.what),
    column('Of', (row) => row.field),
    column('SKU', (row) => row.sellerSku),
    column('Marketplace', (row) => row.marketplaceId),
    column('Center', (row) => row.center),
    column('Before', (row) => saidOf(row.before)),
    column('After', (row) => saidOf(row.after)),
    column('Ours', (row) => row.found?.ours),
    column('At Amazon', (row) => row.found?.amazons),
    column('Change', (row) => row.change),
    column('On hand afterwards', (row) => row.onHand),
    column('Why', (row) => row.reference),
    column('Who', (row) => row.who),
  ]),
  '/sku-mappings': own<typeof skuMapping>('mappings', mappingCells),
  '/connections/:connectionId/listings': list<typeof listing>([
    column('Seller SKU', (row) => row.sellerSku),
    column('Marketplace', (row) => row.marketplaceId),
    column('Item', (row) => row.itemId),
    column('ASIN', (row) => row.asin),
    column('Title', (row) => row.title),
    column('Barcode', (row) => row.barcode),
    column('Channel', (row) => row.channel),
    column('Active', (row) => row.active),
    column('Quantity', (row) => row.quantity),
    amount('Price', (row) => row.price),
    instant('Listed', (row) => row.listedAt),
    instant('Gone since', (row) => row.goneAt),
  ]),
  '/mails': list<typeof mailSummary>([
    column('Mail', (row) => row.mailId),
    column('To', (row) => row.address),
    column('Topic', (row) => row.topic),
    column('Subject', (row) => row.subject),
    column('State', (row) => row.state),
    column('Tries', (row) => row.attempts),
    instant('Written', (row) => row.writtenAt),
    instant('Ended', (row) => row.endedAt),
  ]),
  '/buyer-mails': list<typeof buyerMail>([
    column('Mail', (row) => row.mailId),
    column('Order', (row) => row.orderNumber),
    column('Amazon order', (row) => row.amazonOrderId),
    column('Kind', (row) => row.kind),
    column('State', (row) => row.state),
    column('Asked by', (row) => row.askedBy),
    instant('Asked', (row) => row.askedAt),
    instant('Ended', (row) => row.endedAt),
  ]),
}
