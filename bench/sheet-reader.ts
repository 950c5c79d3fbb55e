// Reads one spreadsheet with one reader and prints what it cost: its rows, its seconds and its peak of memory. Called by bench/sheets.ts.
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { cpuOfReaped, peakOfChildren } from './others-cpu.ts'

/** Megabytes at the peak of the reading process; it is the one that may not grow with a file. */
let peak = 0

const READERS: Readonly<Record<string, (path: string) => Promise<number>>> = {
  /** As the program does it: the reading process and the handing over. */
  async millrace(path) {
    const { openApart } = await import('#files/sheets/read-apart.ts')
    const file = await openApart({ path })
    let cells = 0
    for await (const rows of file.rows(0)) for (const row of rows) cells += row.cells.length
    peak = peakOfChildren() ?? 0
    file.close()
    return cells
  },
  async exceljs(path) {
    const { default: ExcelJS } = await import('exceljs')
    let cells = 0
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, {
      worksheets: 'emit',
      sharedStrings: 'cache',
    }))
      for await (const row of sheet) cells += row.cellCount
    return cells
  },
  async sheetjs(path) {
    const { default: XLSX } = await import('@e965/xlsx')
    const sheet = Object.values(XLSX.read(readFileSync(path), { dense: true }).Sheets)[0]
    return XLSX.utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1 }).reduce((sum, row) => sum + row.length, 0)
  },
}

const [reader = '', path = ''] = process.argv.slice(2)
const usedBefore = cpuSeconds()
const started = performance.now()
const cells = await READERS[reader]?.(path)
const seconds = (performance.now() - started) / 1000
// The reading process is reaped a moment after it was told to end.
for (let tries = 0; tries < 200 && peakOfChildren() !== null; tries++) await setTimeout(50)
const cpu = cpuSeconds() - usedBefore + cpuOfReaped()
console.log(JSON.stringify({ cells, seconds, cpu, megabytes: peak || process.resourceUsage().maxRSS / 1024 }))

function cpuSeconds(): number {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  return (userCPUTime + systemCPUTime) / 1e6
}
