import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { bookOf } from '../test/make/templates/made-template.ts'
import { unifiedTemplate } from '../test/make/templates/unified.ts'
import { workbook } from '../test/make/workbook.ts'
import { table } from './report.ts'

const ROWS = 100_000
const COLUMNS = 30
/** Megabytes that the reading process may use, and seconds that a template may take. */
const MEMORY_AIM = 150
const TEMPLATE_AIM = 0.5

type Cost = { readonly cells: number; readonly seconds: number; readonly cpu: number; readonly megabytes: number }

/**
 * npm run bench -- sheets: our reader beside ExcelJS and SheetJS on the same files, each in a process of its own. Seconds of the CPU
 * are what counts: on a busy machine the others' load is in the seconds of the clock. Ours are of both processes together.
 */
export async function benchSheets(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'))
  try {
    for (const [form, shared, aim] of [
      ['texts inside the cells', false, 0.5],
      ['texts beside the cells', true, 0.6],
    ] as const) {
      const path = join(folder, `${shared}.xlsx`)
      await writeRows(path, shared)
      console.log(`${ROWS.toLocaleString('en')} rows of ${COLUMNS} columns, ${form}\n`)
      console.log(`${await compare(path, aim)}\n`)
      rmSync(path)
    }
    const huge = join(folder, 'huge.xlsx')
    writeFileSync(huge, manyTexts())
    const { megabytes } = await cost('millrace', huge)
    console.log(
      `300 MB of texts beside the cells: ${Math.round(megabytes)} MB ${verdict(megabytes, MEMORY_AIM, 'MB')}\n`,
    )
    const template = join(folder, 'template.xlsx')
    writeFileSync(template, bookOf(unifiedTemplate('es', 'full', { items: 300 })))
    const { seconds, cpu } = await cost('millrace', template)
    console.log(
      `A unified template of 275 columns, 1.2 million characters of settings, 204 rules over whole columns: ${cpu.toFixed(2)} s of CPU, ` +
        `${seconds.toFixed(2)} s ${verdict(cpu, TEMPLATE_AIM, 's')}; ExcelJS does not end in two minutes\n`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const verdict = (value: number, aim: number, unit = '') =>
  `(aim ${aim}${unit && ` ${unit}`}: ${value <= aim ? 'met' : 'missed'})`

async function compare(path: string, aim: number): Promise<string> {
  const exceljs = await cost('exceljs', path)
  const ours = await cost('millrace', path)
  const sheetjs = await cost('sheetjs', path)
  const line = (name: string, { cells, seconds, cpu, megabytes }: Cost) => [
    name,
    cells.toLocaleString('en'),
    `${cpu.toFixed(1)} s`,
    `${seconds.toFixed(1)} s`,
    `${Math.round(megabytes)} MB`,
  ]
  const ratio = ours.cpu / exceljs.cpu
  const lines = [
    ['reader', 'cells', 'CPU', 'clock', 'peak memory'],
    line('Millrace, memory of the reading process', ours),
    line('ExcelJS, streaming', exceljs),
    line('SheetJS', sheetjs),
  ]
  const clock = (ours.seconds / exceljs.seconds).toFixed(2)
  return [
    table(lines),
    '',
    `  Millrace takes ${ratio.toFixed(2)} of ExcelJS by CPU ${verdict(ratio, aim)}, ${clock} by the clock;`,
    `  its peak of memory is ${Math.round(ours.megabytes)} MB ${verdict(ours.megabytes, MEMORY_AIM, 'MB')}.`,
  ].join('\n')
}

async function cost(reader: string, path: string): Promise<Cost> {
  const program = join(import.meta.dirname, 'sheet-reader.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, reader, path])
  return JSON.parse(stdout) as Cost
}

async function writeRows(path: string, shared: boolean): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: shared })
  const sheet = writer.addWorksheet('Items')
  for (let row = 1; row <= ROWS; row++)
    sheet
      .addRow(Array.from({ length: COLUMNS }, (_, at) => (at % 5 === 4 ? row * at + 0.25 : `Value ${at} of ${row}`)))
      .commit()
  await writer.commit()
}

/** More texts than any memory of the reader: what lies beside the cells is spilt to the disk. */
function manyTexts(): Buffer {
  const count = 1_500_000
  const tail = 'tea '.repeat(45)
  const pieces: Buffer[] = [Buffer.from('<sst>')]
  for (let at = 0; at < count; at += 1000)
    pieces.push(Buffer.from(Array.from({ length: 1000 }, (_, n) => `<si><t>${at + n} ${tail}</t></si>`).join('')))
  pieces.push(Buffer.from('</sst>'))
  // From all over the table, so that what was spilt must be read again.
  const cell = (row: number, column: number) => ({
    xml: `<c r="${'ABCDEFGHIJ'[column]}${row + 1}" t="s"><v>${(row * 7919 + column * 150_000) % count}</v></c>`,
  })
  const rows = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 10 }, (__, column) => cell(row, column)))
  const extra = [{ name: 'xl/sharedStrings.xml', bytes: Buffer.concat(pieces) }]
  return workbook({ sheets: [{ name: 'Items', rows }], extra })
}
