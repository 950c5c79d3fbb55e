import type { Marketplace } from '#core/connection.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Question, Told } from './client.ts'
import { MARKETPLACES } from './marketplaces.ts'
import { isObject, wellFormed } from './read-wire.ts'

/** Asks in which marketplaces the selling partner takes part; also the proof that an authorization works (C1). */
export const ASK_FOR_MARKETPLACES: Pick<Question, 'operation' | 'path' | 'query' | 'what'> = {
  operation: 'getMarketplaceParticipations',
  path: '/sellers/v1/marketplaceParticipations',
  query: {},
  what: 'this selling partner',
}

/** Reads the marketplaces, and refuses those that all belong to another region: the token would find no order where it is used (C1). */
export function readMarketplacesIn(region: Region, told: Told): Result<readonly Marketplace[]> {
  const read = readMarketplaces(told)
  if (!read.ok) return read
  const marketplaces = read.value
  const known = MARKETPLACES.filter(({ id }) => marketplaces.some((marketplace) => marketplace.id === id))
  const [first] = known
  if (!first || known.some((marketplace) => marketplace.region === region)) return ok(marketplaces)
  const names = known.map(({ name }) => name).join(', ')
  return failed('not-valid', { field: 'region', why: `this authorization is for ${names}: region ${first.region}` })
}

const AMAZONS_OWN = new Set(MARKETPLACES.map((marketplace) => marketplace.id))

/** Reads the marketplaces. Those of other shops are left out: a search that names one is refused for some sellers (O1). */
export function readMarketplaces({ body }: Told): Result<readonly Marketplace[]> {
  const unreadable = (why: string) => failed('answer-unreadable', { operation: 'getMarketplaceParticipations', why })
  const list = isObject(body) ? body.payload : null
  if (!Array.isArray(list)) return unreadable('it holds no list of marketplaces')
  const read: Marketplace[] = []
  for (const entry of list as readonly unknown[]) {
    const place = isObject(entry) ? entry.marketplace : null
    if (!isObject(entry) || !isObject(place) || typeof place.id !== 'string')
      return unreadable('a marketplace has no id')
    const marketplace = readMarketplace(place.id, place, entry.participation)
    if (marketplace) read.push(marketplace)
  }
  return ok(read)
}

type Fields = { readonly [field: string]: unknown }

function readMarketplace(id: string, place: Fields, participation: unknown): Marketplace | null {
  const domain = typeof place.domainName === 'string' ? place.domainName : ''
  // A marketplace that Amazon opens tomorrow is not in our table, but its address says whose it is.
  if (!AMAZONS_OWN.has(id) && !/^(?:www\.)?amazon\.[a-z.]+$/.test(domain)) return null
  const known = MARKETPLACES.find((marketplace) => marketplace.id === id)
  const word = (value: unknown, otherwise = ''): string =>
    typeof value === 'string' && value !== '' ? wellFormed(value.replaceAll('\0', '')) : otherwise
  const takesPart = isObject(participation) ? participation.isParticipating : false
  return {
    id,
    name: word(place.name, known?.name ?? id),
    country: word(place.countryCode, known?.country),
    currency: word(place.defaultCurrencyCode, known?.currency),
    participating: takesPart === true || takesPart === 'true',
    refusedAt: null,
  }
}
