import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

const UPS = '1Z999AA10123456784'
let bench: Awaited<ReturnType<typeof openBench>>
let orders: string[]

beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.saveShipping()
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
  const yesterday = new Date(Date.now() - 172_800_000).toISOString().slice(0, 10)
  await bench.ok(['settings', 'set', 'not-before', yesterday])
  await bench.ok(['start'])
  const lines = [
    { sku: 'MUG-BLUE', quantity: 2, price: 12 },
    { sku: 'MUG-RED', quantity: 2, price: 12 },
  ]
  orders = [1, 2, 3, 4, 5].map(() => bench.placed({ lines }))
  await bench.ok(['run'])
})
afterAll(() => bench.close())

test('[S3] a carrier that nobody knows is asked about; set once, it is known; a guess is only offered', async () => {
  const order = orders.at(-1) ?? ''
  const ship = ['ship', order, '--carrier', 'speedy  JOE', '--tracking', 'SJ-100']
  expect(await bench.refused(['ship', order, '--carrier', 'Speedy Joe', '--tracking', UPS])).toContain(
    "./millrace carrier set 'Speedy Joe' CODE",
  )
  expect(await bench.ok(['carrier', 'list'])).toContain('Your list is empty')
  expect(await bench.refused(['carrier', 'set', 'Speedy Joe', 'fedex'])).toContain('did you mean FedEx?')
  expect(await bench.ok(['carrier', 'set', 'Speedy Joe', 'Other'])).toContain('Speedy Joe is Other, named Speedy Joe')
  expect(await bench.ok(['carrier', 'list'])).toMatch(/Speedy Joe +Other +Speedy Joe/)
  expect(await bench.ok(ship)).toContain('is entered')
  expect(await bench.json(['carrier', 'amazon', 'fedex'])).toEqual({
    codes: expect.arrayContaining(['FedEx', 'FedEx SmartPost']),
  })
  expect(await bench.ok(['carrier', 'guess', UPS])).toContain('UPS')
  expect(await bench.ok(['carrier', 'remove', 'speedy joe'])).toContain('no longer')
  expect(await bench.refused(['carrier', 'remove', 'speedy joe'])).toContain('There is no carrier')
})

test('[S1][S2] one package by its options; corrected, shown with its order, voided', async () => {
  const [order = ''] = orders
  const part = ['ship', order, '--carrier', 'UPS', '--tracking', '1Z 999 AA1 01 2345 6784', '--item', 'MUG-BLUE=1']
  expect(await bench.ok(part)).toContain(
    `Package 1 of order ${order} is entered: UPS ${UPS}, 1 unit. Spaces or dashes were taken out`,
  )
  expect(await bench.ok(part)).toContain('was entered before')
  expect(await bench.refused([...part.slice(0, -1), 'MUG-BLUE=9', '--reference', 'X'])).toContain(
    'only 1 of 2 are still open',
  )
  expect(await bench.ok(['package', 'correct', order, '1', '--carrier', 'USPS', '--service', 'Priority'])).toContain(
    'USPS',
  )
  expect(await bench.mistyped(['package', 'correct', order, '1'])).toContain('Say what is to be corrected')
  expect(await bench.ok(['orders', 'show', order])).toMatch(
    /1 +USPS +Priority +1Z999AA10123456784 .*1 × MUG-BLUE +waits to be sent by call/,
  )
  expect(await bench.json(['package', 'void', order, '1'])).toMatchObject({
    stage: 'Shipping Department',
    packages: [],
  })
  expect(await bench.refused(['package', 'void', order, '1'])).toContain('has no package 1')
})

test('[S2][H2] a file of packages: a result for each row, a package in several rows, nothing of it half-applied', async () => {
  const [one, two, three] = orders
  const file = bench.file(
    'shipments.csv',
    [
      'Tracking Number;Order ID;SKU;Qty;Carrier;Ship Date;Colour',
      `T-1;${one};MUG-BLUE;2;UPS;;red`,
      `T-1;${one};MUG-RED;2;UPS;;red`,
      `9.4E+21;${two};;;USPS;;red`,
      `T-3;${three};MUG-BLUE;1;UPS;;red`,
      `T-3;${three};MUG-RED;99;UPS;;red`,
      `T-4;111-9999999-9999999;;;UPS;;red`,
      `T-5;${two};MUG-BLUE;one;UPS;;red`,
    ].join('\r\n'),
  )
  const { out, code } = await bench.run(['ship', '--file', file])
  expect(code).toBe(1)
  const told = out
    .trim()
    .split('\n')
    .map((line) => line.replace(file, 'F'))
  expect(told).toEqual([
    `F, line 2: Package 2 of order ${one} is entered: UPS T1, 4 units. Spaces or dashes were taken out of the tracking number.`,
    `F, line 3: Package 2 of order ${one} is entered: UPS T1, 4 units. Spaces or dashes were taken out of the tracking number.`,
    expect.stringContaining('F, line 4: The tracking number [9.4E+21] was shortened to a power of ten'),
    expect.stringContaining('F, line 5: The package holds 99 of [MUG-RED]'),
    expect.stringContaining('F, line 6: The package holds 99 of [MUG-RED]'),
    expect.stringContaining('F, line 7: There is no order [111-9999999-9999999]'),
    expect.stringContaining('F, line 8: Line 8 has the quantity [one]'),
    'Not read: Colour.',
    '7 rows: 2 entered, 0 known already, 5 refused.',
  ])
  const again = await bench.json([
    'ship',
    '--file',
    bench.file('again.csv', `order,tracking,carrier\n${one},T-1,UPS\n`),
  ])
  expect(again).toMatchObject({ rows: [{ line: 2, outcome: 'known' }] })
  for (const order of [two, three])
    expect(await bench.json(['package', 'list', order ?? ''])).toMatchObject({ packages: [] })
})

test('[H2] a file that cannot be read, or that names no order, changes nothing', async () => {
  expect(await bench.refused(['ship', '--file', bench.file('a.csv', 'a,b\n"1,2')])).toContain('Nothing was entered')
  expect(await bench.refused(['ship', '--file', bench.file('b.csv', 'tracking,carrier\n1,UPS')])).toContain('no column')
  expect(await bench.refused(['ship', '--file', '/nowhere/x.csv'])).toContain('does not exist')
  expect(await bench.mistyped(['ship'])).toContain('Say one order, or --file')
})

test('[C9] the preview says in words why an order would be skipped', async () => {
  const order = bench.placed({ lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }] })
  await bench.ok(['settings', 'ignore-order', order])
  expect(await bench.ok(['preview'])).toMatch(
    new RegExp(`${order} .* skipped +it is on the list of ignored order ids\n`),
  )
})
