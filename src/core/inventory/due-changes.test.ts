import { expect, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import { type DueValue, dueSkus, isCounted } from './due-changes.ts'

const stockOf = (quantity: number) => JSON.stringify({ leadDays: null, quantity, restockOn: null })
const field = (more: Partial<DueValue>): DueValue => ({
  sellerSku: 'CUP' as SellerSku,
  marketplaceId: 'ATVPDKIKX0DER',
  field: 'stock',
  desired: stockOf(0),
  sent: stockOf(7),
  approved: null,
  urgent: true,
  byOrders: false,
  waitsSince: null,
  ...more,
})
const price = field({ field: 'price', desired: '{"price":1200}', sent: '{"price":1000}' })
const counted = (...fields: DueValue[]) =>
  dueSkus(fields, { live: new Map(), unsettled: new Set(), now: 0 }).flatMap((sku) =>
    sku.fields.filter((each) => isCounted(sku, each)),
  )

test('[I12] the brake counts what goes to zero or to a new price, field by field: the rest of a SKU is none of it', () => {
  const [toZero, toFive] = [field({}), field({ desired: stockOf(5) })]
  expect(counted(toZero)).toEqual([toZero])
  expect(counted(toFive)).toEqual([])
  expect(counted(toZero, price)).toEqual([toZero, price])
  expect(counted(toFive, price)).toEqual([price])
})

test('[I12] what orders or shipments caused does not count, also where the price of that SKU does; nor what a person approved', () => {
  const sold = field({ byOrders: true })
  expect(counted(sold)).toEqual([])
  expect(counted(sold, price)).toEqual([price])
  expect(counted(field({ approved: stockOf(0) }))).toEqual([])
  expect(counted({ ...price, approved: price.desired })).toEqual([])
})
