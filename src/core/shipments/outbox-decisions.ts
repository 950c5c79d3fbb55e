import { failed, ok, type Result } from '../problems.ts'
import type { OutboxRow, OutboxState } from './outbox.ts'

type Decided = Pick<OutboxRow, 'kind' | 'state'>

/** Whether a row may be sent now by a person's word; a refund that may have been paid is decided first (E6, O16). */
export const checkRetry = (row: Decided): Result<null> => checkOpen(row, 'sent again')

/**
 * Whether a person may take a row off: what is under way cannot be called back, and a refund that may have been paid still counts as
 * given until it is known (E6, O16).
 */
export const checkRemove = (row: Decided): Result<null> => checkOpen(row, 'removed')

const UNDER_WAY: Readonly<Partial<Record<OutboxState, string>>> = {
  taken: 'in a feed or file that is under way',
  sent: 'at Amazon and looked for there',
}

function checkOpen({ kind, state }: Decided, wanted: string): Result<null> {
  if (state === 'unsure' && kind === 'refund') return failed('outbox-refund-unsure')
  const how = UNDER_WAY[state]
  if (how) return failed('outbox-under-way', { how, wanted })
  if (state === 'settled' || state === 'removed') return failed('outbox-over', { state, wanted })
  return ok(null)
}
