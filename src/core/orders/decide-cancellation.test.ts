import { describe, expect, it, test } from 'vitest'
import { OUTBOX_STATES } from '../shipments/outbox.ts'
import { CANCEL_REASONS, type OrderToCancel, stageAfterDecision, stageWhenCancelling } from './decide-cancellation.ts'
import { STAGES } from './stage.ts'

const order = (given: Partial<OrderToCancel> = {}) => ({
  stage: 'Shipping Department' as const,
  amazonStatus: 'UNSHIPPED',
  fulfilledByAmazon: false,
  toConfirm: true,
  cancellation: null,
  lines: [{ fulfilledAmazon: 0 }],
  stageBefore: null,
  ...given,
})
const open = { state: 'open', up: null } as const
const held = order({ stage: 'Hold', cancellation: open })
const cancel = { decision: 'cancel', reason: CANCEL_REASONS[1] } as const
const ship = { decision: 'ship-anyway' } as const

describe('deciding about a cancellation', () => {
  test('[O16] cancel leaves it on Hold, ship anyway puts it back where it stood', () => {
    expect(stageAfterDecision(held, cancel)).toEqual({ ok: true, value: 'Hold' })
    expect(stageAfterDecision(held, ship)).toEqual({ ok: true, value: 'Shipping Department' })
    expect(stageAfterDecision({ ...held, stageBefore: 'Accounts Receivable' }, ship)).toEqual({
      ok: true,
      value: 'Accounts Receivable',
    })
  })

  it.each(OUTBOX_STATES)('[O16][E6] a person may think again while the word is not under way: %s', (up) => {
    const decided = { ...held, cancellation: { state: 'cancel', up } } as const
    const gone = { ok: false, problem: { code: 'cancellation-under-way' } }
    const mayShip = ['waiting', 'refused', 'unsure', 'removed'].includes(up)
    expect(stageAfterDecision(decided, ship)).toMatchObject(mayShip ? { value: 'Shipping Department' } : gone)
    expect(stageAfterDecision(decided, cancel)).toMatchObject(up === 'taken' ? gone : { value: 'Hold' })
  })

  test('[O16] decided to ship, it may still be cancelled; what is completed here stays completed', () => {
    const shipping = order({ cancellation: { state: 'ship-anyway', up: 'removed' } })
    expect(stageAfterDecision(shipping, cancel)).toMatchObject({ value: 'Hold' })
    const completed = { ...held, stage: 'Completed Order', toConfirm: false } as const
    expect(stageAfterDecision(completed, ship)).toMatchObject({ value: 'Completed Order' })
    expect(stageAfterDecision(completed, cancel)).toMatchObject({ problem: { code: 'cannot-cancel' } })
  })

  it.each([
    ['never asked', { cancellation: null }],
    ['ended', { cancellation: { state: 'cancelled', up: 'settled' } }],
    ['shipped at Amazon', { amazonStatus: 'SHIPPED' }],
    ['cancelled at Amazon', { amazonStatus: 'CANCELLED' }],
  ] as const)('[O16] nothing to decide: %s', (_, given) => {
    expect(stageAfterDecision({ ...held, ...given }, cancel)).toMatchObject({
      ok: false,
      problem: { code: 'no-cancellation-request' },
    })
  })
})

describe('cancelling without being asked', () => {
  it.each(STAGES)('[O16] from stage %s', (stage) => {
    const expected = {
      'Accounts Receivable': { value: 'Hold' },
      'Pre-ordered': { problem: { code: 'cannot-cancel' } },
      'Shipping Department': { value: 'Hold' },
      Hold: { value: 'Hold' },
      'Completed Order': { problem: { code: 'cannot-cancel' } },
      // Not wanted here, and still open at Amazon.
      Rejected: { value: 'Rejected' },
    }[stage]
    expect(stageWhenCancelling(order({ stage }))).toMatchObject(expected)
  })

  it.each<[string, Partial<OrderToCancel>, string]>([
    ['[O14] an order that Amazon fulfills', { fulfilledByAmazon: true }, 'Amazon fulfills it'],
    ['[O6] an order in the books only', { toConfirm: false }, 'in the books only'],
    ['[O13] one that is pending at Amazon', { amazonStatus: 'PENDING' }, 'pending at Amazon'],
    ['[O13] one that Amazon has cancelled', { amazonStatus: 'CANCELLED' }, 'cancelled it already'],
    ['[O13] one that is shipped', { amazonStatus: 'SHIPPED' }, 'Refund it instead'],
    ['[O13] one whose status nobody knows', { amazonStatus: 'LOST' }, 'LOST'],
    ['[O16] one that is shipped in part', { amazonStatus: 'PARTIALLY_SHIPPED' }, 'a package has left'],
    ['[O16] one with a package of ours', { lines: [{ fulfilledAmazon: 1 }] }, 'a package has left'],
  ])('%s is refused and says why', (_, given, why) => {
    expect(stageWhenCancelling(order(given))).toMatchObject({
      problem: { code: 'cannot-cancel', facts: { why: expect.stringContaining(why) } },
    })
  })
})
