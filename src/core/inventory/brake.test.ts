import { expect, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import { type BrakedChange, brake } from './brake.ts'

const change = (n: number, more: Partial<BrakedChange> = {}): BrakedChange => ({
  sellerSku: `SKU-${n}` as SellerSku,
  toZero: true,
  changesPrice: false,
  ...more,
})
const many = (count: number, more: Partial<BrakedChange> = {}, from = 0) =>
  Array.from({ length: count }, (_, n) => change(n + from, more))
const known = (sentSkus: number, within: readonly string[] = [], braked = false) => ({
  sentSkus,
  within: new Set(within as readonly SellerSku[]),
  braked,
})
const ends = (braked: ReturnType<typeof brake>) => [braked.go.length, braked.stopped.length]

test('[I12] more than 20 % of the sent SKUs, and at least 25, stop and ask; those before go', () => {
  expect(ends(brake(many(20), known(100)))).toEqual([20, 0])
  expect(ends(brake(many(24), known(100)))).toEqual([24, 0])
  expect(ends(brake(many(25), known(100)))).toEqual([24, 1])
  expect(ends(brake(many(200), known(1000)))).toEqual([200, 0])
  expect(ends(brake(many(201), known(1000)))).toEqual([200, 1])
})

test('[I12] what was counted within the hour counts on, and a SKU counts once', () => {
  const within = Array.from({ length: 24 }, (_, n) => `SKU-${n}`)
  expect(ends(brake(many(24), known(100, within)))).toEqual([24, 0])
  expect(ends(brake(many(1, {}, 100), known(100, within)))).toEqual([0, 1])
})

test('[I12] price changes count as zeros do; other changes do not', () => {
  expect(ends(brake(many(30, { toZero: false, changesPrice: true }), known(100)))).toEqual([24, 6])
  expect(ends(brake(many(99, { toZero: false }), known(100)))).toEqual([99, 0])
})

test('[I12] once it stands, what was within the limit goes on, and what counts beyond it stops until a person releases it', () => {
  const passed = (count: number) => Array.from({ length: count }, (_, n) => `GONE-${n}`)
  const mixed = [...many(2), ...many(3, { toZero: false }, 10), ...many(4, { toZero: false }, 20)]
  expect(ends(brake(mixed, known(1000, passed(200), true)))).toEqual([7, 2])
  expect(ends(brake(many(150), known(1000, passed(80), true)))).toEqual([120, 30])
})

test('[I12] while it stands, a SKU that counted before does not change again', () => {
  const within = Array.from({ length: 24 }, (_, n) => `SKU-${n}`)
  expect(ends(brake(many(1), known(100, within)))).toEqual([1, 0])
  expect(ends(brake(many(1), known(100, within, true)))).toEqual([0, 1])
})
