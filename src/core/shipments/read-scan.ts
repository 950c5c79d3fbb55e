import { isChannelOrderName } from '../channel-orders/channel-order.ts'
import { guessCarriers, misreadForm } from './guess-carrier.ts'

/** What was scanned or typed at the packing table: an order, a tracking number, or one that its check digit shows to be misread. */
export type Scan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'order'; readonly key: string }
  | { readonly kind: 'tracking'; readonly known: boolean }
  | { readonly kind: 'misread'; readonly code: string; readonly why: string }

/** Our own numbers are shorter than those of any carrier. */
const OURS = /^#?(\d{1,8})$/
const AMAZONS = /^\d{3}-\d{7}-\d{7}$/

/** Tells an order from a tracking number by its form; `known` where the form is one of a carrier (S2, S3). */
export function readScan(scanned: string): Scan {
  const text = scanned.trim()
  if (text === '') return { kind: 'nothing' }
  if (AMAZONS.test(text) || isChannelOrderName(text)) return { kind: 'order', key: text }
  const ours = OURS.exec(text)?.[1]
  if (ours !== undefined) return { kind: 'order', key: ours }
  if (guessCarriers(text).length > 0) return { kind: 'tracking', known: true }
  const misread = misreadForm(text)
  return misread ? { kind: 'misread', ...misread } : { kind: 'tracking', known: false }
}
