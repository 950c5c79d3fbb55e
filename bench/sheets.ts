import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { workbook } from '../test/make/workbook.ts'
import { table } from './report.ts'

const ROWS = 100_000
const COLUMNS = 30
const VALIDATIONS = 204

type Cost = { readonly cells: number; readonly seconds: number; readonly megabytes: number }

/** npm run bench -- sheets: our reader beside ExcelJS and SheetJS on the same files, each in a process of its own. */
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
    }
    const template = join(folder, 'template.xlsx')
    writeFileSync(template, unified())
    const { seconds } = await cost('millrace', template)
    console.log(
      `A template with ${VALIDATIONS} rules over whole columns: ${seconds.toFixed(2)} s (aim 0.5 s; ExcelJS does not end in two minutes)\n`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compare(path: string, aim: number): Promise<string> {
  const exceljs = await cost('exceljs', path)
  const ours = await cost('millrace', path)
  const reading = await cost('reading', path)
  const sheetjs = await cost('sheetjs', path)
  const line = (name: string, { cells, seconds, megabytes }: Cost, remark = '') => [
    name,
    cells.toLocaleString('en'),
    `${seconds.toFixed(1)} s`,
    `${Math.round(megabytes)} MB`,
    remark,
  ]
  return table([
    ['reader', 'cells', 'time', 'peak memory', ''],
    line(
      'Millrace, with its process apart',
      ours,
      `${(ours.seconds / exceljs.seconds).toFixed(2)} of ExcelJS (aim ${aim})`,
    ),
    line('Millrace, the reading process', reading, 'aim 150 MB'),
    line('ExcelJS, streaming', exceljs),
    line('SheetJS', sheetjs),
  ])
}

async function cost(reader: string, path: string): Promise<Cost> {
  const program = join(import.meta.dirname, 'sheet-reader.ts')
  const limits = reader === 'reading' ? ['--max-old-space-size=96', '--max-semi-space-size=4'] : []
  const { stdout } = await promisify(execFile)(process.execPath, [...limits, program, reader, path])
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

/** As Amazon's unified templates are: rules from the first data row to the last row that a sheet can have. */
function unified(): Buffer {
  const rule = (at: number) =>
    `<dataValidation type="list" allowBlank="1" sqref="${String.fromCharCode(65 + (at % 26))}7:${String.fromCharCode(65 + (at % 26))}1048576"><formula1>Lists!$A$${at + 1}:$A$${at + 40}</formula1></dataValidation>`
  const rows = Array.from({ length: 300 }, (_, row) => Array.from({ length: 275 }, (_, at) => `r${row}c${at}`))
  const after = `<dataValidations>${Array.from({ length: VALIDATIONS }, (_, at) => rule(at)).join('')}</dataValidations>`
  return workbook({ sheets: [{ name: 'Template', rows, after }], sharedTexts: true })
}
