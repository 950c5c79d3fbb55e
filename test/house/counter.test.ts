import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readTestRun, type TestResult } from '../../scripts/tests/test-run.ts'
import { judge, lastLine, type RunFacts } from '../../scripts/tests/verdict.ts'

const result = (file: string, status: TestResult['status'], ...titles: string[]): TestResult => ({
  file,
  status,
  titles: titles.length > 0 ? titles : ['a rule'],
})

const passed = result('src/core/money.test.ts', 'passed')
const absent = result('test/simulator/models.test.ts', 'skipped', "agrees with the models (Amazon's models absent)")

function complaintsOf(facts: Partial<RunFacts>): readonly string[] {
  const tests = facts.tests ?? [passed]
  const files = facts.files ?? tests.map((one) => one.file)
  return judge({ ci: false, byName: false, ...facts, tests, files }).complaints
}

describe('what a run of the tests is worth', () => {
  test('a run in which everything ran is in order', () => {
    expect(complaintsOf({})).toEqual([])
  })

  test('a run in which nothing ran is refused', () => {
    expect(complaintsOf({ tests: [] })).toEqual(['No test ran.'])
    expect(complaintsOf({ tests: [absent] })).toEqual(['No test ran.'])
  })

  test('a folder that ran nothing is refused, though others ran', () => {
    const files = [passed.file, 'test/flows/import-page.test.ts']
    expect(complaintsOf({ files })).toEqual(['No test of test/flows ran.'])
  })

  test("a skip is refused unless its title says that Amazon's models are absent", () => {
    const foreign = result(passed.file, 'skipped', 'later')
    expect(complaintsOf({ tests: [passed, foreign] })).toEqual(['Skipped: src/core/money.test.ts: later'])
    expect(complaintsOf({ tests: [passed, absent] })).toEqual([])
  })

  test('in CI no skip is permitted', () => {
    expect(complaintsOf({ tests: [passed, absent], ci: true })).toHaveLength(1)
    expect(complaintsOf({ tests: [passed, absent], ci: true })[0]).toContain('Skipped in CI')
  })

  test('asked for one test by name, the others may be left out', () => {
    const other = result('src/core/other.test.ts', 'skipped')
    expect(complaintsOf({ tests: [passed, other], byName: true })).toEqual([])
  })

  test('the last line counts each kind', () => {
    const tests = [passed, passed, result(passed.file, 'failed'), absent]
    expect(lastLine(judge({ tests, files: [], ci: false, byName: false }))).toBe('2 passed, 1 failed, 1 skipped')
  })
})

describe("reading Vitest's report", () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-report-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function read(status: string, assertionResults: readonly object[]): TestResult[] {
    const report = join(folder, 'report.json')
    const testResults = [{ name: join(folder, 'test', 'a.test.ts'), status, assertionResults }]
    writeFileSync(report, JSON.stringify({ testResults }))
    return readTestRun(report, folder)
  }

  test('titles are kept from the outermost block to the test, todo counts as skipped', () => {
    const one = { ancestorTitles: ['', 'a block'], title: '[O9] a rule', status: 'passed' }
    expect(read('passed', [one, { ...one, status: 'todo' }])).toEqual([
      { file: 'test/a.test.ts', titles: ['a block', '[O9] a rule'], status: 'passed' },
      { file: 'test/a.test.ts', titles: ['a block', '[O9] a rule'], status: 'skipped' },
    ])
  })

  test('a file that broke before its first test counts as one failed test', () => {
    expect(read('failed', [])).toEqual([{ file: 'test/a.test.ts', titles: ['(the file itself)'], status: 'failed' }])
  })
})
