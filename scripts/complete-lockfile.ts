// Adds to package-lock.json the packages of other platforms that npm left out: it does so when it installs over an
// existing node_modules, or when the registry at hand does not have them. `npm ci` refuses such a lockfile.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { completed, type Lockfile, unlockedPlatforms } from './house-rules/lockfile.ts'

const path = join(import.meta.dirname, '..', 'package-lock.json')
const lockfile = JSON.parse(readFileSync(path, 'utf8')) as Lockfile
const missing = unlockedPlatforms(lockfile)

if (missing.length > 0) writeFileSync(path, `${JSON.stringify(completed(lockfile), null, 2)}\n`)
console.log(`${missing.length} packages of other platforms added to package-lock.json.`)
