import type { OutboxState } from './outbox.ts'

/** An order that must be shipped, with what Amazon knows of it. Units are Amazon's; instants epoch ms. */
export type WatchedOrder = {
  readonly shipBy: number
  readonly ordered: number
  /** In packages that were entered here, or shipped as Amazon says. */
  readonly left: number
  /** How far each confirmation is. */
  readonly confirmations: readonly OutboxState[]
}

/** What an order near its deadline lacks. */
export const DEADLINE_GAPS = ['not-entered', 'partly-entered', 'refused', 'not-accepted'] as const
export type DeadlineGap = (typeof DEADLINE_GAPS)[number]

const SENTENCES: Readonly<Record<DeadlineGap, string>> = {
  'not-entered': 'no package is entered',
  'partly-entered': 'packages are entered for a part only',
  refused: 'a package is entered, and Amazon does not take its confirmation: the Error Log says why',
  'not-accepted': 'a package is entered, and Amazon has not accepted its confirmation yet',
}

/** Says a gap for people (S6). */
export const tellGap = (gap: DeadlineGap): string => SENTENCES[gap]

/** What an order lacks until Amazon knows that all of it has left; null when Amazon knows (S6). */
export function deadlineGap({ ordered, left, confirmations }: WatchedOrder): DeadlineGap | null {
  if (confirmations.some((state) => state === 'refused' || state === 'unsure')) return 'refused'
  if (left <= 0) return 'not-entered'
  if (left < ordered) return 'partly-entered'
  return confirmations.some((state) => state === 'waiting' || state === 'taken') ? 'not-accepted' : null
}
