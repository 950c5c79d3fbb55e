import { expect, test } from 'vitest'
import { type CompareRules, compareListed, type KnownOrder } from './compare-listed.ts'
import { type ListedLine, listedOrders } from './listed-order.ts'

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
  quantities: { MUG: 3 },
  ...change,
})
const rules = (change: Partial<CompareRules['gate']> = {}): CompareRules => ({
  gate: { ignoredOrders: new Set(), cutOff: NOW - 48 * HOUR, importFba: false, ...change },
  youngSince: NOW - HOUR,
})

const compare = (
  lines: readonly Partial<ListedLine>[],
  before: KnownOrder | null,
  gate: Partial<CompareRules['gate']> = {},
): string => {
  const [order] = listedOrders(lines.map(listed))
  if (!order) throw new Error('No order was listed.')
  const compared = compareListed(order, before, rules(gate))
  return compared.accounted ? compared.by : compared.why
}

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
  const compared = compare([line], before, gate)
  expect(compared).toBe(end)
})

test.each<[string, readonly Partial<ListedLine>[], KnownOrder, string]>([
  ['with the same units', [{ sku: 'MUG', quantity: 3 }], known(), 'known'],
  ['with fewer units', [{ sku: 'MUG', quantity: 2 }], known(), 'stale'],
  ['with no units of a line', [{ sku: 'MUG', quantity: 0 }], known(), 'stale'],
  ['whose units are on two lines', [{ sku: 'MUG' }, { sku: 'MUG', quantity: 2 }], known(), 'known'],
  ['of which a line is not listed', [{ sku: 'MUG', quantity: 3 }], known({ quantities: { MUG: 3, TEA: 1 } }), 'known'],
  ['with a line that we dropped', [{ sku: 'TEA', quantity: 9 }], known(), 'known'],
  ['whose units cannot be read', [{ sku: 'MUG', quantity: null }, { sku: 'MUG' }], known(), 'known'],
  ['whose first units cannot be read', [{ sku: 'MUG' }, { sku: 'MUG', quantity: null }], known(), 'known'],
  [
    'that is cancelled and listed with none',
    [{ sku: 'MUG', quantity: 0, status: 'CANCELLED' }],
    known({ status: 'CANCELLED' }),
    'known',
  ],
  ['with other units, listed before we read it', [{ sku: 'MUG', updatedAt: OLD - HOUR }], known(), 'known'],
  ['with other units, in the same second', [{ sku: 'MUG' }], known({ updatedAt: OLD + 900 }), 'stale'],
  ['with other units, changed just now', [{ sku: 'MUG', updatedAt: NOW }], known(), 'too-young'],
  ['with other units, in a status that nobody knows', [{ sku: 'MUG', status: null }], known(), 'known'],
])('[O18] an order %s', (...[, lines, before, end]) => {
  expect(compare(lines, before)).toBe(end)
})
