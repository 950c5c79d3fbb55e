import { columnName } from '#files/sheets/refused-file.ts'
import { type MadeCell, type MadeSheet, workbook } from '../workbook.ts'
import type { Tongue } from './words.ts'

/** A template of the tests: its sheets, and what a reader must find in it. */
export type MadeTemplate = {
  readonly name: string
  readonly tongue: Tongue
  readonly sheets: readonly MadeSheet[]
  /** Which of the sheets has the items. */
  readonly data: number
  readonly expected: {
    readonly generation: 'loader' | 'classic' | 'unified'
    readonly dataRow: number
    readonly columns: number
    readonly marketplace?: string
    readonly productTypes: readonly string[]
    readonly aliased: number
    /** The fields of the SKU and of the title. */
    readonly sku: string
    readonly title: string
  }
  /** The rows of the items as text, for what a reader gives from `dataRow` on. */
  readonly rows: readonly (readonly string[])[]
}

/** How a workbook of it is written. */
export type MadeForm = { readonly sharedTexts?: boolean; readonly date1904?: boolean }

const DAY_OF_1904 = 1462
/** A format of dates is number 1 of the styles, one of Amazon's text cells number 2. */
const STYLES = '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="49"/></cellXfs>'

/** The workbook as bytes. */
export const bookOf = ({ sheets }: MadeTemplate, { sharedTexts = true, date1904 = false }: MadeForm = {}): Buffer =>
  workbook({
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => dated(cell, date1904))),
    })),
    styles: STYLES,
    sharedTexts,
    date1904,
  })

/** A day as workbooks keep it, and as a reader gives it. */
export const DAY = { serial: 46_357, text: '2026-12-01' } as const

/** A value of an item in a template. */
export type Value = string | number | null | typeof DAY

/** The cells of a row of values. */
export const cellsOf = (values: readonly Value[], row: number): MadeCell[] =>
  values.map((value, column) =>
    value === DAY ? { xml: `<c r="${columnName(column)}${row}" s="1"><v>${DAY.serial}</v></c>` } : (value as MadeCell),
  )

/** What a reader gives of a row of values. */
export const textsOf = (values: readonly Value[]): string[] => {
  const texts = values.map((value) => (value === DAY ? DAY.text : String(value ?? '')))
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
}

function dated(cell: MadeCell, date1904: boolean): MadeCell {
  if (!date1904 || cell === null || typeof cell !== 'object') return cell
  return {
    xml: cell.xml.replace(/(s="1"><v>)(\d+)/, (_, before: string, day) => `${before}${Number(day) - DAY_OF_1904}`),
  }
}

/** The sheet of the items as text with columns; rows that have nothing are empty lines. */
export const textOf = ({ sheets, data, rows, expected }: MadeTemplate): string => {
  const head = (sheets[data]?.rows ?? []).slice(0, expected.dataRow - 1)
  const lines = [...head.map((row) => row.map((cell) => (typeof cell === 'object' ? '' : String(cell ?? '')))), ...rows]
  return lines.map((cells) => cells.join('\t')).join('\r\n')
}

/** How a text may be written. */
export type Writing = 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'shift_jis'

/** A text as bytes; undefined where the encoding has no sign for one of its letters. */
export function written(text: string, writing: Writing): Buffer | undefined {
  if (writing === 'utf-8') return Buffer.from(text)
  if (writing === 'utf-8 with a mark') return Buffer.from(`\ufeff${text}`)
  if (writing === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (writing === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const signs = signsOf(writing)
  const bytes = [...text].map((sign) => signs.get(sign))
  return bytes.every((each) => each !== undefined) ? Buffer.from(bytes.flat()) : undefined
}

const KNOWN = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** Every sign of an encoding and its bytes: what its decoder gives, turned around. */
function signsOf(writing: 'windows-1252' | 'shift_jis'): ReadonlyMap<string, readonly number[]> {
  const known = KNOWN.get(writing)
  if (known) return known
  const decoder = new TextDecoder(writing)
  const signs = new Map<string, readonly number[]>()
  const learn = (...bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\ufffd' && !signs.has(text)) signs.set(text, bytes)
  }
  for (let first = 0; first < 256; first++) learn(first)
  if (writing === 'shift_jis')
    for (let first = 0x81; first < 0xfd; first++) for (let second = 0x40; second < 0xfd; second++) learn(first, second)
  KNOWN.set(writing, signs)
  return signs
}
