import { fixedValue } from '#core/catalog/check-part.ts'
import { isPart, resolvePart, type SchemaPart } from '#core/catalog/product-type.ts'

/** One part of an entry: its name, its definition, whether Amazon needs it. */
export type NamedPart = { readonly name: string; readonly part: SchemaPart; readonly required: boolean }

/** The parts of an object that a person fills in, in Amazon's order. */
export function partsToFill(root: SchemaPart, entry: SchemaPart): readonly NamedPart[] {
  const required = Array.isArray(entry.required) ? entry.required : []
  return partsOf(root, entry)
    .filter(({ part }) => fixedValue(part) === undefined)
    .map(({ name, part }) => ({ name, part, required: required.includes(name) }))
}

const partsOf = (root: SchemaPart, entry: SchemaPart) =>
  Object.entries(isPart(entry.properties) ? entry.properties : {}).map(([name, given]) => ({
    name,
    part: resolvePart(root, given),
  }))

/** An entry with what stands in it always, such as its marketplace; null: nothing else is left in it. */
export function whole(root: SchemaPart, entry: SchemaPart, value: SchemaPart): SchemaPart | null {
  const fixed = partsOf(root, entry).flatMap(({ name, part }) => {
    const only = fixedValue(part)
    return only === undefined ? [] : [[name, only] as const]
  })
  const names = new Set(fixed.map(([name]) => name))
  const filled = Object.entries(value).filter(([name, each]) => !names.has(name) && !isEmpty(each))
  return filled.length === 0 ? null : { ...Object.fromEntries(filled), ...Object.fromEntries(fixed) }
}

/** Nothing was filled in there. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The name of a part for people. */
export const labelOf = (part: SchemaPart, name: string): string =>
  typeof part.title === 'string' && part.title !== '' ? part.title : name

/** How many entries a list may have; those of another language are counted apart, so it is not told more strictly than Amazon does. */
export function mostOf({ maxUniqueItems, maxItems }: SchemaPart): number {
  const most = typeof maxItems === 'number' ? maxItems : maxUniqueItems
  return typeof most === 'number' ? most : Number.POSITIVE_INFINITY
}
