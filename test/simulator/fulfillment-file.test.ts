import { expect, test } from 'vitest'
import { flatCounts, flatRows, tabText } from './feed-report.ts'
import { MUG, shippingDesk, TEA } from './shipping-desk.ts'

const COLUMNS = [
  'order-id',
  'order-item-id',
  'quantity',
  'ship-date',
  'carrier-code',
  'carrier-name',
  'tracking-number',
  'ship-method',
]

async function fileDesk() {
  const desk = await shippingDesk()
  const flat = (rows: readonly (readonly string[])[]) =>
    desk.run('POST_FLAT_FILE_FULFILLMENT_DATA', tabText(COLUMNS, ...rows))
  return { ...desk, flat }
}

test('a flat file ships by rows: those with one tracking number are a package', async () => {
  const desk = await fileDesk()
  const report = await desk.flat([
    [desk.orderId, MUG, '1', '2026-11-10', 'USPS', '', '0094', 'Priority'],
    [desk.orderId, TEA, '', '2026-11-10', 'USPS', '', '0094', 'Priority'],
    [desk.orderId, MUG, '1', '2026-11-10', 'Other', 'Pony', '', ''],
  ])
  expect(report.split('\r\n')).toEqual([
    'Feed Processing Summary:',
    '\tNumber of records processed\t\t3',
    '\tNumber of records successful\t\t3',
    '',
    'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message',
    '',
  ])
  expect([desk.status(), desk.packages()]).toMatchObject([
    'SHIPPED',
    [
      { packageReferenceId: '1', carrier: 'USPS', trackingNumber: '0094', shippingService: 'Priority' },
      { packageReferenceId: '2', carrier: 'Pony', packageItems: [{ orderItemId: MUG, quantity: 1 }] },
    ],
  ])
})

test('a file that is uploaded again overwrites', async () => {
  const desk = await fileDesk()
  const row = (tracking: string) => [desk.orderId, '', '', '2026-11-10', 'USPS', '', tracking, '']
  await desk.flat([row('WRONG')])
  expect(await desk.flat([row('RIGHT')])).toContain('successful\t\t1')
  await desk.flat([row('RIGHT')])
  expect(desk.packages()).toMatchObject([{ packageReferenceId: '1', trackingNumber: 'RIGHT' }])
})

test('a file that names a known tracking number overwrites that package, though units are left', async () => {
  const desk = await fileDesk()
  const row = (method: string) => [desk.orderId, MUG, '1', '2026-11-10', 'USPS', '', 'T', method]
  await desk.flat([row('Ground')])
  await desk.flat([row('Priority')])
  expect([desk.status(), desk.packages()]).toMatchObject(['PARTIALLY_SHIPPED', [{ shippingService: 'Priority' }]])
  expect(desk.packages()).toHaveLength(1)
})

test('rows that are refused are named by number, order and item', async () => {
  const desk = await fileDesk()
  const report = await desk.flat([
    ['111-0000000-0000000', '', '', '2026-11-10', 'USPS', '', '', ''],
    [desk.orderId, MUG, '5', '2026-11-10', 'USPS', '', 'T', ''],
    [desk.orderId, MUG, '1', '10.11.2026', 'USPS', '', 'U', ''],
    [desk.orderId, MUG, '1', '2026-11-12', 'USPS', '', 'V', ''],
    [desk.orderId, MUG, '1', '2026-11-10', 'Other', '', 'W', ''],
  ])
  expect(flatCounts(report)).toEqual([5, 0])
  const rows = flatRows(report)
  expect(rows.map(([number]) => number)).toEqual(['1', '2', '3', '4', '5'])
  expect(rows[1]).toEqual([
    '2',
    desk.orderId,
    MUG,
    expect.stringMatching(/^\d+$/),
    'Error',
    expect.stringContaining('Only 2 units'),
  ])
  expect(desk.packages()).toEqual([])
})

test.each([
  ['2026-11-08', /must not be before the order date/],
  ['2026-11-09', undefined],
  ['2026-11-11', undefined],
  ['2026-11-12', /must not be in the future/],
])('the day %s of a file may be that of any place on earth', async (day, message) => {
  const desk = await fileDesk()
  const report = await desk.flat([[desk.orderId, '', '', day, 'USPS', '', 'T', '']])
  expect(flatRows(report).map((row) => row.at(-1))).toEqual(message ? [expect.stringMatching(message)] : [])
  const { shipTime = '' } = desk.packages()[0] ?? {}
  if (!message) expect(shipTime >= (desk.orderNow()?.createdTime ?? '')).toBe(true)
})
