import { describe, expect, it, test } from 'vitest'
import { type CancellationRequest, cancellationStep } from './cancellation-request.ts'
import { decide, pageRules } from './decide-import.ts'
import { decideUpdate } from './decide-update.ts'
import type { PlacedOrder } from './import-context.ts'
import {
  exampleContext,
  exampleDocument,
  exampleLine,
  exampleStock,
  PLACED_AT,
  placedLine,
  placedOrder,
  reserve,
} from './import-examples.ts'
import type { StatusMeaning } from './status.ts'
import { workingStock } from './working-stock.ts'

const known = (given: Partial<CancellationRequest> = {}): CancellationRequest => ({
  number: 1,
  lines: ['L1'],
  state: 'open',
  gone: false,
  byMerchant: false,
  up: given.state === 'cancel' ? 'waiting' : null,
  ...given,
})
const asked = (...ids: string[]) => ids.map((lineId) => exampleLine({ lineId, cancellationRequested: true }))
const quiet = [exampleLine()]
const step = (
  meaning: StatusMeaning | null,
  lines: readonly ReturnType<typeof exampleLine>[],
  before: CancellationRequest | null,
) => cancellationStep({ meaning, lines }, before)
const stepInPart = (before: CancellationRequest) =>
  cancellationStep({ meaning: 'open', lines: quiet, partly: true }, before)
const own = known({ state: 'cancel', byMerchant: true, lines: ['L1', 'L2'] })

describe('the request to cancel', () => {
  it.each([
    ['none asked, none known', step('open', quiet, null), null],
    [
      'asked first',
      step('open', [...asked('L1'), exampleLine({ lineId: 'L2' })], null),
      { kind: 'asked', number: 1, lines: ['L1'] },
    ],
    ['the same again', step('open', asked('L1'), known()), null],
    ['the same again after ship anyway', step('open', asked('L1'), known({ state: 'ship-anyway' })), null],
    [
      'one line more',
      step('open', asked('L1', 'L2'), known({ state: 'ship-anyway' })),
      { kind: 'asked', number: 2, lines: ['L1', 'L2'] },
    ],
    ['one line less', step('open', asked('L1'), known({ lines: ['L1', 'L2'] })), null],
    ['no longer shown', step('open', quiet, known()), { kind: 'gone', number: 1 }],
    ['still not shown', step('open', quiet, known({ gone: true })), null],
    ['no longer shown, decided long ago', step('open', quiet, known({ state: 'ship-anyway' })), null],
    ['shown again', step('open', asked('L1'), known({ gone: true })), { kind: 'back', number: 1 }],
    ['cancelled', step('cancelled', asked('L1'), known({ state: 'cancel' })), { kind: 'cancelled', number: 1 }],
    ['shipped', step('shipped', asked('L1'), known()), { kind: 'shipped', number: 1 }],
    ['shipped after ship anyway', step('shipped', asked('L1'), known({ state: 'ship-anyway' })), null],
    ['asked and already cancelled', step('cancelled', asked('L1'), null), null],
    ['pending: the buyer can still cancel it', step('pending', asked('L1'), null), null],
    ['a status nobody knows', step(null, asked('L1'), known()), null],
    ["the merchant's own is never shown, so never gone", step('open', quiet, own), null],
    ["the merchant's own is done", step('cancelled', quiet, own), { kind: 'cancelled', number: 1 }],
    [
      'the buyer asks for what the merchant cancels',
      step('open', asked('L1'), own),
      { kind: 'joined', number: 1, lines: ['L1'] },
    ],
    [
      'one line more while the order is being cancelled',
      step('open', asked('L1', 'L2'), known({ state: 'cancel' })),
      { kind: 'joined', number: 1, lines: ['L1', 'L2'] },
    ],
    [
      "the buyer asks after the merchant's own was taken back",
      step('open', asked('L1'), known({ state: 'ship-anyway', byMerchant: true })),
      { kind: 'asked', number: 2, lines: ['L1'] },
    ],
    ['a part has left while it is being cancelled', stepInPart(own), { kind: 'too-late', number: 1 }],
    ['a part has left, and that is known', stepInPart({ ...own, up: 'refused' }), null],
    ['a part has left, and nothing was decided', stepInPart(known({ gone: true })), null],
  ])('[O16] %s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })
})

describe('an order with a request to cancel', () => {
  const update = (given: Partial<PlacedOrder>, order: object = {}) => {
    const lines = asked('L1')
    const document = exampleDocument({ updatedAt: PLACED_AT + 120_000, lines, ...order })
    const outcome = decideUpdate(document, placedOrder(given), exampleContext().merchant)
    return outcome?.kind === 'updated' ? outcome.change : outcome
  }

  test('[O16] a new one is placed on Hold with method and stock', () => {
    const outcome = decide(
      exampleDocument({ lines: asked('L1') }),
      pageRules(exampleContext()),
      workingStock(exampleStock({ MUG: { EAST: [9, 0] } })),
    )
    expect(outcome).toMatchObject({
      kind: 'placed',
      order: {
        stage: 'Hold',
        methodId: 'GROUND',
        allocations: [reserve('L1', 'MUG', 2)],
        cancellation: { kind: 'asked' },
      },
    })
  })

  it.each(['Shipping Department', 'Accounts Receivable'] as const)(
    '[O16] one in stage %s goes to Hold and keeps its stock',
    (stage) => {
      expect(update({ stage })).toMatchObject({
        stage: 'Hold',
        problems: [{ code: 'cancellation-requested' }],
        allocations: [reserve('L1', 'MUG', 2)],
        cancellation: { kind: 'asked', number: 1 },
      })
    },
  )

  it.each(['Hold', 'Completed Order', 'Rejected'] as const)(
    '[O16] one in stage %s stays there; the request is known',
    (stage) => {
      expect(update({ stage })).toMatchObject({
        stage,
        problems: [{ code: 'cancellation-requested' }],
        cancellation: { kind: 'asked' },
      })
    },
  )

  test.each<[string, Partial<CancellationRequest> | null, object, readonly string[]]>([
    ['while it is open', {}, {}, ['cancellation-requested']],
    ['while it is open and no longer shown', {}, { lines: quiet }, ['cancellation-requested']],
    ['beside another', {}, { status: 'LOST' }, ['unknown-status', 'cancellation-requested']],
    ['until it is decided to cancel', { state: 'cancel' }, {}, []],
    ['again when Amazon refused to cancel', { state: 'cancel', up: 'refused' }, {}, ['cancellation-not-done']],
    ['again when the word was taken off', { state: 'cancel', up: 'removed' }, {}, ['cancellation-not-done']],
    ['again when a part has left', { state: 'cancel' }, { status: 'PARTIALLY_SHIPPED' }, ['cancellation-not-done']],
    ['not while it is on its way', { state: 'cancel', up: 'taken' }, {}, []],
    ['until it is decided to ship', { state: 'ship-anyway' }, {}, []],
    ['until Amazon has cancelled', {}, { status: 'CANCELLED' }, []],
    ['until it is shipped', {}, { status: 'SHIPPED' }, []],
    ['only where it was asked', null, { lines: quiet }, []],
  ])('[O16] each later word says again what a person must decide: %s', (...given) => {
    const [, request, order, codes] = given
    const change = update({ stage: 'Hold', cancellation: request && known(request) }, order)
    expect(change && 'problems' in change && change.problems.map(({ code }) => code)).toEqual(codes)
  })

  test('[O16] the same data is news when only the request is new, and no news when it is known', () => {
    const same = { updatedAt: PLACED_AT + 60_000 }
    expect(update({}, same)).toMatchObject({ stage: 'Hold' })
    expect(update({ stage: 'Hold', cancellation: known() }, same)).toEqual({ kind: 'unchanged' })
  })

  test('[O16] shipped anyway, the same request does not hold it again', () => {
    expect(update({ cancellation: known({ state: 'ship-anyway' }) })).toMatchObject({
      stage: 'Shipping Department',
      cancellation: null,
    })
  })

  test('[O16] Amazon ends it: cancelled is rejected and releases, shipped is completed and uses', () => {
    const held = { stage: 'Hold', cancellation: known({ state: 'cancel' }) } as const
    expect(update(held, { status: 'CANCELLED' })).toMatchObject({
      stage: 'Rejected',
      allocations: [],
      used: [],
      cancellation: { kind: 'cancelled' },
    })
    expect(update(held, { status: 'SHIPPED' })).toMatchObject({
      stage: 'Completed Order',
      used: [reserve('L1', 'MUG', 2)],
      cancellation: { kind: 'shipped' },
    })
  })

  test('[O16] a request for a line that was dropped holds nothing', () => {
    const lines = [exampleLine(), ...asked('L9')]
    expect(update({ lines: [placedLine()] }, { lines })).toMatchObject({
      stage: 'Shipping Department',
      cancellation: null,
    })
  })

  test("[O14] Amazon's own order is never held", () => {
    expect(update({ stage: 'Completed Order', fulfilledByAmazon: true })).toMatchObject({ cancellation: null })
  })
})
