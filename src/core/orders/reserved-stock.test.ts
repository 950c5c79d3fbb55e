import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { placedLine, reserve } from './import-examples.ts'
import { type LineEnd, settleLine } from './reserved-stock.ts'

type Case = {
  q: number
  f: number
  reserved: number
  to: readonly [quantity: number, fulfilled: number]
  end?: LineEnd
  ratio?: readonly [amazon: number, ours: number]
}

const settle = ({ q, f, reserved, to, end = 'open', ratio: [amazon, ours] = [1, 1] }: Case) => {
  const ratio = { amazon, ours }
  const { allocations, used } = settleLine(
    placedLine({ quantityAmazon: q, fulfilledAmazon: f, ratio, allocations: [reserve('L1', 'MUG', reserved)] }),
    { quantity: to[0], quantityFulfilled: to[1] },
    end,
  )
  return [allocations[0]?.quantity ?? 0, used[0]?.quantity ?? 0]
}

/** The plain reference: our units one after the other, each filled by so many parts of Amazon's. */
function countOurs({
  quantity,
  fulfilled,
  amazon,
  ours,
}: Record<'quantity' | 'fulfilled' | 'amazon' | 'ours', number>) {
  let needed = 0
  let gone = 0
  for (let begins = 0; begins < quantity * ours; begins += amazon) {
    const left = fulfilled * ours
    if (left >= begins + amazon || (fulfilled === quantity && left > begins)) gone++
    else needed++
  }
  return { needed, gone }
}

describe('reserved stock', () => {
  it.each<[string, Case, [kept: number, used: number]]>([
    ['nothing new keeps all', { q: 4, f: 0, reserved: 4, to: [4, 0] }, [4, 0]],
    ['what was fulfilled is used', { q: 4, f: 0, reserved: 4, to: [4, 1] }, [3, 1]],
    ['what was fulfilled before is not used again', { q: 4, f: 1, reserved: 3, to: [4, 1] }, [3, 0]],
    ['only what was fulfilled since is used', { q: 4, f: 1, reserved: 3, to: [4, 3] }, [1, 2]],
    ['a lowered quantity releases', { q: 4, f: 0, reserved: 4, to: [3, 0] }, [3, 0]],
    ['a lowered quantity and a shipped unit at once', { q: 4, f: 0, reserved: 4, to: [3, 1] }, [2, 1]],
    ['a line lowered to zero releases all', { q: 4, f: 0, reserved: 4, to: [0, 0] }, [0, 0]],
    ['a raised quantity reserves no more by itself', { q: 4, f: 0, reserved: 4, to: [6, 0] }, [4, 0]],
    ['a raised quantity uses what was fulfilled', { q: 4, f: 0, reserved: 4, to: [6, 3] }, [1, 3]],
    ['what was fulfilled never goes down', { q: 4, f: 2, reserved: 2, to: [4, 0] }, [2, 0]],
    ['packs of six: in our units', { q: 2, f: 0, reserved: 12, to: [2, 1], ratio: [1, 6] }, [6, 6]],
    ['two at Amazon are one of ours', { q: 4, f: 0, reserved: 2, to: [4, 2], ratio: [2, 1] }, [1, 1]],
    ['a broken pack is still needed', { q: 9, f: 0, reserved: 3, to: [9, 1], ratio: [3, 1] }, [3, 0]],
    ['a pack of which all has left', { q: 9, f: 1, reserved: 3, to: [9, 3], ratio: [3, 1] }, [2, 1]],
    [
      'a broken pack does not come back',
      { q: 9, f: 0, reserved: 3, to: [9, 1], ratio: [3, 1], end: 'cancelled' },
      [0, 1],
    ],
    ['kits of two: four reserve eight', { q: 4, f: 0, reserved: 8, to: [3, 1] }, [4, 2]],
    ['all shipped: what it still reserved is used', { q: 4, f: 1, reserved: 3, to: [4, 4], end: 'shipped' }, [0, 3]],
    ['all shipped, though Amazon names no number', { q: 4, f: 0, reserved: 4, to: [4, 0], end: 'shipped' }, [0, 4]],
    ['all shipped after one was cancelled', { q: 4, f: 0, reserved: 4, to: [3, 3], end: 'shipped' }, [0, 3]],
    ['cancelled releases all', { q: 4, f: 0, reserved: 4, to: [4, 0], end: 'cancelled' }, [0, 0]],
    ['cancelled after one had left', { q: 4, f: 0, reserved: 4, to: [4, 1], end: 'cancelled' }, [0, 1]],
    ['nothing open and yet reserved is left to a person', { q: 4, f: 4, reserved: 1, to: [4, 4] }, [1, 0]],
  ])('[O13] %s', (_, given, expected) => {
    expect(settle(given)).toEqual(expected)
  })

  test('[O13] a line that Amazon leaves out stays as it is', () => {
    const line = placedLine()
    expect(settleLine(line, undefined, 'open')).toEqual({
      line: { lineId: 'L1', quantityAmazon: 2, fulfilledAmazon: 0 },
      allocations: line.allocations,
      used: [],
    })
  })

  test('[O11] a line that shrinks in several steps keeps what its ratio says, and not one more', () => {
    let line = placedLine({
      quantityAmazon: 9,
      ratio: { amazon: 3, ours: 1 },
      allocations: [reserve('L1', 'MUG', 3)],
    })
    const kept = [8, 7, 6, 4, 3, 1, 0].map((quantity) => {
      const settled = settleLine(line, { quantity, quantityFulfilled: 0 }, 'open')
      line = { ...line, ...settled.line, allocations: settled.allocations }
      return settled.allocations[0]?.quantity ?? 0
    })
    expect(kept).toEqual([3, 3, 2, 2, 1, 1, 0])
  })

  test('[O11][O13][O20] however often a line shrinks or ships, it reserves and has used what counting unit by unit gives, a kit for each component', () => {
    const ratios = fc.record({ amazon: fc.integer({ min: 1, max: 6 }), ours: fc.integer({ min: 1, max: 6 }) })
    const step = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    fc.assert(
      fc.property(ratios, fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 8 }), (ratio, packs, steps) => {
        const components = [1, 3]
        let quantity = packs * ratio.amazon
        let fulfilled = 0
        let line = placedLine({
          quantityAmazon: quantity,
          ratio,
          allocations: components.map((each, n) => reserve('L1', `PART-${n}`, packs * ratio.ours * each)),
        })
        const used = [0, 0]
        for (const [fewer, more] of steps) {
          fulfilled = Math.min(quantity, fulfilled + more)
          quantity = Math.max(fulfilled, quantity - fewer)
          const settled = settleLine(line, { quantity, quantityFulfilled: fulfilled }, 'open')
          line = { ...line, ...settled.line, allocations: settled.allocations }
          for (const [n, each] of components.entries()) {
            const of = (all: typeof settled.used) => all.find(({ itemId }) => itemId === `PART-${n}`)?.quantity ?? 0
            used[n] = (used[n] ?? 0) + of(settled.used)
            const counted = countOurs({ quantity, fulfilled, ...ratio })
            expect([of(settled.allocations), used[n]]).toEqual([counted.needed * each, counted.gone * each])
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('[O20] over any story of a line nothing is used twice, nothing below zero, and shipping all uses what was left', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(step, { maxLength: 6 }),
        (quantity, perUnit, steps) => {
          const start = quantity * perUnit
          let line = placedLine({ quantityAmazon: quantity, allocations: [reserve('L1', 'MUG', start)] })
          let used = 0
          for (const [q, f] of steps) {
            const before = line.allocations[0]?.quantity ?? 0
            const settled = settleLine(line, { quantity: q, quantityFulfilled: Math.min(q, f) }, 'open')
            const kept = settled.allocations[0]?.quantity ?? 0
            const now = settled.used[0]?.quantity ?? 0
            expect(Number.isInteger(kept) && Number.isInteger(now)).toBe(true)
            expect(kept).toBeGreaterThanOrEqual(0)
            expect(now).toBeGreaterThanOrEqual(0)
            expect(kept + now).toBeLessThanOrEqual(before)
            expect(settled.line.fulfilledAmazon).toBeGreaterThanOrEqual(line.fulfilledAmazon)
            used += now
            line = { ...line, ...settled.line, allocations: settled.allocations }
          }
          const end = settleLine(line, undefined, 'shipped')
          expect(end.allocations).toEqual([])
          expect(used + (end.used[0]?.quantity ?? 0)).toBeLessThanOrEqual(start)
        },
      ),
      { numRuns: 300 },
    )
  })
})
