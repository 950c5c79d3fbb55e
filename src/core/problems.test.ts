import { describe, expect, it, test } from 'vitest'
import { KNOWN_PROBLEMS, type ProblemCode } from './known-problems.ts'
import { type Facts, failed, fill, problem, tell } from './problems.ts'

const codes = Object.keys(KNOWN_PROBLEMS) as ProblemCode[]
const places = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')

describe('problems', () => {
  it.each(codes)('[E4] %s says what is wrong, who mends it and whether trying again helps', (code) => {
    const facts: Facts = Object.fromEntries(places(KNOWN_PROBLEMS[code].sentence).map((name) => [name, `some ${name}`]))
    const told = tell(problem(code, facts))
    expect(told.sentence).not.toMatch(/[{}]/)
    expect(told.sentence.length).toBeGreaterThan(5)
    expect(['merchant', 'operator', 'amazon', 'nobody']).toContain(told.mendedBy)
    expect(typeof told.retryHelps).toBe('boolean')
    expect(told.code).toBe(code)
  })

  test('[E4] an order that is held always names what mends it', () => {
    const ofOrders: ProblemCode[] = [
      'unknown-sku',
      'mapping-item-missing',
      'ratio-splits-pack',
      'unmapped-level',
      'no-method-for-level',
      'no-method-rates',
      'no-destination',
      'unknown-status',
      'missing-block',
    ]
    for (const code of ofOrders) expect(tell(problem(code)).mend).not.toBeNull()
  })

  test('[E4] a fact is never read as a placeholder, nor a name that objects have by themselves', () => {
    expect(fill('{sku} and {item}', { sku: '{item}', item: 'MUG' })).toBe('{item} and MUG')
    expect(fill('{toString}', {})).toBe('{toString}')
  })

  test('[E4] a failure carries its problem', () => {
    expect(failed('unknown-sku', { sku: 'X' })).toEqual({
      ok: false,
      problem: { code: 'unknown-sku', facts: { sku: 'X' } },
    })
  })
})

test('[E4] what was not sent, and a status that nobody knows, are said in plain words that are true for known orders too', () => {
  expect(tell(problem('missing-block', { field: 'any lines' })).sentence).toMatch(
    /^Amazon sent this order without any lines\. /,
  )
  expect(tell(problem('unknown-status', { status: 'LOST' })).sentence).not.toMatch(/Nothing was imported/)
})

test('[E4] no sentence for people names a command; the command stands apart', () => {
  for (const [code, { sentence }] of Object.entries(KNOWN_PROBLEMS))
    expect({ code, sentence }).not.toMatchObject({
      sentence: expect.stringContaining('./millrace'),
    })
  expect(tell(problem('carrier-unknown', { carrier: 'Joe', typed: 'Joe' })).command).toContain(
    './millrace carrier set Joe',
  )
})
