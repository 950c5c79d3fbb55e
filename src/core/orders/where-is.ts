import type { Problem } from '../problems.ts'
import type { CancellationRequest } from './cancellation-request.ts'
import { type MerchantClock, merchantTime } from './merchant-time.ts'
import type { OrderLog } from './order-log.ts'
import type { Stage } from './stage.ts'

/** The step at which an order is on its way from Amazon to the merchant's order system (O19). */
export const WHERE_STEPS = [
  'in-stage',
  'held',
  'skipped',
  'waiting-on-page',
  'not-asked-for',
  'unknown-at-amazon',
] as const
export type WhereStep = (typeof WHERE_STEPS)[number]

/** Where an order is, and why; for people and programs (O19). */
export type Whereabouts = {
  readonly step: WhereStep
  readonly sentence: string
  readonly orderNumber: number | null
  readonly stage: Stage | null
  readonly documentId: number | null
  readonly problems: readonly Problem[]
}

/** An order as far as its whereabouts need it. */
export type KnownOrder = {
  readonly orderId: number
  readonly stage: Stage
  readonly amazonStatus: string
  readonly methodId: string | null
  readonly center: string | null
  readonly fulfilledByAmazon: boolean
  readonly toConfirm: boolean
  readonly cancellation: Pick<CancellationRequest, 'state'> | null
  readonly events: readonly {
    readonly at: number
    readonly who: string
    readonly facts: Readonly<Record<string, unknown>>
  }[]
}

/** A document as far as its whereabouts need it. */
export type KnownDocument = {
  readonly documentId: number
  readonly state: 'placed' | 'pending' | 'held' | 'skipped'
  readonly problems: readonly Problem[]
  readonly log: OrderLog
  readonly decidedAt: number
}

/** Where an order is that we know: in its stage, held, or skipped; null when we know nothing of it (O19). */
export function whereKnown(
  known: { readonly order: KnownOrder | null; readonly document: KnownDocument | null },
  clock: MerchantClock,
): Whereabouts | null {
  const { order, document } = known
  const documentId = document?.documentId ?? null
  const problems = document?.problems ?? []
  if (order) {
    const held = document?.state === 'held' ? ' Its newest data from Amazon is held.' : ''
    const sentence = `It is order ${order.orderId} in stage [${order.stage}]. ${stageWords(order)} ${lastWord(order, clock)}${held}`
    return { step: 'in-stage', sentence, orderNumber: order.orderId, stage: order.stage, documentId, problems }
  }
  if (!document) return null
  const end = document.log.at(-1)?.sentence ?? ''
  const at = merchantTime(document.decidedAt, clock)
  const nothing = { orderNumber: null, stage: null, documentId, problems }
  if (document.state === 'held')
    return {
      step: 'held',
      sentence: `It is held, looked at last ${at}: what is wrong has to be mended first.`,
      ...nothing,
    }
  return { step: 'skipped', sentence: `It was skipped ${at}. ${end}`, ...nothing }
}

function stageWords(order: KnownOrder): string {
  switch (order.stage) {
    case 'Pre-ordered':
      return 'It is pending at Amazon, is not shipped yet and is read again every day.'
    case 'Accounts Receivable':
      return 'It waits there for a person.'
    case 'Shipping Department':
      return `It is to be shipped by [${order.methodId ?? '-'}] from [${order.center ?? '-'}].`
    case 'Hold':
      return holdWords(order)
    case 'Completed Order':
      if (order.fulfilledByAmazon) return 'Amazon fulfills it.'
      return order.toConfirm ? 'It is done.' : 'It is in the books only.'
    case 'Rejected':
      return order.amazonStatus === 'CANCELLED' ? 'Amazon cancelled it.' : 'It is not shipped.'
  }
}

function holdWords({ cancellation }: KnownOrder): string {
  if (cancellation?.state === 'open') return 'The buyer asks to cancel it, and a person has to decide.'
  if (cancellation?.state === 'cancel') return 'It was decided to cancel it at Amazon, which has not cancelled it yet.'
  return 'A person has to decide.'
}

/** The last thing that happened to it: when, by whom, why. */
function lastWord({ events }: KnownOrder, clock: MerchantClock): string {
  const last = events.at(-1)
  if (!last) return ''
  const { why } = last.facts
  return `Last change ${merchantTime(last.at, clock)} by ${last.who}${typeof why === 'string' ? `: ${why}` : ''}.`
}
