/** What a product type is asked about: a whole listing, or an offer on a product that Amazon has already (T1). */
export const REQUIREMENTS = ['LISTING', 'LISTING_OFFER_ONLY'] as const
export type Requirements = (typeof REQUIREMENTS)[number]

/** A product type by Amazon's name, and what people call it. */
export type ProductTypeName = { readonly name: string; readonly title: string }

/** Attributes of a listing as Amazon takes them: each a list of entries, told apart by its selectors. */
export type ListingAttributes = { readonly [attribute: string]: unknown }

/** A part of a JSON schema; what Amazon wrote there is not trusted. */
export type SchemaPart = { readonly [keyword: string]: unknown }

/** Attributes that a form shows together. */
export type PropertyGroup = { readonly title: string; readonly attributes: readonly string[] }

/** Which definition is meant; `locale` DEFAULT is the marketplace's own language. */
export type DefinitionKey = {
  readonly marketplaceId: string
  readonly productType: string
  readonly requirements: Requirements
  readonly locale: string
}

/** Amazon's definition of a product type: its schema and how a form groups it (T1). */
export type Definition = DefinitionKey & {
  /** Base64 MD5 of the schema's text, as Amazon states it. */
  readonly checksum: string
  readonly title: string
  readonly schema: SchemaPart
  readonly groups: readonly PropertyGroup[]
}

/** True for a JSON object. */
export const isPart = (value: unknown): value is SchemaPart =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Follows a reference inside of the same schema; any other reference leads nowhere. */
export function resolvePart(root: SchemaPart, part: unknown, depth = 0): SchemaPart {
  if (!isPart(part)) return {}
  const ref = part.$ref
  if (typeof ref !== 'string' || depth > 8) return part
  const steps = /^#\/[^#]*$/.test(ref) ? ref.slice(2).split('/').map(unescaped) : null
  if (!steps) return {}
  let found: unknown = root
  for (const step of steps) found = isPart(found) && Object.hasOwn(found, step) ? found[step] : undefined
  return { ...resolvePart(root, found, depth + 1), ...without(part) }
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

const without = ({ $ref: _, ...rest }: SchemaPart): SchemaPart => rest

/** The schema of what lies at a path of attribute names and places; empty where the definition has nothing there. */
export function partAt(root: SchemaPart, path: readonly string[]): SchemaPart {
  let part = resolvePart(root, root)
  for (const step of path) {
    const { properties, items } = part
    part = resolvePart(
      root,
      isPart(properties) && Object.hasOwn(properties, step) ? properties[step] : /^\d+$/.test(step) ? items : undefined,
    )
  }
  return part
}

/** A path in the words of the definition: `Item Weight, 2nd entry, Unit` is told as `Item Weight (2) / Unit`. */
export function titleOfPath(root: SchemaPart, path: readonly string[]): string {
  const words: string[] = []
  path.forEach((step, at) => {
    if (/^\d+$/.test(step)) {
      if (step !== '0' && words.length > 0) words.push(`${words.pop()} (${Number(step) + 1})`)
      return
    }
    const { title } = partAt(root, path.slice(0, at + 1))
    const word = typeof title === 'string' && title !== '' ? title : step
    if (words.at(-1) !== word) words.push(word)
  })
  return words.join(' / ')
}
