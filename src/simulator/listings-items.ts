import { findListing } from './listing-book.ts'
import { spendCeiling } from './listing-ceilings.ts'
import type { Submission } from './listing-change.ts'
import { readPatching, readPut, readTarget, readWriteTarget, type WriteTarget } from './listing-parameters.ts'
import { submit } from './listing-submission.ts'
import { LISTING_DATASETS, wireListing } from './listing-wire.ts'
import { isReply, noteIgnored, readList } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { problem, type Reply } from './wire.ts'

/** GET /listings/2021-08-01/items/{sellerId}/{sku} */
export function getListingsItem(visit: Visit): Reply {
  const { world, call, sellerId, now } = visit
  noteIgnored(call, ['marketplaceIds', 'issueLocale', 'includedData'])
  const target = readTarget(visit)
  if (isReply(target)) return target
  const datasets = readList(call.url.searchParams, 'includedData', LISTING_DATASETS) ?? ['summaries']
  if (isReply(datasets)) return datasets
  const listing = findListing(world.listings, sellerId, target.sku)
  if (!listing || listing.bornAt > now || !target.marketplaceIds.some((id) => listing.places.has(id)))
    return problem(404, {
      code: 'NOT_FOUND',
      message: `SKU '${target.sku}' not found in marketplace ${target.marketplaceIds}`,
    })
  const asked = { marketplaceIds: target.marketplaceIds, datasets: new Set(datasets) }
  return { status: 200, body: wireListing(world, listing, asked) }
}

/** PUT /listings/2021-08-01/items/{sellerId}/{sku}: a full set of attributes, in one marketplace. */
export function putListingsItem(visit: Visit): Reply {
  const target = readWriteTarget(visit, true)
  if (isReply(target)) return target
  const change = readPut(visit)
  return isReply(change) ? change : write(visit, target, change)
}

/** PATCH /listings/2021-08-01/items/{sellerId}/{sku}: single attributes, in one marketplace or several. */
export function patchListingsItem(visit: Visit): Reply {
  const target = readWriteTarget(visit, false)
  if (isReply(target)) return target
  const change = readPatching(visit)
  return isReply(change) ? change : write(visit, target, change)
}

/** DELETE /listings/2021-08-01/items/{sellerId}/{sku} */
export function deleteListingsItem(visit: Visit): Reply {
  const target = readWriteTarget(visit, true)
  return isReply(target) ? target : write(visit, { ...target, preview: false }, { kind: 'delete' })
}

/** What is invalid is told with 200 as well. */
function write(visit: Visit, target: WriteTarget, change: Submission['change']): Reply {
  const { world, sellerId, operation } = visit
  const { sku, marketplaceIds, preview, identifiers } = target
  const exceeded = spendCeiling(visit, change, preview)
  if (exceeded) return exceeded
  const { status, issues } = submit(world, { sellerId, sku, marketplaceIds, operation, preview, change })
  const asin = findListing(world.listings, sellerId, sku)?.asin
  return {
    status: 200,
    body: {
      sku,
      status,
      submissionId: submissionId(visit),
      issues,
      ...(identifiers && asin ? { identifiers: marketplaceIds.map((marketplaceId) => ({ marketplaceId, asin })) } : {}),
    },
  }
}

const submissionId = ({ world }: Visit) => Buffer.from(world.random.tokens.digits(16)).toString('hex')
