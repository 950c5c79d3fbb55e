import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { MethodId } from '../ids.ts'
import { byId, exampleMethod, exampleParcel, TEXAS } from '../orders/import-examples.ts'
import type { LevelMethod } from '../settings/settings.ts'
import { chooseShippingMethod } from './choose-shipping-method.ts'
import type { ShippingMethod } from './shipping-method.ts'

/** One row of the table: method, its cost (null: unavailable), priority, ticked or not. */
type Row = readonly [id: string, cost: number | null, priority: number | null, valid?: boolean]

const method = ([id, cost]: Row): ShippingMethod =>
  exampleMethod(id, {
    enabled: cost !== null,
    zones: [
      { country: 'US', states: [], exceptStates: [], postalCodes: [], rate: { kind: 'flat', amount: cost ?? 0 } },
    ],
  })
const row = ([id, , priority, valid = true]: Row): LevelMethod => ({ methodId: id as MethodId, valid, priority })
const choose = (rows: readonly Row[], methods: readonly ShippingMethod[] = rows.map(method)) =>
  chooseShippingMethod(
    { level: 'standard', rows: rows.map(row), methods: byId(methods) },
    { destination: TEXAS, parcel: exampleParcel(), merchantCurrency: 'USD' },
  )

describe('choose shipping method', () => {
  it.each<[string, Row[], string]>([
    [
      'the lowest priority number that is available wins',
      [
        ['A', 100, 2],
        ['B', 900, 1],
        ['C', 50, 3],
      ],
      'B',
    ],
    [
      'an unavailable method is dropped, whatever its priority',
      [
        ['A', 100, 2],
        ['B', null, 1],
      ],
      'A',
    ],
    [
      'without priorities the cheapest wins',
      [
        ['A', 300, null],
        ['B', 200, null],
        ['C', 400, null],
      ],
      'B',
    ],
    [
      'at equal priorities the cheapest wins',
      [
        ['A', 300, 1],
        ['B', 200, 1],
        ['C', 100, 2],
      ],
      'B',
    ],
    [
      'at equal cost the one higher in the table wins',
      [
        ['A', 300, 1],
        ['B', 200, 1],
        ['C', 200, 1],
      ],
      'B',
    ],
    [
      'a method with a priority comes before a cheaper one without',
      [
        ['A', 100, null],
        ['B', 900, 9],
      ],
      'B',
    ],
    [
      'priority 0 and below are priorities too',
      [
        ['A', 100, 1],
        ['B', 900, 0],
      ],
      'B',
    ],
    [
      'a method that is not ticked is not asked',
      [
        ['A', 100, 1, false],
        ['B', 900, 2],
      ],
      'B',
    ],
    [
      'a method that costs nothing can win',
      [
        ['A', 100, null],
        ['B', 0, null],
      ],
      'B',
    ],
  ])('[O9] %s', (_, rows, winner) => {
    const chosen = choose(rows)
    expect(chosen.ok && chosen.value.methodId).toBe(winner)
  })

  test('[O9] a level without a ticked method is a problem that names the level', () => {
    for (const rows of [[], [['A', 100, 1, false]] as Row[]]) {
      expect(choose(rows)).toEqual({
        ok: false,
        problem: { code: 'no-method-for-level', facts: { level: 'Standard' } },
      })
    }
  })

  test('[O9] when none is available each method says why, in the order of the table', () => {
    const methods = [exampleMethod('FIRST', { maxGrams: 450 }), exampleMethod('SECOND', { zones: [] })]
    const chosen = choose(
      [
        ['FIRST', 1, 1],
        ['SECOND', 1, 2],
        ['THIRD', 1, 3],
      ],
      methods,
    )
    expect(chosen.ok ? null : chosen.problem).toEqual({
      code: 'no-method-rates',
      facts: {
        level: 'Standard',
        reasons: 'FIRST: too heavy (over 450 g); SECOND: no zone for the destination; THIRD: does not exist',
      },
    })
  })

  test('[O9] many reasons are cut to a length that a page can show', () => {
    const rows = Array.from({ length: 300 }, (_, index): Row => [`METHOD-${index}`, null, index])
    const chosen = choose(rows)
    expect(chosen.ok ? '' : String(chosen.problem.facts.reasons).length).toBe(401)
  })

  test('[O9] chooses as sorting the whole table by priority, cost and place does', () => {
    const rows = fc.array(
      fc.tuple(fc.option(fc.integer({ min: 0, max: 4 })), fc.option(fc.integer({ min: 0, max: 3 })), fc.boolean()),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const table = given.map(([cost, priority, valid], index): Row => [`M${index}`, cost, priority, valid])
        const sorted = table
          .map(([id, cost, priority, valid], place) => ({ id, cost, priority, valid, place }))
          .filter(({ cost, valid }) => valid && cost !== null)
          .sort((one, other) => {
            if (one.priority !== null && other.priority === null) return -1
            if (one.priority === null && other.priority !== null) return 1
            if (one.priority !== null && other.priority !== null && one.priority !== other.priority) {
              return one.priority - other.priority
            }
            return Number(one.cost) - Number(other.cost) || one.place - other.place
          })
        const chosen = choose(table)
        expect(chosen.ok ? chosen.value : null).toEqual(
          sorted[0] ? { methodId: sorted[0].id, cost: sorted[0].cost } : null,
        )
      }),
      { numRuns: 300 },
    )
  })
})
