import { expect, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import { type Change, MOST_BY_CALL, waysToSend } from './ways-to-send.ts'

const change = (sku: string, more: Partial<Change> = {}): Change => ({
  sellerSku: sku as SellerSku,
  quantity: 5,
  quantityBefore: 4,
  price: false,
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

test('[I8] one feed in flight: the next one waits, and nothing is lost', () => {
  expect(waysToSend(many(2000), { feedInFlight: true })).toMatchObject({ calls: [], feed: [], later: { length: 2000 } })
})

test('[I8] stock that comes back at a new price waits for the price; a new price alone, or stock that was there, does not', () => {
  const back = change('BACK', { quantityBefore: 0, price: true })
  const { calls, later } = waysToSend([back], IDLE)
  expect(calls).toEqual([{ ...back, quantity: null }])
  expect(later).toEqual([{ ...back, price: false }])
  expect(waysToSend([change('MORE', { price: true })], IDLE).later).toEqual([])
  expect(waysToSend([change('PRICE', { quantity: null, price: true })], IDLE).later).toEqual([])
})
