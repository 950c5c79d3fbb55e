// npm test: runs the tests, then says in one last line how many passed, failed and were skipped.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkRules } from './rules/check-rules.ts'
import { readTestRun } from './tests/test-run.ts'
import { judge, lastLine } from './tests/verdict.ts'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const filters = args.filter((arg) => !arg.startsWith('-'))
const byName = args.some((arg) => /^(-t|--testNamePattern)/.test(arg))
const isFullRun = args.length === 0
const report = join(root, '.cache', `test-run-${process.pid}.json`)

process.exitCode = main()

function main(): number {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const status = runVitest()
  const tests = existsSync(report) ? readTestRun(report, root) : []
  const verdict = judge({ tests, files: byName ? [] : testFiles(), ci: process.env.CI === 'true', byName })
  const complaints = [...verdict.complaints]
  if (status !== 0 && verdict.failed === 0) complaints.push(`Vitest ended with ${status}.`)
  if (isFullRun) {
    if (existsSync(report)) renameSync(report, join(root, '.cache', 'test-results.json'))
    complaints.push(...checkRules(root, tests))
  }
  rmSync(report, { force: true })
  for (const complaint of complaints) console.log(complaint)
  const failed = verdict.failed + complaints.length
  console.log(lastLine({ ...verdict, failed }))
  return failed === 0 ? 0 : 1
}

function runVitest(): number {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return (
    spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1
  )
}

/** The test files this run was asked for: Vitest's own filter, a part of the path. */
function testFiles(): string[] {
  const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root, exclude: ['test/browser/**'] })
  const paths = files.map((file) => file.replaceAll('\\', '/'))
  if (filters.length === 0) return paths
  return paths.filter((path) => filters.some((filter) => path.includes(filter.replace(/^\.?\//, ''))))
}
