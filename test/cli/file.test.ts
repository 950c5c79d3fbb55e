import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let ids: string[] = []
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.saveShipping()
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
  await bench.ok(['settings', 'set', 'not-before', new Date(Date.now() - 172_800_000).toISOString().slice(0, 10)])
  await bench.ok(['start'])
  ids = ['MUG-BLUE', 'MUG-RED'].map((sku) => bench.placed({ lines: [{ sku }] }))
  await bench.ok(['run'])
}, 120_000)
afterAll(() => bench.close())

test('[H2] a cancellation file is taken, shown again, and its report read back', async () => {
  const [id = ''] = ids
  expect(await bench.refused(['file', 'cancellation'])).toContain(
    'Nothing waits that a file of cancellations could hold.',
  )
  await bench.ok(['orders', 'cancel', id, '--reason', 'no-inventory'])
  const out = join(bench.dataFolder, 'cancel.txt')
  const taken = await bench.json(['file', 'cancellation', '--out', out])
  expect(taken).toMatchObject({ kind: 'cancellation', state: 'carried', messages: 1, out })
  const text = readFileSync(out, 'utf8')
  expect(text).toContain(`${id}\t`)
  expect(await bench.ok(['file', 'show', String(taken.file)])).toBe(text)
  // A file is never written over another one.
  expect(await bench.refused(['file', 'show', String(taken.file), '--out', out])).toContain('exists already')
  const submission = ['--submission', String(taken.file)]
  expect(await bench.refused(['file', 'report', bench.file('cut.txt', 'Feed'), ...submission])).toContain(
    'Nothing was changed.',
  )
  const report = bench.file('report.txt', bench.control.uploadFile({ kind: 'cancellation', text }))
  expect(await bench.ok(['file', 'report', report, ...submission])).toContain(
    'Amazon took 1 of 1 entries and refused 0.',
  )
  expect(await bench.ok(['file', 'list'])).toMatch(/file +cancellation +done +1/)
})

test('[H2] a file that nobody uploaded is withdrawn', async () => {
  const [, id = ''] = ids
  await bench.ok(['orders', 'cancel', id, '--reason', 'no-inventory'])
  const { file } = await bench.json(['file', 'cancellation'])
  expect(await bench.ok(['file', 'withdraw', String(file)])).toContain('its entries wait again')
  expect(await bench.refused(['file', 'withdraw', String(file)])).toContain('is over (withdrawn)')
})

test('[H1] an order report is read in, and what became of each order is told; a seller without an API works by files', async () => {
  bench.placed({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  const report = bench.file('new-orders.txt', bench.control.downloadReport({ kind: 'new-orders' }).toString('utf8'))
  const { import: number } = await bench.json(['file', 'orders', report])
  await bench.ok(['run'])
  const told = await bench.json(['file', 'orders-of', String(number)])
  expect(told).toMatchObject({ state: 'applied', counts: { held: 1 } })
  expect(await bench.ok(['file', 'orders-of', String(number)])).toMatch(/held +No item and no SKU mapping matches/)
  expect(await bench.refused(['file', 'orders', bench.file('odd.txt', 'sku\tprice\nA\t1\n')])).toContain(
    'no report of new or unshipped orders',
  )
  const seller = ['connect', 'files', '--region', 'eu', '--seller', 'A3HARBORGOODS']
  expect(await bench.refused(seller)).toContain('A1F83G8C2ARO7P')
  expect(await bench.json([...seller, '--marketplace', 'A1F83G8C2ARO7P'])).toMatchObject({ state: 'by-files' })
})

test("[T3][X3] Amazon's template is brought, applied and taken back by command", async () => {
  const file = bench.file('offers.txt', 'sku\titem-name\tprice\nCUP-TEAL\tA teal cup\t12.00\n\tNameless\t1.00\n')
  const shown = await bench.ok(['import', file])
  expect(shown).toContain('previewed. 2 rows: 1 created, 1 refused')
  expect(shown).toContain('A3: sku is blank. Write the SKU of the listing.')
  const { rows } = await bench.database.ownerPool().query('select max(import_id) as n from millrace.imports')
  const number = String(rows[0].n)
  expect(await bench.ok(['imports', 'apply', number])).toContain('applied')
  expect(await bench.ok(['item', 'list'])).toContain('CUP-TEAL')
  expect(await bench.ok(['imports', 'list'])).toContain('offers.txt')
  expect(await bench.ok(['imports', 'undo', number])).toContain('undone')
  expect(await bench.refused(['imports', 'undo', number])).toContain('cannot be undone')
  expect(await bench.ok(['import', bench.file('odd.csv', 'colour,size\nred,L\n')])).toContain(
    'Its headings do not say what the columns hold',
  )
})
