// Writes so many rows as one kind of file with one writer, throws the bytes away, and prints what it cost. Called by bench/exports.ts.
import { PassThrough, type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LISTS } from '#http/list-columns.ts'
import { sheetAsCsv } from '#http/sheet-as-csv.ts'
import { sheetAsWorkbook } from '#http/sheet-as-workbook.ts'

const PAGE = 1000
const COLUMNS = LISTS['/items'] ?? []

const itemAt = (n: number) => ({
  id: `ITEM-${String(n).padStart(8, '0')}`,
  description: `Oak table lamp number ${n}, with a shade of linen`,
  price: { amount: `${n % 500}.${String(n % 100).padStart(2, '0')}`, currency: 'USD' },
  grams: n % 10_000,
  tracksStock: n % 3 > 0,
  kit: n % 3 > 0 ? null : [{ itemId: 'MUG', quantity: 2 }],
  leadTimeMinutes: null,
  barcode: String(n).padStart(12, '0'),
})

async function* pages(rows: number): AsyncGenerator<readonly never[]> {
  for (let from = 0; from < rows; from += PAGE)
    yield Array.from({ length: Math.min(PAGE, rows - from) }, (_, at) => itemAt(from + at)) as never[]
}

const WRITERS: Readonly<Record<string, (rows: number) => Readable>> = {
  csv: (rows) => sheetAsCsv(sheetOf(rows)),
  workbook: (rows) => sheetAsWorkbook(sheetOf(rows)),
  exceljs(rows) {
    const stream = new PassThrough()
    void (async () => {
      const { default: ExcelJS } = await import('exceljs')
      const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false })
      const sheet = book.addWorksheet('items')
      for await (const page of pages(rows)) {
        for (const row of page) sheet.addRow(COLUMNS.map((column) => column.of(row) ?? null)).commit()
        if (stream.writableNeedDrain) await new Promise((done) => stream.once('drain', done))
      }
      await book.commit()
    })()
    return stream
  },
}

const sheetOf = (rows: number) => ({ name: 'items', columns: COLUMNS, timeZone: 'UTC', pages: () => pages(rows) })

const [writer = '', rows = ''] = process.argv.slice(2)
let bytes = 0
const nowhere = new Writable({
  write(piece: Buffer, _, done) {
    bytes += piece.length
    done()
  },
})
const made = WRITERS[writer]
if (!made) throw new Error(`There is no writer called ${writer}.`)
const started = performance.now()
await pipeline(made(Number(rows)), nowhere)
const seconds = (performance.now() - started) / 1000
console.log(JSON.stringify({ bytes, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
