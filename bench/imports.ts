// npm run bench -- imports: a template of 100,000 rows and 60 columns is read, looked through, applied and taken back.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { bringImport } from '#flows/bring-import.ts'
import { runImports } from '#flows/run-imports.ts'
import { applyImport, undoImport } from '#flows/steer-import.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { StoredImport } from '#store/imports.ts'
import { startSimulator } from '../src/simulator/server.ts'
import { columnsOf, itemsOf, madeBarcode } from '../test/make/templates/unified-columns.ts'
import { settingsCells } from '../test/make/templates/unified-settings.ts'
import { type Shop, startServer } from './made-server.ts'
import { cpuOfOthers } from './others-cpu.ts'
import { machine, table } from './report.ts'

const COLUMNS = 60
const DATA_ROW = 7
/** Seconds in which 100,000 rows are to be read, resolved and applied. */
const AIM = 60
const ROWS_OF_AIM = 100_000
const MORNING = Date.parse('2026-11-10T15:00:00Z')
const WHO = 'the bench'

type Step = { readonly name: string; readonly seconds: number; readonly own: number; readonly others: number }

/** Measures the import of one template, step by step: new items, then the same file again, then everything taken back. */
export async function benchImports({ rows }: { readonly rows: number }): Promise<void> {
  const server = await startServer()
  const simulator = await startSimulator({ clock: 'virtual', start: MORNING })
  try {
    console.log(`${machine(server.version)}\n`)
    const bytes = await templateOf(rows)
    const { url, control } = simulator
    const shop = await server.makeShop('imports', { url, now: () => control.now(), since: '2026-11-09' })
    console.log(
      `${rows.toLocaleString('en')} rows of ${COLUMNS} columns, ${Math.round(bytes.length / 1024 / 1024)} MB\n`,
    )
    const first = await measure(shop, bytes, 'new items')
    const again = await measure(shop, bytes, 'the same file again')
    const undone = await measured('taken back', () => undo(shop, first.importId))
    console.log(`${report([...first.steps, ...again.steps, undone], rows)}\n`)
    const whole = first.steps.reduce((sum, { seconds }) => sum + seconds, 0) * (ROWS_OF_AIM / rows)
    console.log(
      `  Read, resolved and applied: ${whole.toFixed(0)} s for ${ROWS_OF_AIM.toLocaleString('en')} rows (aim ${AIM} s: ${whole <= AIM ? 'met' : 'missed'}).`,
    )
    console.log(`  Peak memory of this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.\n`)
  } finally {
    await simulator.close()
    await server.stop()
  }
}

async function measure({ deps }: Shop, bytes: Buffer, what: string) {
  const brought = { bytes, fileName: 'template.xlsx', kind: null, who: WHO }
  let importId = 0
  const steps = [
    await measured(`${what}: brought and read`, async () => {
      const made = await bringImport(deps, MERCHANT.id, brought)
      if (!made.ok) throw new Error(`The template was refused: ${made.problem.code}`)
      importId = made.value.importId
      await until(deps, importId, ({ copied }) => copied)
    }),
    await measured(`${what}: looked through`, async () => {
      await until(deps, importId, ({ state }) => state === 'previewed')
    }),
    await measured(`${what}: applied`, async () => {
      const applied = await applyImport(deps, MERCHANT.id, { importId, who: WHO, confirmUnlink: false })
      if (!applied.ok) throw new Error(`The import was not applied: ${applied.problem.code}`)
      const { counts } = await until(deps, importId, ({ state }) => state === 'applied')
      console.log(`  ${what}: ${JSON.stringify(counts)}`)
    }),
  ]
  return { importId, steps }
}

async function undo({ deps }: Shop, importId: number): Promise<void> {
  const undoing = await undoImport(deps, MERCHANT.id, { importId, who: WHO })
  if (!undoing.ok) throw new Error(`The import was not taken back: ${undoing.problem.code}`)
  await until(deps, importId, ({ state }) => state === 'undone')
}

async function until(
  deps: Shop['deps'],
  importId: number,
  isThere: (now: StoredImport) => boolean,
): Promise<StoredImport> {
  for (;;) {
    const now = await deps.transaction(MERCHANT.id, 'app', (tx) => tx.store.findImport(importId))
    if (!now || now.state === 'failed') throw new Error(`The import failed: ${JSON.stringify(now?.problem)}`)
    if (isThere(now)) return now
    await runImports(deps, MERCHANT.id)
  }
}

async function measured(name: string, work: () => Promise<void>): Promise<Step> {
  const [started, own, others] = [performance.now(), process.cpuUsage(), cpuOfOthers(undefined)]
  await work()
  const { user, system } = process.cpuUsage(own)
  return {
    name,
    seconds: (performance.now() - started) / 1000,
    own: (user + system) / 1e6,
    others: cpuOfOthers(undefined) - others,
  }
}

const report = (steps: readonly Step[], rows: number): string =>
  table([
    ['', 'clock', 'CPU here', 'CPU of database and reader', 'rows/s'],
    ...steps.map(({ name, seconds, own, others }) => [
      name,
      `${seconds.toFixed(1)} s`,
      `${own.toFixed(1)} s`,
      `${others.toFixed(1)} s`,
      Math.round(rows / seconds).toLocaleString('en'),
    ]),
  ])

/** A unified template with a value in each of its columns. */
async function templateOf(rows: number): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'))
  const filename = join(folder, 'template.xlsx')
  const columns = columnsOf('en', 'loader of Egypt').slice(0, COLUMNS)
  const [item] = itemsOf('en', 1)
  if (!item) throw new Error('No item was made.')
  const settings = { tongue: 'en', flavor: 'loader of Egypt', dataRow: DATA_ROW, characters: 41_783, cells: 2 } as const
  const head = [
    settingsCells(settings),
    [],
    [],
    columns.map(({ label }) => label),
    columns.map(({ field }) => field),
    [],
  ]
  try {
    const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: false })
    const sheet = writer.addWorksheet('Template')
    for (const cells of head) sheet.addRow(cells).commit()
    for (let at = 1; at <= rows; at++) {
      const made = { ...item, sku: `BENCH-${at}`, title: `Mug ${at}`, barcode: madeBarcode(at) }
      const cells = columns.map(({ value }, column) => {
        const cell = value?.(made) ?? `Value ${column} of ${at}`
        return typeof cell === 'object' ? cell.text : cell
      })
      sheet.addRow(cells).commit()
    }
    await writer.commit()
    return readFileSync(filename)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
