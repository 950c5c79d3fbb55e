import { type Problem, problem } from '../problems.ts'
import type { FeedReport } from './order-feed.ts'
import type { OutboxKind } from './outbox.ts'

/** What a processing report says of one message: carried out, refused in Amazon's words, or nothing that can be relied on. */
export type Verdict =
  | { readonly kind: 'done' | 'unknown' }
  /** `asAll`: the feed as a whole was refused, and this message is not named. */
  | { readonly kind: 'refused'; readonly asAll: boolean; readonly problem: Problem }

/** The verdicts of a report, and whether it accounts for every message. */
export type Verdicts = { readonly whole: boolean; of(message: number): Verdict }

/**
 * Reads a report message by message (S5, O16). What it does not name went well only where its counts account for every message that
 * was sent; where nothing went well, what is said of the feed as a whole is said of each message.
 */
export function verdictsOf({ processed, successful, withError, faults }: FeedReport, messages: number): Verdicts {
  const errors = faults.filter((fault) => fault.isError)
  const words = new Map<number, Problem>()
  for (const { message, code, words: said } of errors)
    if (!words.has(message)) words.set(message, problem('refused-by-report', { words: said, code }))
  const ofAll = words.get(0)
  const named = words.size - (ofAll ? 1 : 0)
  const warned = new Set(faults.filter(({ isError, message }) => !isError && !words.has(message)).map((f) => f.message))
  const isOurs = faults.every(({ message }) => message <= messages)
  const countsAgree = processed === messages && withError === named
  // A message with a warning is carried out, however Amazon counts it.
  const enough = successful <= messages - named && successful >= messages - named - warned.size
  const whole = isOurs && countsAgree && enough && ofAll === undefined
  const nothing = isOurs && successful === 0 && ofAll !== undefined
  return {
    whole: whole || nothing,
    of(message) {
      const refusal = isOurs ? words.get(message) : undefined
      if (refusal) return { kind: 'refused', asAll: false, problem: refusal }
      if (nothing) return { kind: 'refused', asAll: true, problem: ofAll }
      return { kind: whole ? 'done' : 'unknown' }
    },
  }
}

/** What becomes of a row of a feed that is over. */
export type RowEnd =
  | { readonly state: 'sent' | 'settled' }
  | { readonly state: 'waiting' | 'refused' | 'unsure'; readonly problem: Problem }

/**
 * Decides about one row. Confirmations and cancellations are read back in a sweep (S4), so what is not known counts as sent, and
 * after a fatal end goes up again. Refunds are at most once: what is not known waits for a person (O16).
 */
export function endOfRow(
  kind: OutboxKind,
  verdict: Verdict,
  { fatal, why }: { readonly fatal: Problem | null; readonly why: string },
): RowEnd {
  if (kind === 'refund') {
    if (verdict.kind === 'refused') return { state: 'refused', problem: verdict.problem }
    if (verdict.kind === 'done') return { state: 'settled' }
    return { state: 'unsure', problem: problem('refund-unsure', { why }) }
  }
  const isNamed = verdict.kind === 'refused' && !verdict.asAll
  if (fatal && !isNamed && verdict.kind !== 'done') return { state: 'waiting', problem: fatal }
  return verdict.kind === 'refused' ? { state: 'refused', problem: verdict.problem } : { state: 'sent' }
}
