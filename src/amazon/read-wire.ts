import { isCurrency, type Money, parseMoney } from '#core/money.ts'

/** What could not be read first, by its path. The reason never quotes the value: it may be buyer data. */
export type Unreadable = { readonly field: string; readonly why: string }

/** One object on the wire with the path that leads to it. All blocks of one order share `reading`, which keeps the first trouble. */
export type Block = {
  readonly fields: { readonly [field: string]: unknown }
  readonly path: string
  readonly reading: { trouble: Unreadable | null }
}

/** Starts to read an object. */
export const readFrom = (fields: { readonly [field: string]: unknown }): Block => ({
  fields,
  path: '',
  reading: { trouble: null },
})

/** True for an object that is no list. */
export const isObject = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pathTo = (of: Block, name: string): string => (of.path === '' ? name : `${of.path}.${name}`)

function trouble(of: Block, name: string, why: string): null {
  of.reading.trouble ??= { field: pathTo(of, name), why }
  return null
}

/** Says that a field that must be there is not. */
export const missing = (of: Block, name: string): null => trouble(of, name, 'it is missing')

/** Says that a field can be read, but makes no sense. */
export const senseless = (of: Block, name: string, why: string): null => trouble(of, name, why)

/** Half an emoji becomes a replacement sign: texts cut by others arrive so, and a database refuses them. */
export const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text)
    ? text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    : text

/** A text, or null where there is none. Numbers and booleans count as text: Amazon has sent either. */
export function text(of: Block, name: string): string | null {
  const value = of.fields[name]
  if (value === undefined || value === null) return null
  if (typeof value === 'string') {
    // A database cannot hold the NUL character; one such order must not stop its whole page.
    return value.includes('\0') ? trouble(of, name, 'it holds a NUL character') : wellFormed(value)
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return trouble(of, name, 'it is not text')
}

/** A text that must be there and not be empty. */
export function requiredText(of: Block, name: string): string {
  const value = text(of, name)
  if (value) return value
  missing(of, name)
  return ''
}

/** A list of texts; none where it is absent. */
export function texts(of: Block, name: string): readonly string[] {
  const value = of.fields[name]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return trouble(of, name, 'it is not a list') ?? []
  if (value.every((one) => typeof one === 'string' && !one.includes('\0'))) return value.map(wellFormed)
  return trouble(of, name, 'it is not a list of texts') ?? []
}

/** An object inside, or null where it is absent. */
export function block(of: Block, name: string): Block | null {
  const value = of.fields[name]
  if (value === undefined || value === null) return null
  if (!isObject(value)) return trouble(of, name, 'it is not an object')
  return { fields: value, path: pathTo(of, name), reading: of.reading }
}

/** A list of objects; none where it is absent. */
export function blocks(of: Block, name: string): readonly Block[] {
  const value = of.fields[name]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return trouble(of, name, 'it is not a list') ?? []
  const path = pathTo(of, name)
  const list: Block[] = []
  for (let index = 0; index < value.length; index++) {
    const fields: unknown = value[index]
    if (isObject(fields)) list.push({ fields, path: `${path}[${index}]`, reading: of.reading })
    else trouble(of, `${name}[${index}]`, 'it is not an object')
  }
  return list
}

const INSTANT = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/

/** An ISO 8601 instant with its zone as epoch milliseconds, or null where it is absent. */
export function instant(of: Block, name: string): number | null {
  const value = of.fields[name]
  if (value === undefined || value === null || value === '') return null
  const at = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? trouble(of, name, 'it is not an instant in ISO 8601') : at
}

/** An instant that must be there. */
export const requiredInstant = (of: Block, name: string): number => instant(of, name) ?? missing(of, name) ?? 0

/** A count from 0 to 999999999, or null where it is absent; `"2"` and `"2.0"` are 2. */
export function count(of: Block, name: string): number | null {
  const value = of.fields[name]
  if (value === undefined || value === null) return null
  const number = typeof value === 'string' && /^\d{1,9}(?:\.0+)?$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= 999_999_999) return number
  return trouble(of, name, 'it is not a whole number from 0 to 999999999')
}

/** A count that must be there. */
export const requiredCount = (of: Block, name: string): number => count(of, name) ?? missing(of, name) ?? 0

/** An amount with its currency in minor units, or null where it is absent (O15). */
export function money(of: Block, name: string): Money | null {
  const value = of.fields[name]
  if (value === undefined || value === null) return null
  if (!isObject(value)) return trouble(of, name, 'it is not an amount with a currency')
  const { amount, currencyCode } = value
  const decimal = typeof amount === 'number' ? String(amount) : amount
  if (typeof decimal !== 'string' || typeof currencyCode !== 'string')
    return trouble(of, name, 'it is not an amount with a currency')
  // Three capitals are no buyer's data: the code may be said.
  if (/^[A-Z]{3}$/.test(currencyCode) && !isCurrency(currencyCode))
    return trouble(of, name, `nobody knows the currency [${currencyCode}] or how many decimals it has`)
  const parsed = parseMoney(decimal, currencyCode)
  return parsed.ok ? parsed.value : trouble(of, name, 'it is not an amount that its currency can hold')
}

/** An amount that must be there. */
export const requiredMoney = (of: Block, name: string): Money | null => money(of, name) ?? missing(of, name)
