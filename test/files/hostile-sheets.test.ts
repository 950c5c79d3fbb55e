import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fuzzSheets } from '../make/fuzz-sheets.ts'
import { book, cellsOf, rowsOf, zipWith } from '../make/sheets.ts'
import { zip } from '../make/zip.ts'

const refusal = async (bytes: Buffer | string) => {
  try {
    await rowsOf(bytes)
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
  return 'was read'
}
const OUTSIDE =
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="../../../etc/passwd" TargetMode="External"/></Relationships>'
const sheetOf = (xml: string) => zipWith({ 'xl/worksheets/sheet1.xml': xml })

describe('hostile and broken files', () => {
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
      'a part that is smaller than it claims',
      () => zipWith({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>' }, { claims: 5000 }),
      /damaged or cut off/,
    ],
    [
      'a bomb that claims to be small',
      () => zipWith({ 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(50_000_000)}` }, { claims: 2000 }),
      /damaged or cut off/,
    ],
    [
      'a workbook whose only sheet is a link to the outside',
      () => zipWith({ 'xl/_rels/workbook.xml.rels': OUTSIDE, 'xl/worksheets/sheet1.xml': '<worksheet/>' }),
      /no sheet with cells/,
    ],
    [
      'a sheet that leads out of the archive',
      () => zipWith({ 'xl/_rels/workbook.xml.rels': OUTSIDE.replace(' TargetMode="External"', '') }),
      /no sheet with cells/,
    ],
    ['a NUL in a workbook', () => book({ rows: [['te\0a']] }), /cannot be read/],
    [
      'a protected workbook',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      /protected by a password/,
    ],
    ['a workbook packed with gzip', () => gzipSync(book({ rows: [['x']] })), /packed \(gzip\)/],
    [
      'elements a thousand deep',
      () => sheetOf(`<worksheet>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</worksheet>`),
      /cannot be read/,
    ],
    [
      'a row of 5 MB in small cells',
      () => book({ rows: [Array.from({ length: 100 }, () => 'x'.repeat(50_000))] }),
      /Row 1 holds more than 4000000 characters/,
    ],
    ['a text of a million lines in one cell', () => `a,b\n"${'x\n'.repeat(200_000)}",1`, /holds more than|too long/],
    ['a line with 3,000 columns', () => `${'a,'.repeat(3000)}b`, /more than 2000 columns/],
    [
      'entities of its own',
      () => sheetOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>'),
      /DOCTYPE/,
    ],
    [
      'XML that ends in the middle',
      () => sheetOf('<worksheet><sheetData><row r="1"><c r="A1"><v>1'),
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
      () => sheetOf('<worksheet><sheetData><row r="5"/><row r="2"/></sheetData></worksheet>'),
      /not in their order/,
    ],
    [
      'a row beyond the last',
      () => sheetOf('<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'),
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

  test('[T3] what stands for a NUL in a cell is left out; merged cells have their value in the first and are told', async () => {
    const rows = [
      ['te_x0000_a', 'shown'],
      [{ xml: '<c r="A2" t="inlineStr"><is><t>one for both</t></is></c>' }, null],
    ]
    expect(await cellsOf(book({ rows, after: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>' }))).toEqual([
      ['tea', 'shown'],
      ['one for both'],
    ])
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

test('[T3] 2,000 spoilt files: each is read or refused in a sentence, and none takes long', async () => {
  const seed = Math.floor(Math.random() * 1_000_000)
  const { read, refused, faults } = await fuzzSheets(2000, seed)
  expect({ seed, faults: faults.map(({ file, why }) => ({ file, why })) }).toEqual({ seed, faults: [] })
  // Both ends are met, or the spoiling is too weak or too strong to find anything.
  expect(Math.min(read, refused)).toBeGreaterThan(200)
})
