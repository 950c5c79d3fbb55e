import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Ends a run of browser tests with the line that `.ci/run` adds up. */
class BrowserCounts implements Reporter {
  private readonly ends = new Map<string, TestResult['status']>()
  private readonly unsteady = new Set<string>()

  onTestEnd(test: TestCase, result: TestResult): void {
    this.ends.set(test.id, result.status)
    if (result.retry > 0) this.unsteady.add(test.title)
  }

  onEnd(result: FullResult): void {
    const ends = [...this.ends.values()]
    const count = (wanted: (status: TestResult['status']) => boolean) => ends.filter(wanted).length
    const passed = count((status) => status === 'passed')
    const skipped = count((status) => status === 'skipped')
    const failed = ends.length - passed - skipped + (result.status !== 'passed' && passed === ends.length ? 1 : 0)
    for (const title of this.unsteady) console.log(`Unsteady, was tried twice: ${title}`)
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  }
}

export default BrowserCounts
