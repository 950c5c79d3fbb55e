// What one run of the tests reported, in our own words.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** One test of a run; `titles` are its describe blocks and, last, its own title. */
export type TestResult = {
  readonly file: string
  readonly titles: readonly string[]
  readonly status: 'passed' | 'failed' | 'skipped'
}

/** Stands for a file that failed outside its tests. */
export const FILE_ITSELF = '(the file itself)'

type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[]
      readonly title: string
      readonly status: string
    }[]
  }[]
}

/** Reads Vitest's JSON report; a file that failed before its first test counts as one failed test. */
export function readTestRun(reportFile: string, root: string): TestResult[] {
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  return report.testResults.flatMap((suite) => {
    const file = relative(root, suite.name).replaceAll('\\', '/')
    const tests = suite.assertionResults.map((test) => ({
      file,
      titles: [...test.ancestorTitles, test.title].filter((title) => title !== ''),
      status: statusOf(test.status),
    }))
    const brokenOutside = suite.status === 'failed' && !tests.some((test) => test.status === 'failed')
    return brokenOutside ? [...tests, { file, titles: [FILE_ITSELF], status: 'failed' as const }] : tests
  })
}

function statusOf(status: string): TestResult['status'] {
  return status === 'passed' || status === 'failed' ? status : 'skipped'
}
