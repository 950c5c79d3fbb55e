import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import type { Definition, SchemaPart } from '#core/catalog/product-type.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { addAmazonsKeywords } from './attribute-keywords.ts'

const MOST_BYTES = 8 * 1024 * 1024
const DEEPEST = 60
const LONGEST_PATTERN = 300
const LONGEST_TEXT = 20_000

/** Definitions that were used last; compiling one of Amazon's takes a while. */
const compiled = new Map<string, Result<ValidateFunction>>()
const MOST_KEPT = 20

/** A validator of a definition. Its schema comes from outside: no reference leaves it, and its size and depth are limited (T1). */
export function compileDefinition(definition: Definition): Result<ValidateFunction> {
  const { marketplaceId, productType, requirements, locale, checksum } = definition
  const key = [marketplaceId, productType, requirements, locale, checksum].join(' ')
  const known = compiled.get(key)
  if (known) return known
  const made = compile(definition)
  if (compiled.size >= MOST_KEPT) compiled.delete(compiled.keys().next().value ?? '')
  compiled.set(key, made)
  return made
}

function compile({ productType: type, schema }: Definition): Result<ValidateFunction> {
  const unusable = (why: string) => failed('definition-unreadable', { type, why })
  const trouble = troubleIn(schema)
  if (trouble !== null) return unusable(trouble)
  const ajv = new Ajv2019({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    addUsedSchema: false,
    code: { regExp: Object.assign(patternOf, { code: 'patternOf' }) },
  })
  addAmazonsKeywords(ajv)
  try {
    // Its own names would be looked up; they are identifiers only.
    const { $schema: _schema, $id: _id, ...plain } = schema
    return ok(ajv.compile(plain))
  } catch (error) {
    return unusable(`it is no JSON schema (${(error as Error).message.slice(0, 120)})`)
  }
}

/** What keeps us from using a schema, or null. */
function troubleIn(schema: SchemaPart): string | null {
  if (JSON.stringify(schema).length > MOST_BYTES) return `it is larger than ${MOST_BYTES / 1024 / 1024} MB`
  const open: [unknown, number][] = [[schema, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, depth] = next
    if (typeof part !== 'object' || part === null) continue
    if (depth > DEEPEST) return 'it is nested too deeply'
    for (const [name, value] of Object.entries(part)) {
      const leads = ['$ref', '$recursiveRef', '$dynamicRef'].includes(name) && typeof value === 'string'
      if (leads && !value.startsWith('#')) return `it refers to something outside (${value.slice(0, 80)})`
      if (depth > 0 && name === '$id' && typeof value === 'string') return 'a part of it has a name of its own'
      open.push([value, depth + 1])
    }
  }
  return null
}

/** A pattern that could take for ever, or that we do not understand, is left to Amazon's own check. */
function patternOf(pattern: string): RegExp {
  const always = /(?:)/
  if (pattern.length > LONGEST_PATTERN || /[+*}]\)*[+*{]|\([^)]*[+*][^)]*\)[+*{]/.test(pattern)) return always
  try {
    const regex = new RegExp(pattern, 'u')
    const test = (text: string) => text.length > LONGEST_TEXT || RegExp.prototype.test.call(regex, text)
    return Object.assign(new RegExp(pattern, 'u'), { test })
  } catch {
    return always
  }
}
