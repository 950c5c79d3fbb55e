import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { readScan } from '#core/shipments/read-scan.ts'
import { answer, api, Refused } from '../../api.ts'
import { type Carrier, carrierFor } from '../../parts/carrier-for.ts'
import { tell } from '../../parts/told.tsx'
import { enterPackage } from '../../parts/use-ship.ts'
import { shippingWords } from '../../words/shipping.ts'
import type { Queued } from './queue-pages.ts'
import type { Queue } from './use-queue.ts'

/** What a scan meets: the order that is packed, what of it leaves, and the carrier that was chosen. */
export type Scanning = {
  readonly queue: Queue
  readonly order: Queued | undefined
  readonly carriers: readonly Carrier[]
  readonly chosen: string | null
  readonly parts: Readonly<Record<string, number>> | null
  /** A number whose check digit was wrong, and which comes once more as it is. */
  readonly insisted: RefObject<string>
}

const say = shippingWords.scan
/** For so many seconds Amazon is not told: so long the last package can be taken back. */
const KEPT_BACK = 10

/** Does what a scan means: chooses its order, or ships; throws the sentence of what is wrong (S1, S2, S3). */
export async function takeScan(text: string, now: () => Scanning): Promise<'order' | 'shipped' | 'carrier'> {
  const { queue, insisted } = now()
  const scan = readScan(text)
  if (scan.kind === 'misread' && insisted.current !== text) {
    insisted.current = text
    throw new Error(say.misread(scan.code, scan.why))
  }
  // A number of no known form may be that of an order of another channel.
  const isStrange = scan.kind === 'tracking' && !scan.known
  const order =
    scan.kind === 'order' ? await findOrder(scan.key) : isStrange ? await findOrder(text).catch(passUnknown) : null
  if (!order) return ship(text, now())
  // At once: the next scan is already waiting, and means this order.
  flushSync(() => queue.scan(order))
  return 'order'
}

async function ship(tracking: string, scanning: Scanning): Promise<'shipped' | 'carrier'> {
  const { queue, order, carriers, chosen, parts } = scanning
  if (!order) throw new Error(say.noOrder)
  const carrier = chosen ?? carrierFor(tracking, { carriers, usual: order.carrier }).carrier
  if (carrier === null) return 'carrier'
  const said = order.lines.filter(({ lineId }) => parts === null || (parts[lineId] ?? 0) > 0)
  if (said.length === 0) throw new Error(say.emptyPart)
  const whole = order.lines.every(({ lineId, open }) => parts === null || (parts[lineId] ?? 0) >= open)
  const items = whole
    ? null
    : said.map(({ lineId }) => ({ line: lineId, sku: null, item: null, quantity: parts?.[lineId] ?? 0 }))
  const taken = await enterPackage({ order: `${order.orderNumber}`, carrier, tracking, items }, KEPT_BACK)
  tell(whole ? taken.text : say.part(taken.order))
  const rest = order.lines.map((line) => ({ ...line, open: line.open - (parts?.[line.lineId] ?? 0) }))
  const left = whole ? null : { ...order, lines: rest.filter(({ open }) => open > 0) }
  flushSync(() => queue.shipped(taken, left))
  return 'shipped'
}

const findOrder = (order: string): Promise<Queued> =>
  answer(api.GET('/api/v1/shipping-queue/find', { params: { query: { order } } }))

function passUnknown(error: Error): null {
  if (error instanceof Refused && error.status === 404) return null
  throw error
}
