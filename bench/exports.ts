import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { table } from './report.ts'

type Cost = { readonly bytes: number; readonly seconds: number; readonly megabytes: number }

const AIM_MB = 150

/** npm run bench -- exports: a million items as CSV and as workbook, beside ExcelJS on the same rows, each in a process of its own. */
export async function benchExports(rows: number): Promise<void> {
  console.log(`${rows.toLocaleString('en')} items of 9 columns as a file, thrown away as it is written\n`)
  const lines = [['writer', 'size', 'time', 'peak memory', '']]
  for (const [writer, name, aim] of [
    ['csv', 'Millrace, CSV', `aim ${AIM_MB} MB`],
    ['workbook', 'Millrace, workbook', `aim ${AIM_MB} MB`],
    ['exceljs', 'ExcelJS, streaming workbook', ''],
  ] as const) {
    const { bytes, seconds, megabytes } = await cost(writer, rows)
    lines.push([name, `${Math.round(bytes / 1e6)} MB`, `${seconds.toFixed(1)} s`, `${Math.round(megabytes)} MB`, aim])
  }
  console.log(`${table(lines)}\n`)
}

async function cost(writer: string, rows: number): Promise<Cost> {
  const program = join(import.meta.dirname, 'sheet-writer.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, writer, `${rows}`])
  return JSON.parse(stdout) as Cost
}
