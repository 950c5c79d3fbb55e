import { expect, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import { type FieldForFile, priceFile } from './price-file.ts'

const MUG = 'MUG' as SellerSku
const DEFAULT = [{ channel: 'DEFAULT' }]
const stock = (quantity: number | 'always', more: object = {}) => ({
  leadDays: null,
  quantity,
  restockOn: null,
  ...more,
})
const offer = (price: number, more: object = {}) => ({
  business: null,
  currency: 'USD',
  max: null,
  min: null,
  price,
  sale: null,
  ...more,
})
const field = (kind: 'stock' | 'price', desired: object, before: object | null = null): FieldForFile => ({
  sellerSku: MUG,
  marketplaceId: kind === 'stock' ? '' : 'ATVPDKIKX0DER',
  field: kind,
  desired: JSON.stringify(desired),
  before: before && JSON.stringify(before),
})
const written = (fields: FieldForFile[], channels: readonly { channel: string | null }[] = DEFAULT) =>
  priceFile(fields, new Map([[MUG, channels]]))

test.each([
  ['Amazon ships it', [{ channel: 'AMAZON_NA' }], 'fulfilled-by-amazon'],
  ['Amazon ships it in one marketplace', [...DEFAULT, { channel: 'AMAZON_EU' }], 'fulfilled-by-amazon'],
  ['its channel was never read', [{ channel: null }], 'channel-unread'],
  ['it was never seen', [], 'channel-unread'],
])('[I9][H2] no quantity where %s, and the price goes alone', (_what, channels, why) => {
  const file = written([field('stock', stock(7)), field('price', offer(1250))], channels)
  expect(file.leftOut).toEqual([{ sellerSku: MUG, field: 'stock', why }])
  expect(file.rows).toMatchObject([{ price: 1250, quantity: null, leadDays: null }])
})

test('[H2] stock and price of a SKU stand in one line; what is not due is blank', () => {
  const both = written([field('stock', stock(7, { leadDays: 2 })), field('price', offer(1250, { min: 1000 }))])
  expect(both.rows).toEqual([
    { sellerSku: MUG, currency: 'USD', price: 1250, min: 1000, max: null, quantity: 7, leadDays: 2 },
  ])
  expect(both.fields.map(({ message }) => message)).toEqual([1, 1])
  expect(written([field('stock', stock(0))]).rows).toEqual([
    { sellerSku: MUG, currency: null, price: null, min: null, max: null, quantity: 0, leadDays: null },
  ])
})

test('[H2] a limit that is no more is deleted; one that never was is left blank', () => {
  const [row] = written([field('price', offer(1250), offer(1250, { min: 1000 }))]).rows
  expect(row).toMatchObject({ min: 'delete', max: null })
})

test('[H2][I10] what no column can say is not said, so that it stays due', () => {
  const sale = { price: 900, from: '2026-11-01', to: '2026-11-30' }
  const file = written([
    field('price', offer(1250, { sale })),
    field('stock', stock(7, { restockOn: '2026-12-01' }), stock(3, { restockOn: '2026-11-20' })),
  ])
  expect(file.fields.map(({ said }) => JSON.parse(said))).toEqual([offer(1250), stock(7, { restockOn: '2026-11-20' })])
  expect(written([field('stock', stock('always'))]).leftOut).toMatchObject([{ why: 'always-available' }])
})

test('[H2] a SKU that a line of text would change is left out', () => {
  const odd = { ...field('price', offer(1250)), sellerSku: 'MUG\tBLUE' as SellerSku }
  expect(written([odd])).toMatchObject({ rows: [], leftOut: [{ why: 'sku-not-by-file' }] })
})
