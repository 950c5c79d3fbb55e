import { expect, test } from 'vitest'
import type { ConnectionId } from '#core/ids.ts'
import { tell } from '#core/problems.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { connect } from '#flows/connect.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { pauseImporting, startImporting } from '#flows/start-importing.ts'
import { orderSettings, SELLER } from '#main/demo/sample-merchant.ts'
import { whereReadable } from '../make/database-dump.ts'
import { HOUR, MINUTE, makeSeller, START } from '../make/seller.ts'
import { callsOf, documentOf, endOf, orderOf, problemsOf, type Seller } from '../make/seller-views.ts'

const reconnect = (seller: Seller, refreshToken: string = SELLER.refreshToken) =>
  connect(seller.deps, seller.merchant, { ...SELLER, refreshToken })

const stateOf = async (seller: Seller) => (await seller.store((s) => s.findConnection(seller.connection)))?.state

/** The sealed token as it lies in the database. */
const sealed = async (seller: Seller) => (await seller.store((s) => s.sealedToken(seller.connection)))?.toString('hex')

test('[C1] the token is proven by one token call and one call for the marketplaces, and lies sealed: it is readable nowhere', async () => {
  const seller = await makeSeller({ justConnected: true })
  expect([callsOf(seller, 'login'), callsOf(seller, 'getMarketplaceParticipations')]).toEqual([1, 1])
  seller.control.clearRequests()
  expect(await reconnect(seller)).toMatchObject({ ok: true })
  expect([callsOf(seller, 'login'), callsOf(seller, 'getMarketplaceParticipations')]).toEqual([1, 1])
  await seller.pass(6 * MINUTE)
  expect(await whereReadable(seller.database, [SELLER.refreshToken, 'demo-secret-not-a-secret', 'Atza|'])).toEqual([])
})

test('[C1] a refused token leaves the old connection as it was, and names the likely causes', async () => {
  const seller = await makeSeller()
  const before = await sealed(seller)
  const refused = await reconnect(seller, 'Atzr|nobody-gave-this')
  expect(refused).toMatchObject({ ok: false, problem: { code: 'authorization-revoked' } })
  expect(await sealed(seller)).toBe(before)
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
  expect(JSON.stringify(seller.alarms)).not.toContain('nobody-gave-this')
})

test.each([
  ['a token of another kind', { refreshToken: 'Atza|access' }],
  ['a token with spaces inside', { refreshToken: 'Atzr|a b' }],
  ['no token', { refreshToken: '' }],
  ['a Seller ID that is none', { sellingPartnerId: 'harbor goods' }],
])('[C1] %s is refused without a call, and not told again', async (_, wrong) => {
  const seller = await makeSeller()
  seller.control.clearRequests()
  const outcome = await connect(seller.deps, seller.merchant, { ...SELLER, ...wrong })
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'not-valid' } })
  expect(seller.control.requests()).toEqual([])
  expect(JSON.stringify(outcome)).not.toContain('Atza')
})

test('[C1] Amazon not answering the proof is said, and nothing is saved', async () => {
  const seller = await makeSeller()
  const before = await sealed(seller)
  for (const fault of ['reset-before', 'not-json', 'throttle'] as const) {
    seller.control.addFault({ operation: 'getMarketplaceParticipations', kind: fault })
    expect((await reconnect(seller)).ok).toBe(false)
    seller.control.advance(2 * HOUR)
  }
  expect(await sealed(seller)).toBe(before)
})

test('[C1] a token whose marketplaces are all of another region is refused, and the region is named', async () => {
  const seller = await makeSeller()
  const wanted = { region: 'eu', sellingPartnerId: SELLER.sellingPartnerId, refreshToken: SELLER.refreshToken } as const
  const refused = await connect(seller.deps, seller.merchant, wanted)
  expect(refused).toMatchObject({ ok: false, problem: { code: 'not-valid', facts: { field: 'region' } } })
  expect(refused.ok ? '' : tell(refused.problem).sentence).toBe(
    'region: this authorization is for Amazon.com: region na',
  )
  expect(await seller.store((s) => s.listConnections())).toHaveLength(1)
})

test('[C7] a marketplace that is joined or left later is noticed in the night, by one call, and its orders come; without any the connection shows it', async () => {
  const seller = await makeSeller()
  const [US, CA] = ['ATVPDKIKX0DER', 'A2EUQ1WTGCTBG2'] as const
  const sell = (...marketplaces: { id: string; participating?: boolean }[]) =>
    seller.control.putSeller({ sellerId: SELLER.sellingPartnerId, marketplaces })
  const night = async () => {
    seller.control.clearRequests()
    seller.control.advance(21 * HOUR)
    await seller.pass(30 * MINUTE)
    seller.control.advance(150 * MINUTE)
    await seller.pass(MINUTE)
    expect(callsOf(seller, 'getMarketplaceParticipations')).toBe(1)
  }
  await seller.run()
  sell({ id: US }, { id: CA })
  const id = seller.control.placeOrder({ marketplaceId: CA, lines: [{ sku: 'MUG-BLUE' }] })
  await night()
  expect((await documentOf(seller, id))?.reference).toBe(id)

  sell({ id: US, participating: false }, { id: CA, participating: false })
  await night()
  expect(await problemsOf(seller)).toContain('no-marketplace')
  sell({ id: US })
  await night()
  expect(await problemsOf(seller)).not.toContain('no-marketplace')
})

test('[C1] a revoked authorization is believed after two refusals at least five minutes apart; then the sweep stops, and connecting again loses no order', async () => {
  const seller = await makeSeller()
  await seller.run()
  seller.control.revoke()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(5 * MINUTE)
  expect(await problemsOf(seller)).toEqual(['authorization-revoked'])
  expect(await stateOf(seller)).toBe('authorized')
  await seller.pass(10 * MINUTE)
  expect(await stateOf(seller)).toBe('revoked')
  seller.control.clearRequests()
  await seller.pass(HOUR)
  expect(seller.control.requests()).toEqual([])

  expect(await reconnect(seller, seller.control.authorize())).toMatchObject({ ok: true })
  expect(await stateOf(seller)).toBe('authorized')
  await seller.run()
  expect(await endOf(seller, id)).toBe('placed')
  expect(await problemsOf(seller)).toEqual([])
})

test('[C1] one refusal that passes stops nothing', async () => {
  const seller = await makeSeller()
  await seller.run()
  seller.control.forgetAccessTokens()
  seller.control.addFault({ operation: 'login', kind: 'error', status: 400, code: 'invalid_grant' })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(20 * MINUTE)
  expect(await stateOf(seller)).toBe('authorized')
  expect(await endOf(seller, id)).toBe('placed')
  expect(await problemsOf(seller)).toEqual([])
})

test('[C9] connecting imports nothing: without a start nothing is asked', async () => {
  const seller = await makeSeller()
  await pauseImporting(seller.deps, seller.merchant, seller.connection)
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await reconnect(seller)
  await seller.pass(HOUR)
  expect(callsOf(seller, 'searchOrders')).toBe(0)
})

test('[C9] without a date importing begins with orders placed after the start', async () => {
  const seller = await makeSeller({ started: false })
  await saveOrderSettings(seller.deps, seller.merchant, { ...orderSettings('2026-11-09'), notBefore: null })
  const before = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(10 * MINUTE)
  const started = await startImporting(seller.deps, seller.merchant, seller.connection)
  expect(started).toEqual({ ok: true, value: { from: START + 10 * MINUTE } })
  const after = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.alterOrder(before, {})
  await seller.pass(10 * MINUTE)
  expect([await endOf(seller, before), await endOf(seller, after)]).toEqual(['skipped before-cutoff', 'placed'])
})

test('[C9] what is not there cannot be started or paused', async () => {
  const seller = await makeSeller()
  const nobody = 'na-ANOBODY123' as ConnectionId
  expect(await startImporting(seller.deps, seller.merchant, nobody)).toMatchObject({ ok: false })
  expect(await pauseImporting(seller.deps, seller.merchant, nobody)).toMatchObject({ ok: false })
})

const withoutRole = (seller: Seller) =>
  seller.control.putApp({ clientId: 'amzn1.application-oa2-client.demo', roles: ['inventory-and-order-tracking'] })
const withRole = (seller: Seller) =>
  seller.control.putApp({
    clientId: 'amzn1.application-oa2-client.demo',
    roles: ['inventory-and-order-tracking', 'direct-to-consumer'],
  })

test('[E4] without the role for addresses orders are held and name the role; once it is granted and the connection proven again, they place by themselves', async () => {
  const seller = await makeSeller()
  withoutRole(seller)
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 3)
  await seller.pass(HOUR)
  for (const id of ids) expect(await endOf(seller, id)).toBe('held no-destination')
  const held = await documentOf(seller, ids[0]!)
  expect(held?.log.map((entry) => entry.sentence).join('\n')).toContain('the role Direct-to-Consumer Delivery')
  withRole(seller)
  await reconnect(seller)
  await seller.run()
  for (const id of ids) expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department' })
  expect(callsOf(seller, 'getOrder')).toBe(3)
})

test('[E2] once the role is granted, reprocessing by hand fetches the order again and places it', async () => {
  const seller = await makeSeller()
  withoutRole(seller)
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(HOUR)
  withRole(seller)
  const held = await documentOf(seller, id)

  const asked = { documentId: held!.documentId, who: 'A person' }
  expect(await reprocessDocument(seller.deps, seller.merchant, asked)).toMatchObject({
    ok: true,
    value: { state: 'placed' },
  })
})

test('[O1] once the role is granted, an order that is seen again places by itself', async () => {
  const seller = await makeSeller()
  withoutRole(seller)
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(HOUR)
  withRole(seller)
  seller.control.alterOrder(id, {})
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
})

test('[E4] once the role is granted, orders without an address are asked for again within a day, without a change at Amazon', async () => {
  const seller = await makeSeller()
  withoutRole(seller)
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(HOUR)
  withRole(seller)
  for (let hour = 0; hour < 26; hour++) {
    seller.control.advance(HOUR)
    await seller.run()
  }
  expect(await endOf(seller, id)).toBe('placed')
  expect(callsOf(seller, 'getOrder')).toBe(1)
})

test('[E4] an order that Amazon sent without its fulfillment block is asked for again within two hours', async () => {
  const seller = await makeSeller()
  await seller.run()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], lagMs: 90 * 24 * HOUR })
  const { fulfillment, ...bare } = seller.control.order(id)!
  const body = JSON.stringify({ orders: [bare] })
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body })
  await seller.pass(30 * MINUTE)
  expect(await endOf(seller, id)).toBe('held missing-block')
  await seller.pass(2 * HOUR)
  expect(await endOf(seller, id)).toBe('placed')
})
