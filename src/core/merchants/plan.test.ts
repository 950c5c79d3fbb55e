import { expect, test } from 'vitest'
import { checkPlans, planForChannel } from './plan.ts'

const PLANS = [
  { name: 'Small', includesChannel: false },
  { name: 'Medium', includesChannel: false },
  { name: 'Large', includesChannel: true },
  { name: 'Enterprise', includesChannel: true },
]

test.each([
  ['Small', 'raise', 'Large'],
  ['Medium', 'raise', 'Large'],
  [null, 'raise', 'Large'],
  ['Gone', 'raise', 'Large'],
  ['Large', 'fine', undefined],
  ['Enterprise', 'fine', undefined],
])('[C8] connecting on plan %s: %s %s', (plan, kind, to) => {
  const step = planForChannel(PLANS, plan)
  expect([step.kind, step.kind === 'raise' ? step.to : undefined]).toEqual([kind, to])
})

test('[C8] without plans nothing is asked; where none includes the channel that is said', () => {
  expect(planForChannel([], null)).toEqual({ kind: 'fine' })
  expect(planForChannel([{ name: 'Small', includesChannel: false }], 'Small')).toMatchObject({
    kind: 'none',
    problem: { code: 'no-plan-has-channel' },
  })
  // Never a lower plan, even where only a lower one has it.
  const odd = [
    { name: 'A', includesChannel: true },
    { name: 'B', includesChannel: false },
  ]
  expect(planForChannel(odd, 'B').kind).toBe('none')
})

test('[C8] plans have names that differ', () => {
  expect(checkPlans(PLANS).ok).toBe(true)
  expect(checkPlans([...PLANS, { name: 'Small', includesChannel: true }]).ok).toBe(false)
  expect(checkPlans([{ name: '', includesChannel: true }]).ok).toBe(false)
})
