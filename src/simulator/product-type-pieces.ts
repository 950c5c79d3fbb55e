/** A JSON schema, or a part of one, in Amazon's dialect. */
export type Schema = { readonly [keyword: string]: unknown }
type More = { readonly [keyword: string]: unknown }

/** What stands on every field that a form may show. */
export const field = (title: string, more: More = {}): Schema => ({ title, editable: true, hidden: false, ...more })

const MARKETPLACE = { $ref: '#/$defs/marketplace_id' }
const LANGUAGE = { $ref: '#/$defs/language_tag' }

type Parts = {
  readonly selectors?: readonly string[]
  readonly properties: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
  readonly most?: number
}

/** An attribute: a list of objects that its selectors tell apart. */
export const attribute = (title: string, { selectors = ['marketplace_id'], properties, required, most = 1 }: Parts) =>
  field(title, {
    description: `Provide the ${title.toLowerCase()}`,
    type: 'array',
    minUniqueItems: 1,
    maxUniqueItems: most,
    selectors,
    items: {
      type: 'object',
      required,
      properties: selectors.includes('marketplace_id') ? { ...properties, marketplace_id: MARKETPLACE } : properties,
      additionalProperties: false,
    },
  })

/** A text in a language. */
export const words = (title: string, more: More & { readonly most?: number } = {}): Schema => {
  const { most, ...limits } = more
  return attribute(title, {
    selectors: ['marketplace_id', 'language_tag'],
    properties: {
      value: field(title, { type: 'string', maxLength: 200, ...limits }),
      language_tag: LANGUAGE,
    },
    required: ['language_tag', 'value'],
    most,
  })
}

/** A single value without a language. */
export const single = (title: string, more: More): Schema =>
  attribute(title, { properties: { value: field(title, more) }, required: ['value'] })

/** A choice: what the wire says, and what a form shows. */
export const choice = (names: Readonly<Record<string, string>>): Schema => ({
  type: 'string',
  enum: Object.keys(names),
  enumNames: Object.values(names),
})

export const YES_OR_NO: Schema = { type: 'boolean', enum: [false, true], enumNames: ['No', 'Yes'] }

/** An amount with its unit. */
export const measure = (title: string, units: Readonly<Record<string, string>>): Schema =>
  attribute(title, {
    properties: {
      value: field(title, { type: 'number', minimum: 0 }),
      unit: field(`${title} unit`, choice(units)),
    },
    required: ['unit', 'value'],
  })

/** A list of exactly one object, as Amazon nests prices. */
export const one = (title: string, properties: Readonly<Record<string, Schema>>, required: readonly string[] = []) =>
  field(title, {
    type: 'array',
    minItems: 1,
    maxItems: 1,
    items: { type: 'object', required, properties, additionalProperties: false },
  })
