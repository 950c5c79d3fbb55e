import { dayOf } from '../orders/merchant-time.ts'
import { carrierKey } from './carrier-codes.ts'
import type { Package } from './package.ts'
import {
  isNamed,
  type KnownPackage,
  openUnits,
  type PackageEntry,
  type ShippableLine,
  type ShippableOrder,
} from './package-entry.ts'
import { readShipDate, type ShipDateContext } from './ship-date.ts'
import { readTracking } from './tracking-number.ts'

/** In what an entry differs from a package that is there, as a word for people; null when it is the same package once more. */
export function whatDiffers(
  entry: PackageEntry,
  known: Package,
  context: ShipDateContext & { readonly lines: readonly ShippableLine[] },
): string | null {
  const read = readTracking(entry.tracking, null)
  const tracking = read.ok ? read.value.tracking : entry.tracking
  if (plain(tracking) !== plain(known.tracking)) return 'tracking number'
  if (entry.carrier !== null && carrierKey(entry.carrier) !== carrierKey(known.carrier)) return 'carrier'
  if (entry.service !== null && entry.service.trim() !== known.service) return 'service'
  if (entry.items !== null && !sameItems(entry.items, known, context.lines)) return 'content'
  if (entry.shippedAt === null) return null
  const day = readShipDate(entry.shippedAt, context)
  const { timeZone } = context.clock
  return day.ok && dayOf(day.value, timeZone) === dayOf(known.shippedAt, timeZone) ? null : 'ship date'
}

/**
 * The package of the order that an entry without a name of its own tells once more: the same tracking and the same content. A file
 * that is read twice, a program that got no answer, enter nothing twice (S2).
 */
export function sameAgain(
  entry: PackageEntry,
  order: ShippableOrder,
  context: Omit<ShipDateContext, 'placedAt'>,
): KnownPackage | null {
  if (entry.reference !== null || entry.tracking === null || entry.tracking.trim() === '') return null
  const isOpen = order.lines.some((line) => openUnits(line) > 0)
  if (entry.items === null && isOpen) return null
  const { placedAt, lines } = order
  return order.packages.find((known) => whatDiffers(entry, known, { ...context, placedAt, lines }) === null) ?? null
}

/** The same quantities of the same lines, whichever way the lines are named. */
function sameItems(
  items: NonNullable<PackageEntry['items']>,
  known: Package,
  lines: readonly ShippableLine[],
): boolean {
  const inside = (said: (typeof items)[number]) => {
    const ids = new Set(lines.filter((line) => isNamed(said, line)).map(({ lineId }) => lineId))
    return known.items.filter(({ line }) => ids.has(line))
  }
  const counted = new Map<string, { said: number; packed: number }>()
  for (const said of items) {
    const packed = inside(said)
    const key = packed.map(({ line }) => line).join('\n')
    const sum = packed.reduce((total, { quantity }) => total + quantity, 0)
    counted.set(key, { said: (counted.get(key)?.said ?? 0) + (said.quantity ?? sum), packed: sum })
  }
  const sums = [...counted.values()]
  const packed = known.items.reduce((total, { quantity }) => total + quantity, 0)
  return sums.every((sum) => sum.said === sum.packed) && sums.reduce((total, sum) => total + sum.packed, 0) === packed
}

const plain = (tracking: string | null): string => (tracking ?? '').replace(/[\s-]/gu, '').toUpperCase()
