import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>

beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.saveShipping()
  await bench.ok(['settings', 'set', 'not-before', new Date(Date.now() - 172_800_000).toISOString().slice(0, 10)])
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
  await bench.ok(['start'])
  bench.placed({ lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }], buyer: { name: 'Zorbalina Quill' } })
  await bench.ok(['run'])
})
afterAll(() => bench.close())

test('[U3][X3] the audit is listed, exported as JSON lines, and holds nothing of a buyer', async () => {
  expect(await bench.ok(['audit', 'list'])).toMatch(/the program +opened for import +1 pages/)
  const lines = (await bench.ok(['audit', 'export'])).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { row: 1, act: 'opened', purpose: 'import', counts: { pages: 1 } },
  ])
  expect(lines.join()).not.toContain('Zorbalina')
})

test('[U3][X3] the audit is verified; an end that was noted is looked for', async () => {
  const said = await bench.ok(['audit', 'verify'])
  expect(said).toContain('The audit is whole: 1 row.')
  const noted = /ends with (\S+)/.exec(said)?.[1] ?? ''
  expect(await bench.ok(['audit', 'verify', '--noted', noted])).toContain('The audit is whole')
  expect(await bench.refused(['audit', 'verify', '--noted', `1:${'0'.repeat(64)}`])).toContain('not as it was noted')
  expect(await bench.refused(['audit', 'verify', '--noted', noted.replace('1:', '9:')])).toContain('is gone')
  expect(await bench.mistyped(['audit', 'verify', '--noted', 'x'])).toContain('a number, a colon')
})

test("[U6][X3] the deployment's own audit is listed and verified apart from that of a merchant", async () => {
  expect(await bench.ok(['audit', 'verify', '--deployment'])).toContain('The audit is whole')
  const rows = (await bench.ok(['audit', 'export', '--deployment'])).trim()
  expect(rows).not.toContain('"opened"')
})

test('[U4][X3] the report tells what is kept of buyers, until when and under which key', async () => {
  const said = await bench.ok(['retention', 'report'])
  expect(said).toContain('Buyer data is kept for 30 days after shipment.')
  expect(said).toContain('Nothing had to be purged yet.')
  expect(await bench.json(['retention', 'report'])).toMatchObject({
    held: [{ kind: 'buyers', count: 1, overdue: 0 }, { kind: 'documents', count: 1 }, { count: 0 }],
    keys: [{ buyers: 1, documents: 1 }],
  })
})
