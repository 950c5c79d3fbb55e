import type { Schema } from './product-type-pieces.ts'

/** Where attributes do not fit their schema. */
export type Finding = {
  readonly attribute: string
  /** The field inside of the attribute, where it is one. */
  readonly field?: string
  readonly kind: 'unknown' | 'missing' | 'missing-field' | 'unknown-field' | 'value' | 'too-many'
}

type Place = { readonly attribute: string; readonly field?: string; readonly root: Schema }
type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with attributes by a schema of Amazon's dialect; only the keywords that the simulator's schemas use. */
export function schemaFindings(root: Schema, attributes: Fields): Finding[] {
  const properties = root.properties as Readonly<Record<string, Schema>>
  const findings: Finding[] = []
  for (const [name, value] of Object.entries(attributes)) {
    const schema = properties[name]
    if (schema) findings.push(...check(schema, value, { attribute: name, root }))
    else findings.push({ attribute: name, kind: 'unknown' })
  }
  for (const name of required(root)) if (!(name in attributes)) findings.push({ attribute: name, kind: 'missing' })
  for (const condition of (root.allOf ?? []) as Schema[])
    findings.push(...conditionFindings(condition, attributes, root))
  return findings
}

const required = (schema: Schema) => (schema.required ?? []) as readonly string[]
const has = (schema: Schema, value: Fields) => required(schema).every((name) => name in value)

function conditionFindings(condition: Schema, attributes: Fields, root: Schema): Finding[] {
  const some = condition.anyOf as Schema[] | undefined
  if (some) {
    const first = some[0] && required(some[0])[0]
    return some.some((one) => has(one, attributes)) ? [] : [{ attribute: first ?? '', kind: 'missing' }]
  }
  const test = condition.if as Schema | undefined
  if (test) {
    const properties = Object.entries((test.properties ?? {}) as Readonly<Record<string, Schema>>)
    const holds =
      has(test, attributes) &&
      properties.every(([name, schema]) => check(schema, attributes[name], { attribute: name, root }).length === 0)
    return holds ? conditionFindings(condition.then as Schema, attributes, root) : []
  }
  return required(condition)
    .filter((name) => !(name in attributes))
    .map((attribute) => ({ attribute, kind: 'missing' }))
}

function check(given: Schema, value: unknown, place: Place): Finding[] {
  const schema = resolve(given, place.root)
  const wrong: Finding = { attribute: place.attribute, ...(place.field ? { field: place.field } : {}), kind: 'value' }
  if (!fitsType(schema.type, value)) return [wrong]
  if (Array.isArray(value)) return checkList(schema, value, { place, wrong })
  if (isObject(value)) return checkObject(schema, value, place)
  return fitsValue(schema, value) ? [] : [wrong]
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = /^#\/\$defs\/(.+)$/.exec(String(schema.$ref ?? ''))?.[1]
  return name === undefined ? schema : ((root.$defs as Readonly<Record<string, Schema>>)[name] ?? {})
}

function fitsType(type: unknown, value: unknown): boolean {
  if (type === undefined) return true
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function checkList(schema: Schema, list: readonly unknown[], at: { place: Place; wrong: Finding }): Finding[] {
  const least = Number(schema.minItems ?? schema.minUniqueItems ?? 0)
  const most = Number(schema.maxItems ?? Number.POSITIVE_INFINITY)
  if (list.length < least || list.length > most) return [at.wrong]
  const inner = list.flatMap((one) => check((schema.items ?? {}) as Schema, one, at.place))
  const counts = new Map<string, number>()
  for (const one of list) {
    const selectors = ((schema.selectors ?? []) as string[]).map((name) => (isObject(one) ? one[name] : undefined))
    const key = JSON.stringify(selectors)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  // The limit counts the entries that no selector tells apart.
  const many = Math.max(0, ...counts.values()) > Number(schema.maxUniqueItems ?? Number.POSITIVE_INFINITY)
  return many ? [...inner, { attribute: at.place.attribute, kind: 'too-many' }] : inner
}

function checkObject(schema: Schema, value: Fields, place: Place): Finding[] {
  const { attribute } = place
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>
  const findings: Finding[] = required(schema)
    .filter((name) => value[name] === undefined)
    .map((field) => ({ attribute, field, kind: 'missing-field' }))
  for (const [field, one] of Object.entries(value)) {
    const part = properties[field]
    if (part) findings.push(...check(part, one, { ...place, field }))
    else if (schema.additionalProperties === false) findings.push({ attribute, field, kind: 'unknown-field' })
  }
  return findings
}

function fitsValue(schema: Schema, value: unknown): boolean {
  const allowed = schema.enum as unknown[] | undefined
  if (allowed && !allowed.includes(value)) return false
  if (typeof value === 'string') {
    const bytes = Buffer.byteLength(value)
    return (
      value.length >= Number(schema.minLength ?? 0) &&
      value.length <= Number(schema.maxLength ?? Number.POSITIVE_INFINITY) &&
      bytes <= Number(schema.maxUtf8ByteLength ?? Number.POSITIVE_INFINITY) &&
      (schema.format !== 'date' || /^\d{4}-\d\d-\d\d/.test(value))
    )
  }
  if (typeof value !== 'number') return true
  const above = schema.exclusiveMinimum === undefined || value > Number(schema.exclusiveMinimum)
  return above && value >= Number(schema.minimum ?? -Infinity) && value <= Number(schema.maximum ?? Infinity)
}
