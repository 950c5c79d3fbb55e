// Writes docs/openapi.json from the application itself, and the types of the client from that; `--check` only compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import writeTypes, { astToString } from 'openapi-typescript'
import type { Deps } from '#flows/deps.ts'
import { buildApp } from '#http/app.ts'
import type { SignIn } from '#sign-in/sign-in.ts'

const root = join(import.meta.dirname, '..')

/** The description needs no database: no route is called. */
const nothing = { mails: { publicUrl: null } } as unknown as Deps

async function document(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const app = await buildApp(nothing, { version, isOutage: () => false, signIn: {} as SignIn })
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  return text
}

const HEAD = '// Made from docs/openapi.json by `node scripts/openapi.ts`: change the application, not this file.\n'

const described = await document()
const files = {
  'docs/openapi.json': described,
  'src/web/generated/api.ts': `${HEAD}${astToString(await writeTypes(JSON.parse(described), { defaultNonNullable: false }))}`,
}
for (const [name, text] of Object.entries(files)) {
  const file = join(root, name)
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`Wrote ${name}.`)
  } else if (!existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text) {
    console.error(`${name} is not what the application says. Run: node scripts/openapi.ts`)
    process.exitCode = 1
  } else {
    console.log(`${name} is what the application says.`)
  }
}
