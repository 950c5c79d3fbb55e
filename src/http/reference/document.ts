/** A shape as the document has it. */
export type Shape = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly description?: string
  readonly additionalProperties?: unknown
}
type Content = Readonly<Record<string, { readonly schema?: Shape; readonly example?: unknown }>>

/** One operation as the document has it. */
export type Told = {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema?: Shape
    readonly example?: unknown
  }[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>
}

/** The document of the API, as far as its pages read it. */
export type Document = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Shape>> }
}

/** An operation with its address. */
export type Operation = { readonly method: string; readonly path: string; readonly told: Told }

/** All operations, in the document's order. */
export const operationsIn = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({ method: method.toUpperCase(), path, told })),
  )

/** One field of a shape, named from the outside in. */
export type Field = { readonly name: string; readonly kind: string; readonly needed: boolean; readonly about: string }

const DEEPEST = 4

/** The fields of a shape, those within others too, each once. */
export function fieldsOf(document: Document, shape: Shape, at = ''): Field[] {
  const known = resolved(document, shape)
  const list = known.type === 'array' && known.items ? known.items : null
  if (list) return fieldsOf(document, list, `${at}[]`)
  const parts = known.anyOf ?? known.oneOf
  if (parts) return unique(parts.flatMap((part) => fieldsOf(document, part, at)))
  if (at.split('.').length > DEEPEST) return []
  return Object.entries(known.properties ?? {}).flatMap(([name, inside]) => {
    const path = at ? `${at}.${name}` : name
    const field = {
      name: path,
      kind: kindOf(document, inside),
      needed: known.required?.includes(name) ?? false,
      about: inside.description ?? resolved(document, inside).description ?? '',
    }
    return [field, ...fieldsOf(document, inside, path)]
  })
}

const unique = (fields: readonly Field[]): Field[] => [...new Map(fields.map((field) => [field.name, field])).values()]

const resolved = ({ components }: Document, shape: Shape): Shape => {
  const name = /#\/components\/schemas\/(.+)$/.exec(shape.$ref ?? '')?.[1]
  return name === undefined ? shape : (components?.schemas?.[name] ?? shape)
}

/** What stands in a field, in a word or two. */
export function kindOf(document: Document, shape: Shape): string {
  const known = resolved(document, shape)
  if (known.const !== undefined) return JSON.stringify(known.const)
  if (known.enum) return known.enum.map(String).join(', ')
  const parts = known.anyOf ?? known.oneOf
  if (parts) return [...new Set(parts.map((part) => kindOf(document, part)))].join(' or ')
  if (known.type === 'array') return `list of ${known.items ? kindOf(document, known.items) : 'anything'}`
  return [known.type ?? 'anything'].flat().join(' or ')
}
