// Decides what a run of the tests is worth: a test that did not run proves nothing.
import { dirname } from 'node:path'
import { FILE_ITSELF, type TestResult } from './test-run.ts'

/** The one reason for which a test may be left out: Amazon's models are not ours to ship. */
export const PERMITTED_SKIP = "Amazon's models absent"

/** What the verdict is made from. */
export type RunFacts = {
  readonly tests: readonly TestResult[]
  /** Test files that this run was asked for. */
  readonly files: readonly string[]
  readonly ci: boolean
  /** True when a name pattern was given: Vitest then reports all other tests as skipped. */
  readonly byName: boolean
}

/** Counts for the last line, and a sentence for each thing wrong besides failed tests. */
export type Verdict = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly complaints: readonly string[]
}

/** Counts a run; whatever did not run as it should is a complaint. */
export function judge(run: RunFacts): Verdict {
  const count = (status: TestResult['status']) => run.tests.filter((test) => test.status === status).length
  const complaints = [...nothingRan(run), ...silentFolders(run), ...foreignSkips(run)]
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), complaints }
}

/** The line that ends every run. */
export function lastLine({ passed, failed, skipped }: Omit<Verdict, 'complaints'>): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

function nothingRan({ tests }: RunFacts): string[] {
  return tests.some((test) => test.status !== 'skipped') ? [] : ['No test ran.']
}

function silentFolders({ tests, files, byName }: RunFacts): string[] {
  if (byName) return []
  const loud = new Set(tests.filter((test) => test.status !== 'skipped' || isPermitted(test)).map(folderOf))
  const folders = [...new Set(files.map((file) => dirname(file)))].sort()
  return folders.filter((folder) => !loud.has(folder)).map((folder) => `No test of ${folder} ran.`)
}

function foreignSkips({ tests, ci, byName }: RunFacts): string[] {
  if (byName) return []
  // Where a file's preparation failed its tests are reported as skipped: the failure says enough.
  const broken = new Set(tests.filter((test) => test.titles[0] === FILE_ITSELF).map((test) => test.file))
  const skipped = tests.filter((test) => test.status === 'skipped' && !broken.has(test.file))
  const refused = skipped.filter((test) => ci || !isPermitted(test))
  return refused.map((test) => `Skipped${ci ? ' in CI' : ''}: ${test.file}: ${test.titles.join(' > ')}`)
}

function isPermitted(test: TestResult): boolean {
  return test.titles.some((title) => title.includes(PERMITTED_SKIP))
}

function folderOf(test: TestResult): string {
  return dirname(test.file)
}
