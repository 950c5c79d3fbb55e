import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { table } from './report.ts'

type Cost = { readonly bytes: number; readonly seconds: number; readonly megabytes: number }

const AIM_MB = 150
/** What a writer may keep; without limits Node lets garbage lie until there is much of it, and its memory says nothing of the writer. */
const LIMITS = ['--max-old-space-size=64', '--max-semi-space-size=2']

/** npm run bench -- exports: a million items as CSV and as workbook, beside ExcelJS on the same rows, each in a process of its own. */
export async function benchExports(rows: number): Promise<void> {
  console.log(`${rows.toLocaleString('en')} items of 9 columns as a file, thrown away as it is written\n`)
  const lines = [['writer', 'size', 'time', 'peak memory of the process', '']]
  for (const [writer, name, limits, aim] of [
    ['csv', 'Millrace, CSV, heap of 64 MB', LIMITS, `aim ${AIM_MB} MB`],
    ['workbook', 'Millrace, workbook, heap of 64 MB', LIMITS, `aim ${AIM_MB} MB`],
    ['exceljs', 'ExcelJS, streaming workbook, heap of 64 MB', LIMITS, ''],
    ['exceljs', 'ExcelJS, streaming workbook, no limit', [], ''],
  ] as const)
    lines.push([name, ...(await told(writer, rows, limits)), aim])
  console.log(`${table(lines)}\n`)
}

async function told(writer: string, rows: number, limits: readonly string[]): Promise<string[]> {
  const program = join(import.meta.dirname, 'sheet-writer.ts')
  const ran = await promisify(execFile)(process.execPath, [...limits, program, writer, `${rows}`]).catch(() => null)
  if (ran === null) return ['', '', 'ran out of memory']
  const { bytes, seconds, megabytes } = JSON.parse(ran.stdout) as Cost
  return [`${Math.round(bytes / 1e6)} MB`, `${seconds.toFixed(1)} s`, `${Math.round(megabytes)} MB`]
}
