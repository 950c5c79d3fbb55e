import { SECTIONS, type Section } from './configuration.ts'

/** Anything that JSON can say. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value }

/** One difference: an entry of a list by its id, or a field of a section. Without `from` it is added, without `to` removed. */
export type Change = {
  readonly section: Section
  readonly name: string
  readonly from?: Value
  readonly to?: Value
}

/** Sections in any form that JSON can say; amounts may be minor units or decimal strings. */
export type Sections = Readonly<Partial<Record<Section, unknown>>>

/** The fields that name an entry, for the sections that are lists. */
const ID_OF: Readonly<Partial<Record<Section, string | readonly [string, string]>>> = {
  items: 'id',
  offers: ['itemId', 'marketplaceId'],
  amazonTabs: ['itemId', 'marketplaceId'],
  mappings: 'sellerSku',
  centers: 'code',
  vendors: 'id',
  methods: 'id',
  carriers: 'carrier',
  themes: 'code',
  channels: 'code',
}

/** What differs between two configurations, for the sections of the second; the order of centers counts, that of other lists does not (X4). */
export function diffConfiguration(before: Sections, after: Sections): Change[] {
  return SECTIONS.filter((section) => after[section] !== undefined).flatMap((section) => {
    const old = entriesOf(section, before[section])
    const wanted = entriesOf(section, after[section])
    const kept = [...wanted].filter(([name, to]) => !isSame(old.get(name), to))
    const gone = [...old].filter(([name]) => !wanted.has(name))
    return [
      ...kept.map(([name, to]) => ({ section, name, ...(old.has(name) ? { from: old.get(name) } : {}), to })),
      ...gone.map(([name, from]) => ({ section, name, from })),
    ]
  })
}

/** A section as names and values: a list by its ids, anything else by its fields, `shipFrom.city`. */
function entriesOf(section: Section, value: unknown): Map<string, Value> {
  const id = ID_OF[section]
  if (id === undefined) return new Map(fieldsOf(value as Value | undefined))
  const list = (value ?? []) as readonly { readonly [name: string]: Value }[]
  return new Map(
    list.map((entry, at) => [nameOf(entry, id), section === 'centers' ? { ...entry, position: at + 1 } : entry]),
  )
}

/** The id of an entry; of two fields the second may be absent. */
const nameOf = (entry: { readonly [name: string]: Value }, id: string | readonly [string, string]): string =>
  (typeof id === 'string' ? [id] : id).flatMap((field) => entry[field] ?? []).join(' ')

function fieldsOf(value: Value | undefined, before = ''): [string, Value][] {
  if (value === undefined) return []
  if (!isObject(value)) return [[before, value]]
  return Object.entries(value).flatMap(([name, inside]) => fieldsOf(inside, before ? `${before}.${name}` : name))
}

/** True for what JSON calls an object. */
export const isObject = (value: Value | undefined): value is { readonly [name: string]: Value } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** True for equal values; the order of an object's fields does not count, that of a list does. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => isSame(each, other[at]))
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one).filter((name) => one[name] !== undefined)
  const others = Object.keys(other).filter((name) => other[name] !== undefined)
  return names.length === others.length && names.every((name) => isSame(one[name], other[name]))
}
