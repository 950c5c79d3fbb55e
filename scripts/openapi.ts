// Writes docs/openapi.json from the application itself; `--check` only says whether the file is what it would write.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps } from '#flows/deps.ts'
import { buildApp } from '#http/app.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'docs', 'openapi.json')

/** The description needs no database: no route is called. */
const nothing = {} as Deps

async function describe(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const app = await buildApp(nothing, { version, isOutage: () => false })
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  return text
}

const text = await describe()
if (!process.argv.includes('--check')) {
  writeFileSync(file, text)
  console.log('Wrote docs/openapi.json.')
} else if (!existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error('docs/openapi.json is not what the application says. Run: node scripts/openapi.ts')
  process.exitCode = 1
} else {
  console.log('docs/openapi.json is what the application says.')
}
