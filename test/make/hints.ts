// A seller to whom Amazon sends notifications, and how they are taken.
import { takeHints } from '#flows/take-hints.ts'
import { DAY, HOUR, makeSeller } from './seller.ts'
import type { Seller } from './seller-views.ts'

export const SECOND = 1_000
/** A seller who is told by Amazon, with what was subscribed. */
export async function told(options: Parameters<typeof makeSeller>[0] = {}) {
  const seller = await makeSeller({ ...options, queue: true })
  const { deps } = seller
  const arn = deps.hintQueue?.arn ?? ''
  const subscribe = async () => {
    await deps.deployment.wakeSubscriptions({ arn, at: deps.now() })
    await seller.run()
  }
  await seller.run()
  await subscribe()
  seller.control.clearRequests()
  return { ...seller, arn, subscribe }
}
export type Told = Awaited<ReturnType<typeof told>>

/** Takes all that is in the queue now. */
export async function takeAll(seller: Told): Promise<number> {
  for (let messages = 0; ; ) {
    const taken = await takeHints(seller.deps, { waitSeconds: 0 })
    messages += taken.messages
    if (taken.messages === 0) return messages
  }
}

/** Lets time pass by seconds, with the receiver and the work beside it. */
export async function passSeconds(seller: Told, seconds: number): Promise<void> {
  for (let gone = 0; gone < seconds; gone++) {
    seller.control.advance(SECOND)
    await takeAll(seller)
    await seller.run()
  }
}

/** A day in one step: what is daily is due once. */
export async function nextDay(seller: Pick<Seller, 'control' | 'run'>): Promise<void> {
  seller.control.advance(DAY + HOUR)
  await seller.run()
}
