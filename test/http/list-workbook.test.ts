import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import XLSX from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '#flows/deps.ts'
import { buildApp } from '#http/app.ts'
import { MILLS, makeApi, mug, NOW } from '../make/api.ts'
import { grownBy } from '../make/heaps.ts'
import { cellsOf } from '../make/sheets.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** A list as a file. */
const fileOf = (path: string, accept = WORKBOOK) =>
  api.app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { authorization: `Bearer ${api.key}`, accept } })
/** The first sheet of a workbook, as another program reads it. */
const sheetOf = (bytes: Buffer) => {
  const book = XLSX.read(bytes, { cellNF: true, cellFormula: true })
  const name = book.SheetNames[0] ?? ''
  return { name, sheet: book.Sheets[name] ?? {} }
}

test('[T5] a list is given as an Excel workbook: instants are dates of the merchant’s time zone, amounts numbers with their decimals', async () => {
  await api.database.ownerPool().query(
    `insert into millrace.orders (merchant_id, order_id, amazon_order_id, document_id, connection_id, stage, amazon_status, payment_method,
       currency, grand_total, placed_at, amazon_updated_at, created_at, updated_at)
     select $1, n, '111-0000000-' || lpad(n::text, 7, '0'), n, 'na-A1', 'Hold', 'UNSHIPPED', 'Amazon', 'USD', 1250,
       to_timestamp($2::float8 / 1000) - make_interval(secs => n), to_timestamp(0), to_timestamp(0), to_timestamp(0)
     from generate_series(1, 12) as n`,
    [MILLS, NOW],
  )
  const reply = await fileOf('/orders?sort=number&limit=2')
  expect(reply.headers).toMatchObject({
    'content-type': WORKBOOK,
    'content-disposition': 'attachment; filename="orders.xlsx"',
    'cache-control': 'no-store',
  })
  const { name, sheet } = sheetOf(reply.rawPayload)
  expect([name, sheet['!ref']]).toEqual(['orders', 'A1:O13'])
  expect([sheet.A1?.v, sheet.C1?.v, sheet.M1?.v]).toEqual(['Order', 'Placed (America/New_York)', 'Total'])
  expect(sheet.A2).toMatchObject({ t: 'n', v: 1 })
  expect(sheet.C2).toMatchObject({ t: 'n', z: 'yyyy-mm-dd hh:mm:ss', w: '2026-11-10 09:59:59' })
  expect(sheet.M2).toMatchObject({ t: 'n', v: 12.5, z: '#,##0.00', w: '12.50' })
  const csv = parse((await fileOf('/orders?sort=number', 'text/csv')).body, { bom: true }) as string[][]
  const same = (row: readonly string[]) => [row[0], row[1], row[2]?.replace('T', ' '), row[3]]
  expect((await cellsOf(reply.rawPayload)).map(same)).toEqual(csv.map(same))
})

test.each([
  ...['=HYPERLINK("https://example.com")', '+1', '-2+3', '@SUM(A1)', '0012', '000123456789012345678', '1E5'],
  ...['_x0041_ <b>&amp;</b> ]]>', 'Krug „blau“ 🫖', ' two  blanks ', 'not \ufffe a letter'],
])('[T5] a text of a workbook is that text, no formula and no number: %s', async (entered) => {
  await api.call('PUT', '/items/MUG', { ...mug, description: entered, id: undefined })
  const { rawPayload } = await fileOf('/catalog')
  const shown = entered.replace('\ufffe', '\ufffd')
  const cell = sheetOf(rawPayload).sheet.B2
  expect([cell?.t, cell?.v, cell?.f]).toEqual(['s', shown, undefined])
  expect((await cellsOf(rawPayload))[1]?.[1]).toBe(shown)
})

/** The API with its transactions counted, listening. */
async function countedApi() {
  let read = 0
  const transaction = ((...args: Parameters<Deps['transaction']>) => {
    read += 1
    return api.deps.transaction(...args)
  }) as Deps['transaction']
  const app = await buildApp({ ...api.deps, transaction }, { version: 'test', isOutage: () => false })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const headers = { authorization: `Bearer ${api.key}`, accept: WORKBOOK }
  const open = async (signal: AbortSignal) =>
    (await fetch(`${url}/api/v1/sku-mappings`, { signal, headers })).body?.getReader()
  return { open, reads: () => read, close: () => app.close() }
}

test('[T5] a workbook of 30,000 rows needs no more memory than one of 1,000, and stops when nobody takes it any more', async () => {
  const owner = await api.database.ownerPool().connect()
  await owner.query("set session_replication_role = 'replica'")
  await owner.query(
    `insert into millrace.sku_mappings (merchant_id, seller_sku, item_id, ratio_amazon, ratio_ours, note)
     select $1, 'SKU-' || lpad(n::text, 7, '0'), 'MUG', 1, 1, md5(n::text) || md5((-n)::text) from generate_series(1, 30000) as n`,
    [MILLS],
  )
  owner.release(true)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const { open, reads, close } = await countedApi()
  const leaving = new AbortController()
  await (await open(leaving.signal))?.read()
  leaving.abort()

  const reader = await open(new AbortController().signal)
  let bytes = 0
  const heaps: number[] = []
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (heaps.length * 100_000 > bytes) continue
    collect()
    heaps.push(process.memoryUsage().heapUsed)
  }
  expect(bytes).toBeGreaterThan(1_000_000)
  expect(grownBy(heaps)).toBeLessThan(5_000_000)
  // The whole file is 30 pages; the one that was left read a few.
  expect(reads()).toBeLessThan(45)
  await close()
})
