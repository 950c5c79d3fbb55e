import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>

beforeAll(async () => {
  bench = await openBench()
  bench.control.setReports({ queueMs: 0, workMs: 0, listingsCacheMs: 0 })
  bench.control.putListing({ sku: 'H-77', title: 'Harbor Goods Stoneware Mug, Red, 12 oz', price: 12, quantity: 4 })
  await bench.addMerchant()
  await bench.configure()
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
})
afterAll(() => bench.close())

/** Does the steps of an audit; a report that is made is looked for a minute after it was asked for. */
async function audit() {
  await bench.ok(['run'])
  await bench.ok(['listings', 'audit'])
  await bench.ok(['run'])
}

test('[T4][I12][X3] right after connecting SKUs are listed, proposed an item, linked by one command and unlinked by one', async () => {
  expect(await bench.ok(['listings', 'list'])).toContain('No listing is known')
  expect(await bench.refused(['listings', 'list', '--connection', 'na-A3HARBOR'])).toContain(
    'HRBOR has no connection [na-A3HARBOR]. Connections: na-A3HARBORGOODS.',
  )
  await audit()
  const list = await bench.ok(['listings', 'list'])
  expect(list).toMatch(/MUG-BLUE +ATVPDKIKX0DER +merchant +40 +12\.00 USD +yes/)
  expect(list).toMatch(/AMZ-CANDLE-FBA +ATVPDKIKX0DER +AMAZON_NA/)
  const match = await bench.ok(['listings', 'match'])
  expect(match).toContain('  the same id: MUG-BLUE  Stoneware mug, blue\n')
  expect(match).toContain('  mapped to: TEA-EARL')
  expect(match).toContain(
    '  100 % of its words are in the title: MUG-RED  Stoneware mug, red\n' +
      '  66 % of its words are in the title: MUG-BLUE  Stoneware mug, blue\n' +
      '      ./millrace listings link H-77 MUG-RED',
  )
  expect(await bench.ok(['listings', 'link', 'H-77', 'MUG-RED'])).toBe(
    'H-77 is linked to MUG-RED, and mapped to it one to one.\n',
  )
  expect(await bench.refused(['listings', 'link', 'NOBODY', 'MUG-RED'])).toContain('Amazon shows no listing [NOBODY]')
  expect(await bench.ok(['listings', 'list', '--linked'])).toContain('1 SKU linked to an item')
  expect(await bench.ok(['listings', 'unlink', 'H-77'])).toContain('no longer linked to MUG-RED')
  expect(await bench.refused(['listings', 'unlink', 'H-77'])).toContain('There is no linked listing [H-77]')
})

test('[I12][X3] audits are listed with their counts, and each tells what differs', async () => {
  const audits = await bench.ok(['listings', 'drift'])
  expect(audits).toMatch(/Audit +Marketplace +Began +State +Listed +Gone +missing +unknown/)
  expect(audits).toContain('Next: ')
  const [{ audit: number, counts }] = (await bench.json(['listings', 'drift'])).audits
  const told = await bench.ok(['listings', 'drift', String(number), '--what', 'unknown'])
  expect(told).toMatch(/AMZ-CANDLE-FBA +unknown +channel AMAZON_NA/)
  expect(told.trim().split('\n')).toHaveLength(counts.unknown + 1)
  expect(await bench.refused(['listings', 'drift', '9999'])).toContain('There is no drift audit 9999')
  expect(await bench.mistyped(['listings', 'drift', '--what', 'everything'])).toContain('quantity')
})
