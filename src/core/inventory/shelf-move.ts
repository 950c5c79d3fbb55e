import type { CenterCode, ItemId } from '../ids.ts'

/** Why a person moves stock. */
export const STOCK_REASONS = [
  'damaged',
  'lost',
  'found',
  'returned',
  'sold-elsewhere',
  'given-away',
  'delivery',
  'moved',
  'counted',
  'correction',
  'other',
] as const
export type StockReason = (typeof STOCK_REASONS)[number]

/** The kinds of changes that a person makes. */
export type StockChangeKind = 'adjustment' | 'transfer' | 'receipt' | 'count'

type Why = { readonly itemId: ItemId; readonly reason: StockReason; readonly reference: string }

/** Stock that a person moves: so many more or fewer, from center to center, come in, or counted. The reference is theirs: an order number, a note. */
export type StockChange = Why &
  (
    | {
        readonly kind: 'adjustment'
        readonly center: CenterCode
        readonly by: number
        /** On hand may go below zero by it: sold before it was counted. */
        readonly belowZero: boolean
      }
    | { readonly kind: 'transfer'; readonly from: CenterCode; readonly to: CenterCode; readonly quantity: number }
    | { readonly kind: 'receipt'; readonly center: CenterCode; readonly quantity: number }
    | { readonly kind: 'count'; readonly center: CenterCode; readonly counted: number }
  )

/** What a change did in one center: a row of the history, with what lay there afterwards. */
export type ShelfMove = Why & {
  readonly kind: StockChangeKind
  readonly center: CenterCode
  readonly change: number
  readonly onHand: number
}
