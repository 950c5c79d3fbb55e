import { failed, ok, type Result } from '../problems.ts'
import type { OutboxRow, OutboxState } from './outbox.ts'

type Decided = Pick<OutboxRow, 'kind' | 'state'>

/** Whether a row may be sent now by a person's word; a refund that may have been paid is decided first (E6, O16). */
export function checkRetry({ kind, state }: Decided): Result<null> {
  if (state === 'unsure' && kind === 'refund') return failed('outbox-refund-unsure')
  return checkOpen(state, 'sent again')
}

/** Whether a person may take a row off: what is under way cannot be called back (E6). */
export const checkRemove = ({ state }: Decided): Result<null> => checkOpen(state, 'removed')

const UNDER_WAY: Readonly<Partial<Record<OutboxState, string>>> = {
  taken: 'in a feed or file that is under way',
  sent: 'at Amazon and looked for there',
}

function checkOpen(state: OutboxState, wanted: string): Result<null> {
  const how = UNDER_WAY[state]
  if (how) return failed('outbox-under-way', { how, wanted })
  if (state === 'settled' || state === 'removed') return failed('outbox-over', { state, wanted })
  return ok(null)
}
