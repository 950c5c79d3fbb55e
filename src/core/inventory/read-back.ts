import type { OfferValue } from './desired-offer.ts'
import type { StockValue } from './desired-stock.ts'
import { readOffer, readStock } from './due-changes.ts'
import type { ListingIssue } from './read-listing.ts'

/** A SKU in a marketplace as Amazon shows it now, as far as what we said can be seen there. Amounts in minor units. */
export type SeenListing = {
  readonly quantity: number | null
  readonly alwaysAvailable: boolean
  readonly leadDays: number | null
  readonly restockOn: string | null
  readonly price: number | null
  readonly currency: string | null
  /** Amazon prices it by a rule of the merchant's. */
  readonly pricingRule: boolean
  /** Amazon's remarks of severity ERROR, with the attributes that they are about. */
  readonly errors: readonly {
    readonly message: string
    readonly code: string
    readonly attributes: readonly string[]
  }[]
}

/** A field that Amazon took and that must be seen there (I10). */
export type FieldToSee = {
  readonly field: 'stock' | 'price'
  readonly sent: string
  /** Epoch ms. */
  readonly sentAt: number
  readonly sentAgain: boolean
}

/** What reading back ends with: seen there, refused afterwards, not yet, to be sent once more, or shown as differing. */
export type ReadBack =
  | { readonly end: 'confirmed' }
  | { readonly end: 'refused'; readonly message: string }
  | { readonly end: 'wait' }
  | { readonly end: 'again' }
  | { readonly end: 'differs' }

const FIELDS = ['stock', 'price'] as const
const ATTRIBUTES = { stock: 'fulfillment_availability', price: 'purchasable_offer' } as const

/** Amazon's words about a refused change, and which of its fields they are about: both where no word says so. */
export function blamedFields(issues: readonly Pick<ListingIssue, 'severity' | 'message' | 'code' | 'attributes'>[]): {
  readonly words: string
  readonly blamed: readonly FieldToSee['field'][]
} {
  const errors = issues.filter(({ severity }) => severity === 'ERROR')
  const worst = errors[0] ?? issues[0]
  const words = worst ? `${worst.message} (${worst.code})` : 'it gives no reason'
  const blames = errors.map(({ attributes }) => FIELDS.filter((field) => attributes.includes(ATTRIBUTES[field])))
  const known = blames.length > 0 && blames.every((fields) => fields.length > 0)
  return { words, blamed: known ? FIELDS.filter((field) => blames.some((each) => each.includes(field))) : FIELDS }
}

/** Of a change of both whose refusal may be about either, the price is refused first: the stock, which may be zero, goes alone (I10). */
export const refusedFirst = (
  blamed: readonly FieldToSee['field'][],
  told: readonly FieldToSee['field'][],
): readonly FieldToSee['field'][] =>
  FIELDS.every((field) => blamed.includes(field) && told.includes(field)) ? ['price'] : blamed

/** Amazon's live state follows within this time; until then a difference proves nothing. */
const PATIENCE_MS = 15 * 60_000

/**
 * What it means that Amazon shows this (I10): what we said, a later refusal, or a difference. A difference within 15 minutes is waited
 * for; then the value is sent once more, then shown, with an error that names no attribute as its reason. Null: the SKU is not at Amazon.
 */
export function readBack(field: FieldToSee, seen: SeenListing | null, now: number): ReadBack {
  if (seen && (field.field === 'stock' ? stockIsSeen : priceIsSeen)(field.sent, seen)) return { end: 'confirmed' }
  const error = seen?.errors.find(({ attributes }) => attributes.includes(ATTRIBUTES[field.field]))
  if (error) return refusedWith(error)
  // A rule has its price: ours is not sent in its place (I4).
  if (field.field === 'price' && seen?.pricingRule) return { end: 'differs' }
  if (now - field.sentAt < PATIENCE_MS) return { end: 'wait' }
  const unnamed = seen?.errors.find(({ attributes }) => attributes.length === 0)
  if (field.sentAgain && unnamed) return refusedWith(unnamed)
  return { end: field.sentAgain ? 'differs' : 'again' }
}

const refusedWith = ({ message, code }: SeenListing['errors'][number]): ReadBack => ({
  end: 'refused',
  message: `${message} (${code})`,
})

function stockIsSeen(sent: string, seen: SeenListing): boolean {
  const said: StockValue = readStock(sent)
  const quantity = said.quantity === 'always' ? seen.alwaysAvailable : seen.quantity === said.quantity
  return (
    quantity &&
    (said.leadDays === null || seen.leadDays === said.leadDays) &&
    (said.restockOn === null || seen.restockOn === said.restockOn)
  )
}

/** While a sale runs Amazon shows its price; both are what we said. */
function priceIsSeen(sent: string, seen: SeenListing): boolean {
  const said: OfferValue = readOffer(sent)
  return seen.currency === said.currency && (seen.price === said.price || seen.price === (said.sale?.price ?? null))
}
