import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import type { RevealPurpose } from '#core/pii/purposes.ts'
import { askExport } from '#flows/ask-export.ts'
import { downloadDocument } from '#flows/download-document.ts'
import { fetchExport } from '#flows/fetch-export.ts'
import { limitReveals } from '#flows/limit-reveals.ts'
import { printLabels } from '#flows/print-labels.ts'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import { revealBuyer } from '#flows/reveal-buyer.ts'
import { revealOriginal } from '#flows/reveal-original.ts'
import { beginShippingRun } from '#flows/shipping-run.ts'
import { showInRun } from '#flows/show-in-run.ts'
import { DAY, MINUTE } from '../make/seller.ts'
import type { Seller } from '../make/seller-views.ts'
import { actsOf, type Change, endOf, GIFT_LINE, hashOf, LAYOUT, viewer, withOrders } from '../make/viewers.ts'

const reveal = (
  seller: Seller,
  order: number | string,
  { purpose = 'legal', ...change }: Change & { purpose?: RevealPurpose } = {},
) => revealBuyer(seller.deps, seller.merchant, { viewer: viewer(seller, change), order, purpose })

test('[U3] a reveal shows all that Amazon gave of a buyer, and one row names who, which order, what for and which fields', async () => {
  const { seller, ids, orders } = await withOrders()
  const shown = await reveal(seller, ids[0] ?? '')
  expect(shown).toMatchObject({
    ok: true,
    value: {
      order: { orderId: orders[0], amazonOrderId: ids[0] },
      buyer: {
        name: 'Quentina Zebrafield',
        company: 'Zebrafield Trading',
        email: 'zq77@marketplace.amazon.example',
        phone: '555-0177',
        purchaseOrder: 'PO-ZQ-1',
        deliveryNotes: 'Behind the violet gnome',
        shipTo: { lines: ['77 Xylophone Crescent', 'Flat 9'], city: 'Sampleton', state: 'NY', postalCode: '02207' },
        lines: [{ giftMessage: 'Happy birthday', customization: 'https://example.com/zq.zip' }],
      },
    },
  })
  expect(await actsOf(seller)).toMatchObject([
    {
      act: 'revealed',
      who: 'packer@example.com',
      orders,
      purpose: 'legal',
      facts: { amazonOrderId: ids[0], way: 'reveal', fields: expect.arrayContaining(['name', 'shipTo', 'email']) },
    },
  ])
})

test('[U3] a purpose shows what it needs and no more, by our number too', async () => {
  const { seller, orders } = await withOrders()
  const shipped = await reveal(seller, orders[0] ?? 0, { purpose: 'ship' })
  expect(shipped).toMatchObject({ ok: true, value: { buyer: { email: null, purchaseOrder: null, phone: '555-0177' } } })
  const contact = await reveal(seller, orders[0] ?? 0, { purpose: 'contact-about-order' })
  expect(contact).toMatchObject({
    ok: true,
    value: { buyer: { shipTo: null, lines: [], name: 'Quentina Zebrafield' } },
  })
})

test('[U3] where the row of the audit cannot be written nothing is shown, in no way', async () => {
  const { seller, orders } = await withOrders()
  const asked = { viewer: viewer(seller), orders, purpose: 'ship' as const }
  const waiting = await askExport(seller.deps, seller.merchant, { ...asked, layout: LAYOUT })
  await beginShippingRun(seller.deps, seller.merchant, { viewer: viewer(seller), minutes: 60 })
  const [document] = await seller.store((s) => s.listDocuments({ state: 'placed', after: 0, limit: 1 }))
  const rows = (await actsOf(seller)).length
  await seller.database.ownerPool().query('revoke insert on millrace.audit from millrace_vault')
  const { deps, merchant } = seller
  const tokenHash = hashOf(waiting.ok ? waiting.value.download : '')
  for (const attempt of [
    () => reveal(seller, orders[0] ?? 0),
    () => printLabels(deps, merchant, asked),
    () => showInRun(deps, merchant, asked),
    () => fetchExport(deps, merchant, { viewer: asked.viewer, tokenHash }),
    () => revealOriginal(deps, merchant, { ...asked, documentId: document?.documentId ?? 0 }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: '42501' })
  await seller.database.ownerPool().query('grant insert on millrace.audit to millrace_vault')
  expect(await actsOf(seller)).toHaveLength(rows)
  // The export was not used up by the attempt that gave nothing.
  expect(endOf(await fetchExport(deps, merchant, { viewer: asked.viewer, tokenHash }))).toBe('ok')
})

test('[U3] what is refused shows nothing and stands in the audit, with why', async () => {
  const { seller, orders } = await withOrders()
  const [order = 0] = orders
  expect(endOf(await reveal(seller, order, { purpose: 'ship', scopes: ['orders:read'] }))).toBe('buyer-not-permitted')
  expect(
    endOf(await reveal(seller, order, { purpose: 'ship', secondFactorAt: seller.deps.now() - 15 * MINUTE - 1 })),
  ).toBe('second-factor-needed')
  const key = { kind: 'key', keyId: 'k1' } as const
  expect(endOf(await revealBuyer(seller.deps, seller.merchant, { viewer: key, order, purpose: 'ship' }))).toBe(
    'buyer-only-for-people',
  )
  expect((await actsOf(seller)).map((row) => [row.act, row.who, row.facts?.why])).toEqual([
    ['reveal-refused', 'packer@example.com', 'buyer-not-permitted'],
    ['reveal-refused', 'packer@example.com', 'second-factor-needed'],
    ['reveal-refused', 'API key k1', 'buyer-only-for-people'],
  ])
  const rows = await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.list({ after: 0, limit: 99 }))
  expect(rows.filter((row) => row.act === 'opened')).not.toContainEqual(expect.objectContaining({ purpose: 'reveal' }))
})

test('[U2] an order of another merchant is not there', async () => {
  const { seller, ids, orders } = await withOrders()
  const other = 'OTHER' as MerchantId
  await seller.database
    .ownerPool()
    .query(`insert into deployment.merchants (merchant_id, name, owner, time_zone, currency, weight_unit, ship_from, created_at)
      select 'OTHER', 'Other', owner, time_zone, currency, weight_unit, ship_from, created_at from deployment.merchants limit 1`)
  for (const order of [ids[0] ?? '', orders[0] ?? 0]) {
    const asked = { viewer: viewer(seller), order, purpose: 'ship' as const }
    expect(endOf(await revealBuyer(seller.deps, other, asked))).toBe('not-found')
    expect(endOf(await printLabels(seller.deps, other, { ...asked, orders: [order] }))).toBe('not-found')
  }
})

test('[U3] after the purge nothing is left to show, and that is said', async () => {
  const { seller, orders } = await withOrders()
  seller.control.advance(61 * DAY)
  await purgeBuyers(seller.deps, seller.merchant)
  expect(endOf(await reveal(seller, orders[0] ?? 0))).toBe('buyer-gone')
})

test('[U3] one person opens 50 different orders in 24 hours, the same again as often as needed; the owner can make it fewer', async () => {
  const { seller, orders } = await withOrders(4)
  const [first = 0, second = 0, third = 0, fourth = 0] = orders
  await seller.database
    .ownerPool()
    .query(`insert into millrace.reveal_limits values ('HRBOR', 2, 2, 2, 'owner@example.com', to_timestamp(0))`)
  const ends = []
  for (const order of [first, first, second, third, second])
    ends.push(endOf(await reveal(seller, order, { purpose: 'ship' })))
  expect(ends).toEqual(['ok', 'ok', 'ok', 'reveal-quota', 'ok'])
  // Another person and another way have limits of their own.
  expect(endOf(await reveal(seller, third, { purpose: 'ship', userId: 'U00000000000000b2' }))).toBe('ok')
  const print = (some: number[]) =>
    printLabels(seller.deps, seller.merchant, { viewer: viewer(seller), orders: some, purpose: 'ship' })
  expect(endOf(await print([first, second, third]))).toBe('reveal-quota')
  expect(endOf(await print([third, fourth]))).toBe('ok')
  seller.control.advance(DAY)
  expect(endOf(await reveal(seller, third, { purpose: 'ship' }))).toBe('ok')
})

test('[U3] of two reveals at the same moment that are one too many, one is refused', async () => {
  const { seller, orders } = await withOrders(3)
  await seller.database
    .ownerPool()
    .query(`insert into millrace.reveal_limits values ('HRBOR', 1, 1, 1, 'owner@example.com', to_timestamp(0))`)
  const ends = await Promise.all(orders.map(async (order) => endOf(await reveal(seller, order, { purpose: 'ship' }))))
  expect(ends.sort()).toEqual(['ok', 'reveal-quota', 'reveal-quota'])
})

test('[U3] only the owner sets the limits, and none above the usual', async () => {
  const { seller } = await withOrders(0)
  const { deps, merchant } = seller
  const owner = (await seller.database
    .ownerPool()
    .query(`insert into auth.users (user_id, email, name, created_at, created_by) values
      ('U00000000000000a1', 'packer@example.com', 'P', to_timestamp(0), 'test'), ('U00000000000000c3', 'owner@example.com', 'O', to_timestamp(0), 'test') returning user_id`)) && {
    userId: 'U00000000000000c3',
    email: 'owner@example.com',
  }
  await seller.database.ownerPool().query(
    `insert into deployment.memberships (merchant_id, user_id, owner, created_at, created_by) values
      ('HRBOR', 'U00000000000000a1', false, to_timestamp(0), 'test'), ('HRBOR', 'U00000000000000c3', true, to_timestamp(0), 'test') on conflict do nothing`,
  )
  const limits = { reveal: 5, print: 9999, export: 20 }
  expect(endOf(await limitReveals(deps, merchant, { viewer: viewer(seller), limits }))).toBe('limits-only-by-owner')
  expect(endOf(await limitReveals(deps, merchant, { viewer: { kind: 'key', keyId: 'k' }, limits }))).toBe(
    'limits-only-by-owner',
  )
  expect(await limitReveals(deps, merchant, { viewer: viewer(seller, owner), limits })).toEqual({
    ok: true,
    value: { reveal: 5, print: 1000, export: 20 },
  })
  expect(await actsOf(seller)).toMatchObject([
    { act: 'settings-changed', who: 'owner@example.com', facts: { reveal: 5 } },
  ])
})

test('[U3] labels are printed with a permission of their own, each order with its row', async () => {
  const { seller, orders } = await withOrders(3)
  const print = (change: Change = {}) =>
    printLabels(seller.deps, seller.merchant, { viewer: viewer(seller, change), orders, purpose: 'ship' })
  expect(endOf(await print({ scopes: ['orders:read', 'pii:reveal', 'pii:export'] }))).toBe('buyer-not-permitted')
  expect(await print()).toMatchObject({ ok: true, value: { orders: [{}, {}, {}], from: { country: 'US' } } })
  expect((await actsOf(seller)).filter(({ act }) => act === 'printed').map((row) => row.orders)).toEqual(
    orders.map((order) => [order]),
  )
})

test('[U3] all orders of a wish are shown or none', async () => {
  const { seller, orders } = await withOrders(2)
  await seller.database.ownerPool().query('delete from vault.buyers where order_id = $1', [orders[1]])
  const asked = { viewer: viewer(seller), orders, purpose: 'ship' as const }
  expect(endOf(await printLabels(seller.deps, seller.merchant, asked))).toBe('buyer-gone')
  expect(endOf(await printLabels(seller.deps, seller.merchant, { ...asked, orders: [...orders, 99_999] }))).toBe(
    'not-found',
  )
  expect((await actsOf(seller)).map(({ act }) => act)).toEqual(['reveal-refused'])
})

test('[E2] a document comes masked with country and state, and whole only under a grant', async () => {
  const { seller, ids } = await withOrders(1, [{ ...GIFT_LINE, sku: 'NOBODY-KNOWS' }])
  const { deps, merchant } = seller
  const { documentId = 0 } = (await seller.store((s) => s.findDocument(ids[0] ?? ''))) ?? {}
  const masked = await downloadDocument(deps, merchant, documentId)
  expect(masked).toMatchObject({
    ok: true,
    value: { orderId: ids[0], recipient: { deliveryAddress: { countryCode: 'US', stateOrRegion: 'NY' } } },
  })
  for (const text of ['Zebra', 'Xylophone', 'Sampleton', '02207', '0177', 'zq77', 'gnome', 'PO-ZQ', 'birthday'])
    expect(JSON.stringify(masked)).not.toContain(text)
  const whole = (change: Change = {}) =>
    revealOriginal(deps, merchant, { viewer: viewer(seller, change), documentId, purpose: 'legal' })
  expect(endOf(await whole({ scopes: ['orders:read'] }))).toBe('buyer-not-permitted')
  expect(endOf(await whole({ secondFactorAt: null }))).toBe('second-factor-needed')
  expect(await whole()).toMatchObject({ ok: true, value: { buyer: { buyerName: 'Quentina Zebrafield' } } })
  expect((await actsOf(seller)).map((row) => [row.act, row.facts?.document])).toEqual([
    ['reveal-refused', documentId],
    ['reveal-refused', documentId],
    ['revealed', documentId],
  ])
  expect(
    endOf(await revealOriginal(deps, merchant, { viewer: viewer(seller), documentId: 9999, purpose: 'legal' })),
  ).toBe('not-found')
})
