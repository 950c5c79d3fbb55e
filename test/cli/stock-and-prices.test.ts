import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
})
afterAll(() => bench.close())

test('[O20] stock is adjusted, moved, taken in and counted, and the history says why and by whom', async () => {
  const stock = (...args: string[]) => bench.ok(['stock', ...args])
  expect(await stock('adjust', 'LAMP-OAK', 'RENO', '-5', '--reason', 'damaged')).toContain(
    'LAMP-OAK at RENO: -5, 20 on hand.',
  )
  expect(await stock('transfer', 'LAMP-OAK', 'RENO', 'PORTLAND', '8')).toMatch(
    /RENO: -8, 12 on hand.\n.*PORTLAND: \+8, 8 on hand/,
  )
  expect(await stock('receive', 'LAMP-OAK', 'RENO', '10', '--reference', 'delivery 7')).toContain('+10, 22 on hand')
  expect(await bench.json(['stock', 'count', 'LAMP-OAK', 'RENO', '21'])).toEqual({
    moves: [{ itemId: 'LAMP-OAK', center: 'RENO', change: -1, onHand: 21 }],
  })
  const history = await stock('history', 'LAMP-OAK', '--center', 'RENO')
  expect(history).toMatch(/count +-1 +21 +counted +the command line\n.*receipt +\+10 +22 +delivery +delivery 7 /)
  expect(history).toContain('5 moves')
  expect((await bench.json(['stock', 'history', 'LAMP-OAK', '--limit', '1'])).moves).toMatchObject([{ kind: 'count' }])
})

test('[O20] what cannot be is refused with a sentence that names what was typed', async () => {
  const refused = (...args: string[]) => bench.refused(['stock', ...args])
  expect(await refused('adjust', 'MUG-RED', 'PORTLAND', '-401', '--reason', 'lost')).toContain(
    'the quantity: would leave -1 in PORTLAND, where 400 lie',
  )
  expect(await refused('transfer', 'MUG-RED', 'PORTLAND', 'RENO', '999')).toContain(
    'the quantity: is more than there is: 400 free in PORTLAND (400 on hand, 0 reserved by orders)',
  )
  expect(await refused('count', 'MUG-RED', 'PORTLAND', '-1')).toContain('a count is never negative')
  expect(await bench.mistyped(['stock', 'receive', 'MUG-RED', 'PORTLAND', '1.5'])).toContain('must be a whole number')
  expect(await bench.mistyped(['stock', 'adjust', 'MUG-RED', 'PORTLAND', '1'])).toContain('--reason')
  expect(await bench.ok(['stock', 'list', '--item', 'MUG-RED'])).toMatch(/PORTLAND +400 +0 +400/)
  expect(await bench.ok(['stock', 'list', '--item', 'MUG-RDE'])).toContain('There is no stock of MUG-RDE.')
})

test('[I5] the day on which more comes is set, shown and cleared', async () => {
  expect(await bench.ok(['stock', 'restock', 'LAMP-OAK', 'RENO', '2199-01-31'])).toContain('more comes on 2199-01-31')
  expect(await bench.ok(['stock', 'list', '--item', 'LAMP-OAK'])).toContain('2199-01-31')
  expect(await bench.refused(['stock', 'restock', 'LAMP-OAK', 'RENO', '2020-01-31'])).toContain(
    'must not lie before today',
  )
  expect(await bench.ok(['stock', 'restock', 'LAMP-OAK', 'RENO', 'none'])).toContain('no day is known')
})

test('[I2] a buffer is set for a center, and the help says what a buffer of 2 does', async () => {
  expect(await bench.ok(['center', 'buffer', 'RENO', '2'])).toContain('RENO: Amazon is told of 2 units less')
  expect(await bench.ok(['center', 'list'])).toMatch(/RENO +Reno depot +2/)
  expect(await bench.ok(['center', 'buffer', '--help'])).toContain(
    'If you set the buffer to 2, two less than you really have are reported to Amazon, in each center.',
  )
  expect(await bench.refused(['center', 'buffer', 'RENO', '-1'])).toContain('the buffer: must be a whole number from 0')
  expect(await bench.refused(['center', 'buffer', 'SOUTH', '1'])).toContain('There is no center [SOUTH]')
})

test('[I4] an offer is set with limits, sale and business prices, listed and removed', async () => {
  const set = ['offer', 'set', 'MUG-BLUE', '--min', '9', '--max', '20']
  const sale = ['--sale-price', '10.50', '--sale-from', '2026-12-01', '--sale-to', '2026-12-24']
  const business = ['--business-price', '11.50', '--tier', '5=11', '--tier', '10=10.50']
  expect(await bench.ok([...set, ...sale, ...business])).toMatch(
    /MUG-BLUE +general +the item's own +9.00 USD +20.00 USD +10.50 USD 2026-12-01 to 2026-12-24 +11.50 USD, 5\+ 11.00 USD, 10\+ 10.50 USD/,
  )
  await bench.ok(['offer', 'set', 'MUG-BLUE', '--marketplace', 'us', '--price', '11.75'])
  expect(await bench.ok(['offer', 'list', '--item', 'MUG-BLUE'])).toContain('2 offers')
  expect(await bench.ok(['offer', 'remove', 'MUG-BLUE', '--marketplace', 'general'])).toContain('1 offer left')
  expect(await bench.ok(['offer', 'remove', 'MUG-BLUE'])).toContain('0 offers left')
  expect(await bench.refused(['offer', 'remove', 'MUG-BLUE'])).toContain('There is no offer of this item')
})

test('[I4] an offer that cannot be is refused by the name of its option', async () => {
  const refused = (...args: string[]) => bench.refused(['offer', 'set', 'MUG-BLUE', ...args])
  expect(await refused('--price', '0')).toContain('--price: must be a decimal number above 0')
  expect(await refused('--price', '12.505')).toContain(
    '--price: must be a decimal number above 0 with at most 2 decimals',
  )
  expect(await refused('--price', '8', '--min', '9')).toContain('--price: of 8.00 USD lies below the min of 9.00 USD')
  expect(await refused('--marketplace', 'FR', '--price', '9')).toContain(
    'You do not sell in [FR]. Your marketplaces: US',
  )
  const sale = ['--sale-price', '10', '--sale-from', '2026-12-24', '--sale-to', '2026-12-01']
  expect(await refused(...sale)).toContain('--sale-to: must not lie before the sale begins, on 2026-12-24')
  expect(await bench.mistyped(['offer', 'set', 'MUG-BLUE', '--sale-price', '10'])).toContain(
    'A sale has a price and two days',
  )
  expect(await bench.mistyped(['offer', 'set', 'MUG-BLUE', '--tier', 'five'])).toContain('FROM=AMOUNT')
})

test('[I1][I3][I5][I6][I13] the Inventory section is shown and changed, and prices come with the rules of today', async () => {
  const set = (...args: string[]) => ['settings', 'inventory', 'set', ...args]
  expect(await bench.ok(set('lead-time', '1440'))).toMatch(/Default lead time in minutes +1440/)
  expect(await bench.ok(set('untracked', 'always'))).toContain('always available')
  expect(await bench.ok(set('include-price', 'on'))).toContain("Prices, US: Amazon's Marketplace Fair Pricing Policy")
  expect(await bench.ok(set('lead-time', 'none'))).not.toContain('Fair Pricing')
  expect(await bench.refused(set('lead-time', 'soon'))).toContain('lead-time: must be a whole number of minutes')
  // A script with a variable that is not set: not zero, which would take every such item off sale.
  expect(await bench.refused(set('untracked', ''))).toContain('untracked: must be')
  expect(await bench.refused(set('lead-time', ' '))).toContain('lead-time: must be a whole number of minutes')
  expect(await bench.refused(set('unconfigured-type', 'LUGGAGE'))).toContain(
    'switch on sending complete inventory files',
  )
  expect(await bench.mistyped(set('include-price', 'yes'))).toContain('on or off')
  expect(await bench.json(['settings', 'inventory', 'show'])).toMatchObject({ includePrice: true, untracked: 'always' })
  const file = bench.file('inventory.json', {
    ...{ completeHourly: true, includePrice: false, defaultLeadTimeMinutes: null },
    ...{ untracked: 50, unconfiguredProductType: 'LUGGAGE' },
  })
  expect(await bench.ok(['settings', 'save', 'inventory', file])).toContain('Saved')
  expect(await bench.ok(['settings', 'show'])).toMatch(/Unconfigured items go with product type +LUGGAGE/)
})

test('[I5][T4] an item is added with its own lead time and barcode', async () => {
  const add = ['item', 'add', 'CUP', '--description', 'A cup', '--weight', '200g', '--lead-time', '2880']
  expect(await bench.ok([...add, '--barcode', '4006381333931'])).toContain('The item CUP is saved')
  expect(await bench.refused([...add, '--barcode', '123'])).toContain('--barcode: must have 8, 12, 13 or 14 digits')
  const { items } = await bench.json(['item', 'list', '--after', 'CANDLE-SEA', '--limit', '1'])
  expect(items).toMatchObject([{ id: 'CUP', leadTimeMinutes: 2880, barcode: '4006381333931' }])
})
