import { describe, expect, test } from 'vitest'
import { MOST_BYTES, readDelimited } from '#files/read-delimited.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (from: string | Uint8Array) => readDelimited(typeof from === 'string' ? bytes(from) : from)
function table(from: string | Uint8Array) {
  const result = read(from)
  if (!result.ok) throw new Error(result.why)
  return [result.value.header, ...result.value.rows.map(({ cells }) => cells)]
}
const why = (from: string | Uint8Array) => {
  const result = read(from)
  return result.ok ? 'it was read' : result.why
}
const utf16 = (text: string, mark: boolean) => new Uint8Array(Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le'))

describe('text with columns', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\r\n1;2\r\n'],
    ['tabs', 'a\tb\r1\t2'],
    ['bars', 'a|b\n1|2'],
    ['quotes', '"a","b"\n"1","2"'],
    ['a mark of UTF-8', '\ufeffa,b\n1,2'],
    ['empty lines', '\n\na,b\n,\n\n1,2\n\n'],
    ['spaces around', ' a , b \n 1 , 2 '],
  ])('[H2] is read with %s', (_, text) => {
    expect(table(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('[H2] is read in UTF-8, UTF-16 and the encoding of Western Windows', () => {
    const text = 'a,é\n1,ü\n'
    for (const each of [
      bytes(text),
      utf16(text, true),
      utf16(text, false),
      Uint8Array.from(Buffer.from(text, 'latin1')),
    ])
      expect(table(each)).toEqual([
        ['a', 'é'],
        ['1', 'ü'],
      ])
    expect(table(Uint8Array.from([...bytes('a,b\n1,'), 0x80]))).toEqual([
      ['a', 'b'],
      ['1', '€'],
    ])
  })

  test('[H2] delimiters and line ends inside quotes are text; each row knows on which line it begins', () => {
    const result = read('a,b\n"x,\ny",2\n\n3,4\n')
    expect(result).toEqual({
      ok: true,
      value: {
        header: ['a', 'b'],
        rows: [
          { line: 2, cells: ['x,\ny', '2'] },
          { line: 5, cells: ['3', '4'] },
        ],
      },
    })
  })

  test('[H2] a file with tabs has no quotes: they are text', () => {
    expect(table('a\tb\n5" screw\t"x')).toEqual([
      ['a', 'b'],
      ['5" screw', '"x'],
    ])
  })

  test.each([
    ['nothing', '', 'it is empty'],
    ['empty lines', '\n \n', 'it is empty'],
    ['an open quote', 'a,b\n"1,2\n3,4', 'a quote opened before its end is not closed'],
    ['a quote inside', 'a,b\n1,2"3"\n', 'a quote stands in the middle'],
    ['a spreadsheet', 'PK\u0003\u0004', 'save it as CSV first'],
    ['a zero byte', 'a,b\n1,\0', 'it is no text'],
    ['a long row', `a\n${'x'.repeat(200_000)}\n`, 'longer than 100000 characters'],
    ['many columns', `${'a,'.repeat(200)}a\n`, 'more than 200 columns'],
    ['many rows', `a,b\n${'1,2\n'.repeat(50_001)}`, 'more than 50000 rows'],
  ])('[H2] %s is refused in a sentence', (...[, text, words]) => {
    expect(why(text)).toContain(words)
  })

  test('[H2] a file that is too large is refused before it is read', () => {
    expect(why(new Uint8Array(MOST_BYTES + 1))).toContain('larger than 10 MB')
  })
})
