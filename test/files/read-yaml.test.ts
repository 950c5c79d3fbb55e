import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readYaml } from '#files/read-yaml.ts'
import { writeYaml } from '#files/write-yaml.ts'

const faultsOf = (text: string) => {
  const read = readYaml(text)
  return read.ok ? [] : read.faults.map(({ line, why }) => `${line}: ${why}`)
}

const BOMB = [
  'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
].join('\n')

/** What is read, and what it is refused with. */
const REFUSED: readonly (readonly [what: string, text: string, says: readonly string[]])[] = [
  ['a bomb of anchors', BOMB, ['2: repeats too much by anchors and aliases; write it out']],
  [
    'one list repeated 90 times',
    `a: &a [${'x,'.repeat(20_000)}x]\nb: [${Array(90).fill('*a').join(',')}]`,
    ['2: repeats too much by anchors and aliases; write it out'],
  ],
  ['a list that holds itself', 'a: &a [*a]', ['1: repeats too much by anchors and aliases; write it out']],
  ['an alias of nothing', 'a: 1\nb: *nothing', ['2: there is no anchor &nothing before this']],
  ['lists 100,000 deep', `a: ${'['.repeat(100_000)}`, ['1: is nested more than 50 deep']],
  ['maps 100,000 deep', '{a: '.repeat(100_000), ['1: is nested more than 50 deep']],
  [
    'a block 1,000 deep',
    Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ['51: is nested more than 50 deep'],
  ],
  [
    'names that stand twice',
    'items: 1\norders: 2\nitems: 3\norders: 4',
    ['3: the name items stands here twice', '4: the name orders stands here twice'],
  ],
  ['names that are no text', 'items: 1\n2: x\n? [a]\n: y', ['2: a name must be text', '3: a name must be text']],
  [
    'a tag',
    'items: !!js/function "x"\nother: !mine 3',
    ['1: tags such as !!this are not accepted', '2: tags such as !!this are not accepted'],
  ],
  ['two documents', 'a: 1\n---\nb: 2', ['2: a second document begins here; a file is one']],
  ['YAML 1.1', '%YAML 1.1\n---\na: yes', ['1: must be YAML 1.2']],
  ['nothing', '', ['1: must be names and values, such as "items:"']],
  ['a list', '- items', ['1: must be names and values, such as "items:"']],
  ['__proto__', 'a: 1\n__proto__: {admin: true}', ['2: the name __proto__ is not accepted']],
  ['tabs', 'items:\n\t- x', ['2: Tabs are not allowed as indentation']],
  ['more than 5 MB', `# ${'x'.repeat(5 * 1024 * 1024)}`, ['1: the file is larger than 5 MB']],
]

describe('a file that is not to be trusted', () => {
  test.each(REFUSED)('[X4] %s is refused with its line', (_what, text, says) => {
    expect(faultsOf(text)).toEqual(says)
  })

  test('[X4] a map of 60,000 names is read at once, not in minutes', { timeout: 15_000 }, () => {
    expect(readYaml(Array.from({ length: 60_000 }, (_, at) => `k${at}: 1`).join('\n')).ok).toBe(true)
  })

  test('[X4] what looks like a date, a country or a number keeps its kind: only bare numbers are numbers', () => {
    const read = readYaml('day: 2026-02-30\ncountry: NO\ncode: "04101"\nbare: 04101')
    expect(read.ok && read.value).toEqual({ day: '2026-02-30', country: 'NO', code: '04101', bare: 4101 })
  })

  test('[X4] each place has its line, also inside what is repeated; a missing one that of what is around it', () => {
    const read = readYaml('a:\n  - b: 1\n    c: &c\n      - 5\n      - 6\n  - d: *c\n')
    if (!read.ok) throw new Error('not read')
    const lines = [['a', 0, 'c', 1], ['a', 1, 'd', 1], ['a', 1, 'x'], ['y']].map((path) => read.lineOf(path))
    expect(lines).toEqual([5, 5, 6, 1])
  })
})

test('[X4] whatever is written is read as it was', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
        fc.jsonValue({ maxDepth: 4, noUnicodeString: false } as never),
      ),
      (value) => {
        const plain = JSON.parse(JSON.stringify(value, (_key, each) => (Object.is(each, -0) ? 0 : each)))
        if (JSON.stringify(plain).includes('__proto__') || Object.keys(plain).length === 0) return
        const read = readYaml(writeYaml(plain, ['A comment']))
        expect(read.ok && JSON.parse(JSON.stringify(read.value))).toEqual(plain)
      },
    ),
  )
})
