import { selectorKey, selectorsOf } from './listing-attributes.ts'
import type { Attributes, Entry, Issue } from './listing-book.ts'
import { ISSUES } from './listing-issues.ts'

/** One operation on one attribute, its form already checked. */
export type Patch = {
  readonly op: 'add' | 'replace' | 'merge' | 'delete'
  readonly attribute: string
  readonly value: readonly Entry[] | undefined
}

type Places = readonly string[]

/** What patches make of attributes, or why they cannot be. */
export function patched(
  attributes: Attributes,
  patches: readonly Patch[],
  places: Places,
): { readonly attributes: Attributes } | { readonly issues: readonly Issue[] } {
  let result = attributes
  for (const patch of patches) {
    const before = result[patch.attribute] ?? []
    const after = apply(before, patch, places)
    if (after === undefined) return { issues: [ISSUES.mergeRefused(patch.attribute)] }
    const { [patch.attribute]: _, ...others } = result
    result = after.length === 0 ? others : { ...others, [patch.attribute]: after }
  }
  return { attributes: result }
}

/** Undefined: a merge that Amazon does not offer. */
function apply(before: readonly Entry[], patch: Patch, places: Places): readonly Entry[] | undefined {
  const value = withMarketplace(patch, places)
  if (patch.op === 'merge') return merge(before, patch.attribute, value)
  if (patch.op === 'delete') return remove(before, patch, places)
  return replace(before, { ...patch, value }, places)
}

/** An entry that names no marketplace means the only one that was asked for. */
export function withMarketplace({ value = [] }: Pick<Patch, 'value'>, places: Places): readonly Entry[] {
  const [only, second] = places
  return only !== undefined && second === undefined ? value.map((entry) => ({ marketplace_id: only, ...entry })) : value
}

/**
 * Entries with the same selectors are replaced whole, what the new ones leave out is lost. Another channel is another
 * entry, so it is added. A marketplace that is asked for and has no new entry loses its own.
 */
function replace(before: readonly Entry[], patch: Patch, places: Places): readonly Entry[] {
  const value = patch.value ?? []
  const keys = new Set(value.map((entry) => selectorKey(patch.attribute, entry)))
  const served = new Set(value.map((entry) => entry.marketplace_id))
  const byPlace = patch.op === 'replace' && selectorsOf(patch.attribute).includes('marketplace_id')
  const kept = before.filter(
    (entry) =>
      !keys.has(selectorKey(patch.attribute, entry)) &&
      !(byPlace && places.includes(String(entry.marketplace_id)) && !served.has(entry.marketplace_id)),
  )
  return [...kept, ...value]
}

/** Only entries that have all that is named go; without a value all of the asked marketplaces do. */
function remove(before: readonly Entry[], patch: Patch, places: Places): readonly Entry[] {
  const { value } = patch
  if (!value)
    return before.filter(
      (entry) => entry.marketplace_id !== undefined && !places.includes(String(entry.marketplace_id)),
    )
  const named = value.map((entry) => selectorsOf(patch.attribute).filter((name) => entry[name] !== undefined))
  const goes = (entry: Entry) =>
    value.some((one, index) => (named[index] ?? []).every((name) => (entry[name] ?? 'ALL') === one[name]))
  return before.filter((entry) => !goes(entry))
}

/** Two uses only: the quantity of a channel, and taking a plan of quantity discounts away. */
function merge(before: readonly Entry[], attribute: string, value: readonly Entry[]): readonly Entry[] | undefined {
  if (value.length === 0 || !value.every((entry) => mergeable(attribute, entry))) return undefined
  const entries = [...before]
  for (const part of value) {
    const index = entries.findIndex((entry) => selectorKey(attribute, entry) === selectorKey(attribute, part))
    const known = entries[index]
    if (attribute === 'purchasable_offer') {
      if (known) entries[index] = withoutPlan(known)
    } else if (known) entries[index] = { ...known, ...part }
    else entries.push(part)
  }
  return entries
}

function mergeable(attribute: string, entry: Entry): boolean {
  const names = Object.keys(entry).filter((name) => name !== 'marketplace_id')
  if (attribute === 'fulfillment_availability')
    return names.every((name) => ['fulfillment_channel_code', 'quantity'].includes(name)) && 'quantity' in entry
  const selectors = ['currency', 'audience']
  return (
    attribute === 'purchasable_offer' &&
    entry.quantity_discount_plan === null &&
    names.every((name) => name === 'quantity_discount_plan' || selectors.includes(name))
  )
}

function withoutPlan(entry: Entry): Entry {
  const { quantity_discount_plan: _, ...kept } = entry
  return kept
}
