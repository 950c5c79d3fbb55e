import { takeFault } from './faults.ts'
import { type Attributes, findListing, type Issue, keepListing, type Listing } from './listing-book.ts'
import type { Outcome, Submission } from './listing-change.ts'
import { ISSUES } from './listing-issues.ts'
import { newListing } from './listing-new.ts'
import { patchAttributes, putAttributes } from './listing-next.ts'
import { refuseLater, removeLater, settleLater } from './listing-settling.ts'
import type { World } from './state.ts'

const ACCEPTED: Outcome = { status: 'ACCEPTED', issues: [] }
const VALID: Outcome = { status: 'VALID', issues: [] }

/** Takes a submission in, or finds it invalid. That it is accepted does not say that it will ever be seen. */
export function submit(world: World, submission: Submission): Outcome {
  const { change, preview, sellerId, sku } = submission
  const listing = findListing(world.listings, sellerId, sku)
  if (change.kind === 'delete') return removal(world, submission, listing)
  const target = { ...submission, listing }
  const next = change.kind === 'put' ? putAttributes(world, change, target) : patchAttributes(world, change, target)
  if ('issues' in next) return { status: 'INVALID', issues: next.issues }
  if (preview) return VALID
  const applies = (fault: { sku?: string }) => (fault.sku ?? sku) === sku
  const asking = { operation: submission.operation, sellerId, applies }
  const strike = takeFault(world, asking, ['refuse-later', 'lose-change'])
  if (strike?.kind === 'refuse-later' && listing) refuseLater(world, listing, laterIssue(strike))
  if (!strike) keep(world, { submission, listing, attributes: next.attributes })
  return ACCEPTED
}

type Kept = { readonly submission: Submission; readonly listing: Listing | undefined; readonly attributes: Attributes }

function keep(world: World, { submission, listing, attributes }: Kept): void {
  const { change, marketplaceIds } = submission
  if (!listing) {
    const created = newListing(world, { submission, attributes })
    keepListing(world.listings, created)
    settleLater(world, created, { places: marketplaceIds, stock: true, price: true })
    return
  }
  listing.channel = channelAfter(listing, attributes, writtenChannel(submission))
  listing.attributes = attributes
  listing.updatedAt = world.clock.now()
  if (change.kind === 'put') listing.productType = change.productType
  const touches = (attribute: string) =>
    change.kind !== 'patch' || change.patches.some((patch) => patch.attribute === attribute)
  settleLater(world, listing, {
    places: marketplaceIds,
    stock: touches('fulfillment_availability'),
    price: touches('purchasable_offer'),
  })
}

/** The channel that the seller named last, whether meant or not. */
function writtenChannel({ change }: Submission): string | undefined {
  const name = 'fulfillment_availability'
  const entries =
    change.kind === 'patch'
      ? change.patches.find((one) => one.attribute === name && one.op !== 'delete')?.value
      : change.kind === 'put'
        ? change.attributes[name]
        : undefined
  const channels = (entries ?? []).map((entry) => String(entry.fulfillment_channel_code))
  return channels.includes('DEFAULT') ? 'DEFAULT' : channels[0]
}

function channelAfter(listing: Listing, attributes: Attributes, written: string | undefined): string {
  const left = (attributes.fulfillment_availability ?? []).map((entry) => String(entry.fulfillment_channel_code))
  if (written !== undefined && left.includes(written)) return written
  return left.includes(listing.channel) ? listing.channel : (left[0] ?? 'DEFAULT')
}

function removal(world: World, { sku, preview, marketplaceIds }: Submission, listing: Listing | undefined): Outcome {
  if (!listing) return { status: 'INVALID', issues: [ISSUES.unknownSku(sku)] }
  if (preview) return VALID
  removeLater(world, listing, marketplaceIds)
  return ACCEPTED
}

type Strike = {
  readonly code?: string
  readonly message?: string
  readonly category?: string
  readonly attribute?: string
}

function laterIssue({ code = '99300', message, category, attribute }: Strike): Issue {
  return {
    ...(attribute === undefined ? {} : { attributeNames: [attribute] }),
    code,
    message: message ?? 'The submission was refused after it had been accepted.',
    severity: 'ERROR',
    categories: category === undefined ? [] : [category],
  }
}
