const DAY = 86_400_000
const CANCELLED_DAYS = 7
const NEVER_SHIPPED_DAYS = 60

/** What of a buyer is kept, and what its clock is counted from; epoch ms. */
export type HeldBuyerData = {
  readonly kind: 'buyers' | 'documents' | 'pages'
  /** Where it came from: `amazon`, or a channel of the merchant's own. */
  readonly origin: string
  /** When the order, document or page first came to us. */
  readonly cameAt: number
  readonly storedAt: number
  /** How far its order is; `none` where no order was placed. */
  readonly order: 'none' | 'open' | 'shipped' | 'cancelled' | 'rejected'
  /** When it was shipped, cancelled or rejected; null while it is open. */
  readonly endedAt: number | null
}

/**
 * The instant by which buyer data must be gone, or null where Amazon's clock does not bind it (U4). From shipment; from the day it
 * came where nothing was placed; a cancelled order needs none after a week, and one never shipped is not waited for for ever.
 */
export function goneBy(held: HeldBuyerData, retentionDays: number): number | null {
  if (held.origin !== 'amazon') return null
  const day = (held.endedAt ?? held.cameAt) + clockDays(held, retentionDays) * DAY
  // What was fetched again after its day is being worked on: it stays for a day more.
  return Math.max(day, held.storedAt + DAY)
}

function clockDays({ order }: HeldBuyerData, retentionDays: number): number {
  if (order === 'cancelled') return Math.min(CANCELLED_DAYS, retentionDays)
  return order === 'open' ? NEVER_SHIPPED_DAYS : retentionDays
}
