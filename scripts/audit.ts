// npm run audit: asks the registry for known faults of the packages in the lockfile; where it offers none, says so.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { verdictOf } from './audit/verdict.ts'

const cwd = join(import.meta.dirname, '..')
const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
const { code, lines } = verdictOf(stdout ?? '')
for (const line of lines) console.log(line)
process.exitCode = code
