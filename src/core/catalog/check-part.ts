import { isPart, type SchemaPart } from './product-type.ts'

/** How a part of a definition can be filled in: by one of these controls, or only as it is written (T1). */
export type PartControl =
  | {
      readonly kind: 'choice'
      readonly values: readonly ChoiceValue[]
      readonly labels: readonly string[]
      readonly open: boolean
    }
  | { readonly kind: 'text'; readonly long: boolean }
  | { readonly kind: 'number'; readonly whole: boolean }
  | { readonly kind: 'day' }
  | { readonly kind: 'list' | 'group' | 'raw' }
type ChoiceValue = string | number | boolean

const LONG_TEXT = 200

/** Which control fits a part; what Amazon's dialect holds beyond these stays editable as it is written, and is never lost. */
export function controlOf(part: SchemaPart): PartControl {
  if (Array.isArray(part.enum)) return choiceOf(part, false)
  const branches = [part.anyOf, part.oneOf].find(Array.isArray) as readonly unknown[] | undefined
  if (branches) {
    const known = branches.filter(isPart)
    const closed = known.find((each) => Array.isArray(each.enum))
    const others = known.filter((each) => each !== closed)
    if (closed && others.every(({ type }) => type === 'string')) return choiceOf(closed, others.length > 0)
    const [only] = known
    return known.length === 1 && only ? controlOf(only) : { kind: 'raw' }
  }
  if (part.type === 'boolean') return { kind: 'choice', values: [true, false], labels: ['Yes', 'No'], open: false }
  if (part.type === 'integer' || part.type === 'number') return { kind: 'number', whole: part.type === 'integer' }
  if (part.type === 'string')
    return part.format === 'date' ? { kind: 'day' } : { kind: 'text', long: numberIn(part, 'maxLength') > LONG_TEXT }
  if (part.type === 'array' && isPart(part.items)) return { kind: 'list' }
  return part.type === 'object' && isPart(part.properties) ? { kind: 'group' } : { kind: 'raw' }
}

function choiceOf(part: SchemaPart, open: boolean): PartControl {
  const values = (part.enum as readonly unknown[]).filter((each): each is ChoiceValue =>
    ['string', 'number', 'boolean'].includes(typeof each),
  )
  const names: readonly unknown[] = Array.isArray(part.enumNames) ? part.enumNames : []
  return { kind: 'choice', values, labels: values.map((value, at) => String(names[at] ?? value)), open }
}

const numberIn = (part: SchemaPart, keyword: string): number =>
  typeof part[keyword] === 'number' ? part[keyword] : Number.NaN

/** What is wrong with one value while it is typed, as the definition says; null: nothing. The whole check is the server's (T1). */
export function faultOfPart(part: SchemaPart, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (part.type === 'integer' || part.type === 'number') return faultOfNumber(part, value)
  if (typeof value !== 'string' || part.type !== 'string') return null
  if (value.length > numberIn(part, 'maxLength')) return `has ${value.length} of at most ${part.maxLength} characters`
  if (value.length < numberIn(part, 'minLength')) return `needs at least ${part.minLength} characters`
  const bytes = utf8Bytes(value)
  return bytes > numberIn(part, 'maxUtf8ByteLength') ? `has ${bytes} of at most ${part.maxUtf8ByteLength} bytes` : null
}

/** How many bytes a text takes in UTF-8. */
function utf8Bytes(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function faultOfNumber(part: SchemaPart, value: unknown): string | null {
  if (typeof value !== 'number') return part.type === 'integer' ? 'must be a whole number' : 'must be a number'
  if (part.type === 'integer' && !Number.isInteger(value)) return 'must be a whole number'
  if (value < numberIn(part, 'minimum')) return `must be at least ${part.minimum}`
  if (value > numberIn(part, 'maximum')) return `must be at most ${part.maximum}`
  if (value <= numberIn(part, 'exclusiveMinimum')) return `must be above ${part.exclusiveMinimum}`
  return value >= numberIn(part, 'exclusiveMaximum') ? `must be below ${part.exclusiveMaximum}` : null
}

/** What a part always is, so that nobody fills it in: the only value allowed, or the one that is hidden and stands already. */
export function fixedValue(part: SchemaPart): unknown {
  if (Array.isArray(part.enum) && part.enum.length === 1) return part.enum[0]
  return part.hidden === true && part.default !== undefined ? part.default : undefined
}
