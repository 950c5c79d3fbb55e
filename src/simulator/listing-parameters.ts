import type { Attributes, Entry } from './listing-book.ts'
import type { Patching, Put } from './listing-next.ts'
import type { Patch } from './listing-patch.ts'
import { readListingPlaces } from './listing-places.ts'
import { REQUIREMENTS, type Requirements } from './product-type-schema.ts'
import { isReply, noteIgnored, readList } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, problem, type Reply, readJson } from './wire.ts'

const OPS = ['add', 'replace', 'merge', 'delete']
const WRITING = ['marketplaceIds', 'includedData', 'mode', 'issueLocale']

/** What every call about one SKU names. */
export type Target = { readonly sku: string; readonly marketplaceIds: readonly string[] }
export type WriteTarget = Target & { readonly preview: boolean; readonly identifiers: boolean }

const cannotParse = (details = '') =>
  problem(400, {
    code: 'InvalidInput',
    message: 'Request has missing or invalid parameters and cannot be parsed.',
    details,
  })

/** The seller and SKU of the path; only one's own, and not every SKU works in an address. */
export function readTarget(visit: Visit): Target | Reply {
  const [sellerId, sku] = visit.call.url.pathname.split('/').slice(4).map(decodedOnce)
  if (sellerId !== visit.sellerId) return denied()
  const { shutLetters } = visit.world.listings.settings
  if (sku === undefined || sku === '') return cannotParse('sku')
  if (shutLetters.includes('/') && sku.includes('/')) return denied()
  if (shutLetters.some((letter) => sku.includes(letter)))
    return problem(404, { code: 'NotFound', message: 'The resource specified does not exist.' })
  const marketplaceIds = readListingPlaces(visit)
  return isReply(marketplaceIds) ? marketplaceIds : { sku, marketplaceIds }
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The target and the manner of a call that writes. */
export function readWriteTarget(visit: Visit, onePlace: boolean): WriteTarget | Reply {
  const query = visit.call.url.searchParams
  noteIgnored(visit.call, WRITING)
  const target = readTarget(visit)
  if (isReply(target)) return target
  if (onePlace && target.marketplaceIds.length > 1)
    return invalidInput("Too many 'marketplaceIds' values. A maximum of 1 is allowed.", 'marketplaceIds')
  const included = readList(query, 'includedData', ['identifiers', 'issues'])
  if (included && isReply(included)) return included
  const mode = query.get('mode')
  if (mode !== null && mode !== 'VALIDATION_PREVIEW') return invalidInput(`Invalid value '${mode}' for mode.`, 'mode')
  return { ...target, preview: mode !== null, identifiers: included?.includes('identifiers') ?? false }
}

/** The body of putListingsItem. */
export function readPut(visit: Visit): Put | Reply {
  const read = readJson(visit.call)
  if (isReply(read)) return read
  const { productType, requirements = 'LISTING', attributes } = read.json
  if (typeof productType !== 'string' || productType === '') return cannotParse('productType')
  if (!(REQUIREMENTS as readonly unknown[]).includes(requirements)) return cannotParse('requirements')
  if (!isAttributes(attributes)) return cannotParse('attributes')
  return { kind: 'put', productType, requirements: requirements as Requirements, attributes }
}

/** The body of patchListingsItem. */
export function readPatching(visit: Visit): Patching | Reply {
  const read = readJson(visit.call)
  if (isReply(read)) return read
  const { productType, patches } = read.json
  if (typeof productType !== 'string' || productType === '') return cannotParse('productType')
  const understood = readPatches(patches)
  if (typeof understood === 'string') return cannotParseOr(understood)
  return { kind: 'patch', productType, patches: understood }
}

const cannotParseOr = (words: string) => (words === '' ? cannotParse('patches') : invalidInput(words))

/** Patches whose form is sound, or what is wrong with it: nothing more to say than that it cannot be read is ''. */
export function readPatches(patches: unknown): Patch[] | string {
  if (!Array.isArray(patches) || patches.length === 0) return ''
  const understood: Patch[] = []
  for (const [index, patch] of patches.entries()) {
    if (!isObject(patch) || !OPS.includes(String(patch.op))) return ''
    const [, attribute] = /^\/attributes\/([^/]+)$/.exec(String(patch.path)) ?? []
    if (attribute === undefined) return `Only top-level attributes can be patched, not '${patch.path}'.`
    if (patch.value === undefined && patch.op !== 'delete') return `Value is missing for patch at index of ${index}.`
    if (patch.value !== undefined && !isEntries(patch.value)) return ''
    understood.push({ op: patch.op as Patch['op'], attribute, value: patch.value as Entry[] | undefined })
  }
  return understood
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isEntries = (value: unknown): value is Entry[] => Array.isArray(value) && value.every(isObject)
/** Attributes of a sound form: lists of objects by name. */
export const isAttributes = (value: unknown): value is Attributes =>
  isObject(value) && Object.values(value).every(isEntries)
