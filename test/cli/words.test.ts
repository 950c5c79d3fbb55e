import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { readPrice, readRatio, readWeight } from '#cli/arguments.ts'
import { fieldOf, lineOf, lineOfFault, pathOf } from '#cli/json-lines.ts'
import { whoMends } from '#cli/mend.ts'
import { withoutSecrets } from '#cli/refusal.ts'
import { quoted, table } from '#cli/table.ts'
import { problem } from '#core/problems.ts'
import { runCli, runHere } from '../make/cli.ts'

test('[X3] the help names every command, and needs no database', async () => {
  const { code, out } = await runCli(['--help'], { cwd: tmpdir() })
  expect(code).toBe(0)
  for (const name of [
    'serve',
    'demo',
    'merchant',
    'key',
    'connect',
    'start',
    'pause',
    'status',
    'calls',
    'orders',
    'errors',
    'item',
    'mapping',
    'center',
    'stock',
    'method',
    'level',
    'settings',
    'config',
    'run',
    'migrate',
    'version',
  ])
    expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
})

test.each([
  [['statsu'], 'Did you mean status?'],
  [['orders', 'list', '--stge', 'x'], 'Did you mean --stage?'],
  [['mapping', 'add', 'ONLY-ONE'], "missing required argument 'item'"],
  [['level', 'set', 'OVERNIGHT', 'standard'], 'There is no level [OVERNIGHT]'],
  [['level', 'set', 'SAME_DAY', 'quick'], 'SAME_DAY becomes one of'],
  [['item', 'add', 'X', '--description', 'x', '--weight', '3'], '340g, 12oz or 1.5lb'],
  [['package', 'correct', '1001', 'one', '--carrier', 'UPS'], "argument 'package'. It must be a whole number"],
  [['package', 'void', '1001', '0'], "argument 'package'. It must be a whole number"],
  [['refund', 'decide', 'R7', '--paid'], "argument 'refund'. It must be a whole number"],
  [['file', 'show', 'prices.txt'], "argument 'file'. It must be a whole number"],
  [['file', 'withdraw', 'prices.txt'], "argument 'file'. It must be a whole number"],
  [['file', 'orders-of', 'x'], "argument 'import'. It must be a whole number"],
  [['audit', 'sign-off', 'all', '--by', 'Ann'], "argument 'row'. It must be a whole number"],
  [['audit', 'close-alarm', 'x', '--by', 'Ann', '--word', 'a test'], "argument 'alarm'. It must be a whole number"],
  [['backfill', 'cancel', 'last'], "argument 'run'. It must be a whole number"],
  [['backfill', '--from', '2026-11-01'], 'Say both: --from <day> --to <day>.'],
  [['listings', 'drift', 'x'], "argument 'audit'. It must be a whole number"],
  [['user', 'change', 'ann@example.com', '--pii-until', 'soon'], 'It must be a day such as 2027-01-31.'],
  [
    ['ship', '--file', 'packages.csv', '--carrier', 'UPS'],
    '--carrier is said of one package: in a file it is a column.',
  ],
])('[X3] %j is told what was mistyped, with exit code 2', async (args, says) => {
  const { code, out, err } = await runHere(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(says)
})

test.each([
  ['340g', 340],
  ['12oz', 340],
  ['1.5lb', 680],
  ['2 kg', 2000],
  ['0.5OZ', 14],
])('[X3] the weight %s is %i grams', (text, grams) => {
  expect(readWeight(text)).toBe(grams)
})

test.each(['', '12', '-1g', '1,5lb', 'g'])('[X3] the weight [%s] is refused', (text) => {
  expect(() => readWeight(text)).toThrow('340g')
})

test('[O11] a ratio and a price are read as they are typed', () => {
  expect(readRatio('1:3')).toEqual({ amazon: 1, ours: 3 })
  expect(() => readRatio('3')).toThrow('1:3')
  expect(readPrice('12.50')('EUR')).toEqual({ amount: '12.50', currency: 'EUR' })
  expect(readPrice('12.50 USD')('EUR')).toEqual({ amount: '12.50', currency: 'USD' })
})

test('[C1] a message holds no token and no key, whatever was typed', () => {
  expect(withoutSecrets('got 1: Atzr|IwEB-x_y|z, Atza|abc and mr_0123456789ab_SeCrEt-1.')).toBe(
    'got 1: Atzr|(hidden) Atza|(hidden) and mr_0123456789ab_(hidden)',
  )
})

test('[X3] a place in a JSON file is found by its line, whatever its texts hold', () => {
  const text = '{\n "a, \\"]}": [1, {"x": "[,{"}],\n "items": [\n  {"id": 1},\n  {"id":\n 2, "n": {}}\n ]\n}'
  expect(lineOf(text, ['a, "]}', 1, 'x'])).toBe(2)
  expect(lineOf(text, pathOf('items[0].id'))).toBe(4)
  expect(lineOf(text, pathOf('items[1].id'))).toBe(6)
  expect(lineOf(text, pathOf('items[1].missing'))).toBe(5)
  expect(lineOf(text, pathOf('items[7]'))).toBe(3)
  expect(lineOf(text, [])).toBe(1)
  expect(fieldOf(pathOf('items[1].kit[0].itemId'))).toBe('items[1].kit[0].itemId')
})

test.each([
  ['{"a": 1,\n "b" 2}', 2],
  ['nope', 1],
  ['{"a": [\n1,\n2,\n}\n', 4],
  ['{"a": 1', 1],
  ['{"a":\n\n1', 3],
])('[X3] %j stops being JSON on line %i', (text, line) => {
  expect(lineOfFault(text)).toBe(line)
})

test('[X3] a table sets numbers to the right and shows invisible characters', () => {
  expect(
    table(
      ['Name', 'Count'],
      [
        ['a\u0007b', 3],
        ['longer', 12],
      ],
    ),
  ).toEqual(['Name        Count', 'a<U+0007>b      3', 'longer         12'])
  expect([quoted('A-1'), quoted("it's"), quoted('a b')]).toEqual(['A-1', `'it'\\''s'`, `'a b'`])
})

test('[E4] what is not there does not mend itself', () => {
  const told = (code: Parameters<typeof problem>[0]) => whoMends(problem(code))
  expect(told('not-found-at-amazon')).toBe('There is nothing to mend; trying again without a change does not help.')
  expect(told('throttled')).toBe('It mends itself; trying again without a change may help.')
})
