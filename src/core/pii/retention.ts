const DAY = 86_400_000
const CANCELLED_DAYS = 7
const NEVER_SHIPPED_DAYS = 60
/** A file with buyers in it waits so long for a person to apply it (H3). */
export const FILE_DAYS = 7

/** What of a buyer is kept, and what its clock is counted from; epoch ms. */
export type HeldBuyerData = {
  /** Buyers of placed orders, originals with their buyer, pages not yet imported, files of orders of other channels. */
  readonly kind: 'buyers' | 'documents' | 'pages' | 'files'
  /** Where it came from: `amazon`, or a channel of the merchant's own. */
  readonly origin: string
  /** For how many days after its order's end the merchant keeps what came from that channel; null for Amazon's, and where nobody said. */
  readonly ownDays: number | null
  /** When the order, document or page first came to us. */
  readonly cameAt: number
  readonly storedAt: number
  /** How far its order is; `none` where no order was placed. */
  readonly order: 'none' | 'open' | 'shipped' | 'cancelled' | 'rejected'
  /** When it was shipped, cancelled or rejected; null while it is open. */
  readonly endedAt: number | null
}

/**
 * The instant by which buyer data must be gone (U4); of another channel by the merchant's own word, null where there is none. From shipment; from the day it
 * came where nothing was placed; a cancelled order needs none after a week, and one never shipped is not waited for for ever.
 */
export function goneBy(held: HeldBuyerData, retentionDays: number): number | null {
  // A day more: the job that erases it comes every few hours.
  if (held.kind === 'files') return held.storedAt + (FILE_DAYS + 1) * DAY
  if (held.origin !== 'amazon') return held.ownDays === null ? null : ownDay(held, held.ownDays)
  const day = (held.endedAt ?? held.cameAt) + clockDays(held, retentionDays) * DAY
  // What was fetched again after its day is being worked on: it stays for a day more.
  return Math.max(day, held.storedAt + DAY)
}

/** An order that was never shipped is waited for as long as one of Amazon's, at least. */
const ownDay = ({ endedAt, cameAt }: HeldBuyerData, days: number): number =>
  endedAt === null ? cameAt + Math.max(days, NEVER_SHIPPED_DAYS) * DAY : endedAt + days * DAY

function clockDays({ order }: HeldBuyerData, retentionDays: number): number {
  if (order === 'cancelled') return Math.min(CANCELLED_DAYS, retentionDays)
  return order === 'open' ? NEVER_SHIPPED_DAYS : retentionDays
}
