import { describe, expect, it, test } from 'vitest'
import type { ItemId, MethodId } from '../ids.ts'
import { byId, exampleItem, exampleStock, reserve } from './import-examples.ts'
import { reserveAgain } from './reserve-again.ts'
import { STAGES, type Stage } from './stage.ts'
import { checkMove, type MovableOrder, REASONS, TRANSITIONS } from './stage-transitions.ts'
import { workingStock } from './working-stock.ts'

const order = (given: Partial<MovableOrder> = {}): MovableOrder => ({
  stage: 'Shipping Department',
  amazonStatus: 'UNSHIPPED',
  fulfilledByAmazon: false,
  cancellation: null,
  methodId: 'GROUND' as MethodId,
  lines: [{ itemId: 'MUG' as ItemId, sellerSku: 'MUG' }],
  ...given,
})
const pairs = STAGES.flatMap((from) => STAGES.map((to) => ({ from, to })))

describe('moving an order', () => {
  it.each(pairs)('[O20] from $from to $to: what the table says', ({ from, to }) => {
    const [reason = 'other'] = REASONS[to]
    expect(checkMove(order({ stage: from }), to, reason).ok).toBe(TRANSITIONS[from].includes(to))
  })

  it.each([
    ['Rejected', 'releases'],
    ['Completed Order', 'uses'],
    ['Hold', 'reserves'],
    ['Accounts Receivable', 'reserves'],
  ] as const)('[O20] to %s its stock: %s', (to, value) => {
    const [reason = 'other'] = REASONS[to]
    expect(checkMove(order(), to, reason)).toEqual({ ok: true, value })
  })

  it.each<[string, Partial<MovableOrder>]>([
    ['[O14] what Amazon fulfills is read-only', { fulfilledByAmazon: true }],
    ['[O16] an open request to cancel is decided first', { stage: 'Hold', cancellation: { state: 'open' } }],
    ['[O16] what is to be cancelled waits for Amazon', { stage: 'Hold', cancellation: { state: 'cancel' } }],
    ['[O13] what Amazon has cancelled is not shipped', { stage: 'Rejected', amazonStatus: 'CANCELLED' }],
    ['[O13] what is shipped at Amazon is not shipped again', { stage: 'Rejected', amazonStatus: 'SHIPPED' }],
  ])('%s', (_, given) => {
    expect(checkMove(order(given), 'Shipping Department', 'other')).toMatchObject({
      ok: false,
      problem: { code: 'stage-not-allowed' },
    })
  })

  it.each(STAGES)('[O13] what is pending at Amazon can only be rejected, also from %s', (from) => {
    const pending = (to: Stage) =>
      checkMove(order({ stage: from, amazonStatus: 'PENDING', methodId: null }), to, REASONS[to][0] ?? 'other')
    const allowed = STAGES.filter((to) => pending(to).ok)
    expect(allowed).toEqual(TRANSITIONS[from].includes('Rejected') ? ['Rejected'] : [])
    if (from === 'Rejected')
      expect(pending('Shipping Department')).toMatchObject({
        problem: {
          facts: { why: ', because it is pending at Amazon: until Amazon confirms it, it can only be rejected' },
        },
      })
  })

  it.each<[string, Partial<MovableOrder>, string]>([
    ['without a shipping method', { methodId: null }, ', because no shipping method was chosen for it'],
    [
      'with a line that has no item',
      { lines: [{ itemId: null, sellerSku: 'NO-ONE' }] },
      ', because no item is known for its seller SKU [NO-ONE]',
    ],
  ])('[O13] an order %s reserves nothing: no stage for it but those that release or use', (_, given, why) => {
    expect(checkMove(order({ stage: 'Rejected', ...given }), 'Shipping Department', 'other')).toMatchObject({
      ok: false,
      problem: { code: 'stage-not-allowed', facts: { why } },
    })
    expect(checkMove(order({ stage: 'Hold', ...given }), 'Accounts Receivable', 'other').ok).toBe(false)
    expect(checkMove(order({ stage: 'Hold', ...given }), 'Completed Order', 'other').ok).toBe(true)
    expect(checkMove(order({ stage: 'Hold', ...given }), 'Rejected', 'other').ok).toBe(true)
  })

  test('[O13] what was cancelled after shipping may be completed or rejected by a person', () => {
    const held = order({ stage: 'Hold', amazonStatus: 'CANCELLED' })
    expect(checkMove(held, 'Rejected', 'other').ok).toBe(true)
    expect(checkMove(held, 'Completed Order', 'other').ok).toBe(true)
  })

  test('[O20] the reason must fit', () => {
    expect(checkMove(order(), 'Hold', 'approved')).toMatchObject({
      problem: { code: 'not-valid', facts: { field: 'reason' } },
    })
  })

  test('[O20] back from Rejected the open units are reserved again, in packs of ours', () => {
    const ratio = { amazon: 1, ours: 3 }
    const line = { lineId: 'L1', itemId: 'MUG' as ItemId, ratio, quantityAmazon: 3, fulfilledAmazon: 1 }
    const shelves = {
      items: byId([exampleItem('MUG')]),
      centers: [{ code: 'EAST', isDefault: true }] as never,
      stock: workingStock(exampleStock({ MUG: { EAST: [9, 0] } })),
    }
    expect(reserveAgain([line, { ...line, lineId: 'L2', itemId: null }], shelves).allocations).toEqual([
      reserve('L1', 'MUG', 6),
    ])
    expect(
      reserveAgain(
        [
          { ...line, fulfilledAmazon: 3 },
          { ...line, quantityAmazon: 0 },
        ],
        shelves,
      ).allocations,
    ).toEqual([])
  })
})
