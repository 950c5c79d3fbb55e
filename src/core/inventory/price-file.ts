import type { SellerSku } from '../ids.ts'
import { canonical } from './canonical.ts'
import { readOffer, readStock } from './due-changes.ts'
import { type Listing, whyNoQuantity } from './listing.ts'

/** A field that is due and may go into a price-and-quantity file; texts are canonical. */
export type FieldForFile = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
  readonly desired: string
  /** What stands at Amazon as far as we know; null: nobody knows. */
  readonly before: string | null
}

/** A field as the file tells it: what a file cannot say is not in `said`, so that it stays due. */
export type FieldInFile<F extends FieldForFile = FieldForFile> = F & { readonly message: number; readonly said: string }

/** One line of the file, amounts in minor units; null: the cell is blank, and Amazon keeps what it has. */
export type PriceFileRow = {
  readonly sellerSku: SellerSku
  readonly currency: string | null
  readonly price: number | null
  readonly min: number | 'delete' | null
  readonly max: number | 'delete' | null
  readonly quantity: number | null
  readonly leadDays: number | null
}

/** Why a due field is not in the file: it is listed beside it. */
export type NotInFile = 'fulfilled-by-amazon' | 'channel-unread' | 'always-available' | 'sku-not-by-file'

/** What becomes of due fields: lines in the order of the SKUs, and what is left out. */
export type PriceFile<F extends FieldForFile> = {
  readonly rows: readonly PriceFileRow[]
  readonly fields: readonly FieldInFile<F>[]
  readonly leftOut: readonly (Pick<F, 'sellerSku' | 'field'> & { readonly why: NotInFile })[]
}

/**
 * The lines of a price-and-quantity file (H2): a blank cell keeps what Amazon has, and a quantity never stands on a SKU that Amazon ships
 * or whose channel was never read, whatever is due (I9). Sale, business prices and restock date have no column.
 */
export function priceFile<F extends FieldForFile>(
  due: readonly F[],
  listings: ReadonlyMap<SellerSku, readonly Pick<Listing, 'channel'>[]>,
): PriceFile<F> {
  const leftOut: PriceFile<F>['leftOut'][number][] = []
  const groups = new Map<SellerSku, F[]>()
  for (const field of due) {
    const why = whyNot(field, listings.get(field.sellerSku) ?? [])
    if (why !== null) leftOut.push({ sellerSku: field.sellerSku, field: field.field, why })
    else groups.set(field.sellerSku, [...(groups.get(field.sellerSku) ?? []), field])
  }
  const skus = [...groups]
  return {
    leftOut,
    rows: skus.map(([sellerSku, fields]) => rowOf(sellerSku, fields)),
    fields: skus.flatMap(([, fields], at) =>
      fields.map((field) => ({ ...field, message: at + 1, said: saidByFile(field) })),
    ),
  }
}

function whyNot(
  { sellerSku, field, desired }: FieldForFile,
  listings: readonly Pick<Listing, 'channel'>[],
): NotInFile | null {
  if (sellerSku.trim() !== sellerSku || /\p{Cc}/u.test(sellerSku)) return 'sku-not-by-file'
  if (field === 'price') return null
  const stop = whyNoQuantity(listings)
  if (stop !== null) return stop === 'not-listed' ? 'channel-unread' : stop
  return readStock(desired).quantity === 'always' ? 'always-available' : null
}

/** The value that stands at Amazon once the file is worked on, in our spelling. */
function saidByFile({ field, desired, before }: FieldForFile): string {
  if (field === 'stock') {
    const stands = before === null ? null : readStock(before)
    return canonical({ ...readStock(desired), restockOn: stands?.restockOn ?? null })
  }
  const stands = before === null ? null : readOffer(before)
  return canonical({ ...readOffer(desired), sale: stands?.sale ?? null, business: stands?.business ?? null })
}

function rowOf(sellerSku: SellerSku, fields: readonly FieldForFile[]): PriceFileRow {
  const stock = fields.find(({ field }) => field === 'stock')
  const price = fields.find(({ field }) => field === 'price')
  const told = stock ? readStock(stock.desired) : null
  const offer = price ? readOffer(price.desired) : null
  const stands = price?.before ? readOffer(price.before) : null
  const limit = (now: number | null, was: number | null | undefined) =>
    now ?? (was === null || was === undefined ? null : ('delete' as const))
  return {
    sellerSku,
    currency: offer?.currency ?? null,
    price: offer?.price ?? null,
    min: offer ? limit(offer.min, stands?.min) : null,
    max: offer ? limit(offer.max, stands?.max) : null,
    quantity: told && told.quantity !== 'always' ? told.quantity : null,
    leadDays: told?.leadDays ?? null,
  }
}
