import type { Problem } from '../problems.ts'

/** What Amazon grants apart, by the role of the application that it takes; the words for people (C1). */
export const ROLES = {
  'selling-partner': 'the authorization itself',
  orders: 'Inventory and Order Tracking: orders',
  listings: 'Product Listing: listings, stock and prices',
  feeds: 'feeds',
  reports: 'reports',
  addresses: 'Direct-to-Consumer Delivery (Restricted): addresses of buyers',
} as const
export type Role = keyof typeof ROLES

/** Whether Amazon grants a role, by one call; `unknown` where its answer does not tell. `requestId` is Amazon's, for its support. */
export type RoleProbe = {
  readonly role: Role
  readonly verdict: 'good' | 'missing' | 'unknown'
  readonly requestId: string | null
  readonly problem: Problem | null
}

/** What is told of a whole test: the missing role where the authorization itself is good, else what is wrong with that (C1). */
export function tellProbes(probes: readonly RoleProbe[]): string {
  const account = probes.find(({ role }) => role === 'selling-partner')
  if (account?.verdict === 'missing')
    return 'Amazon lets us in nowhere. Likely causes, in this order: the authorization was revoked, the region is wrong, the application is a draft, a role is missing, the seller is suspended.'
  if (account?.verdict !== 'good') return 'Amazon could not be asked. Try again in some minutes.'
  const missing = probes.filter(({ verdict }) => verdict === 'missing').map(({ role }) => ROLES[role])
  if (missing.length === 0) return 'The authorization is good, and no role is known to be missing.'
  return `The authorization is good, but Amazon refuses: ${missing.join('; ')}. Add the role to the application, and let the seller authorize it again: a new role needs a new consent.`
}
