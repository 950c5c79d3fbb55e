import type { Ajv2019 } from 'ajv/dist/2019.js'
import { isObject } from './read-wire.ts'

type Parent = { readonly [keyword: string]: unknown }

const encoder = new TextEncoder()
const bytesOf = (text: string): number => encoder.encode(text).length

/** Dates as Amazon's definitions mean them; other formats are left to Amazon. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  'date-time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text) => URL.canParse(text),
}

/** Teaches a validator the words of Amazon's dialect that forbid something; the others only describe (T1). */
export function addAmazonsKeywords(ajv: Ajv2019): void {
  ajv.addKeyword({
    keyword: 'maxUtf8ByteLength',
    type: 'string',
    schemaType: 'number',
    validate: (most: number, text: string) => bytesOf(text) <= most,
  })
  ajv.addKeyword({
    keyword: 'minUtf8ByteLength',
    type: 'string',
    schemaType: 'number',
    validate: (least: number, text: string) => bytesOf(text) >= least,
  })
  ajv.addKeyword({
    keyword: 'maxUniqueItems',
    type: 'array',
    schemaType: 'number',
    validate: (most: number, list: readonly unknown[], parent?: Parent) =>
      [...groupSizes(list, parent)].every((size) => size <= most),
  })
  ajv.addKeyword({
    keyword: 'minUniqueItems',
    type: 'array',
    schemaType: 'number',
    validate: (least: number, list: readonly unknown[], parent?: Parent) =>
      list.length === 0 ? least === 0 : [...groupSizes(list, parent)].every((size) => size >= least),
  })
  for (const [name, fits] of Object.entries(FORMATS)) ajv.addFormat(name, { type: 'string', validate: fits })
}

/** How many entries have the same selectors: the limits of a list count those that no selector tells apart. */
function groupSizes(list: readonly unknown[], parent: Parent | undefined): Iterable<number> {
  const selectors = Array.isArray(parent?.selectors) ? parent.selectors.map(String) : []
  const sizes = new Map<string, number>()
  for (const entry of list) {
    const key = JSON.stringify(selectors.map((name) => (isObject(entry) ? (entry[name] ?? null) : null)))
    sizes.set(key, (sizes.get(key) ?? 0) + 1)
  }
  return sizes.values()
}
