import { expect, test } from 'vitest'
import { type CompareRules, compareListed, type KnownOrder } from './compare-listed.ts'
import type { ListedLine } from './listed-order.ts'

const NOW = Date.parse('2026-11-10T12:00:00Z')
const HOUR = 3_600_000
const OLD = NOW - 10 * HOUR
const listed = (change: Partial<ListedLine> = {}): ListedLine => ({
  orderId: '111-2222222-3333333',
  placedAt: OLD,
  updatedAt: OLD,
  status: 'UNSHIPPED',
  fulfilledBy: 'MERCHANT',
  sku: null,
  asin: null,
  quantity: 1,
  ...change,
})
const known = (change: Partial<KnownOrder> = {}): KnownOrder => ({
  state: 'placed',
  reason: null,
  status: 'UNSHIPPED',
  updatedAt: OLD,
  ...change,
})
const rules = (change: Partial<CompareRules['gate']> = {}): CompareRules => ({
  gate: { ignoredOrders: new Set(), cutOff: NOW - 48 * HOUR, importFba: false, ...change },
  youngSince: NOW - HOUR,
})

test.each<[string, Partial<ListedLine>, KnownOrder | null, Partial<CompareRules['gate']>, string]>([
  ['as we know it', {}, known(), {}, 'known'],
  ['never seen', {}, null, {}, 'missing'],
  ['never seen and young', { updatedAt: NOW - 60_000 }, null, {}, 'too-young'],
  ['never seen, by Amazon', { fulfilledBy: 'AMAZON' }, null, {}, 'fulfilled-by-amazon'],
  ['never seen, by Amazon, which is imported', { fulfilledBy: 'AMAZON' }, null, { importFba: true }, 'missing'],
  ['placed before the date', { placedAt: NOW - 72 * HOUR }, null, {}, 'before-cutoff'],
  ['placed nobody knows when', { placedAt: null }, null, {}, 'missing'],
  ['ignored', {}, null, { ignoredOrders: new Set(['111-2222222-3333333']) }, 'ignored-order'],
  ['for another shop', { orderId: 'S01-1234567-1234567' }, null, { importFba: true }, 'of-another-shop'],
  ['shipped meanwhile', { status: 'SHIPPED', updatedAt: OLD + HOUR }, known(), {}, 'stale'],
  ['another status in the same second', { status: 'SHIPPED' }, known({ updatedAt: OLD + 900 }), {}, 'stale'],
  ['older than what we know', { status: 'PENDING', updatedAt: OLD - HOUR }, known(), {}, 'known'],
  ['in a status that nobody knows', { status: null }, known(), {}, 'known'],
  ['shipped just now', { status: 'SHIPPED', updatedAt: NOW }, known(), {}, 'too-young'],
  ['held', {}, known({ state: 'held', status: null }), {}, 'held'],
  ['held, and changed', { updatedAt: OLD + HOUR }, known({ state: 'held', status: null }), {}, 'stale'],
  ['skipped for good', { status: 'SHIPPED' }, known({ state: 'skipped', reason: 'cancelled' }), {}, 'cancelled'],
  [
    'kept out by a date that was moved',
    {},
    known({ state: 'skipped', reason: 'before-cutoff', status: null }),
    {},
    'stale',
  ],
  [
    'kept out by a date that holds',
    { placedAt: NOW - 72 * HOUR },
    known({ state: 'skipped', reason: 'before-cutoff', status: null }),
    {},
    'before-cutoff',
  ],
  [
    'by Amazon and ready now',
    { fulfilledBy: 'AMAZON', status: 'SHIPPED' },
    known({ state: 'skipped', reason: 'fba-not-ready', status: null }),
    { importFba: true },
    'stale',
  ],
])('[O18] an order %s', (...[, line, before, gate, end]) => {
  const compared = compareListed(listed(line), before, rules(gate))
  expect(compared.accounted ? compared.by : compared.why).toBe(end)
})
