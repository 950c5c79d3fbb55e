import type { z } from 'zod'
import type { documentSummary } from '#contract/activity.ts'
import type { auditAct } from '#contract/audit.ts'
import type { buyerMail } from '#contract/buyer-mails.ts'
import type { catalogRow } from '#contract/catalog.ts'
import type { submission } from '#contract/files.ts'
import type { changeUp } from '#contract/going-up.ts'
import type { skuMapping } from '#contract/items.ts'
import type { listing } from '#contract/listings.ts'
import type { mailSummary } from '#contract/notifications.ts'
import type { orderSummary } from '#contract/orders.ts'
import type { outboxEntry } from '#contract/outbox.ts'
import type { money } from '#contract/parts.ts'
import type { user } from '#contract/people.ts'
import type { stockReply } from '#contract/stock.ts'
import type { stockMove } from '#contract/stock-changes.ts'
import type { shelvedItem } from '#contract/stock-table.ts'
import { actWords } from '#core/audit/acts.ts'

/** One column of a file: its head, and what stands in it; an instant is told in the merchant's time zone. */
export type Column<Row> = {
  readonly head: string
  of(row: Row): string | number | boolean | null | undefined
  readonly isInstant?: true
}

type Money = z.output<typeof money> | null
type Told = { readonly sentence: string }

const column = <Row>(head: string, of: Column<Row>['of']): Column<Row> => ({ head, of })
const instant = <Row>(head: string, of: (row: Row) => string | null): Column<Row> => ({ head, of, isInstant: true })
/** An amount and its currency, in a column each. */
const amount = <Row>(head: string, of: (row: Row) => Money): Column<Row>[] => [
  { head, of: (row) => of(row)?.amount },
  { head: `${head}, currency`, of: (row) => of(row)?.currency },
]
const sentences = (problems: readonly Told[]) => problems.map((each) => each.sentence).join(' ')

type Columns<Row> = readonly (Column<Row> | readonly Column<Row>[])[]
const list = <Shape extends z.ZodType>(columns: Columns<z.output<Shape>>) => columns.flat() as readonly Column<never>[]

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

/** A quantity or a price as a program reads it; the rest of what is said stands in the list itself. */
const saidOf = (said: z.output<typeof changeUp>['wanted']) =>
  said === null ? null : 'price' in said ? said.price.amount : said.quantity

/** The lists that are given as files, by the address of their route: a list is added by a line here, with its columns. */
export const LISTS: Readonly<Record<string, readonly Column<never>[]>> = {
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
  '/sending/changes': list<typeof changeUp>([
    column('SKU', (row) => row.sellerSku),
    column('Item', (row) => row.itemId),
    column('Marketplace', (row) => row.marketplaceId),
    column('What', (row) => row.field),
    column('Wanted', (row) => saidOf(row.wanted)),
    column('Sent', (row) => saidOf(row.sent)),
    instant('Sent at', (row) => row.sentAt),
    column('At Amazon', (row) => saidOf(row.confirmed)),
    column('State', (row) => row.state),
    column('By', (row) => row.way),
    column('What Amazon says', (row) => row.problem?.sentence),
  ]),
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
  '/stock': list<typeof stockReply>([
    column('Item', (row) => row.itemId),
    column('Center', (row) => row.center),
    column('On hand', (row) => row.onHand),
    column('Reserved', (row) => row.allocated),
    column('More comes', (row) => row.restockOn),
  ]),
  '/items/:itemId/stock-moves': MOVES,
  '/error-log': list<typeof documentSummary>([
    column('Document', (row) => row.documentId),
    column('Amazon order', (row) => row.amazonOrderId),
    column('Connection', (row) => row.connection),
    column('State', (row) => row.state),
    column('What is wrong', (row) => sentences(row.problems)),
    instant('Received', (row) => row.receivedAt),
    instant('Decided', (row) => row.decidedAt),
  ]),
  '/sku-mappings': list<typeof skuMapping>([
    column('Seller SKU', (row) => row.sellerSku),
    column('Item', (row) => row.itemId),
    column('Units at Amazon', (row) => row.ratio.amazon),
    column('Units of the item', (row) => row.ratio.ours),
    column('Unit', (row) => row.unit),
    column('Note', (row) => row.note),
  ]),
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
  '/outbox': list<typeof outboxEntry>([
    column('Number', (row) => row.outboxId),
    column('What', (row) => row.section),
    column('Order', (row) => row.orderNumber),
    column('Amazon order', (row) => row.amazonOrderId),
    column('State', (row) => row.state),
    column('Tries', (row) => row.attempts),
    column('What is wrong', (row) => row.problem?.sentence),
    instant('Due by', (row) => row.dueBy),
    instant('Entered', (row) => row.enteredAt),
    instant('Sent', (row) => row.sentAt),
    instant('Settled', (row) => row.settledAt),
  ]),
  '/files': list<typeof submission>([
    column('Number', (row) => row.file),
    column('Way', (row) => row.way),
    column('Kind', (row) => row.kind),
    column('State', (row) => row.state),
    column('Rows', (row) => row.messages),
    column('Feed at Amazon', (row) => row.feedId),
    column('What is wrong', (row) => row.problem?.sentence),
    column('Made by', (row) => row.madeBy),
    instant('Made', (row) => row.madeAt),
    instant('Sent', (row) => row.sentAt),
    instant('Ended', (row) => row.endedAt),
  ]),
  '/users': list<typeof user>([
    column('Name', (row) => row.name),
    column('E-mail address', (row) => row.email),
    column('Owner', (row) => row.owner),
    column('May now', (row) => row.acting.join(', ')),
    column('Groups', (row) => row.groups.join(', ')),
    column('Trained on', (row) => row.trainedOn),
    column('Disabled', (row) => row.disabled),
    instant('Since', (row) => row.createdAt),
    column('Added by', (row) => row.createdBy),
  ]),
  '/audit/acts': list<typeof auditAct>([
    instant('When', (row) => row.at),
    column('Who', (row) => row.who),
    column('What', (row) => actWords(row.act)),
    column('Whom or what', (row) => row.about),
    column('Orders', (row) => row.orders.join(', ')),
    column('Purpose', (row) => row.purpose),
    column('Particulars', (row) => (Object.keys(row.facts).length === 0 ? null : JSON.stringify(row.facts))),
    column('Audit', (row) => row.audit),
    column('Row', (row) => row.row),
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
