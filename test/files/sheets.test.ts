import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openFile } from '#files/sheets/open-file.ts'
import { book, cellsOf, rowsOf } from '../make/sheets.ts'
import { workbook } from '../make/workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'millrace-sheets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('cells', () => {
  test('[T3] a row keeps its number and its columns; rows without content are not there', async () => {
    const rows = await rowsOf(book({ rows: [['sku', null, 'title'], [], [null, null, null, 'x']] }))
    expect(rows).toEqual([
      { row: 1, cells: ['sku', '', 'title'] },
      { row: 3, cells: ['', '', '', 'x'] },
    ])
  })

  test('[T3] texts beside the cells are the same as inside, with blanks, breaks and signs kept', async () => {
    const rows = [
      [' two blanks  ', 'a\nb', '<&">', 'ünïcödé 日本', '_x000D_x'],
      ['again', 'again'],
    ]
    const inside = await cellsOf(book({ rows }))
    expect(inside[0]).toEqual([' two blanks  ', 'a\nb', '<&">', 'ünïcödé 日本', '\rx'])
    expect(await cellsOf(book({ rows }, { sharedTexts: true }))).toEqual(inside)
  })

  test('[T3] a barcode that a spreadsheet shows as 4.00638E+12 is whole again, and 0.1 + 0.2 is 0.3', async () => {
    const values = [
      '4.00638133393E+12',
      '1E+15',
      '0.30000000000000004',
      '19.989999999999998',
      '-1.5E-7',
      '0',
      '-0',
      '12',
    ]
    const rows = [values.map((value, at) => ({ xml: `<c r="${'ABCDEFGH'[at]}1"><v>${value}</v></c>` }))]
    expect(await cellsOf(book({ rows }))).toEqual([
      ['4006381333930', '1E+15', '0.3', '19.99', '-0.00000015', '0', '0', '12'],
    ])
  })

  test('[T3] numbers written as text keep their leading zeros', async () => {
    expect(await cellsOf(book({ rows: [['00123', '1E+15']] }))).toEqual([['00123', '1E+15']])
  })

  test('[T3] a date is a date in both systems of days; a number with the same value is not', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="&quot;day&quot; 0.00"/><numFmt numFmtId="165" formatCode="[$-409]d\\-mmm;@"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/></cellXfs>'
    const cell = (at: string, style: number, value: number) => ({
      xml: `<c r="${at}" s="${style}"><v>${value}</v></c>`,
    })
    const rows = [
      [cell('A1', 1, 46_348), cell('B1', 2, 46_348.5), cell('C1', 3, 46_348), cell('D1', 4, 59), cell('E1', 5, 0.25)],
    ]
    expect(await cellsOf(book({ rows }, { styles }))).toEqual([
      ['2026-11-22', '2026-11-22T12:00:00', '46348', '1900-02-28', '06:00:00'],
    ])
    const later = [[cell('A1', 1, 46_348 - 1462)]]
    expect(await cellsOf(book({ rows: later }, { styles, date1904: true }))).toEqual([['2026-11-22']])
  })

  test('[T3] a formula gives the value it had last; one without a value, and an error, are told by their cell', async () => {
    const rows = [
      [
        { xml: '<c r="A1"><f>1+1</f><v>2</v></c>' },
        { xml: '<c r="B1" t="str"><f>UPPER("x")</f><v>X</v></c>' },
        { xml: '<c r="C1"><f>NOW()</f></c>' },
        { xml: '<c r="D1" t="e"><v>#N/A</v></c>' },
        { xml: '<c r="E1" t="b"><v>1</v></c>' },
      ],
    ]
    expect(await rowsOf(book({ rows }))).toEqual([
      {
        row: 1,
        cells: ['2', 'X', '', '', 'TRUE'],
        faults: [
          { column: 2, what: 'formula' },
          { column: 3, what: 'error' },
        ],
      },
    ])
  })

  test('[T3] text in pieces is one text, and how it is read aloud is no part of it', async () => {
    const rich =
      '<c r="A1" t="inlineStr"><is><r><t>Tea </t></r><r><t>mug</t></r><rPh sb="0" eb="1"><t>tii</t></rPh></is></c>'
    expect(await cellsOf(book({ rows: [[{ xml: rich }]] }))).toEqual([['Tea mug']])
  })

  test('[T3] cells without addresses stand one after the other; prefixes of names do not matter', async () => {
    const rows = [
      [{ xml: '<x:c xmlns:x="y" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>' }, { xml: '<c><v>2</v></c>' }],
    ]
    expect(await cellsOf(book({ rows }))).toEqual([['a', '2']])
  })

  test('[T3] merged cells are told, and rules over whole columns cost nothing', async () => {
    const rule = (at: number) =>
      `<dataValidation type="list" sqref="B${at}:B1048576"><formula1>Lists!$A$1:$A$9</formula1></dataValidation>`
    const after = `<mergeCells><mergeCell ref="A1:B2"/></mergeCells><dataValidations>${Array.from({ length: 204 }, (_, at) => rule(at + 1)).join('')}</dataValidations>`
    const file = await openFile({ bytes: book({ rows: [['x']], after }) }, folder)
    expect(await file.rows(0, async () => false)).toEqual(['A1:B2'])
    file.close()
  })

  test('[T3] hidden sheets are told as hidden; each sheet shows how it begins', async () => {
    const bytes = workbook({
      sheets: [
        { name: 'Hints', rows: [['read me']] },
        { name: 'Plantilla', hidden: true, rows: [['settings=x']] },
      ],
    })
    const file = await openFile({ bytes }, folder)
    expect(file.sheets).toEqual([
      { name: 'Hints', hidden: false, head: [{ row: 1, cells: ['read me'] }] },
      { name: 'Plantilla', hidden: true, head: [{ row: 1, cells: ['settings=x'] }] },
    ])
    file.close()
  })

  test('[T3] more texts than fit in memory lie in a file while they are read, and each is right, also in no order', async () => {
    const text = (at: number) =>
      at % 50 === 0 ? '' : `${at} ü ${'x'.repeat((at * 7919) % (at % 97 === 0 ? 90_000 : 6000))}`
    const texts = Array.from({ length: 6000 }, (_, at) => text(at))
    const cell = (at: number, row: number, column: number) => ({
      xml: `<c r="${'AB'[column]}${row + 1}" t="s"><v>${at}</v></c>`,
    })
    const far = (row: number) => (row * 3581) % texts.length
    const rows = texts.map((_, row) => [cell(row, row, 0), cell(far(row), row, 1)])
    const table = `<sst>${texts.map((each) => `<si><t>${each}</t></si>`).join('')}</sst>`
    const spilt = mkdtempSync(join(folder, 'spilled-'))
    const bytes = book({ rows }, { extra: [{ name: 'xl/sharedStrings.xml', bytes: table }] })
    const file = await openFile({ bytes }, spilt)
    expect(readdirSync(spilt)).toEqual(['texts'])
    const wrong: number[] = []
    let seen = 0
    await file.rows(0, async (batch) => {
      for (const { row, cells } of batch) {
        seen++
        if ((cells[0] ?? '') !== text(row - 1) || (cells[1] ?? '') !== text(far(row - 1))) wrong.push(row)
      }
      return false
    })
    expect(wrong).toEqual([])
    // A row of two empty texts is not there.
    expect(seen).toBe(texts.filter((_, at) => text(at) !== '' || text(far(at)) !== '').length)
    file.close()
  })
})

describe('texts with columns', () => {
  const words = 'sku\ttitle\nA1\tThé für Große\nA2\t"a ""b"" c"\n'

  test('[T3] UTF-8, UTF-16 and Western Windows are read alike, with a mark or without', async () => {
    const western = Buffer.from(words, 'latin1')
    const wide = Buffer.from(words, 'utf16le')
    const swapped = Buffer.from(wide).swap16()
    const marked = [
      Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]),
    ]
    const expected = [
      ['sku', 'title'],
      ['A1', 'Thé für Große'],
      ['A2', 'a "b" c'],
    ]
    for (const bytes of [Buffer.from(words), Buffer.from(`\ufeff${words}`), western, wide, swapped, ...marked])
      expect(await cellsOf(bytes)).toEqual(expected)
  })

  test('[T3] Shift-JIS is known by its kana', async () => {
    // "sku", tab, "タイトル", line end, "A1", tab, "お茶"
    const bytes = Buffer.from('736b750983 5e83 4383 6783 8b0a413109 82a8 9283'.replaceAll(' ', ''), 'hex')
    expect(await cellsOf(bytes)).toEqual([
      ['sku', 'タイトル'],
      ['A1', 'お茶'],
    ])
  })

  test('[T5] commas, semicolons and bars; quotes around breaks; a row has the number of its first line', async () => {
    expect(await rowsOf('a,b\n"1\n2",3\n\n4,5\n')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1\n2', '3'] },
      { row: 5, cells: ['4', '5'] },
    ])
    expect(await cellsOf('a;b;c\n1;"x;y";3\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x;y', '3'],
    ])
    expect(await cellsOf('a|b\n1|2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('[T3] with tabs a quote that stands alone is a sign like every other', async () => {
    expect(await cellsOf('sku\ttitle\nA1\t5" disk\nA2\t"open\n')).toEqual([
      ['sku', 'title'],
      ['A1', '5" disk'],
      ['A2', '"open'],
    ])
  })
})
