import { exampleContext, exampleStock } from '../orders/import-examples.ts'
import { workingStock } from '../orders/working-stock.ts'
import { tell } from '../problems.ts'
import type { CellFault } from './channel-order.ts'
import { type ChannelFacts, decideChannelOrder } from './decide-channel-order.ts'
import { readOrderFile } from './read-order-file.ts'

// Examples for the tests of orders of other channels only: invented buyers.

export const CLOCK = { timeZone: 'America/New_York', currency: 'USD' }
export const NOW = Date.parse('2026-11-22T15:00:00Z')

/** An order of two mugs as a file says it, by header; `null` leaves a column out. */
export const WHOLE: Readonly<Record<string, string>> = {
  'order.channelPartnerOrderId': 'W-1001',
  'order.paymentMethod': 'Credit Card',
  'order.shiptoFirstName': 'Ada',
  'order.shiptoLastName': 'Sample',
  'order.shiptoAddress1': '12 Test Street',
  'order.shiptoCity': 'Austin',
  'order.shiptoStateRegion': 'TX',
  'order.shiptoPostalCode': '73301',
  'order.shiptoCountryCode': 'US',
  'item.merchantItemId': 'MUG',
  'item.quantity': '2',
  'item.arbitraryUnitCost': '10.00',
}

/** A file of rows, each by header. */
export function fileOf(...rows: readonly Readonly<Record<string, string>>[]) {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const table = { header, rows: rows.map((row, at) => ({ row: at + 2, cells: header.map((name) => row[name] ?? '') })) }
  return readOrderFile(table, CLOCK)
}

export const ordersOf = (...rows: readonly Readonly<Record<string, string>>[]) => {
  const read = fileOf(...rows)
  if (!read.ok) throw new Error(tell(read.problem).sentence)
  return read.value.orders
}

export const factsOf = (given: Partial<ChannelFacts> = {}): ChannelFacts => ({
  context: exampleContext(),
  channels: new Set(['WEB']),
  channel: 'WEB',
  themes: new Set(['SHOP']),
  undone: new Set(),
  now: NOW,
  ...given,
})

export const STOCK = exampleStock({ MUG: { EAST: [5, 0] }, CUP: { EAST: [5, 0] } })

export const decide = (change: Readonly<Record<string, string>> = {}, given: Partial<ChannelFacts> = {}) => {
  const [order] = ordersOf({ ...WHOLE, ...change })
  if (!order) throw new Error('No order was read.')
  return decideChannelOrder(order, factsOf(given), workingStock(STOCK))
}

export const whysOf = (faults: readonly CellFault[]) => faults.map(({ header, why }) => `${header}: ${why}`)
export const refusals = (...asked: Parameters<typeof decide>) => {
  const decision = decide(...asked)
  return decision.kind === 'refused' ? whysOf(decision.faults) : decision.kind
}
export const placed = (...asked: Parameters<typeof decide>) => {
  const decision = decide(...asked)
  if (decision.kind !== 'placed') throw new Error(JSON.stringify(decision))
  return decision
}
