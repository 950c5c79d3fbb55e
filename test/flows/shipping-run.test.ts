import { expect, test } from 'vitest'
import type { RevealPurpose } from '#core/pii/purposes.ts'
import { printLabels } from '#flows/print-labels.ts'
import { revealBuyer } from '#flows/reveal-buyer.ts'
import { beginShippingRun, endShippingRun, findShippingRun } from '#flows/shipping-run.ts'
import { showInRun } from '#flows/show-in-run.ts'
import { HOUR, MINUTE } from '../make/seller.ts'
import type { Seller } from '../make/seller-views.ts'
import { actsOf, BUYER, type Change, endOf, GIFT_LINE, viewer, withOrders } from '../make/viewers.ts'

const reveal = (
  seller: Seller,
  order: number | string,
  { purpose = 'legal', ...change }: Change & { purpose?: RevealPurpose } = {},
) => revealBuyer(seller.deps, seller.merchant, { viewer: viewer(seller, change), order, purpose })

test('[U3] a shipping run shows the addresses of orders that wait to be shipped for four hours, without a second factor', async () => {
  const { seller, orders } = await withOrders(2)
  const { deps, merchant } = seller
  const [first = 0, second = 0] = orders
  const old = { secondFactorAt: seller.deps.now() }
  const show = (some: number[], change: Change = {}) =>
    showInRun(deps, merchant, { viewer: viewer(seller, { ...old, ...change }), orders: some })
  expect(endOf(await show([first]))).toBe('shipping-run-closed')
  const begun = await beginShippingRun(deps, merchant, { viewer: viewer(seller, old), minutes: 600 })
  expect(begun).toMatchObject({ ok: true, value: { openOrders: 2, endsAt: seller.deps.now() + 4 * HOUR } })
  seller.control.advance(3 * HOUR)
  expect(await show([first, second])).toMatchObject({
    ok: true,
    value: [{ buyer: { shipTo: { city: 'Sampleton' }, email: null } }, {}],
  })
  await show([first])
  expect(await findShippingRun(deps, merchant, viewer(seller))).toMatchObject({ openOrders: 2, shown: 2 })
  expect(endOf(await reveal(seller, first, { purpose: 'ship', ...old }))).toBe('second-factor-needed')
  expect(
    endOf(await printLabels(deps, merchant, { viewer: viewer(seller, old), orders: [first], purpose: 'ship' })),
  ).toBe('ok')
  expect(endOf(await show([first], { sessionId: 'session-2' }))).toBe('shipping-run-closed')
  expect(endOf(await show([first], { userId: 'U00000000000000b2' }))).toBe('shipping-run-closed')
  expect(endOf(await show([first], { scopes: ['shipments:write'] }))).toBe('buyer-not-permitted')
  seller.control.advance(HOUR - 1)
  expect(endOf(await show([first]))).toBe('ok')
  seller.control.advance(1)
  expect(endOf(await show([first]))).toBe('shipping-run-closed')
  const acts = (await actsOf(seller)).filter(({ act }) => act === 'revealed')
  expect(acts.map((row) => [row.orders, row.purpose, row.facts?.run])).toEqual(
    [first, second, first, first].map((order) => [[order], 'ship', 1001]),
  )
})

test('[U3] a run covers what is open at each moment: an order that comes in joins, one that was shipped is closed', async () => {
  const { seller, orders } = await withOrders()
  const { deps, merchant, control } = seller
  const begun = viewer(seller)
  await beginShippingRun(deps, merchant, { viewer: begun, minutes: 240 })
  const late = control.placeOrder({ ...BUYER, lines: [GIFT_LINE] } as Parameters<typeof control.placeOrder>[0])
  await seller.pass(10 * MINUTE)
  expect(endOf(await showInRun(deps, merchant, { viewer: begun, orders: [late] }))).toBe('ok')
  for (const change of [`stage = 'Hold'`, `amazon_status = 'SHIPPED'`, 'fulfilled_by_amazon = true']) {
    const owner = seller.database.ownerPool()
    await owner.query(
      `update millrace.orders set stage = 'Shipping Department', amazon_status = 'UNSHIPPED', fulfilled_by_amazon = false`,
    )
    await owner.query(`update millrace.orders set ${change} where order_id = $1`, [orders[0]])
    expect(endOf(await showInRun(deps, merchant, { viewer: begun, orders })), change).toBe('shipping-run-closed')
    expect(endOf(await showInRun(deps, merchant, { viewer: begun, orders: [late] }))).toBe('ok')
  }
})

test('[U3] a run begins with a fresh second factor and both permissions, and ends by its person or by a newer one', async () => {
  const { seller, orders } = await withOrders()
  const { deps, merchant } = seller
  const begin = (change: Change = {}) =>
    beginShippingRun(deps, merchant, { viewer: viewer(seller, change), minutes: 60 })
  expect(endOf(await begin({ secondFactorAt: seller.deps.now() - 15 * MINUTE - 1 }))).toBe('second-factor-needed')
  expect(endOf(await begin({ scopes: ['pii:reveal'] }))).toBe('buyer-not-permitted')
  expect(endOf(await begin({ scopes: ['shipments:write'] }))).toBe('buyer-not-permitted')
  const key = { kind: 'key', keyId: 'k' } as const
  expect(endOf(await beginShippingRun(deps, merchant, { viewer: key, minutes: 60 }))).toBe('buyer-only-for-people')
  const old = viewer(seller)
  expect(endOf(await begin())).toBe('ok')
  expect(endOf(await begin({ sessionId: 'session-2' }))).toBe('ok')
  expect(endOf(await showInRun(deps, merchant, { viewer: old, orders }))).toBe('shipping-run-closed')
  const end = () => endShippingRun(deps, merchant, { userId: 'U00000000000000a1', who: 'packer@example.com' })
  expect([await end(), await end()]).toEqual([true, false])
  expect(await findShippingRun(deps, merchant, viewer(seller, { sessionId: 'session-2' }))).toBeNull()
  expect((await actsOf(seller)).map(({ act }) => act)).toEqual([
    'shipping-run-begun',
    'shipping-run-begun',
    'reveal-refused',
    'shipping-run-ended',
  ])
})
