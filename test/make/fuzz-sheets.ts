import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recognizeFile } from '#core/spreadsheet/recognize-file.ts'
import { openFile } from '#files/sheets/open-file.ts'
import { RefusedFile } from '#files/sheets/refused-file.ts'
import { numbers, type Random } from './numbers.ts'
import { everyTemplate } from './templates/every-template.ts'
import { bookOf, textOf, type Writing, written } from './templates/made-template.ts'
import type { Tongue } from './templates/words.ts'
import { workbook } from './workbook.ts'
import { zip, zipParts } from './zip.ts'

/** How a run of the fuzzer ended: how many files were read or refused, and what neither was. */
export type Fuzzed = {
  readonly read: number
  readonly refused: number
  readonly faults: readonly { readonly file: number; readonly why: string; readonly bytes: Buffer }[]
}

/** No file may take longer, in milliseconds. */
const LONGEST = 5000

/**
 * Spoils files and reads them: each must be read, or refused in a sentence. The same seed spoils in the same way; file `n` of a run
 * is file 0 of a run that starts at `n`.
 */
export async function fuzzSheets(count: number, seed: number, from = 0): Promise<Fuzzed> {
  const faults: { file: number; why: string; bytes: Buffer }[] = []
  let read = 0
  let refused = 0
  for (let file = from; file < from + count; file++) {
    const bytes = spoiltFile(file, seed)
    const started = performance.now()
    const why = await readAll(bytes).catch((error: Error) => error)
    const took = performance.now() - started
    if (took > LONGEST) faults.push({ file, why: `took ${Math.round(took)} ms`, bytes })
    else if (why === undefined) read++
    else if (why instanceof RefusedFile) refused++
    else faults.push({ file, why: why.stack ?? why.message, bytes })
  }
  return { read, refused, faults }
}

let seeds: readonly SeedFile[] | undefined

/** The spoilt file of this number. */
export function spoiltFile(file: number, seed: number): Buffer {
  seeds ??= [...seedFiles(), ...templateSeeds()]
  return spoil(seeds[file % seeds.length] ?? (() => Buffer.alloc(0)), numbers(seed * 1_000_003 + file))
}

async function readAll(bytes: Buffer): Promise<undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-fuzz-'))
  try {
    const file = await openFile({ bytes }, folder)
    try {
      recognizeFile(file.sheets, { decode: (text) => Buffer.from(text, 'base64').toString('utf8'), wanted: null })
      for (let sheet = 0; sheet < file.sheets.length; sheet++) await file.rows(sheet, async () => false)
    } finally {
      file.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Change = (bytes: Buffer, random: Random) => Buffer

/** Gives the bytes of a file; `change` spoils its parts before they are packed. */
type SeedFile = (change?: (bytes: Buffer) => Buffer) => Buffer

function seedFiles(): readonly SeedFile[] {
  const rows = [
    ['settings=attributeRow=2&dataRow=3', 'Hints'],
    ['contribution_sku#1.value', 'item_name[language_tag=en_US]#1.value', 'quantity'],
    ['TEA-1', 'Tea & "mug"', 12.5],
    ['TEA-2', 'Thé\nvert', 4e12],
  ]
  const sheets = [
    { name: 'Hints', rows: [['x']] },
    { name: 'Template', rows, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' },
  ]
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="d.m.yy"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>'
  const text = rows.map((row) => row.join('\t')).join('\n')
  const few = [
    packed(workbook({ sheets, styles })),
    packed(workbook({ sheets, styles, sharedTexts: true, date1904: true })),
    plain(Buffer.from(text)),
    plain(Buffer.from(text.replaceAll('\t', ','))),
    plain(Buffer.from(`\ufeff${text}`, 'utf16le')),
  ]
  return Array.from({ length: TIMES }, () => few).flat()
}

function packed(bytes: Buffer): SeedFile {
  const parts = zipParts(bytes)
  return (change) => (change ? zip(parts.map((part) => ({ ...part, bytes: change(Buffer.from(part.bytes)) }))) : bytes)
}

const plain =
  (bytes: Buffer): SeedFile =>
  (change) =>
    change ? change(bytes) : bytes

const TONGUES: readonly Tongue[] = ['en', 'es', 'it', 'de', 'ja', 'ar']
const WRITINGS: readonly Writing[] = ['utf-8', 'utf-16be', 'utf-8 with a mark', 'utf-16le']
/** Kinds with hundreds of columns take as long as fifty others: they come once, the others so many times. */
const TIMES = 20

/** Every kind of Amazon's templates, each in two languages, forms and encodings. */
function templateSeeds(): readonly SeedFile[] {
  const made = TONGUES.map((tongue) => everyTemplate(tongue))
  const kinds = made[0]?.length ?? 0
  return Array.from({ length: kinds * 2 }, (_, turn) => {
    const template = made[turn % made.length]?.[turn % kinds]
    if (!template) throw new Error('No such template')
    const text = written(textOf(template), WRITINGS[turn % WRITINGS.length] ?? 'utf-8')
    const book = bookOf(template, { sharedTexts: turn % 2 === 0, date1904: turn % 3 === 0 })
    const seed = turn < kinds ? packed(book) : plain(text ?? Buffer.alloc(0))
    return template.expected.columns > 100 ? [seed] : Array.from({ length: TIMES }, () => seed)
  }).flat()
}

/** Some files are spoilt as they are, some in their parts: otherwise an archive's checks would hide the readers behind them. */
function spoil(seed: SeedFile, random: Random): Buffer {
  const times = 1 + random(4)
  const change = (bytes: Buffer) => {
    let spoilt = bytes
    for (let time = 0; time < times; time++) spoilt = (CHANGES[random(CHANGES.length)] ?? cut)(spoilt, random)
    return spoilt
  }
  return random(2) === 0 ? change(seed()) : seed((bytes) => (random(3) === 0 ? change(bytes) : bytes))
}

const cut: Change = (bytes, random) => bytes.subarray(0, random(bytes.length + 1))
const flip: Change = (bytes, random) => {
  const spoilt = Buffer.from(bytes)
  for (let time = random(8); time >= 0; time--) if (spoilt.length > 0) spoilt[random(spoilt.length)] = random(256)
  return spoilt
}
const repeat: Change = (bytes, random) => {
  const at = random(bytes.length + 1)
  const piece = bytes.subarray(at, at + random(200))
  return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: random(50) }, () => piece), bytes.subarray(at)])
}
const leaveOut: Change = (bytes, random) => {
  const at = random(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(100))])
}
const put: Change = (bytes, random) => {
  const at = random(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(WORDS[random(WORDS.length)] ?? ''), bytes.subarray(at)])
}
const replaceNumber: Change = (bytes, random) =>
  Buffer.from(
    bytes
      .toString('latin1')
      .replace(/\d+/g, (found) => (random(12) === 0 ? String(NUMBERS[random(NUMBERS.length)]) : found)),
    'latin1',
  )

const CHANGES: readonly Change[] = [cut, flip, repeat, leaveOut, put, replaceNumber]
const NUMBERS = ['0', '-1', '1048577', '4294967295', '1e308', 'NaN', '99999999999999999999', '2958466', '0x10']
const WORDS = [
  '<!DOCTYPE a>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '&#0;',
  '&#x10FFFF;',
  '<c r="ZZZZZZ1">',
  '<row r="-3">',
  '\0',
  '"',
  '\t'.repeat(3000),
  '</worksheet>',
  '<v>',
  '_x0000_',
  '\r',
  'x'.repeat(120_000),
]
