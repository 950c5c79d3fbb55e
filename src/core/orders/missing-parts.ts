import type { AmazonOrder } from './amazon-order.ts'

/** Datasets that an order's data lacks, because Amazon was asked without them when it refused them (O1). */
export type Parts = readonly string[]

/** What a reading lacks, and what our data lacked before it. */
export type Lacks = { readonly missing: Parts; readonly leftOut: Parts }

/** True when a reading holds every part that our data has: what it leaves out was missing before. */
export const isAsWhole = ({ missing, leftOut }: Lacks): boolean => leftOut.every((part) => missing.includes(part))

/** The parts that our data lacked and that a reading brings; none unless it holds every part that we have. */
export const broughtParts = (lacks: Lacks): Parts =>
  isAsWhole(lacks) ? lacks.missing.filter((part) => !lacks.leftOut.includes(part)) : []

/** What a reading lacks: what was not asked for, and amounts that were missing and that it still does not state. */
export function lackedBy(order: AmazonOrder, { missing, leftOut }: Lacks): Parts {
  const without = order.currency === null && missing.includes('PROCEEDS') && !leftOut.includes('PROCEEDS')
  return without ? [...leftOut, 'PROCEEDS'] : leftOut
}

/** What our data lacks after a reading that changed a known order: nothing that was known is given up. */
export const missingAfter = (lacks: Lacks): Parts =>
  isAsWhole(lacks) ? lacks.leftOut : [...new Set([...lacks.missing, ...lacks.leftOut])]

/** The order, flagged where it is to be shipped and its amounts are still to come (O15, H1). */
export function withMissingAmounts(order: AmazonOrder, leftOut: Parts): AmazonOrder {
  const isOpen = order.status === 'UNSHIPPED' || order.status === 'PARTIALLY_SHIPPED'
  if (!isOpen || order.currency !== null || !leftOut.includes('PROCEEDS')) return order
  return { ...order, flags: [...order.flags, 'amounts-missing'] }
}
