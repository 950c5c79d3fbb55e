import { ORDER_FIELDS, type Rule } from './kept-fields.ts'
import type { BuyerData, WireOrder } from './port.ts'
import { isObject } from './read-wire.ts'

/** Marks an entry of a page that was no object, so that it becomes an unreadable document instead of being lost. */
export const NOT_AN_ORDER = 'notAnOrder'

/** The Amazon order id of a wire order, or null where there is none: digits, letters and hyphens, since it is stored and asked for by it. */
export function orderIdOf({ orderId }: WireOrder): string | null {
  const id = typeof orderId === 'number' ? String(orderId) : orderId
  return typeof id === 'string' && /^[A-Za-z0-9-]{1,50}$/.test(id) ? id : null
}

/** When a wire order was placed and last changed (epoch ms), or null where it does not say. */
export function timesOf({ createdTime, lastUpdatedTime }: WireOrder): { placedAt: number; updatedAt: number } | null {
  const [placedAt, updatedAt] = [createdTime, lastUpdatedTime].map((time) => Date.parse(String(time)))
  return Number.isFinite(placedAt) && Number.isFinite(updatedAt)
    ? { placedAt: placedAt as number, updatedAt: updatedAt as number }
    : null
}

/** Statuses in which nobody needs to know the buyer: not ready to ship, or done. */
const NOT_TO_BE_SHIPPED = new Set<unknown>(['PENDING', 'PENDING_AVAILABILITY', 'CANCELLED', 'SHIPPED'])

/** True when the order's own fields show that its buyer data is not needed: pending, cancelled, shipped, FBA (O1). */
export function needsNoBuyerData(wire: WireOrder): boolean {
  const { fulfillment } = wire
  return (
    isObject(fulfillment) &&
    (NOT_TO_BE_SHIPPED.has(fulfillment.fulfillmentStatus) || fulfillment.fulfilledBy === 'AMAZON')
  )
}

/** The wire order without any buyer data: what is not known to be harmless goes (O1). */
export const withoutBuyerData = (wire: WireOrder): WireOrder => {
  if (NOT_AN_ORDER in wire) return { [NOT_AN_ORDER]: true }
  return (kept(wire, ORDER_FIELDS) ?? {}) as WireOrder
}

/** Exactly what `withoutBuyerData` takes away, in Amazon's own shape; a line's part names its `orderItemId`. Null where there is nothing. */
export const buyerDataOf = (wire: WireOrder): BuyerData | null =>
  (removed(wire, ORDER_FIELDS) ?? null) as BuyerData | null

/** The part of a value that its rule keeps; undefined for nothing. A value of another shape than the rule expects is not kept. */
function kept(value: unknown, rule: Rule): unknown {
  if (rule === 'value') return isPlain(value) ? value : undefined
  if (Array.isArray(value)) return 'each' in rule ? value.map((one) => kept(one, rule.each as Rule) ?? null) : undefined
  if (!isObject(value) || 'each' in rule) return undefined
  const result: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    const inner = ruleFor(rule, name)
    const part = inner && kept(value[name], inner)
    if (part !== undefined) result[name] = part
  }
  return result
}

/** The part of a value that its rule does not keep; undefined for nothing. */
function removed(value: unknown, rule: Rule | undefined): unknown {
  if (rule === undefined) return isEmpty(value) ? undefined : value
  if (rule === 'value') return isPlain(value) ? undefined : value
  if (Array.isArray(value) && 'each' in rule) {
    const parts = value.flatMap((one) => removedFromEach(one, rule as Extract<Rule, { each: Rule }>))
    return parts.length > 0 ? parts : undefined
  }
  if (!isObject(value) || 'each' in rule) return isEmpty(value) ? undefined : value
  let result: Record<string, unknown> | undefined
  for (const name of Object.keys(value)) {
    if (name === '__proto__') continue
    const part = removed(value[name], ruleFor(rule, name))
    if (part === undefined) continue
    result ??= {}
    result[name] = part
  }
  return result
}

function removedFromEach(value: unknown, rule: Extract<Rule, { each: Rule }>): readonly unknown[] {
  const part = removed(value, rule.each)
  if (part === undefined) return []
  if (!rule.namedBy || !isObject(part) || !isObject(value)) return [part]
  return [{ [rule.namedBy]: value[rule.namedBy], ...part }]
}

const ruleFor = (rule: Extract<Rule, { readonly [field: string]: Rule }>, name: string): Rule | undefined =>
  Object.hasOwn(rule, name) ? rule[name] : undefined

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object'

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)
