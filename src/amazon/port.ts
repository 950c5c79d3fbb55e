import type { RoleProbe } from '#core/authorization/roles.ts'
import type { AttributeFault } from '#core/catalog/amazon-tab.ts'
import type { Definition, DefinitionKey, ListingAttributes, ProductTypeName } from '#core/catalog/product-type.ts'
import type { Connection, Marketplace } from '#core/connection.ts'
import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { ListedSku } from '#core/inventory/listed-sku.ts'
import type { PriceFileRow } from '#core/inventory/price-file.ts'
import type { PriceFileReport } from '#core/inventory/price-file-report.ts'
import type { ReadListing } from '#core/inventory/read-listing.ts'
import type { AmazonOrder, Destination } from '#core/orders/amazon-order.ts'
import type { ListedLine, ReportEnd } from '#core/orders/listed-order.ts'
import type { Parts } from '#core/orders/missing-parts.ts'
import type { ReportTable } from '#core/orders/order-report.ts'
import type { CreatedParams, SearchParams } from '#core/orders/search-window.ts'
import type { Buyer } from '#core/pii/buyer.ts'
import type { Masked } from '#core/pii/masked.ts'
import type { Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Confirmation } from '#core/shipments/confirmation.ts'
import type { FeedReport, FileReport, OrderFeed, OrderFile } from '#core/shipments/order-feed.ts'
import type { OutboxKind } from '#core/shipments/outbox.ts'
import type { Answer } from './answer.ts'
import type { HintCalls } from './hint-port.ts'
import type {
  ChangeAnswer,
  FeedMessage,
  ListingChange,
  ListingPatch,
  ListingsReport,
  OfferToSend,
  StockToSend,
} from './listing-patches.ts'
import type { OrderReport } from './read-order-report.ts'
import type { Callback, CallbackReturn, ConsentWish } from './seller-central.ts'
import type { DefinitionHead, TypeSearch, WholeListing } from './whole-listing.ts'
import type { PageWish, WireOrder } from './wire-order.ts'

export type { Answer, Refusal } from './answer.ts'
export type { WireOrder }

/** A page of a search. `amazonNow` is Amazon's clock (epoch ms) by its Date header; `through` is the bound that Amazon really used. */
export type WirePage = {
  readonly orders: readonly WireOrder[]
  readonly nextToken: string | null
  readonly through: number | null
  readonly amazonNow: number
}

/** What a wire order means: the order, its buyer data (null when it holds none), and where it goes. */
export type TranslatedOrder = {
  readonly order: AmazonOrder
  readonly buyerData: Masked<BuyerData> | null
  readonly destination: Destination | null
}

/** Everything of a buyer, as one opaque value: it goes from the edge into the vault and nowhere else. */
export type BuyerData = { readonly [field: string]: unknown }

/** A code that came back from Amazon, for whom it is exchanged, and the address that it came back to. */
export type CodeExchange = {
  readonly merchantId: MerchantId
  readonly region: Region
  readonly connection: ConnectionId
  readonly code: string
  readonly redirectUri: string
}

/** An all-orders report: of the orders updated or placed in a range of at most 30 days, epoch ms (O18). */
export type ReportWish = {
  readonly by: 'last-update' | 'order-date'
  readonly from: number
  readonly to: number
  readonly marketplaceIds: readonly string[]
}

/** How far Amazon is with a report. */
export type ReportState =
  | { readonly state: 'waiting' | 'cancelled' | 'fatal' }
  | { readonly state: 'done'; readonly documentId: string }

/** The feeds that we send: of what happens to orders, and of listings (S5). */
export type FeedKind = OutboxKind | 'listings'

/** How far Amazon is with a feed, in its own word too; a fatal one may have a report or none (S5). */
export type FeedState = {
  readonly state: 'waiting' | 'done' | 'cancelled' | 'fatal'
  readonly word: string
  readonly reportId: string | null
}

/** A document that is to be worked on as one kind of feed. */
export type FeedWish = {
  readonly kind: FeedKind
  readonly marketplaceIds: readonly string[]
  readonly documentId: string
  readonly notAfter?: number
}

/** One feed of the list that Amazon keeps; epoch ms. */
export type ListedFeed = {
  readonly feedId: string
  readonly createdAt: number
  readonly marketplaceIds: readonly string[]
}

/** An order feed as written: its document, and how many of the messages went in; the others have no room. */
export type WrittenFeed = { readonly contentType: string; readonly content: string; readonly taken: number }

/** What the flows ask of Amazon. Each call takes one token of its bucket first and counts itself. */
export type Amazon = HintCalls & {
  /** One page of orders (O1). Without `token` the first page of the window; with `keep` so many calls of the bucket are left for others. */
  searchOrders(connection: Connection, params: SearchParams, page: PageWish): Promise<Answer<WirePage>>
  /** When an order was placed and last changed (epoch ms); null where it does not say. Pure. */
  timesOf(wire: WireOrder): { readonly placedAt: number; readonly updatedAt: number } | null
  /** One order by its number, with every dataset but those that are left out. */
  getOrder(connection: Connection, orderId: string, leftOut?: Parts): Promise<Answer<WireOrder>>
  /** One page of the orders created in a range; for a back-fill (O18). */
  searchCreated(connection: Connection, params: CreatedParams, token: string | null): Promise<Answer<WirePage>>
  /** Asks for an all-orders report; gives its number. It is not restricted (O18). */
  askForOrdersReport(connection: Connection, wish: ReportWish): Promise<Answer<string>>
  /** How far a report is. */
  ordersReport(connection: Connection, reportId: string): Promise<Answer<ReportState>>
  /** Fetches a report's document and gives its rows, some at a time; nothing of a buyer is in them. */
  readOrdersReport(
    connection: Connection,
    documentId: string,
    take: (lines: readonly ListedLine[]) => Promise<void>,
  ): Promise<Answer<ReportEnd>>
  /** Asks for the report of all listings of one marketplace; gives its number. Amazon may answer with a file some hours old (I12). */
  askForAllListings(connection: Connection, marketplaceId: string): Promise<Answer<string>>
  /** Fetches such a report's document and gives its rows, some at a time; prices are in the marketplace's currency. */
  readAllListings(
    connection: Connection,
    asked: { readonly documentId: string; readonly currency: string },
    take: (rows: readonly ListedSku[]) => Promise<void>,
  ): Promise<Answer<ReportEnd>>
  /** Makes room for a feed's document and puts it there; gives the document's number. Nothing happens by it. */
  uploadFeed(
    connection: Connection,
    document: { readonly contentType: string; readonly content: string },
  ): Promise<Answer<string>>
  /** Has a document worked on; gives the feed's number. There is no key against doing it twice: after `notAfter` (epoch ms) it is not sent. */
  createFeed(connection: Connection, wish: FeedWish): Promise<Answer<string>>
  /** How far a feed is. */
  feedState(connection: Connection, feedId: string): Promise<Answer<FeedState>>
  /** The feeds of a kind that Amazon took since an instant (epoch ms), whoever sent them. */
  feedsSince(
    connection: Connection,
    asked: { readonly kind: FeedKind; readonly since: number },
  ): Promise<Answer<readonly ListedFeed[]>>
  /** Fetches a processing report as text. */
  readFeedReport(connection: Connection, documentId: string): Promise<Answer<string>>
  /** Writes an order feed of as many messages as one document may hold, the first ones first. Pure. */
  writeOrderFeed(connection: Connection, feed: OrderFeed): WrittenFeed
  /** Reads the processing report of an order feed; one that is cut off or no report at all is a problem. Pure. */
  readOrderFeedReport(text: string): Result<FeedReport>
  /** Writes the same messages as a file for Seller Central. Pure. */
  writeOrderFile(feed: OrderFeed): OrderFile
  /** Reads Seller Central's processing report of such a file. Pure. */
  readOrderFileReport(text: string): Result<FileReport>
  /** Tells Amazon of one package that left; the same number again edits it. A good answer is no proof (S1, S4). */
  confirmShipment(connection: Connection, confirmation: Confirmation): Promise<Answer<null>>
  /** Changes one SKU by a call (I8); that it is taken proves nothing (I10). */
  changeListing(connection: Connection, change: ListingChange): Promise<Answer<ChangeAnswer>>
  /** Up to 20 SKUs of one marketplace as Amazon shows them now; one that is not in the answer is not at Amazon. */
  readListings(
    connection: Connection,
    asked: { readonly marketplaceId: string; readonly skus: readonly SellerSku[] },
  ): Promise<Answer<readonly ReadListing[]>>
  /** One SKU of one marketplace as Amazon shows it now, by its address; an empty list: it is not at Amazon. */
  readListing(
    connection: Connection,
    asked: { readonly marketplaceId: string; readonly sellerSku: SellerSku },
  ): Promise<Answer<readonly ReadListing[]>>
  /** Writes a listings feed of as many messages as one document may hold, the first ones first. Pure. */
  writeListingsFeed(connection: Connection, messages: readonly FeedMessage[]): WrittenFeed
  /** Reads the processing report of a listings feed; one that is cut off or of another feed is a problem. Pure. */
  readListingsReport(text: string, feedId: string): Result<ListingsReport>
  /** The change of a listing that tells a quantity and what goes with it. Pure. */
  stockPatch(stock: StockToSend): ListingPatch
  /** The change of a listing that tells the whole offers of these marketplaces. Pure. */
  offerPatch(offers: readonly OfferToSend[]): ListingPatch
  /** Writes the price-and-quantity file for Seller Central. Pure. */
  writePriceFile(rows: readonly PriceFileRow[]): string
  /** Reads Seller Central's processing report of it; one that is cut off is a problem. Pure. */
  readPriceFileReport(text: string): Result<PriceFileReport>
  /** Product types by words or by an item's title, the best first (T1). */
  searchTypes(connection: Connection, search: TypeSearch): Promise<Answer<readonly ProductTypeName[]>>
  /** What Amazon says of a product type's definition, without its schema (T1). */
  findDefinition(connection: Connection, key: DefinitionKey): Promise<Answer<DefinitionHead>>
  /** Fetches the schema of a definition; one that does not have its checksum is a problem. */
  fetchDefinition(connection: Connection, head: DefinitionHead): Promise<Result<Definition>>
  /** Holds attributes against a definition, on this machine. Pure. */
  checkAttributes(definition: Definition, attributes: ListingAttributes): Result<readonly AttributeFault[]>
  /** Whether Amazon would take a listing, new or there already; nothing changes (T1). */
  previewListing(connection: Connection, listing: WholeListing, listed: boolean): Promise<Answer<ChangeAnswer>>
  /** Creates a listing; that it is taken proves nothing (I10). What a listing held and is not in it would be lost. */
  putListing(connection: Connection, listing: WholeListing): Promise<Answer<ChangeAnswer>>
  /** Proves a pasted refresh token: one token call, one participations call (C1). Refused where all marketplaces are of another region. */
  proveAuthorization(
    merchant: MerchantId,
    region: Region,
    sellingPartnerId: string,
    refreshToken: string,
  ): Promise<Answer<readonly Marketplace[]>>
  /** Asks for an access token anew: whether the authorization still stands (C1, C4). */
  proveToken(connection: Connection): Promise<Result<null>>
  /** One cheap question for each role: which of them Amazon grants (C1). */
  probeRoles(connection: Connection): Promise<readonly RoleProbe[]>
  /** The page at Seller Central on which a seller lets our application in (C3). Pure. */
  consentAddress(wish: ConsentWish): Result<string>
  /** Accepts the address that Amazon hands to our Login URI, on Amazon's hosts only (C3). Pure. */
  acceptCallback(entered: string): Result<Callback>
  /** That address with what Amazon wants back (C3). Pure. */
  callbackAddress(callback: string, back: CallbackReturn): string
  /** Exchanges the code of a consent for a refresh token: good once, within five minutes (C3). */
  exchangeCode(exchange: CodeExchange): Promise<Result<string>>
  /** Proves a client secret by one token call (C5). */
  proveSecret(region: Region, secret: string): Promise<Result<null>>
  /** Amazon's own marketplaces of a region, for a seller who works by files and whom nobody can ask for (H1). Pure. */
  ownMarketplaces(region: Region): readonly Marketplace[]
  /** Reads Seller Central's report of new or unshipped orders; null where it is no such report (H1). Pure. */
  readOrderReport(table: ReportTable): OrderReport | null
  /** In which marketplaces the selling partner takes part now (C7). */
  listMarketplaces(connection: Connection): Promise<Answer<readonly Marketplace[]>>
  /** Reads a wire order; a field that cannot be read is a problem that names it. Pure. */
  translateOrder(wire: WireOrder): Result<TranslatedOrder>
  /** The Amazon order id of a wire order, or null where there is none. Pure. */
  orderIdOf(wire: WireOrder): string | null
  /** What is kept of a buyer, in our words; for who holds a grant (U3). Pure. */
  readBuyer(kept: BuyerData): Buyer
  /** The wire order as it stands once Amazon has cancelled it. Pure. */
  cancelledOrder(wire: WireOrder): WireOrder
  /** The wire order without any buyer data. Pure. */
  withoutBuyerData(wire: WireOrder): WireOrder
  /** The same with the country and state where it goes, for everybody's eyes (U2). Pure. */
  maskedOrder(wire: WireOrder): WireOrder
  /** True when the order's own fields show that its buyer data is not needed: pending, cancelled, shipped, FBA (O1). Pure. */
  needsNoBuyerData(wire: WireOrder): boolean
}
