import type { Alteration } from './alter-order.ts'
import type { End } from './day-report.ts'
import type { LineDraft, OrderDraft } from './order-draft.ts'

/** One kind of order: how it is placed, what happens to it at Amazon, and the end it must come to each time. */
export type Story = {
  readonly archetype: string
  readonly draft: OrderDraft
  readonly end: End
  readonly change?: {
    /** `at-once`: before any search can have listed the order. `later`: after every sensible sweep has. */
    readonly wait: 'at-once' | 'later'
    readonly alteration: Alteration
    readonly end: End
  }
  /** Placed days before the day begins; only its change falls on the day. */
  readonly daysOld?: number
  /** Cannot happen twice, since its order id is fixed. */
  readonly once?: boolean
}

/** Placed and waiting to be shipped. */
export const placed = (method: string, items: Record<string, number>): End => ({
  end: 'placed',
  stage: 'Shipping Department',
  method,
  items,
})
export const held = (...reasons: string[]): End => ({ end: 'held', reason: reasons[0], reasons })
export const skipped = (reason: string): End => ({ end: 'skipped', reason, reasons: [reason] })
export const pending = (items: Record<string, number>): End => ({ end: 'pending', stage: 'Pre-ordered', items })
export const rejected: End = { end: 'rejected', stage: 'Rejected' }

/** What the sample merchant sells at Amazon, with price and title. */
export const CATALOG: Readonly<Record<string, readonly [price: string, title: string]>> = {
  'MUG-BLUE': ['12.00', 'Harbor Goods Stoneware Mug, Blue'],
  'MUG-RED': ['12.00', 'Harbor Goods Stoneware Mug, Red'],
  'MUG-GREEN': ['12.00', 'Harbor Goods Stoneware Mug, Green'],
  'AMZ-TEA-EARL': ['9.50', 'Harbor Goods Earl Grey, 20 bags'],
  'AMZ-TEA-EARL-3PK': ['26.00', 'Harbor Goods Earl Grey, 20 bags (Pack of 3)'],
  'TOWEL-LINEN': ['18.00', 'Harbor Goods Linen Kitchen Towel'],
  'TOWEL/BEACH #2 100%': ['24.00', 'Harbor Goods Beach Towel, 100% cotton'],
  'CANDLE-SEA': ['22.00', 'Harbor Goods Sea Candle'],
  'LAMP-OAK': ['89.00', 'Harbor Goods Oak Table Lamp'],
  'NOTE-CARD': ['3.00', 'Harbor Goods Note Card'],
  'KIT-BREAKFAST': ['30.00', 'Harbor Goods Breakfast Set'],
  'SAMPLE-SWATCH': ['0.50', 'Harbor Goods Fabric Swatch'],
}

/** A line as the sample merchant lists it at Amazon. */
export function line(sku: string, quantity = 1, more: Partial<LineDraft> = {}): LineDraft {
  const [price, title] = CATALOG[sku] ?? ['10.00', sku]
  return { sku, quantity, price, title, ...more }
}
