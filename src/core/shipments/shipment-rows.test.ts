import { expect, test } from 'vitest'
import { tell } from '../problems.ts'
import { shipmentRows } from './shipment-rows.ts'

const ORDER = '111-2222222-3333333'
function read(header: string, ...lines: string[]) {
  const rows = lines.map((text, at) => ({ line: at + 2, cells: text.split(',') }))
  const result = shipmentRows(header.split(','), rows)
  if (!result.ok) throw new Error(tell(result.problem).sentence)
  return result.value
}
const nothing = { carrier: null, service: null, tracking: null, shippedAt: null, reference: null, items: null }

test("[H2] Amazon's own words are read in any order, and columns nobody reads are named", () => {
  const header =
    'tracking-number,ship-date,order-id,order-item-id,quantity,carrier-code,carrier-name,ship-method,colour'
  const { packages, unread } = read(header, `T1,2026-11-10,${ORDER},17,2,Other,Speedy Joe,Express,red`)
  expect(unread).toEqual(['colour'])
  expect(packages).toEqual([
    {
      lines: [2],
      order: ORDER,
      entry: {
        ok: true,
        value: {
          carrier: 'Speedy Joe',
          service: 'Express',
          tracking: 'T1',
          shippedAt: '2026-11-10',
          reference: null,
          items: [{ line: '17', sku: null, item: null, quantity: 2 }],
        },
      },
    },
  ])
})

test('[H2] people write Order Number, Tracking No., QTY; a row that names nothing is the whole order', () => {
  const { packages } = read('Order Number,Tracking No.,Carrier', '7,T1,UPS')
  expect(packages).toMatchObject([{ order: '7', entry: { value: { ...nothing, carrier: 'UPS', tracking: 'T1' } } }])
})

test.each([
  ['UPS WorldShip', 'Package Reference No. 1,Package Tracking Number,Service Type,Ship Date', '7,T1,Ground,2026-11-10'],
  ['FedEx Ship Manager', 'Master Tracking Number,Reference 1', 'T1,7'],
  ['Royal Mail Click & Drop', 'Order reference,Tracking number,Service name,Despatch date', '7,T1,48,2026-11-10'],
])('[S2] what %s exports is read by its own headings', (_program, header, line) => {
  const { packages, unread } = read(header, line)
  expect(unread).toEqual([])
  expect(packages).toMatchObject([{ order: '7', entry: { ok: true, value: { tracking: 'T1' } } }])
})

test("[S2] where no heading names the order, a column that holds Amazon's order ids only is that one", () => {
  const { packages, unread } = read('Id,Reference,Tracking', `5,${ORDER},T1`, `6,${ORDER},T2`)
  expect(unread).toEqual(['Id'])
  expect(packages).toMatchObject([{ order: ORDER, entry: { value: { reference: null } } }, { order: ORDER }])
})

test('[S2] rows with the same order and the same tracking are one package; another tracking or order is another', () => {
  const { packages } = read(
    'order,sku,qty,tracking',
    '7,A,1,T 1',
    '7,B,2.0,t1',
    '7,C,1,T2',
    '8,A,1,T1',
    '9,A,1,',
    '9,B,1,',
  )
  expect(packages.map(({ lines }) => lines)).toEqual([[2, 3], [4], [5], [6, 7]])
  const [first] = packages
  expect(first?.entry).toMatchObject({
    value: {
      items: [
        { sku: 'A', quantity: 1 },
        { sku: 'B', quantity: 2 },
      ],
    },
  })
})

test.each([
  ['order,sku,qty', ['7,A,two'], 'Line 2 has the quantity [two]'],
  ['order,sku,qty', ['7,A,1.5'], 'no whole number'],
  ['order,sku,qty', ['7,A,1', '7,B,-1'], 'Line 3 has the quantity [-1]'],
  ['order,sku', [',A'], 'Line 2 names no order'],
  ['order,sku,carrier', ['7,A,UPS', '7,B,USPS'], 'Line 3 says another carrier than line 2'],
  ['order,sku,ship date', ['7,A,2026-11-10', '7,B,2026-11-11'], 'another ship date'],
  ['order,sku', ['7,A', '7,'], 'Line 3 says neither line, SKU nor item'],
])('[S2] %s with %j: one bad row keeps the whole package out', (header, lines, words) => {
  const { packages } = read(header, ...lines)
  expect(packages).toHaveLength(1)
  const entry = packages[0]!.entry
  if (entry.ok) throw new Error('It was taken.')
  expect(tell(entry.problem).sentence).toContain(words)
})

test.each([
  ['tracking,carrier', 'no column of its first line is called order-id'],
  ['order,order-id,tracking', 'two columns of it say the order'],
])('[H2] a file headed %s is refused', (header, words) => {
  expect(() => read(header)).toThrow(words)
})
