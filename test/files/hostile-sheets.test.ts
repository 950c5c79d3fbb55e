import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openApart } from '#files/sheets/read-apart.ts'
import { fuzzSheets } from '../make/fuzz-sheets.ts'
import { book, cellsOf, rowsOf, zipWith } from '../make/sheets.ts'
import { zip } from '../make/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'millrace-sheets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const refusal = async (bytes: Buffer | string) => {
  try {
    await rowsOf(bytes)
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
  return 'was read'
}
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

describe('a process of its own', () => {
  test('[T3] reads what a person brought, from a path and from memory, and leaves nothing behind', async () => {
    // A folder of its own: other tests read files at the same time.
    const before = process.env.TMPDIR
    process.env.TMPDIR = mkdtempSync(join(folder, 'own-'))
    onTestFinished(() => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    })
    const path = join(folder, 'tea.xlsx')
    const bytes = book({ rows: [['sku'], ['TEA']] }, { sharedTexts: true })
    writeFileSync(path, bytes)
    for (const source of [{ path }, { bytes }]) {
      const file = await openApart(source)
      const rows = []
      for await (const batch of file.rows(0)) rows.push(...batch)
      expect(rows.map(({ cells }) => cells)).toEqual([['sku'], ['TEA']])
      expect(readdirSync(tmpdir())).toHaveLength(1)
      file.close()
      expect(readdirSync(tmpdir())).toEqual([])
    }
  })

  test('[T3] a file that eats all its memory, or all its time, is refused in a sentence; the next one is read', async () => {
    const cells = (at: number) =>
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((column) => `<c r="${column}${at}" t="s"><v>0</v></c>`)
    const sheet = (rows: number) =>
      Array.from({ length: rows }, (_, at) => `<row r="${at + 1}">${cells(at + 1).join('')}</row>`).join('')
    const bytes = (rows: number, text: string) =>
      zipWith({
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet(rows)}</sheetData></worksheet>`,
        'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
      })
    const heavy = openApart({ bytes: bytes(200, 'x'.repeat(99_000)) }, { thinking: 60_000, memory: 24 })
    await expect(heavy).rejects.toThrow(/too much time or memory/)
    const slow = openApart({ bytes: bytes(20_000, 'x') }, { thinking: 20, memory: 192 })
    await expect(slow).rejects.toThrow(/too much time or memory/)
    const file = await openApart({ bytes: book({ rows: [['x']] }) })
    expect(file.sheets[0]?.head).toEqual([{ row: 1, cells: ['x'] }])
    file.close()
  })

  test('[T3] what the reading process refuses is refused here with the same sentence', async () => {
    await expect(openApart({ bytes: Buffer.from('%PDF-1.4') })).rejects.toThrow(/is a PDF/)
  })
})
