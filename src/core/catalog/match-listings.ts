import type { ItemId, SellerSku } from '../ids.ts'

/** A listing that is to be matched to an item (T4). */
export type ListingToMatch = {
  readonly sellerSku: SellerSku
  readonly barcode: string | null
  readonly title: string
}

/** An item as far as listings are matched to it; `barcode` and `description` as the merchant entered them. */
export type ItemToMatch = { readonly itemId: ItemId; readonly barcode: string | null; readonly description: string }

/** How a listing and an item were matched, the surest first. */
export const MATCH_KINDS = ['mapping', 'item-id', 'barcode', 'title'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]

/** One proposal; `percent`: of the words of the item's description so many are in the title. Nothing is linked by it. */
export type Match = {
  readonly itemId: ItemId
  readonly description: string
  readonly by: MatchKind
  readonly percent: number
}

/** What is known for a page of listings: mappings by SKU, items by id and by barcode, and items with words of the titles. */
export type MatchGround = {
  readonly mappings: ReadonlyMap<SellerSku, ItemId>
  readonly items: ReadonlyMap<string, ItemToMatch>
  readonly barcodes: ReadonlyMap<string, readonly ItemToMatch[]>
  readonly similar: ReadonlyMap<SellerSku, readonly ItemToMatch[]>
}

const MOST_PROPOSALS = 3
const LEAST_PERCENT = 60
const LEAST_WORDS = 2

/** The items that a listing may be, the surest first: by its mapping, by an item id equal to its SKU, by barcode, by title (T4). */
export function matchListing(listing: ListingToMatch, ground: MatchGround): readonly Match[] {
  const found = new Map<ItemId, Match>()
  const propose = (item: ItemToMatch | undefined, by: MatchKind, percent = 100) => {
    if (item && !found.has(item.itemId))
      found.set(item.itemId, { itemId: item.itemId, description: item.description, by, percent })
  }
  const mapped = ground.mappings.get(listing.sellerSku)
  // A mapping is the merchant's own word: it stands alone.
  if (mapped !== undefined) propose(ground.items.get(mapped), 'mapping')
  if (found.size > 0) return [...found.values()]
  propose(ground.items.get(listing.sellerSku), 'item-id')
  if (listing.barcode !== null)
    for (const item of ground.barcodes.get(longBarcode(listing.barcode)) ?? []) propose(item, 'barcode')
  for (const { item, percent } of bySimilarity(listing.title, ground.similar.get(listing.sellerSku) ?? []))
    propose(item, 'title', percent)
  return [...found.values()].slice(0, MOST_PROPOSALS)
}

/** A barcode as 14 digits: the same number may be printed as UPC, EAN, GTIN or ISBN. */
export function longBarcode(barcode: string): string {
  if (!/^\d{9}[\dX]$/.test(barcode)) return barcode.padStart(14, '0')
  const digits = `978${barcode.slice(0, 9)}`
  const sum = [...digits].reduce((so, digit, at) => so + Number(digit) * (at % 2 === 1 ? 3 : 1), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`.padStart(14, '0')
}

/** The ways in which the same barcode may be entered: shorter ones without leading zeros, and as ISBN-10. */
export function spellingsOf(barcode: string): readonly string[] {
  const long = longBarcode(barcode)
  const shorter = [13, 12, 8].map((length) => long.slice(-length)).filter((short) => Number(short) === Number(long))
  const isbn = /^0978(\d{9})/.exec(long)?.[1]
  return [...new Set([barcode, long, ...shorter, ...(isbn === undefined ? [] : [isbn + isbnDigit(isbn)])])]
}

function isbnDigit(nine: string): string {
  const sum = [...nine].reduce((so, digit, at) => so + Number(digit) * (10 - at), 0)
  const last = (11 - (sum % 11)) % 11
  return last === 10 ? 'X' : String(last)
}

/** The different words of a text: small letters without accents; of scripts without spaces, pairs of letters. */
export function wordsOf(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
  return new Set((plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(piecesOf))
}

function piecesOf(word: string): readonly string[] {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) return [word]
  const letters = [...word]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

function bySimilarity(title: string, items: readonly ItemToMatch[]) {
  const words = wordsOf(title)
  return items
    .map((item) => {
      const mine = wordsOf(item.description)
      const both = [...mine].filter((word) => words.has(word)).length
      return { item, both, percent: mine.size === 0 ? 0 : Math.floor((100 * both) / mine.size) }
    })
    .filter(({ both, percent }) => both >= LEAST_WORDS && percent >= LEAST_PERCENT)
    .sort((a, b) => b.percent - a.percent || b.both - a.both || (a.item.itemId < b.item.itemId ? -1 : 1))
}
