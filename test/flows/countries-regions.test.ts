import { expect, test } from 'vitest'
import type { ConnectionId } from '#core/ids.ts'
import { connect } from '#flows/connect.ts'
import { startImporting } from '#flows/start-importing.ts'
import { SELLER } from '#main/demo/sample-merchant.ts'
import { IN, makeSellerAbroad } from '../make/abroad.ts'
import { HOUR, MINUTE } from '../make/seller.ts'
import { endOf, orderOf, problemsOf, type Seller } from '../make/seller-views.ts'

const EUROPE = { region: 'eu', sellingPartnerId: 'A3HARBOREUROPE', refreshToken: 'Atzr|harbor-europe' } as const

/** The merchant's second connection: the same shop, another selling partner, in Europe. */
async function openEurope(seller: Seller): Promise<ConnectionId> {
  const { control, deps, merchant } = seller
  const { sellingPartnerId: sellerId, refreshToken } = EUROPE
  control.putSeller({ sellerId, storeName: 'Harbor Goods Europe', marketplaces: [{ id: IN.GB }, { id: IN.DE }] })
  control.authorize({ sellerId, refreshToken })
  const connected = await connect(deps, merchant, EUROPE)
  if (!connected.ok) throw new Error(JSON.stringify(connected.problem))
  expect(await startImporting(deps, merchant, connected.value)).toMatchObject({ ok: true })
  return connected.value
}
const inEurope = { sellerId: EUROPE.sellingPartnerId, lines: [{ sku: 'MUG-BLUE', price: '9.00' }] }

/** Searches of one selling partner. */
const searchesOf = (seller: Seller, sellerId: string) =>
  seller.control.requests().filter((each) => each.operation === 'searchOrders' && each.sellerId === sellerId).length

test('[C7] all marketplaces of an account are asked for in one call, and each order knows its marketplace and its currency', async () => {
  const seller = await makeSellerAbroad(['US', 'CA', 'MX', 'BR'])
  const places = [
    ['US', 'USD'],
    ['CA', 'CAD'],
    ['MX', 'MXN'],
    ['BR', 'BRL'],
  ] as const
  const placed = places.map(([country, currency]) => ({
    id: seller.control.placeOrder({ marketplaceId: IN[country], lines: [{ sku: 'MUG-BLUE' }] }),
    marketplaceId: IN[country],
    currency,
  }))
  seller.control.clearRequests()
  seller.control.advance(4 * MINUTE)
  await seller.run()
  expect(searchesOf(seller, 'A3HARBORGOODS')).toBe(1)
  for (const { id, ...facts } of placed) {
    expect(await orderOf(seller, id)).toMatchObject({ ...facts, stage: 'Shipping Department', flags: [] })
  }
})

test('[C7] two regions of one merchant are two connections with a token and a sweep each; their orders stand in one order system and take from one stock', async () => {
  const seller = await makeSellerAbroad(['US'])
  const europe = await openEurope(seller)
  expect((await seller.store((s) => s.listConnections())).map((each) => each.id).sort()).toEqual([
    'eu-A3HARBOREUROPE',
    'na-A3HARBORGOODS',
  ])
  const tokens = await seller.store((s) => Promise.all([seller.connection, europe].map((id) => s.sealedToken(id))))
  expect(new Set(tokens.map((token) => token?.toString('hex'))).size).toBe(2)
  const home = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  const [british, german] = [IN.GB, IN.DE].map((marketplaceId) =>
    seller.control.placeOrder({ ...inEurope, marketplaceId }),
  ) as [string, string]
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, home)).toMatchObject({ connection: seller.connection, currency: 'USD' })
  expect(await orderOf(seller, british)).toMatchObject({ connection: europe, currency: 'GBP', marketplaceId: IN.GB })
  expect(await orderOf(seller, german)).toMatchObject({ connection: europe, currency: 'EUR', marketplaceId: IN.DE })
  const numbers = await seller.store((s) => s.listOrders({ limit: 9 }))
  expect(numbers).toHaveLength(3)
  const { rows } = await seller.database
    .ownerPool()
    .query("select sum(allocated)::int as reserved from millrace.stock where item_id = 'MUG-BLUE'")
  expect(rows).toEqual([{ reserved: 4 }])
  // A call spends the tokens of its own region only, and no token of the one is shown to the other.
  const buckets = await seller.database
    .ownerPool()
    .query<{ key: string }>("select key from deployment.buckets where key like '%searchOrders%' order by key")
  expect(buckets.rows.map((row) => row.key.includes('A3HARBOREUROPE'))).toEqual([true, false])
})

test('[C7] a revoked authorization in one region stops neither the sweep nor the orders of the other', async () => {
  const seller = await makeSellerAbroad(['US'])
  const europe = await openEurope(seller)
  await seller.run()
  seller.control.revoke(EUROPE.refreshToken)
  await seller.pass(30 * MINUTE)
  expect(await seller.store((s) => s.listProblems())).toMatchObject([
    { connection: europe, problem: { code: 'authorization-revoked' } },
  ])
  const states = await seller.store((s) => s.listConnections())
  expect(Object.fromEntries(states.map((each) => [each.id, each.state]))).toEqual({
    [europe]: 'revoked',
    [seller.connection]: 'authorized',
  })
  const home = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const abroad = seller.control.placeOrder({ ...inEurope, marketplaceId: IN.DE })
  await seller.pass(6 * MINUTE)
  expect([await endOf(seller, home), await endOf(seller, abroad)]).toEqual(['placed', 'unseen'])

  // Connecting again goes on where Europe stopped.
  seller.control.authorize({ sellerId: EUROPE.sellingPartnerId, refreshToken: 'Atzr|harbor-europe-2' })
  const again = await connect(seller.deps, seller.merchant, { ...EUROPE, refreshToken: 'Atzr|harbor-europe-2' })
  expect(again).toEqual({ ok: true, value: europe })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, abroad)).toBe('placed')
  expect(await problemsOf(seller)).toEqual([])
})

test('[C7] Amazon throttling one region leaves the other at its pace', async () => {
  const seller = await makeSellerAbroad(['US'])
  await openEurope(seller)
  seller.control.addFault({
    operation: 'searchOrders',
    kind: 'throttle',
    sellerId: EUROPE.sellingPartnerId,
    always: true,
  })
  seller.control.clearRequests()
  await seller.pass(HOUR)
  const [home, abroad] = [searchesOf(seller, 'A3HARBORGOODS'), searchesOf(seller, EUROPE.sellingPartnerId)]
  expect(home).toBeGreaterThanOrEqual(15)
  expect(abroad).toBeLessThan(home)
})

test('[C7] Amazon’s word counts when connecting again: a marketplace that was left is no longer asked for, a new one is', async () => {
  const seller = await makeSellerAbroad(['US', 'CA'])
  const { control, deps, merchant } = seller
  control.putSeller({ sellerId: SELLER.sellingPartnerId, marketplaces: [{ id: IN.US }, { id: IN.MX }] })
  expect(await connect(deps, merchant, SELLER)).toMatchObject({ ok: true })
  control.clearRequests()
  const id = control.placeOrder({ marketplaceId: IN.MX, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({ marketplaceId: IN.MX, currency: 'MXN' })
  const asked = control.requests().flatMap((each) => each.query.marketplaceIds ?? [])
  expect(new Set(asked.flatMap((ids) => ids.split(',')))).toEqual(new Set([IN.US, IN.MX]))
})
