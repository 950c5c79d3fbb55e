import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { complianceComplaints, unprovenControls } from '../../scripts/rules/compliance.ts'

const root = join(import.meta.dirname, '..', '..')
const repository = {
  exists: (path: string) => existsSync(join(root, path)),
  read: (path: string) => readFileSync(join(root, path), 'utf8'),
}
const whole = repository.read('docs/compliance.md')

test('docs/compliance.md has a row for each requirement, and every control that it claims has its file and its test', () => {
  expect(complianceComplaints(whole, repository)).toEqual([])
  expect(whole).toMatch(/Policy baseline reviewed on \d{4}-\d\d-\d\d/)
})

describe('what is wrong with the table', () => {
  const row = (claim: string, where: string, proof: string) =>
    whole.replace(/^\| D36 \|.*$/m, `| D36 | asked | ${claim} | ${where} | ${proof} | |`)
  const FILE = '`src/vault/seal.ts`'
  const PROOF = '`test/house/compliance.test.ts` "what is wrong with the table"'

  test.each([
    ['nothing', row('sealed', FILE, PROOF), null],
    ['a control without a file', row('sealed', '', PROOF), /D36 claims a control and names no file or no test/],
    ['a control without a test', row('sealed', FILE, ''), /D36 claims a control/],
    ['a file that is not there', row('sealed', '`src/vault/none.ts`', PROOF), /none\.ts, which does not exist/],
    ['a test that is not there', row('sealed', FILE, PROOF.replace('what', 'That')), /which is not in/],
    ['a row that is missing', whole.replace(/^\| D36 \|.*\n/m, ''), /must have D36 once/],
    ['a row that is there twice', `${whole}\n| D36 | asked | - | | | |`, /must have D36 once/],
    ['a certificate', `${whole}\nThis is DPP certified.`, /calls something certified/],
  ])('%s', (_, markdown, complaint) => {
    const found = complianceComplaints(markdown, repository)
    if (complaint === null) expect(found).toEqual([])
    else expect(found.join('\n')).toMatch(complaint)
  })

  test.each([
    ['passed', 0],
    ['failed', 1],
    ['skipped', 1],
  ] as const)('a proof that %s', (status, complaints) => {
    const markdown = '| D1 | asked | sealed | `src/a.ts` | `test/a.test.ts` "[U6] [%s] is refused: %s (D16)" | |'
    const tests = [{ file: 'test/a.test.ts', titles: ['passwords', '[U6] [abc] is refused: short (D16)'], status }]
    expect(unprovenControls(markdown, tests)).toHaveLength(complaints)
  })
})
