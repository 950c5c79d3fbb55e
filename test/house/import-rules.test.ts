import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const settings = [
  'package.json',
  'tsconfig.json',
  'tsconfig.core.json',
  'tsconfig.base.json',
  '.dependency-cruiser.mjs',
]

/** Each bad line with the rule that must name it; the file's name says what is wrong. */
const violations = [
  ['src/core/uses-node.ts', "import 'node:fs'", 'core-node'],
  ['src/core/uses-package.ts', "import 'zod'", 'core-packages'],
  ['src/core/uses-store.ts', "import { row } from '#store/rows.ts'\nexport const a = row", 'core-values'],
  ['src/core/uses-store-type.ts', "import type { Row } from '#store/rows.ts'\nexport type A = Row", 'core-types'],
  ['src/contract/uses-fastify.ts', "import 'fastify'", 'contract-packages'],
  ['src/flows/uses-store.ts', "import { row } from '#store/rows.ts'\nexport const a = row", 'flows-values'],
  ['src/flows/uses-http-type.ts', "import type { Route } from '#http/route.ts'\nexport type A = Route", 'flows-types'],
  ['src/flows/uses-main.ts', "import { start } from '#main/start.ts'\nexport const a = start", 'main-by-cli'],
  ['src/flows/uses-vault.ts', "import { seal } from '#vault/seal.ts'\nexport const a = seal", 'vault-by-main'],
  ['src/flows/uses-package.ts', "import 'pg'", 'flows-packages'],
  ['src/amazon/uses-store.ts', "import { row } from '#store/rows.ts'\nexport const a = row", 'amazon-values'],
  ['src/http/uses-amazon.ts', "import { client } from '#amazon/client.ts'\nexport const a = client", 'http-values'],
  ['src/jobs/uses-store.ts', "import { row } from '#store/rows.ts'\nexport const a = row", 'jobs-values'],
  ['src/simulator/uses-core.ts', "import { one } from '#core/one.ts'\nexport const a = one", 'simulator-values'],
  ['src/amazon/uses-pg.ts', "import 'pg'", 'home-of-pg'],
  ['src/store/uses-test.ts', "import '../../test/make.ts'", 'src-stands-alone'],
  ['src/core/cycle-a.ts', "import { b } from './cycle-b.ts'\nexport const a = () => b", 'no-cycles'],
  ['src/store/leads-nowhere.ts', "import './absent.ts'", 'resolvable'],
] as const

/** Imports that the table allows: the rules must stay silent about them. */
const innocent = {
  'src/core/one.ts': 'export const one = 1',
  'src/core/cycle-b.ts': "import { a } from './cycle-a.ts'\nexport const b = () => a",
  'src/store/rows.ts': "import { one } from '#core/one.ts'\nexport type Row = number\nexport const row: Row = one",
  'src/store/db.ts': "import 'pg'\nexport const db = 1",
  'src/vault/seal.ts': "import 'node:crypto'\nimport { db } from '#store/db.ts'\nexport const seal = db",
  'src/flows/deps.ts': "import type { Row } from '#store/rows.ts'\nexport type Deps = Row",
  'src/http/route.ts': "import 'fastify'\nimport type { Row } from '#store/rows.ts'\nexport type Route = Row",
  'src/amazon/client.ts': "import { one } from '#core/one.ts'\nexport const client = one",
  'src/main/start.ts': "import { seal } from '#vault/seal.ts'\nexport const start = seal",
  'src/core/one.test.ts': "import 'vitest'\nimport 'node:fs'",
  'test/make.ts': "import { start } from '#main/start.ts'\nexport const made = start",
}

const house = mkdtempSync(join(tmpdir(), 'millrace-house-'))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), `${text}\n`)
}

function run(program: string, args: readonly string[]): string {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: house })
  return String(done.stdout)
}

beforeAll(() => {
  for (const file of settings) copyFileSync(join(root, file), join(house, file))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('who may import whom', () => {
  let found: { rule: { name: string }; from: string }[] = []

  beforeAll(() => {
    for (const [path, text] of violations) put(path, text)
    for (const [path, text] of Object.entries(innocent)) put(path, text)
    const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src', 'test']
    found = JSON.parse(run('dependency-cruiser/bin/dependency-cruiser.mjs', args)).summary.violations
  })

  test.each(violations)('%s is refused', (path, _text, rule) => {
    expect(found.filter((violation) => violation.from === path).map((violation) => violation.rule.name)).toContain(rule)
  })

  test('what the table allows is not refused', () => {
    const cycle = ['src/core/cycle-b.ts']
    const accused = new Set(found.map((violation) => violation.from))
    expect(Object.keys(innocent).filter((path) => accused.has(path) && !cycle.includes(path))).toEqual([])
  })
})

describe('what the core may know', () => {
  const lines = ["await fetch('x')", 'process.exit()', "import 'node:fs'", 'console.log(1)', 'setTimeout(() => {}, 1)']
  let output = ''

  beforeAll(() => {
    rmSync(join(house, 'src'), { recursive: true, force: true })
    lines.forEach((line, at) => {
      put(`src/core/line-${at}.ts`, `${line}\nexport {}`)
    })
    put('src/core/pure.ts', 'export const one = 1')
    output = run('typescript/bin/tsc', ['-p', 'tsconfig.core.json'])
  })

  test.each(lines.map((line, at) => [line, at] as const))('%s does not compile', (_line, at) => {
    expect(output).toContain(`src/core/line-${at}.ts(1,`)
  })

  test('a pure file compiles', () => {
    expect(output).not.toContain('pure.ts')
  })
})
