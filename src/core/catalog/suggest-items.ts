import type { ItemId, SellerSku } from '../ids.ts'
import { longBarcode, wordsOf } from './match-listings.ts'

/** A seller SKU that no item is known for, as far as Amazon states what it is. */
export type UnknownSku = { readonly sellerSku: SellerSku; readonly title: string; readonly barcode: string | null }

/** An item that may be it. */
export type CandidateItem = { readonly itemId: ItemId; readonly description: string; readonly barcode: string | null }

/** Why an item is suggested, the surest first. */
export const SUGGESTED_BY = ['same-id', 'barcode', 'id-inside', 'title'] as const
export type SuggestedBy = (typeof SUGGESTED_BY)[number]

/** An item that a SKU may be, and why; `percent`: so many of the words of its description are in the title. A person decides. */
export type Suggestion = {
  readonly itemId: ItemId
  readonly description: string
  readonly by: SuggestedBy
  readonly percent: number
}

const MOST = 5
const LEAST_WORDS = 2
const LEAST_PERCENT = 40
/** A shorter id stands in too many SKUs by chance. */
const SHORTEST_INSIDE = 4

/** An id as ids are compared here: without case, dashes, dots, slashes, underscores and spaces. */
export const plainId = (id: string): string => id.toLowerCase().replace(/[-_./ ]/g, '')

/** The runs of neighbouring parts of a SKU that may be an item id: of `AMZ-TEA-2PK` also `amztea` and `tea2pk`. */
export function idsInside(sku: string): readonly string[] {
  const parts = sku
    .toLowerCase()
    .split(/[-_./ ]+/)
    .filter(Boolean)
    .slice(0, 12)
  const runs = parts.flatMap((_, from) =>
    parts.slice(from).map((_, more) => parts.slice(from, from + more + 1).join('')),
  )
  return [...new Set(runs)].filter((run) => run.length >= SHORTEST_INSIDE && run !== plainId(sku))
}

/** The items that an unknown SKU most likely is, the surest first, each with its reason (O11, E4). Nothing is mapped by it. */
export function suggestItems(sku: UnknownSku, items: readonly CandidateItem[]): readonly Suggestion[] {
  const wanted = plainId(sku.sellerSku)
  const inside = new Set(idsInside(sku.sellerSku))
  const barcode = sku.barcode === null ? null : longBarcode(sku.barcode)
  const words = wordsOf(sku.title)
  const reasonOf = (item: CandidateItem): SuggestedBy | null => {
    const id = plainId(item.itemId)
    if (id === wanted) return 'same-id'
    if (barcode !== null && item.barcode !== null && longBarcode(item.barcode) === barcode) return 'barcode'
    if (inside.has(id)) return 'id-inside'
    const mine = wordsOf(item.description)
    const both = [...mine].filter((word) => words.has(word)).length
    return both >= LEAST_WORDS && both * 100 >= mine.size * LEAST_PERCENT ? 'title' : null
  }
  const percentOf = ({ description }: CandidateItem): number => {
    const mine = [...wordsOf(description)]
    return mine.length === 0 ? 0 : Math.floor((100 * mine.filter((word) => words.has(word)).length) / mine.length)
  }
  return items
    .flatMap((item): Suggestion[] => {
      const by = reasonOf(item)
      const { itemId, description } = item
      return by === null ? [] : [{ itemId, description, by, percent: percentOf(item) }]
    })
    .sort(surestFirst)
    .slice(0, MOST)
}

function surestFirst(a: Suggestion, b: Suggestion): number {
  const [first, second] = [SUGGESTED_BY.indexOf(a.by), SUGGESTED_BY.indexOf(b.by)]
  if (first !== second) return first - second
  // The longest id that stands in the SKU says the most.
  if (a.by === 'id-inside' && a.itemId.length !== b.itemId.length) return b.itemId.length - a.itemId.length
  return b.percent - a.percent || (a.itemId < b.itemId ? -1 : 1)
}

/** How many of ours one unit at Amazon seems to be, by the SKU or the title: `TEA-3PK`, `Pack of 6`; 1 where nothing tells. */
export function packSize({ sellerSku, title }: Pick<UnknownSku, 'sellerSku' | 'title'>): number {
  const found =
    /(?:^|[-_./ ])(\d{1,3})-?(?:pk|pack|pcs|ct)(?:$|[-_./ ])/i.exec(sellerSku)?.[1] ??
    /\b(?:pack|set) of (\d{1,3})\b/i.exec(title)?.[1] ??
    /\b(\d{1,3})[ -]?pack\b/i.exec(title)?.[1]
  return Math.max(1, Number(found ?? 1))
}
