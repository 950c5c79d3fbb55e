import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { verdictOf } from '../../scripts/audit/verdict.ts'

const root = join(import.meta.dirname, '..', '..')
const counted = (counts: object, vulnerabilities: object = {}) =>
  JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: counts } })

test.each([
  ['a clean answer passes', counted({ high: 0, moderate: 0 }), 0, /Audited: 0 critical, 0 high/],
  [
    'a high one fails and is named',
    counted({ high: 1 }, { leaky: { severity: 'high', range: '<2' } }),
    1,
    /high {2}leaky <2/,
  ],
  ['a critical one fails', counted({ critical: 1 }), 1, /1 critical/],
  ['a moderate one is told', counted({ moderate: 2 }), 0, /2 moderate/],
  ['a registry without audits is told and no failure', '{"message":"405 Method Not Allowed"}', 0, /^Not audited.*405/],
  ['an answer that is none is told', 'not json', 0, /^Not audited/],
  ['no answer is told', '', 0, /^Not audited/],
] as const)('the audit of packages: %s', (...[, text, code, words]) => {
  const verdict = verdictOf(text)
  expect(verdict.code).toBe(code)
  expect(verdict.lines.join('\n')).toMatch(words)
})

test('the list of packages names what the program runs with, by version, and nothing of the tests', () => {
  const file = join(root, 'sbom.cdx.json')
  onTestFinished(() => rmSync(file, { force: true }))
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'sbom.ts')], { stdio: 'ignore' })
  expect(status).toBe(0)
  const { components } = JSON.parse(readFileSync(file, 'utf8')) as { components: { name: string; version: string }[] }
  const names = components.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['fastify', 'pg', 'nodemailer', 'zod']))
  expect(names).not.toContain('vitest')
  expect(components.every(({ version }) => /^\d/.test(version))).toBe(true)
})
