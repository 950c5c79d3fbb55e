import type { ErrorObject } from 'ajv/dist/2019.js'
import { type Definition, isPart, type SchemaPart } from '#core/catalog/product-type.ts'

/** What is wrong with a field, and what to write instead. */
export type FaultWords = {
  readonly code: 'attribute-unknown' | 'attribute-missing' | 'attribute-wrong'
  readonly why: string
  readonly instead: string
}

const MOST_CHOICES = 12

/** Says in words what a keyword of the definition refuses (T1). What a person wrote is not repeated. */
export function wordsOfFault(definition: Definition, error: ErrorObject): FaultWords {
  const { keyword, params } = error
  const part = isPart(error.parentSchema) ? error.parentSchema : {}
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return { code: 'attribute-missing', why: '', instead: exampleOf(propertyOf(part, params.missingProperty)) }
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return unknownField(definition, part, String(params.additionalProperty ?? params.unevaluatedProperty))
    case 'type':
      return wrong(`is not ${article(String(params.type))}`, `Write ${article(String(params.type))}.`)
    case 'enum':
    case 'const':
      return wrong('has none of the values that Amazon allows', `Write one of: ${choices(part)}.`)
    case 'anyOf':
    case 'oneOf':
      return oneOfSeveral(definition, error)
    case 'not':
      return wrong('cannot stand together with what else is filled in', 'Take one of the two away.')
    case 'maxUniqueItems':
      return wrong(
        `has more than ${String(error.schema)} ${Number(error.schema) === 1 ? 'entry' : 'entries'} for the same ${selectorsOf(part)}`,
        'Take the others away.',
      )
    case 'minUniqueItems':
      return wrong(`has fewer than ${String(error.schema)} entries for the same ${selectorsOf(part)}`, 'Add an entry.')
    default:
      return measure(error)
  }
}

const wrong = (why: string, instead: string): FaultWords => ({ code: 'attribute-wrong', why, instead })

const LIMITS: Readonly<Record<string, readonly [string, string]>> = {
  minimum: ['is too small', 'Write {n} or more.'],
  maximum: ['is too large', 'Write {n} or less.'],
  exclusiveMinimum: ['is too small', 'Write more than {n}.'],
  exclusiveMaximum: ['is too large', 'Write less than {n}.'],
  multipleOf: ['has a step that Amazon does not allow', 'Write a multiple of {n}.'],
  minLength: ['is too short', 'Write at least {n} characters.'],
  maxLength: ['is too long', 'Write at most {n} characters.'],
  minUtf8ByteLength: ['is too short', 'Write at least {n} bytes: letters with accents count twice or more.'],
  maxUtf8ByteLength: ['is too long', 'Write at most {n} bytes: letters with accents count twice or more.'],
  minItems: ['has too few entries', 'Add entries until there are {n}.'],
  maxItems: ['has too many entries', 'Keep at most {n}.'],
  uniqueItems: ['has the same entry twice', 'Take one of them away.'],
  pattern: ['is not in the form that Amazon asks for', 'The form is {n}'],
  format: ['is not in the form that Amazon asks for', 'Write a {n}, such as 2026-11-30.'],
}

function measure({ keyword, schema }: ErrorObject): FaultWords {
  const [why, instead] = LIMITS[keyword] ?? [`breaks the rule ${keyword} of Amazon's definition`, 'Look it up there.']
  return wrong(why, instead.replace('{n}', String(schema).slice(0, 120)))
}

function unknownField({ schema }: Definition, part: SchemaPart, name: string): FaultWords {
  const known = Object.keys(
    isPart(part.properties) ? part.properties : isPart(schema.properties) ? schema.properties : {},
  )
  const like = nearest(name, known)
  return {
    code: 'attribute-unknown',
    why: '',
    instead: like === null ? 'Take it away.' : `Did you mean ${like}? Otherwise take it away.`,
  }
}

const letters = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** A name that differs by its spelling alone, or holds the other. */
const nearest = (name: string, known: readonly string[]): string | null =>
  known.find((each) => letters(each) === letters(name)) ??
  known.find((each) => letters(name).length > 4 && letters(each).includes(letters(name))) ??
  null

function oneOfSeveral({ schema }: Definition, error: ErrorObject): FaultWords {
  const branches = Array.isArray(error.schema) ? error.schema.filter(isPart) : []
  const needed = branches.map(({ required }) => (Array.isArray(required) ? required.map(String) : []))
  if (needed.length > 0 && needed.every((names) => names.length > 0) && isPart(error.data)) {
    const parent = isPart(error.parentSchema) && isPart(error.parentSchema.properties) ? error.parentSchema : schema
    const titles = needed.map((names) => names.map((name) => titled(parent, name)).join(' with '))
    return wrong('is not complete', `Fill in ${titles.join(', or ')}.`)
  }
  const allowed = branches.map(choices).find((text) => text !== '')
  return wrong(
    'fits none of the forms that Amazon allows',
    allowed ? `Write one of: ${allowed}.` : 'Look at the definition of the field.',
  )
}

function titled(part: SchemaPart, name: string): string {
  const { title } = propertyOf(part, name)
  return typeof title === 'string' && title !== '' ? `[${title}] (${name})` : `[${name}]`
}

const propertyOf = (part: SchemaPart, name: unknown): SchemaPart => {
  const properties = isPart(part.properties) ? part.properties : {}
  const found = typeof name === 'string' && Object.hasOwn(properties, name) ? properties[name] : null
  return isPart(found) ? found : {}
}

function exampleOf(part: SchemaPart): string {
  const allowed = choices(part)
  if (allowed !== '') return `Write one of: ${allowed}.`
  const [example] = Array.isArray(part.examples) ? (part.examples as readonly unknown[]) : []
  return typeof example === 'string' || typeof example === 'number' ? `Such as: ${example}.` : 'Amazon needs it.'
}

/** The allowed values, each with its label where it differs. */
function choices(part: SchemaPart): string {
  const values = Array.isArray(part.enum) ? part.enum.map(String) : 'const' in part ? [String(part.const)] : []
  const labels = Array.isArray(part.enumNames) ? part.enumNames.map(String) : []
  const told = values.slice(0, MOST_CHOICES).map((value, at) => {
    const label = labels[at]
    return label === undefined || label === value ? value : `${value} (${label})`
  })
  return values.length > MOST_CHOICES ? `${told.join(', ')} and ${values.length - MOST_CHOICES} more` : told.join(', ')
}

const selectorsOf = (part: SchemaPart): string =>
  Array.isArray(part.selectors) ? part.selectors.map(String).join(' and ') : 'field'

const NAMES: Readonly<Record<string, string>> = {
  array: 'a list of entries',
  object: 'an entry with fields',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

const article = (types: string): string =>
  types
    .split(',')
    .map((type) => NAMES[type] ?? type)
    .join(' or ')
