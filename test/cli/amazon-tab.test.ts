import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'
import { MUG_TAB } from '../make/new-listing.ts'

const US = 'ATVPDKIKX0DER'
const MUG = ['MUG-NEW', US]

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
  await bench.ok(['item', 'add', 'MUG-NEW', '--description', 'Blue mug', '--weight', '300g'])
}, 120_000)
afterAll(() => bench.close())

test('[T1] by command line: product types, a tab with a fault, mended, previewed and submitted', async () => {
  expect(await bench.ok(['amazon-tab', 'types', '--marketplace', US, '--item', 'MUG-NEW'])).toMatch(/KITCHEN +Kitchen/)
  expect(await bench.refused(['amazon-tab', 'show', ...MUG])).toContain('Save a product type first')
  const entry = (attributes: object) => bench.file('tab.json', JSON.stringify({ productType: 'KITCHEN', attributes }))
  const wrong = entry({ ...MUG_TAB, number_of_pieces: undefined })
  expect(await bench.ok(['amazon-tab', 'set', ...MUG, '--file', wrong])).toContain('[Number of Pieces] is missing')
  expect(await bench.refused(['amazon-tab', 'submit', ...MUG, '--yes'])).toContain('has 1 faults')
  await bench.ok(['amazon-tab', 'set', ...MUG, '--file', entry(MUG_TAB)])
  expect(await bench.ok(['amazon-tab', 'show', ...MUG])).toMatch(/\* +Number of Pieces +number_of_pieces/)
  expect(await bench.ok(['amazon-tab', 'preview', ...MUG])).toContain('Amazon would take the listing [MUG-NEW].')
  expect(await bench.json(['amazon-tab', 'submit', ...MUG, '--yes'])).toMatchObject({ taken: true })
  expect(await bench.ok(['amazon-tab', 'remove', ...MUG])).toContain('is taken away')
})
