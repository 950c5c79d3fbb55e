import { readListingPlaces } from './listing-places.ts'
import { marketplace } from './marketplaces.ts'
import { type ProductType, productType, productTypes } from './product-type-book.ts'
import {
  checksum,
  META_SCHEMA,
  propertyGroups,
  REQUIREMENTS,
  type Requirements,
  type SchemaWish,
  schemaOf,
} from './product-type-schema.ts'
import { isReply, noteIgnored, readList } from './search-parameters.ts'
import { refuseAddress, signAddress, signedCall, wrongSignature } from './signed-address.ts'
import type { World } from './state.ts'
import type { Visit } from './visit.ts'
import { type Call, denied, invalidInput, problem, type Reply } from './wire.ts'

const URL_MS = 7 * 24 * 3_600_000
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'sv', 'tr', 'zh']
const SEARCH = ['keywords', 'marketplaceIds', 'itemName', 'locale', 'searchLocale']
const GET = [
  'sellerId',
  'marketplaceIds',
  'productTypeVersion',
  'requirements',
  'requirementsEnforced',
  'locale',
  'parentageLevel',
]

/** GET /definitions/2020-09-01/productTypes: by keywords, or what an item's name suggests, the best first. */
export function searchDefinitionsProductTypes(visit: Visit): Reply {
  const { world, call } = visit
  const query = call.url.searchParams
  noteIgnored(call, SEARCH)
  const places = readListingPlaces(visit)
  if (isReply(places)) return places
  const keywords = readList(query, 'keywords')
  if (keywords && isReply(keywords)) return keywords
  const itemName = query.get('itemName')
  if (keywords && itemName !== null) return invalidInput('keywords and itemName cannot be used together.', 'itemName')
  const asked = (keywords ?? itemName?.split(/\W+/))?.map((word) => word.toLowerCase()).filter((word) => word !== '')
  const hits = (type: ProductType) =>
    asked?.filter((word) => word === type.name.toLowerCase() || type.words.includes(word)).length ?? 1
  const found = productTypes(world.productTypes)
    .filter((type) => hits(type) > 0)
    .sort((a, b) => hits(b) - hits(a))
  const wire = found.map(({ name, displayName }) => ({ name, displayName, marketplaceIds: places }))
  return { status: 200, body: { productTypes: wire, productTypeVersion: versionOf('all') } }
}

/** GET /definitions/2020-09-01/productTypes/{productType} */
export function getDefinitionsProductType(visit: Visit): Reply {
  const { world, call } = visit
  noteIgnored(call, GET)
  const name = decodeURIComponent(call.url.pathname.split('/').at(-1) ?? '')
  const wish = readWish(visit)
  if (isReply(wish)) return wish
  const type = productType(world.productTypes, name)
  if (!type) return problem(404, { code: 'NotFound', message: `Product type '${name}' was not found.` })
  const locale = call.url.searchParams.get('locale') ?? 'DEFAULT'
  return {
    status: 200,
    body: {
      metaSchema: link(visit, 'meta-schema', JSON.stringify(META_SCHEMA)),
      schema: link(visit, name, JSON.stringify(schemaOf(type, wish))),
      requirements: wish.requirements,
      requirementsEnforced: wish.enforced ? 'ENFORCED' : 'NOT_ENFORCED',
      propertyGroups: propertyGroups(type, wish),
      locale: locale === 'DEFAULT' ? marketplace(wish.marketplaceId).language : locale,
      marketplaceIds: [wish.marketplaceId],
      productType: name,
      displayName: type.displayName,
      productTypeVersion: { version: versionOf(name), latest: true, releaseCandidate: false },
    },
  }
}

function readWish(visit: Visit): SchemaWish | Reply {
  const query = visit.call.url.searchParams
  const places = readListingPlaces(visit)
  if (isReply(places)) return places
  const [marketplaceId, second] = places
  if (marketplaceId === undefined || second !== undefined)
    return invalidInput('marketplaceIds must hold exactly one marketplace.', 'marketplaceIds')
  const sellerId = query.get('sellerId')
  if (sellerId !== null && sellerId !== visit.sellerId) return denied()
  const requirements = query.get('requirements') ?? 'LISTING'
  const enforced = query.get('requirementsEnforced') ?? 'ENFORCED'
  const parentage = query.get('parentageLevel') ?? undefined
  const [language = ''] = (query.get('locale') ?? 'en').split('_')
  const wrong = [
    ['requirements', (REQUIREMENTS as readonly string[]).includes(requirements)],
    ['requirementsEnforced', ['ENFORCED', 'NOT_ENFORCED'].includes(enforced)],
    ['parentageLevel', parentage === undefined || ['NONE', 'CHILD', 'PARENT'].includes(parentage)],
    ['locale', language === 'DEFAULT' || LANGUAGES.includes(language)],
  ].find(([, fits]) => !fits)
  if (wrong) return invalidInput(`Invalid value for parameter ${wrong[0]}.`, String(wrong[0]))
  return {
    marketplaceId,
    requirements: requirements as Requirements,
    enforced: enforced === 'ENFORCED',
    ...(parentage ? { parentage: parentage as 'NONE' } : {}),
  }
}

const versionOf = (name: string) => checksum(`version of ${name}`).slice(0, 12)

function link({ world, call, now }: Visit, name: string, text: string) {
  const { url, signature } = signAddress(world, call, { path: `/product-type-schemas/${name}`, lifeMs: URL_MS })
  world.productTypes.urls.set(signature, { documentId: name, text, expiresAt: now + URL_MS })
  return { link: { resource: url, verb: 'GET' }, checksum: checksum(text) }
}

/** GET of a signed address: the schema itself, from storage, without a token. */
export function downloadProductTypeSchema(world: World, call: Call): Reply {
  const known = world.productTypes.urls.get(signedCall(call).signature)
  const refusal = refuseAddress(world, call, known)
  if (refusal || !known) return refusal ?? wrongSignature()
  return { status: 200, body: undefined, file: { bytes: Buffer.from(known.text), contentType: 'application/json' } }
}
