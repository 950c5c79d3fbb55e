import { createHash } from 'node:crypto'
import {
  type Definition,
  type DefinitionKey,
  isPart,
  type ProductTypeName,
  type PropertyGroup,
} from '#core/catalog/product-type.ts'
import type { SellerSku } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Question, Told } from './client.ts'
import type { Download } from './download.ts'
import { isObject, wellFormed } from './read-wire.ts'
import type { DefinitionHead, TypeSearch, WholeListing } from './whole-listing.ts'

type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json' | 'method'>

const TYPES = '/definitions/2020-09-01/productTypes'
const ITEMS = '/listings/2021-08-01/items'

/** Asks which product types fit words, or a title (T1). */
export const askForTypes = (search: TypeSearch): Asks => ({
  operation: 'searchDefinitionsProductTypes',
  path: TYPES,
  query: {
    marketplaceIds: search.marketplaceId,
    ...('words' in search
      ? {
          keywords: search.words
            .split(/[\s,]+/)
            .filter(Boolean)
            .join(','),
        }
      : { itemName: search.title }),
  },
  what: 'product types',
})

/** Reads the product types, the best first. */
export function readTypes({ body }: Told): Result<readonly ProductTypeName[]> {
  const list = isObject(body) ? body.productTypes : null
  if (!Array.isArray(list))
    return failed('answer-unreadable', { operation: 'searchDefinitionsProductTypes', why: 'it has no product types' })
  return ok(
    list.filter(isObject).flatMap(({ name, displayName }) => {
      const id = word(name)
      return id === null ? [] : [{ name: id, title: word(displayName) ?? id }]
    }),
  )
}

/** Asks for the definition of a product type (T1). */
export const askForDefinition = ({ marketplaceId, productType, requirements, locale }: DefinitionKey): Asks => ({
  operation: 'getDefinitionsProductType',
  path: `${TYPES}/${encodeURIComponent(productType)}`,
  query: { marketplaceIds: marketplaceId, requirements, requirementsEnforced: 'ENFORCED', locale },
  what: `the product type ${productType}`,
})

/** Reads what Amazon says of a definition. */
export function readDefinition({ body }: Told, key: DefinitionKey): Result<DefinitionHead> {
  const unreadable = (why: string) => failed('answer-unreadable', { operation: 'getDefinitionsProductType', why })
  const schema = isObject(body) ? body.schema : null
  const link = isObject(schema) && isObject(schema.link) ? schema.link.resource : null
  if (!isObject(body) || !isObject(schema) || typeof link !== 'string' || !URL.canParse(link))
    return unreadable('it has no address of a schema')
  if (typeof schema.checksum !== 'string' || !/^[\w+/]{22}==$/.test(schema.checksum))
    return unreadable('its schema has no checksum')
  const { marketplaceId, productType, requirements, locale } = key
  return ok({
    marketplaceId,
    productType,
    requirements,
    locale,
    checksum: schema.checksum,
    title: word(body.displayName) ?? productType,
    groups: groupsIn(body.propertyGroups),
    schemaUrl: new URL(link),
  })
}

function groupsIn(groups: unknown): readonly PropertyGroup[] {
  if (!isObject(groups)) return []
  return Object.entries(groups).flatMap(([key, group]) => {
    if (!isObject(group) || !Array.isArray(group.propertyNames)) return []
    const attributes = group.propertyNames.flatMap((name) => word(name) ?? [])
    return [{ title: word(group.title) ?? key, attributes }]
  })
}

/** Fetches the schema from its signed address and holds it against its checksum: what differs by one byte is not used. */
export async function fetchSchema(download: Download, head: DefinitionHead): Promise<Result<Definition>> {
  const { schemaUrl, ...known } = head
  const pieces: Uint8Array[] = []
  const fetched = await download({
    operation: 'downloadProductTypeSchema',
    url: schemaUrl,
    gzip: false,
    begin: () => {},
    take: async (bytes) => void pieces.push(Uint8Array.from(bytes)),
  })
  if (!fetched.ok) return fetched
  const bytes = Buffer.concat(pieces)
  const unusable = (why: string) => failed('definition-unreadable', { type: head.productType, why })
  if (createHash('md5').update(bytes).digest('base64') !== head.checksum)
    return unusable('what was fetched does not have the checksum that Amazon states')
  try {
    const schema: unknown = JSON.parse(bytes.toString('utf8'))
    if (!isPart(schema) || !isPart(schema.properties)) return unusable('it describes no attributes')
    return ok({ ...known, schema })
  } catch {
    return unusable('it is not JSON')
  }
}

const place = (sellingPartnerId: string, sku: SellerSku): string =>
  `${ITEMS}/${encodeURIComponent(sellingPartnerId)}/${encodeURIComponent(sku)}`

/** Asks Amazon to create a listing, or only whether it would be valid (T1). */
export const askToPut = (sellingPartnerId: string, listing: WholeListing, preview: boolean): Asks => ({
  operation: 'putListingsItem',
  method: 'PUT',
  path: place(sellingPartnerId, listing.sellerSku),
  query: { marketplaceIds: listing.marketplaceId, ...(preview ? { mode: 'VALIDATION_PREVIEW' } : {}) },
  what: `the listing ${listing.sellerSku}`,
  json: { productType: listing.productType, requirements: listing.requirements, attributes: listing.attributes },
})

/** Asks Amazon whether these attributes would be valid in a listing that it has: nothing changes (T1). */
export const askIfAttributesFit = (sellingPartnerId: string, listing: WholeListing): Asks => ({
  operation: 'patchListingsItem',
  method: 'PATCH',
  path: place(sellingPartnerId, listing.sellerSku),
  query: { marketplaceIds: listing.marketplaceId, mode: 'VALIDATION_PREVIEW' },
  what: `the listing ${listing.sellerSku}`,
  json: {
    productType: listing.productType,
    patches: Object.entries(listing.attributes).map(([name, value]) => ({
      op: 'replace',
      path: `/attributes/${name}`,
      value,
    })),
  },
})

const LONGEST_WORD = 300

const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== ''
    ? wellFormed(value.replaceAll('\0', '')).slice(0, LONGEST_WORD)
    : null
