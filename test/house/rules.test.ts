import { describe, expect, test } from 'vitest'
import { citedIds, type Rules, ruleComplaints, writeIndex } from '../../scripts/rules/rule-index.ts'
import type { TestResult } from '../../scripts/tests/test-run.ts'

const rules: Rules = {
  O9: { title: 'Which method', file: 'src/core/choose.ts' },
  O10: { title: 'Levels', file: ['src/core/level.ts', 'src/core/choose.ts'] },
  S1: { title: 'Confirm', file: 'not yet' },
}

const proof = (title: string, status: TestResult['status'] = 'passed'): TestResult => ({
  file: 'src/core/choose.test.ts',
  titles: ['choosing', title],
  status,
})

const both = proof('[O9][O10] the lowest number wins')
const exists = () => true

describe('which rules a test cites', () => {
  test.each([
    ['[O9] the cheapest wins', ['O9']],
    ['[O9][O10] an unknown level holds', ['O9', 'O10']],
    ['the cheapest wins [O9]', []],
    ['[sic] not a rule', []],
    ['[O9, O10] written wrongly', ['O9, O10']],
  ])('of the title "%s"', (title, ids) => {
    expect(citedIds(proof(title))).toEqual(ids)
  })
})

describe('what is wrong between rules, code and tests', () => {
  test('nothing, when each built rule has a test that passed', () => {
    expect(ruleComplaints(rules, [both], exists)).toEqual([])
  })

  test('a rule with a file but no test', () => {
    expect(ruleComplaints(rules, [proof('[O10] holds')], exists)).toEqual([
      'Rule O9 has a file but no test [O9] that passed.',
    ])
  })

  test('a test that failed or was skipped proves nothing', () => {
    for (const status of ['failed', 'skipped'] as const) {
      expect(ruleComplaints(rules, [{ ...both, status }], exists)).toHaveLength(2)
    }
  })

  test('a file that does not exist', () => {
    const complaints = ruleComplaints(rules, [both], (file) => file !== 'src/core/level.ts')
    expect(complaints).toEqual(['Rule O10 names src/core/level.ts, which does not exist.'])
  })

  test('a title that cites no known rule', () => {
    expect(ruleComplaints(rules, [both, proof('[Z1] strange')], exists)[0]).toContain('cites [Z1], which is no rule')
  })
})

describe('the index', () => {
  test('shows each rule with its files and its tests', () => {
    const lines = writeIndex(rules, [both, proof('[O10] a | b')]).split('\n')
    expect(lines).toContain('2 of 3 rules are built.')
    expect(lines).toContain('| O9 | Which method | `src/core/choose.ts` | the lowest number wins |')
    expect(lines).toContain(
      '| O10 | Levels | `src/core/level.ts`<br>`src/core/choose.ts` | a \\| b<br>the lowest number wins |',
    )
    expect(lines).toContain('| S1 | Confirm | not yet |  |')
  })

  test('is the same in whatever order the tests ran', () => {
    const others = [both, proof('[O9] b'), proof('[O9] a')]
    expect(writeIndex(rules, others)).toBe(writeIndex(rules, [...others].reverse()))
  })

  test("is the same with and without Amazon's models", () => {
    const without = proof("[O9] reads as Amazon writes (Amazon's models absent)", 'skipped')
    expect(writeIndex(rules, [without])).toBe(writeIndex(rules, [proof('[O9] reads as Amazon writes')]))
  })
})
