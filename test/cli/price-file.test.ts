import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
}, 120_000)
afterAll(() => bench.close())

/** The listing of the mug as the daily report shows it. */
async function list() {
  await bench.database
    .ownerPool()
    .query(`insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity)
    values ('HRBOR', 'na-A3HARBORGOODS', 'MUG-BLUE', 'ATVPDKIKX0DER', 'MUG-BLUE', 'KITCHEN', 'DEFAULT', 1)`)
}

test('[H2] a price-and-quantity file by command line: one withdrawn, the next shown again and its report read back', async () => {
  expect(await bench.refused(['file', 'price-and-quantity'])).toContain(
    'Nothing waits that a file of stock and prices could hold.',
  )
  await list()
  const first = await bench.json(['file', 'price-and-quantity', '--complete'])
  expect(await bench.ok(['file', 'withdraw', String(first.file)])).toContain('its entries wait again')
  const out = join(bench.dataFolder, 'prices.txt')
  const taken = await bench.json(['file', 'price-and-quantity', '--out', out])
  expect(taken).toMatchObject({ kind: 'price-and-quantity', state: 'carried', messages: 1, out })
  const text = readFileSync(out, 'utf8')
  expect(text).toMatch(/^sku\tprice\t.*\r\nMUG-BLUE\t\t\t\t\d+\t/)
  expect(await bench.ok(['file', 'show', String(taken.file)])).toBe(text)
  const submission = ['--submission', String(taken.file)]
  const cut = bench.file('cut.txt', 'sku\terror-code\terror-message\nMUG')
  expect(await bench.refused(['file', 'report', cut, ...submission])).toContain('Nothing was changed.')
  const report = bench.file('report.txt', bench.control.uploadFile({ kind: 'price-and-quantity', text }))
  expect(await bench.ok(['file', 'report', report, ...submission])).toContain(
    'Amazon took 1 of 1 entries and refused 0.',
  )
  expect(await bench.ok(['file', 'list'])).toMatch(/file +price-and-quantity +done +1/)
})
