import { ok, problem, type Result } from '../problems.ts'
import { carrierKey } from './carrier-codes.ts'
import { type EntryContext, faultOf, type Label, readLabel, wayOf } from './enter-package.ts'
import type { OutboxState, WayUp } from './outbox.ts'
import type { Package } from './package.ts'
import type { PackageEntry, ShippableOrder } from './package-entry.ts'

/** What a person corrects on the label of a package; what is absent stays. Tracking null takes the number away. */
export type Correction = {
  readonly carrier?: string | undefined
  readonly service?: string | null | undefined
  readonly tracking?: string | null | undefined
  readonly shippedAt?: string | undefined
}

/** The label after a correction, or null when nothing differs; which fields differ, and the way it goes up (S2). */
export type CorrectedPackage = {
  readonly label: Label
  readonly changed: readonly (keyof Label)[]
  readonly way: WayUp
  readonly cleaned: boolean
}

/** A package with how its confirmation stands. */
type KnownPackage = Package & {
  readonly confirmation: {
    readonly state: OutboxState
    readonly way: WayUp
    readonly sentVersion: number | null
  } | null
}

/**
 * It is in a feed or file, or Amazon took one with it, and no reading has told yet which number Amazon gave it: a call with our number would make
 * another package of it, so it goes the same way again, under the same name.
 */
function isNumberedByAmazon({ amazonNumber, confirmation }: KnownPackage): boolean {
  if (amazonNumber !== null || confirmation === null || confirmation.way === 'call') return false
  const { state, sentVersion } = confirmation
  return state === 'taken' || state === 'sent' || (state === 'waiting' && sentVersion !== null)
}

/** Decides about a correction: carrier, service, tracking, ship date (S2). What is in the package stays as it was. */
export function correctPackage(
  order: Pick<ShippableOrder, 'amazonOrderId' | 'placedAt' | 'stage' | 'fulfilledByAmazon'>,
  { known, correction }: { readonly known: KnownPackage; readonly correction: Correction },
  context: Omit<EntryContext, 'named'>,
): Result<CorrectedPackage> {
  if (order.stage === 'Rejected')
    return { ok: false, problem: problem('order-not-released', { order: order.amazonOrderId, stage: order.stage }) }
  const entry: Omit<PackageEntry, 'items'> = {
    carrier: correction.carrier ?? known.carrier,
    service: correction.service ?? null,
    tracking: correction.tracking === undefined ? known.tracking : correction.tracking,
    shippedAt: correction.shippedAt ?? null,
    reference: null,
  }
  const fault = faultOf(entry)
  if (fault) return { ok: false, problem: fault }
  const read = readLabel({ ...order, method: null }, entry, context)
  if (!read.ok) return read
  const label: Label = {
    ...read.value.label,
    service: correction.service === undefined ? known.service : read.value.label.service,
    shippedAt: correction.shippedAt === undefined ? known.shippedAt : read.value.label.shippedAt,
  }
  const differs = {
    ...label,
    carrier: carrierKey(label.carrier) !== carrierKey(known.carrier) ? label.carrier : known.carrier,
  }
  const changed = (['carrier', 'service', 'tracking', 'shippedAt'] as const).filter(
    (field) => differs[field] !== known[field],
  )
  return ok({
    label: differs,
    changed,
    way: isNumberedByAmazon(known) ? 'feed' : wayOf(label.tracking),
    cleaned: read.value.tracking.cleaned,
  })
}
