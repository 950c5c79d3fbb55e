import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enterPackage } from './enter-package.ts'
import type { PackageEntry } from './package-entry.ts'
import { context, enter, entered, item, line, nothingSaid, order, sum } from './package-examples.ts'

describe('the same package once more', () => {
  const first = { ...entered(order([line()]), { reference: 'WH-1', items: [item('1', 2)] }).package, reference: 'WH-1' }
  const left = line({ fulfilledAmazon: 2 })
  const later = order([left], { packages: [first], nextNumber: 2 })
  const again = (said: Partial<PackageEntry>) => {
    const named = said.reference === 'WH-1' ? { orderId: 7, amazonOrderId: later.amazonOrderId, known: first } : null
    return enterPackage(later, { ...nothingSaid, ...said }, { ...context, named })
  }

  test('[S2] the same reference and content is the package that is there', () => {
    for (const said of [
      { items: [item('1', 2)] },
      {},
      { items: [item('1', null)] },
      { carrier: 'usps', shippedAt: '11/10/26' },
    ])
      expect(again({ reference: 'WH-1', ...said })).toMatchObject({
        ok: true,
        value: { kind: 'known', package: { number: 1 } },
      })
  })

  test.each<[string, Partial<PackageEntry>]>([
    ['content', { items: [item('1', 1)] }],
    ['tracking number', { tracking: '1Z999AA10123456785' }],
    ['tracking number', { tracking: null }],
    ['carrier', { carrier: 'UPS' }],
    ['service', { service: 'Ground' }],
    ['ship date', { shippedAt: '2026-11-09' }],
  ])('[S2] the same reference with another %s is refused', (what, said) => {
    expect(again({ reference: 'WH-1', ...said })).toMatchObject({
      problem: { code: 'reference-taken', facts: { what } },
    })
  })

  test('[S2] a file read twice enters nothing twice; another tracking or another content is another package', () => {
    expect(again({ items: [item('1', 2)] })).toMatchObject({ ok: true, value: { kind: 'known' } })
    expect(again({ items: [item('1', 1)] })).toMatchObject({
      ok: true,
      value: { kind: 'entered', package: { number: 2 } },
    })
    expect(again({})).toMatchObject({ ok: true, value: { kind: 'entered' } })
    expect(again({ tracking: null, items: [item('1', 1)] })).toMatchObject({ ok: true, value: { kind: 'entered' } })
  })
})

const ratios = fc.constantFrom(
  { amazon: 1, ours: 1 },
  { amazon: 1, ours: 3 },
  { amazon: 2, ours: 1 },
  { amazon: 3, ours: 2 },
  { amazon: 10, ours: 4 },
)

test('[S2][O20] whatever packages are entered: never more than was ordered, and stock is conserved to the last unit', () => {
  const story = fc.record({
    ratio: ratios,
    quantity: fc.integer({ min: 1, max: 30 }),
    each: fc.integer({ min: 1, max: 3 }),
    packages: fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 12 })), { maxLength: 12 }),
  })
  fc.assert(
    fc.property(story, ({ ratio, quantity, each, packages }) => {
      let now = line({ quantityAmazon: quantity, ratio, each })
      const reserved = sum(now.allocations)
      let used = 0
      let packed = 0
      for (const wanted of [...packages, null]) {
        const result = enter(order([now]), { items: [item('1', wanted)], tracking: null })
        if (!result.ok || result.value.kind !== 'entered') continue
        const { package: made, stock, lines } = result.value
        packed += made.items.reduce((total, { quantityAmazon }) => total + quantityAmazon, 0)
        used += sum(stock.used)
        expect(packed).toBeLessThanOrEqual(quantity)
        expect(made.items.every((each) => each.quantity > 0 && Number.isInteger(each.quantityAmazon))).toBe(true)
        expect(used + sum(stock.after)).toBe(reserved)
        now = { ...now, fulfilledAmazon: lines[0]!.fulfilledAmazon, allocations: stock.after }
      }
      expect([packed, used]).toEqual([quantity, reserved])
    }),
  )
})
