import { expect, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import { type Change, MOST_BY_CALL, waysToSend } from './ways-to-send.ts'

const change = (sku: string, more: Partial<Change> = {}): Change => ({
  sellerSku: sku as SellerSku,
  quantity: 5,
  quantityBefore: 4,
  price: false,
  priceUnsettled: false,
  waited: false,
  urgent: false,
  ...more,
})
const many = (count: number, more: Partial<Change> = {}) =>
  Array.from({ length: count }, (_, n) => change(`SKU-${n}`, more))
const IDLE = { feedInFlight: false }

test('[I8] up to 1,500 changes go by call, more by one feed', () => {
  expect(waysToSend(many(MOST_BY_CALL), IDLE)).toMatchObject({ calls: { length: 1500 }, feed: [], later: [] })
  expect(waysToSend(many(MOST_BY_CALL + 1), IDLE)).toMatchObject({ calls: [], feed: { length: 1501 }, later: [] })
})

test('[I8] zero stock goes by call at once, whatever else goes by feed or waits', () => {
  const zero = change('ZERO', { quantity: 0 })
  for (const feedInFlight of [false, true])
    expect(waysToSend([...many(2000), zero], { feedInFlight }).calls).toEqual([zero])
})

test('[I11] urgent changes never wait behind a feed', () => {
  const urgent = many(200, { urgent: true })
  const ways = waysToSend([...urgent, ...many(2000)], { feedInFlight: true })
  expect(ways).toMatchObject({ calls: urgent, feed: [], later: { length: 2000 } })
})

test('[I8][I11] more urgent ones than calls are good for: 1,500 by call, the others by feed', () => {
  const ways = waysToSend(many(4000, { urgent: true }), IDLE)
  expect(ways).toMatchObject({ calls: { length: 1500 }, feed: { length: 2500 }, later: [] })
  expect(new Set([...ways.calls, ...ways.feed]).size).toBe(4000)
})

test('[I8] one feed in flight: the next one waits, and nothing is lost', () => {
  expect(waysToSend(many(2000), { feedInFlight: true })).toMatchObject({ calls: [], feed: [], later: { length: 2000 } })
})

test('[I8] stock that comes back at a new price waits for the price; a new price alone, or stock that was there, does not', () => {
  for (const quantityBefore of [0, null]) {
    const back = change('BACK', { quantityBefore, price: true })
    const { calls, waiting } = waysToSend([back], IDLE)
    expect(calls).toEqual([{ ...back, quantity: null }])
    expect(waiting).toEqual([{ ...back, price: false }])
  }
  expect(waysToSend([change('MORE', { price: true })], IDLE).waiting).toEqual([])
  expect(waysToSend([change('PRICE', { quantity: null, price: true })], IDLE).waiting).toEqual([])
})

test('[I8] while the new price is on its way the stock alone waits too, but not for ever, and never when it goes to zero', () => {
  const back = change('BACK', { quantityBefore: 0, priceUnsettled: true })
  expect(waysToSend([back], IDLE)).toEqual({ calls: [], feed: [], later: [], waiting: [back] })
  const waited = { ...back, waited: true }
  expect(waysToSend([waited], IDLE)).toMatchObject({ calls: [waited], waiting: [] })
  const gone = { ...back, quantity: 0 }
  expect(waysToSend([gone], IDLE)).toMatchObject({ calls: [gone], waiting: [] })
})

test.each(['TEA/TIN', 'NO#7', '50%-OFF'])('[I8] %s goes by feed, since a call may not find it', (sku) => {
  const odd = [change(sku, { urgent: true }), change(sku, { quantity: 0 })]
  expect(waysToSend(odd, IDLE)).toMatchObject({ calls: [], feed: odd })
  expect(waysToSend(odd, { feedInFlight: true })).toMatchObject({ calls: [], feed: [], later: odd })
})
