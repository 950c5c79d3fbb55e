import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Source } from '#files/sheets/archive.ts'
import { openFile } from '#files/sheets/open-file.ts'
import { openApart } from '#files/sheets/read-apart.ts'
import type { SheetRow } from '#files/sheets/sheet-rows.ts'
import { type MadeSheet, type MadeWorkbook, workbook } from '../make/workbook.ts'
import { zip } from '../make/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'millrace-sheets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** All rows of a sheet, read in this process. */
async function rowsOf(source: Source | Buffer | string, sheet = 0): Promise<SheetRow[]> {
  const file = await openFile(
    typeof source === 'string' || Buffer.isBuffer(source) ? { bytes: Buffer.from(source as Buffer) } : source,
    mkdtempSync(join(folder, 'texts-')),
  )
  const rows: SheetRow[] = []
  try {
    await file.rows(sheet, async (batch) => {
      rows.push(...batch)
      return false
    })
  } finally {
    file.close()
  }
  return rows
}
const cellsOf = async (source: Buffer | string) => (await rowsOf(source)).map(({ cells }) => cells)
const book = (sheet: Partial<MadeSheet>, more: Partial<MadeWorkbook> = {}) =>
  workbook({ sheets: [{ rows: [], ...sheet }], ...more })
const refusal = async (bytes: Buffer | string) => {
  try {
    await rowsOf(bytes)
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
  return 'was read'
}

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
      ['4006381333930', '1000000000000000', '0.3', '19.99', '-0.00000015', '0', '0', '12'],
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

  test('[T3] more texts than fit in memory lie in a file while they are read, and each is right', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) =>
      Array.from({ length: 3 }, (_, at) => `${row}-${at} ${'x'.repeat(4000)}`),
    )
    const texts = mkdtempSync(join(folder, 'spilled-'))
    const file = await openFile({ bytes: book({ rows }, { sharedTexts: true }) }, texts)
    expect(readdirSync(texts)).toEqual(['texts'])
    let at = 0
    await file.rows(0, async (batch) => {
      for (const { cells } of batch) expect(cells).toEqual(rows[at++])
      return false
    })
    expect(at).toBe(3000)
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

describe('hostile and broken files', () => {
  const sheetOf = (xml: string) => book({}, { extra: [] }).length > 0 && zipWith({ 'xl/worksheets/sheet1.xml': xml })
  const CASES: readonly (readonly [string, () => Buffer | string, RegExp])[] = [
    [
      'an old Excel file, or one with a password',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /old Excel file \(\.xls\), or it is protected by a password.*\.xlsx/,
    ],
    ['a PDF with another name', () => '%PDF-1.7', /is a PDF/],
    ['nothing', () => '', /is empty/],
    ['blanks only', () => ' \n\t\n', /is empty/],
    ['a web page', () => '<html><table><tr><td>1', /web page/],
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), /a picture/],
    ['bytes of no kind', () => Buffer.from([1, 2, 0, 4, 0, 0, 7, 200, 201, 0, 0, 1]), /no text and no Excel workbook/],
    ['an archive that is cut off', () => book({ rows: [['x']] }).subarray(0, 700), /damaged or cut off/],
    ['an archive of something else', () => zip([{ name: 'photo.txt', bytes: 'x' }]), /not an Excel workbook/],
    [
      'an archive in an archive',
      () => zip([{ name: 'inner.xlsx', bytes: book({ rows: [['x']] }) }]),
      /not an Excel workbook/,
    ],
    [
      'a part with a password',
      () => zip([{ name: '[Content_Types].xml', bytes: 'x', locked: true }]),
      /protected by a password/,
    ],
    [
      'parts that claim more than a spreadsheet has',
      () => zip([{ name: 'a', bytes: 'x', claims: 2 ** 31 }]),
      /too large/,
    ],
    [
      'parts that lie on each other',
      () =>
        zip([
          { name: 'a', bytes: 'x'.repeat(500) },
          { name: 'b', bytes: 'x'.repeat(500), on: 'a' },
        ]),
      /too large/,
    ],
    [
      'more parts than a workbook has',
      () => zip(Array.from({ length: 5001 }, (_, at) => ({ name: `p${at}`, bytes: '' }))),
      /too large/,
    ],
    [
      'a part that is larger than it claims',
      () => zipWith({ 'xl/worksheets/sheet1.xml': 'x'.repeat(5000) }, { claims: 100 }),
      /damaged or cut off/,
    ],
    [
      'entities of its own',
      () => sheetOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>') || '',
      /DOCTYPE/,
    ],
    [
      'XML that ends in the middle',
      () => sheetOf('<worksheet><sheetData><row r="1"><c r="A1"><v>1') || '',
      /cannot be read|damaged/,
    ],
    [
      'an unknown entity',
      () =>
        sheetOf('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&x;</v></c></row></sheetData></worksheet>') ||
        '',
      /cannot be read/,
    ],
    [
      'rows that run backwards',
      () => sheetOf('<worksheet><sheetData><row r="5"/><row r="2"/></sheetData></worksheet>') || '',
      /not in their order/,
    ],
    [
      'a row beyond the last',
      () => sheetOf('<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>') || '',
      /more than 1048576 rows/,
    ],
    ['a value in column XFD', () => book({ rows: [[{ xml: '<c r="XFD1"><v>1</v></c>' }]] }), /beyond column BXX/],
    ['a cell of 10 MB', () => book({ rows: [['x'.repeat(10_000_000)]] }), /Cell A1 holds more than 100000 characters/],
    [
      'a text of 10 MB beside the cells',
      () => book({ rows: [['x'.repeat(10_000_000)]] }, { sharedTexts: true }),
      /more than 100000 characters/,
    ],
    ['a quote that is never closed', () => `a,b\n1,"x\n${'y\n'.repeat(50)}`, /not closed/],
  ]
  test.each(CASES)('[T3] %s: a sentence', async (_, make, sentence) => {
    const said = await refusal(make())
    expect(said).toMatch(/^RefusedFile: /)
    expect(said).toMatch(sentence)
  })

  test('[T3] macros, links to the outside and pictures in a workbook are never read', async () => {
    const bytes = book(
      { rows: [['x']] },
      {
        extra: [
          { name: 'xl/vbaProject.bin', bytes: 'evil' },
          { name: 'xl/externalLinks/externalLink1.xml', bytes: '<a' },
        ],
      },
    )
    expect(await cellsOf(bytes)).toEqual([['x']])
  })

  test('[T3] a million rows and 16,384 columns that hold nothing are nothing', async () => {
    const before = '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>'
    const empty = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${at + 2}" s="1"><c r="A${at + 2}" s="1"/></row>`,
    ).join('')
    const rows = await rowsOf(
      zipWith({
        'xl/worksheets/sheet1.xml': `<worksheet>${before}<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${empty}</sheetData></worksheet>`,
      }),
    )
    expect(rows).toEqual([{ row: 1, cells: ['1'] }])
  })
})

describe('a process of its own', () => {
  test('[T3] reads what a person brought, from a path and from memory, and leaves nothing behind', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('millrace-sheet-')).length
    const before = left()
    const path = join(folder, 'tea.xlsx')
    const bytes = book({ rows: [['sku'], ['TEA']] }, { sharedTexts: true })
    writeFileSync(path, bytes)
    for (const source of [{ path }, { bytes }]) {
      const file = await openApart(source)
      const rows = []
      for await (const batch of file.rows(0)) rows.push(...batch)
      expect(rows.map(({ cells }) => cells)).toEqual([['sku'], ['TEA']])
      file.close()
    }
    expect(left()).toBe(before)
  })

  test('[T3] a file that eats all its memory, or all its time, is refused in a sentence; the next one is read', async () => {
    const row = (at: number) =>
      `<row r="${at}">${Array.from(
        { length: 39 },
        (_, column) => `<c r="${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column % 26] ?? ''}${at}"/>`,
      )
        .slice(0, 26)
        .join('')}</row>`
    const long = 'x'.repeat(99_000)
    const heavy = book(
      { rows: Array.from({ length: 200 }, () => Array.from({ length: 30 }, () => long)) },
      { sharedTexts: true },
    )
    await expect(openApart({ bytes: heavy }, { thinking: 60_000, memory: 24 })).rejects.toThrow(
      /too much time or memory/,
    )
    const slow = zipWith({
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${Array.from({ length: 60_000 }, (_, at) => row(at + 1)).join('')}</sheetData></worksheet>`,
    })
    await expect(openApart({ bytes: slow }, { thinking: 100, memory: 192 })).rejects.toThrow(/too much time or memory/)
    const file = await openApart({ bytes: book({ rows: [['x']] }) })
    expect(file.sheets[0]?.head).toEqual([{ row: 1, cells: ['x'] }])
    file.close()
  })

  test('[T3] what the reading process refuses is refused here with the same sentence', async () => {
    await expect(openApart({ bytes: Buffer.from('%PDF-1.4') })).rejects.toThrow(/is a PDF/)
  })
})

/** A workbook in which some parts are replaced as they stand. */
function zipWith(parts: Readonly<Record<string, string>>, more: { readonly claims?: number } = {}): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zip([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    ...Object.entries(parts).map(([name, bytes]) => ({ name, bytes, ...more })),
  ])
}
