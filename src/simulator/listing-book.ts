/** One entry of an attribute, in Amazon's names. */
export type Entry = Readonly<Record<string, unknown>>
/** Attributes by name, each a list of entries that their selectors tell apart. */
export type Attributes = Readonly<Record<string, readonly Entry[]>>

/** An issue as Listings Items states it. */
export type Issue = {
  readonly code: string
  readonly message: string
  readonly severity: 'ERROR' | 'WARNING' | 'INFO'
  readonly categories: readonly string[]
  readonly attributeNames?: readonly string[]
  readonly marketplaceIds?: readonly string[]
  readonly enforcements?: {
    readonly actions: readonly { readonly action: string }[]
    readonly exemption: { readonly status: string; readonly expiryDate?: string }
  }
}

/** The quantity of one fulfillment channel; Amazon states none for its own. */
export type LiveStock = { readonly channel: string; readonly quantity?: number; readonly always?: boolean }
export type LiveOffer = {
  readonly marketplaceId: string
  readonly audience: string
  readonly currency: string
  readonly amount: number
  /** Its own price on these days, both included. */
  readonly sale?: { readonly amount: number; readonly from: string; readonly until: string }
  readonly minimum?: number
  readonly maximum?: number
}

/** What buyers meet, which follows what was submitted after a while. */
export type Live = {
  /** Who fulfills orders now: DEFAULT is the merchant. */
  channel: string
  /** One pool for all marketplaces. */
  stock: readonly LiveStock[]
  /** The handling time in force, in days. */
  leadTimeDays: number
  offers: readonly LiveOffer[]
  issues: readonly Issue[]
}

/** A listing in one marketplace. */
export type ListingPlace = {
  readonly marketplaceId: string
  readonly createdAt: number
  conditionType: string
  /** Switched off by the seller or by Amazon. */
  inactive: boolean
}

/** One SKU of one seller, in all its marketplaces. */
export type Listing = {
  readonly sellerId: string
  readonly sku: string
  readonly listingId: string
  readonly asin: string
  /** Until then it exists as a submission only. */
  readonly bornAt: number
  productType: string
  /** As submitted. */
  attributes: Attributes
  /** Who shall fulfill, by what was submitted. */
  channel: string
  live: Live
  readonly places: Map<string, ListingPlace>
  updatedAt: number
  /** Counts the changes; what was settled last of each part, so that an earlier change never undoes a later one. */
  turn: number
  stockTurn: number
  priceTurn: number
  automatedHandlingTime: boolean
  /** Units in Amazon's own warehouses. */
  amazonQuantity: number
  /** Units there that no listing sells any more. */
  strandedQuantity: number
  /** Barcodes by kind: EAN, UPC and so on. */
  readonly identifiers: Readonly<Record<string, string>>
}

export type ListingSettings = {
  /** How long a quantity takes until buyers meet it, and a price: stock is sooner than price. */
  lagMs: number
  priceLagMs: number
  /** A price so many times the one before, or so many times smaller, takes the offer off sale. */
  priceJump: number
  /** The handling time of SKUs that say none, in days. */
  accountLeadTimeDays: number
  /** With one of these in a SKU its address does not work. */
  shutLetters: readonly string[]
  /** Calls a second that all sellers of an application have together. */
  ceilings: Readonly<Record<'validation previews' | 'relationships' | 'product data', number>>
}

/** A product of Amazon's catalog that no listing need have. */
export type CatalogItem = {
  readonly asin: string
  readonly title: string
  readonly brand: string
  readonly productType: string
  readonly identifiers: Readonly<Record<string, string>>
}

/** What stands against an offer on a product. */
export type Restriction = {
  readonly asin: string
  readonly marketplaceId: string
  readonly reasonCode: 'APPROVAL_REQUIRED' | 'ASIN_NOT_FOUND' | 'NOT_ELIGIBLE'
  /** Any condition without it. */
  readonly conditionType?: string
}

export type ListingBook = {
  readonly settings: ListingSettings
  /** Seller, then SKU. */
  readonly bySeller: Map<string, Map<string, Listing>>
  /** What becomes live, by the time when it does. */
  readonly settling: Map<number, (() => void)[]>
  /** Units in Amazon's warehouses whose listing was deleted, by seller and SKU. */
  readonly leftUnits: Map<string, { readonly asin: string; readonly units: number }>
  /** Products by ASIN, beside those that are listed. */
  readonly catalog: Map<string, CatalogItem>
  readonly restrictions: Restriction[]
  /** Feed submissions of the last minutes by seller and region. */
  readonly feedTimes: Map<string, number[]>
}

const USUAL: ListingSettings = {
  lagMs: 60_000,
  priceLagMs: 120_000,
  priceJump: 6,
  accountLeadTimeDays: 2,
  shutLetters: ['/', '#'],
  ceilings: { 'validation previews': 20, relationships: 5, 'product data': 100 },
}

/** A seller central without a listing. */
export function newListingBook(): ListingBook {
  return {
    settings: { ...USUAL },
    bySeller: new Map(),
    settling: new Map(),
    leftUnits: new Map(),
    catalog: new Map(),
    restrictions: [],
    feedTimes: new Map(),
  }
}

/** The listing of a SKU, even while it is only a submission. */
export function findListing(book: ListingBook, sellerId: string, sku: string): Listing | undefined {
  return book.bySeller.get(sellerId)?.get(sku)
}

/** Keeps a listing. */
export function keepListing(book: ListingBook, listing: Listing): void {
  const own = book.bySeller.get(listing.sellerId) ?? new Map<string, Listing>()
  own.set(listing.sku, listing)
  book.bySeller.set(listing.sellerId, own)
}
