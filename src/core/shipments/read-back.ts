import { type Problem, problem } from '../problems.ts'
import type { WayUp } from './outbox.ts'
import type { AmazonCarrier, Package, PackageAtAmazon } from './package.ts'

/** A package of ours that Amazon took, with how it is called there. */
export type SentPackage = Pick<Package, 'number' | 'amazonNumber' | 'tracking' | 'version' | 'items'> & {
  readonly way: WayUp
  /** Null where its carrier is no longer known; then only the tracking counts. */
  readonly carrier: AmazonCarrier | null
}

/** What Amazon shows of it: the same, under which number; something else in one field; or nothing. */
export type Shown =
  | { readonly kind: 'seen'; readonly number: string }
  | { readonly kind: 'differs'; readonly field: 'tracking' | 'carrier'; readonly sent: string; readonly shown: string }
  | { readonly kind: 'absent' }

/**
 * Compares a sent package with what Amazon shows of its order (S4). By call it has our number; by feed or file Amazon chose one,
 * so it is found by its tracking, or without one by its items. `others` are numbers that belong to other packages of ours.
 */
export function shownOf(sent: SentPackage, packages: readonly PackageAtAmazon[], others: readonly string[]): Shown {
  const there = findPackage(sent, packages, others)
  if (!there) return { kind: 'absent' }
  if (plain(there.tracking) !== plain(sent.tracking))
    return { kind: 'differs', field: 'tracking', sent: sent.tracking ?? '', shown: there.tracking ?? '' }
  if (sent.version > 1 && !isCarrier(there.carrier, sent.carrier))
    return {
      kind: 'differs',
      field: 'carrier',
      sent: sent.carrier?.name ?? sent.carrier?.code ?? '',
      shown: there.carrier ?? '',
    }
  return { kind: 'seen', number: there.number }
}

function findPackage(
  { way, number, amazonNumber, tracking, items }: SentPackage,
  packages: readonly PackageAtAmazon[],
  others: readonly string[],
): PackageAtAmazon | undefined {
  const named = amazonNumber ?? (way === 'call' ? String(number) : null)
  if (named !== null) return packages.find((each) => each.number === named)
  const free = packages.filter((each) => !others.includes(each.number))
  if (tracking !== null) {
    const same = free.find((each) => plain(each.tracking) === plain(tracking))
    if (same) return same
  }
  return free.find((each) => !plain(each.tracking) && sameItems(items, each.items))
}

/** A tracking number without the spaces and hyphens that people and carriers put into it. */
const plain = (tracking: string | null): string => (tracking ?? '').replace(/[\s-]/g, '').toUpperCase()

const sameItems = (ours: Package['items'], theirs: PackageAtAmazon['items']): boolean =>
  ours.length === theirs.length &&
  ours.every(({ line, quantityAmazon }) =>
    theirs.some((each) => each.line === line && each.quantity === quantityAmazon),
  )

/** Amazon writes some carriers its own way, so a first confirmation is not measured by it; a correction of the carrier is. */
function isCarrier(shown: string | null, carrier: AmazonCarrier | null): boolean {
  if (shown === null || carrier === null) return true
  const word = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
  return [carrier.code, carrier.name].some((name) => name !== null && word(name) === word(shown))
}

/** What becomes of a sent package that two whole sweeps did not show, once its order was read (S4). */
export type AfterSilence =
  | { readonly kind: 'settled'; readonly number: string }
  | { readonly kind: 'send-again' }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Decides by the read order: seen there, sent once more, or shown to a person (S4). */
export function afterSilence(
  shown: Shown,
  known: { readonly what: string; readonly sentAgain: boolean; readonly cancelled: boolean },
): AfterSilence {
  const { what, sentAgain, cancelled } = known
  if (shown.kind === 'seen') return { kind: 'settled', number: shown.number }
  if (cancelled) return { kind: 'refused', problem: problem('cancelled-at-amazon', { what }) }
  if (!sentAgain) return { kind: 'send-again' }
  if (shown.kind === 'absent') return { kind: 'refused', problem: problem('package-dropped', { what }) }
  const { field, sent } = shown
  return { kind: 'refused', problem: problem('package-differs', { what, field, sent, shown: shown.shown || 'none' }) }
}
