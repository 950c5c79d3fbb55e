// npm run rules: writes docs/rule-index.md from the last full run of the tests; with --check it only compares.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkRules, renewIndex } from './rules/check-rules.ts'
import { readTestRun } from './tests/test-run.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, '.cache', 'test-results.json')

process.exitCode = main()

function main(): number {
  if (!existsSync(results)) {
    console.log('There is no full run of the tests yet: run `npm test` first.')
    return 1
  }
  const tests = readTestRun(results, root)
  if (!process.argv.includes('--check')) renewIndex(root, tests)
  const complaints = checkRules(root, tests)
  for (const complaint of complaints) console.log(complaint)
  if (complaints.length === 0) console.log('Rules, code and tests agree.')
  return complaints.length === 0 ? 0 : 1
}
