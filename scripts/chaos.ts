// npm run chaos: breaks Millrace at every boundary of the crash stories, kills its workers all day long, plays months in which
// everything breaks, updates from an older version while orders come, and compares what is left with the simulated Amazon. The last
// line counts, as npm test's does.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { releaseBefore } from './tests/release-before.ts'
import { readTestRun } from './tests/test-run.ts'
import { judge, lastLine } from './tests/verdict.ts'

const root = join(import.meta.dirname, '..')
const { values: asked, positionals: filters } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '200' },
    // Breaks the crash stories at one boundary in so many, drawn by the seed: for a machine with little time.
    'one-in': { type: 'string', default: '1' },
    // Plays so many months, each from a seed of its own; `--skus`: of a merchant with so many.
    months: { type: 'string', default: '3' },
    skus: { type: 'string', default: '100' },
    // The commit from which `versions` updates; without it the last one whose tables are older than ours.
    from: { type: 'string' },
  },
  allowPositionals: true,
})
const seed = asked.seed ?? String(Date.now())
const kills = Number(asked.kills)
const oneIn = Number(asked['one-in'])
const months = Number(asked.months)
const skus = Number(asked.skus)
const before = releaseBefore(root, asked.from)
const VERSIONS = 'test/chaos/versions.chaos.ts'

process.exitCode = [kills, oneIn, months, skus].every((each) => Number.isInteger(each) && each > 0) ? main() : refuse()

function refuse(): number {
  console.error('--kills, --one-in, --months and --skus take a whole number above 0.')
  return 2
}

function main(): number {
  const of = 'commit' in before ? ` --from ${before.commit.slice(0, 12)}` : ''
  const again = `npm run chaos -- --seed ${seed} --kills ${kills} --one-in ${oneIn} --months ${months} --skus ${skus}${of}`
  console.log(`Seed ${seed}. The same again: ${again}`)
  if ('why' in before) {
    console.log(`Two versions at once (${VERSIONS}) are skipped: ${before.why}.`)
    if (asked.from !== undefined) return 2
    if (filters.length > 0 && filters.every((filter) => VERSIONS.includes(filter))) return endSkipped()
  }
  const report = join(root, '.cache', `chaos-run-${process.pid}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  const status = runVitest(report)
  const tests = existsSync(report) ? readTestRun(report, root) : []
  rmSync(report, { force: true })
  const verdict = judge({ tests, files: [], ci: true, byName: false })
  const complaints = [...verdict.complaints]
  if (status !== 0 && verdict.failed === 0) complaints.push(`Vitest ended with ${status}.`)
  const failed = verdict.failed + complaints.length
  for (const complaint of complaints) console.log(complaint)
  if (failed > 0) console.log(`Seed ${seed} failed. To try it again: ${again}`)
  console.log(lastLine({ ...verdict, failed }))
  return failed === 0 ? 0 : 1
}

/** Nothing else was asked for. */
function endSkipped(): number {
  console.log(lastLine({ passed: 0, failed: 0, skipped: 1 }))
  return 0
}

function runVitest(report: string): number {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join(root, 'vitest.chaos.config.ts')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const told = { seed, kills, oneIn, months, skus, from: 'commit' in before ? before.commit : '' }
  const without = 'commit' in before ? [] : ['--exclude', VERSIONS]
  const env = { ...process.env, CHAOS: JSON.stringify(told) }
  const options = { cwd: root, stdio: 'inherit', env } as const
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', config, ...reporters, ...without, ...filters],
    options,
  )
  return status ?? 1
}
