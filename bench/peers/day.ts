// The day that everybody has: orders and changes of stock at the same times, on one virtual clock with one simulated Amazon.
import { SELLER } from '#main/demo/sample-merchant.ts'
import type { Control } from '../../src/simulator/control.ts'
import { randomFrom } from '../../src/simulator/random.ts'
import { timesInHours } from '../calls.ts'
import { ORDINARY } from '../orders-to-place.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** searchOrders keeps back what is newer than this. */
const KEPT_BACK = 2 * MINUTE

/** How many orders and changes of stock a day has. */
export type DaySize = { readonly orders: number; readonly changes: number }

/** A SKU whose stock changes; no order is for it. */
export const stockSku = (n: number): string => `SHELF-${String(n).padStart(3, '0')}`

/** What came of a day: minutes from visible to placed, and from changed to right at Amazon. */
export type DayTimes = { readonly placed: number[]; readonly right: number[] }

/** The scripted day; whoever drives moves the clock through it. */
export type ScriptedDay = ReturnType<typeof scriptDay>

type Happening = { readonly at: number; readonly run: () => Promise<void> | void }

/** Prepares the listings and the happenings. `onChange` is told of each change of stock, as the shop's own system is. */
export function scriptDay(
  control: Control,
  size: DaySize,
  onChange: (change: { readonly sku: string; readonly quantity: number }) => Promise<void> | void,
) {
  const start = control.now()
  const random = randomFrom('a day of peers')
  const visible = new Map<string, number>()
  const wanted = new Map<string, { readonly quantity: number; readonly at: number }>()
  const times: DayTimes = { placed: [], right: [] }
  const order = (at: number, n: number): Happening => {
    const lagMs = random.whole(20_000, 90_000)
    const draft = { ...ORDINARY[n % ORDINARY.length], lagMs }
    return { at, run: () => void visible.set(control.placeOrder(draft), at + Math.max(KEPT_BACK, lagMs)) }
  }
  const change = (n: number): Happening => {
    const at = start + random.whole(0, DAY)
    const [sku, quantity] = [stockSku(n), 10 + n]
    const run = async () => {
      wanted.set(sku, { quantity, at })
      await onChange({ sku, quantity })
    }
    return { at, run }
  }
  control.putListings(Array.from({ length: size.changes }, (_, n) => ({ sku: stockSku(n), quantity: 5, price: 10 })))
  control.clearRequests()
  const happenings = [
    ...timesInHours(start, size.orders).map(order),
    ...Array.from({ length: size.changes }, (_, n) => change(n)),
  ].toSorted((one, other) => one.at - other.at)

  /** Notes what buyers meet by now. */
  const look = () => {
    for (const [sku, { quantity, at }] of wanted) {
      const live = control.listing(sku, SELLER.sellingPartnerId)?.live.stock.find((one) => one.channel === 'DEFAULT')
      if (live?.quantity !== quantity) continue
      times.right.push((control.now() - at) / MINUTE)
      wanted.delete(sku)
    }
  }
  return {
    start,
    end: start + DAY,
    times,
    /** What happens next, on either side; what is due at one instant happens on Amazon's side first. */
    nextAt: (): number => {
      const amazons = control.clock().nextEventAt
      return Math.min(
        happenings[0]?.at ?? Number.POSITIVE_INFINITY,
        amazons ? Date.parse(amazons) : Number.POSITIVE_INFINITY,
      )
    },
    /** Lets time pass until then, with everything that happens on the way. */
    async passTo(until: number): Promise<void> {
      for (let at = this.nextAt(); at <= until; at = this.nextAt()) {
        control.moveClock({ set: Math.max(at, control.now()) })
        look()
        while ((happenings[0]?.at ?? Number.POSITIVE_INFINITY) <= control.now()) await happenings.shift()?.run()
      }
      control.moveClock({ set: Math.max(until, control.now()) })
      look()
    },
    /** An order is complete in the shop's own system. */
    placed: (orderId: string, at: number = control.now()): void => {
      const since = visible.get(orderId)
      if (since === undefined) return
      times.placed.push((at - since) / MINUTE)
      visible.delete(orderId)
    },
    isOver: (): boolean => happenings.length === 0 && visible.size === 0 && wanted.size === 0,
    left: () => ({ orders: visible.size, changes: wanted.size }),
  }
}
