/** What a status of Amazon means for us (O13). */
export type StatusMeaning = 'pending' | 'open' | 'shipped' | 'cancelled'

const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map([
  ['PENDING', 'pending'],
  ['PENDING_AVAILABILITY', 'pending'],
  ['UNSHIPPED', 'open'],
  ['PARTIALLY_SHIPPED', 'open'],
  ['SHIPPED', 'shipped'],
  ['CANCELLED', 'cancelled'],
])

/** The statuses of Amazon that we know. */
export const AMAZON_STATUSES: readonly string[] = [...MEANINGS.keys()]

/** The meaning of Amazon's status; null for one we do not know: the order is held (O13). */
export const statusMeaning = (status: string): StatusMeaning | null => MEANINGS.get(status) ?? null
