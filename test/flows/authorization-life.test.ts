import { describe, expect, test } from 'vitest'
import { connect } from '#flows/connect.ts'
import { setLapse } from '#flows/set-lapse.ts'
import { testConnection } from '#flows/test-connection.ts'
import { SELLER } from '#main/demo/sample-merchant.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, endOf, problemsOf, type Seller } from '../make/seller-views.ts'

const connectionOf = (seller: Seller) => seller.store((store) => store.findConnection(seller.connection))

describe('an authorization is looked after', () => {
  test('[C1] a paused connection asks for a token daily and for its marketplaces weekly; a revocation is believed after two refusals', async () => {
    const seller = await makeSeller({ started: false })
    await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('authorization', seller.connection))
    await seller.run()
    seller.control.clearRequests()
    for (let day = 0; day < 8; day++) {
      seller.control.advance(DAY)
      await seller.run()
    }
    expect([callsOf(seller, 'login'), callsOf(seller, 'getMarketplaceParticipations')]).toEqual([8, 1])
    seller.control.revoke()
    seller.control.advance(DAY)
    await seller.run()
    expect((await connectionOf(seller))?.state).toBe('authorized')
    expect(await problemsOf(seller)).toEqual(['authorization-revoked'])
    seller.control.advance(6 * MINUTE)
    await seller.run()
    expect(await connectionOf(seller)).toMatchObject({ state: 'revoked', deletion: { why: 'revoked' } })
  })

  test('[C1] a passing refusal of the token ends nothing', async () => {
    const seller = await makeSeller({ started: false })
    await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('authorization', seller.connection))
    seller.control.addFault({ operation: 'login', kind: 'error', status: 400, code: 'invalid_grant' })
    await seller.run()
    expect(await problemsOf(seller)).toEqual(['authorization-revoked'])
    seller.control.advance(6 * MINUTE)
    await seller.run()
    expect((await connectionOf(seller))?.state).toBe('authorized')
    expect(await problemsOf(seller)).toEqual([])
  })

  test.each([
    ['2026-11-09', 'expired', 'lapsed'],
    ['2026-11-10', 'expired', 'lapsed'],
    ['2026-11-11', 'revoked', 'revoked'],
    [null, 'revoked', 'revoked'],
  ])('[C4] refused with the day %s it is %s', async (lapsesOn, state, why) => {
    const seller = await makeSeller({ started: false })
    await seller.store((store) => store.setLapse({ connection: seller.connection, lapsesOn }))
    seller.control.revoke()
    await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('authorization', seller.connection))
    await seller.run()
    seller.control.advance(6 * MINUTE)
    await seller.run()
    expect(await connectionOf(seller)).toMatchObject({ state, deletion: { why } })
  })

  test('[C4] past its day, but taken by Amazon, it works on: the day is ours, the grant is Amazon’s', async () => {
    const seller = await makeSeller()
    await seller.store((store) => store.setLapse({ connection: seller.connection, lapsesOn: '2026-11-01' }))
    const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
    await seller.pass(6 * MINUTE)
    expect([await endOf(seller, id), (await connectionOf(seller))?.state]).toEqual(['placed', 'authorized'])
  })

  test('[C4] the day is editable; a pasted one may have none, and keeps that when it is pasted again', async () => {
    const seller = await makeSeller()
    const { deps, merchant, connection } = seller
    expect((await connectionOf(seller))?.lapsesOn).toBe('2027-11-10')
    expect(await setLapse(deps, merchant, { connection, lapsesOn: '2026-13-01' })).toMatchObject({ ok: false })
    await setLapse(deps, merchant, { connection, lapsesOn: null })
    await connect(deps, merchant, SELLER)
    expect((await connectionOf(seller))?.lapsesOn).toBe(null)
    await setLapse(deps, merchant, { connection, lapsesOn: '2027-02-03' })
    await connect(deps, merchant, SELLER)
    expect((await connectionOf(seller))?.lapsesOn).toBe('2027-11-10')
    await seller.database.ownerPool().query(`update millrace.connections set consent = 'website'`)
    expect(await setLapse(deps, merchant, { connection, lapsesOn: null })).toMatchObject({ ok: false })
  })

  test('[U6] a day that is set stands in the history of the credentials, one that is set again does not', async () => {
    const seller = await makeSeller()
    const { deps, merchant, connection } = seller
    const by = { who: 'the operator', way: 'command-line' } as const
    for (const lapsesOn of ['2027-02-03', '2027-02-03', null])
      await setLapse({ ...deps, by }, merchant, { connection, lapsesOn })
    const page = { section: 'importing', after: null, limit: 2 } as const
    const told = (from: string, to: string | null) => ({
      ...by,
      changes: [{ entry: connection, kind: 'changed', fields: [{ field: 'lapsesOn', from, to }] }],
    })
    expect(await seller.store((store) => store.listSettingsChanges(page))).toMatchObject([
      told('2027-02-03', null),
      told('2027-11-10', '2027-02-03'),
    ])
  })
})

describe('the test of a connection', () => {
  const verdicts = async (seller: Seller) => {
    const tested = await testConnection(seller.deps, seller.merchant, seller.connection)
    if (!tested.ok) throw new Error(tested.problem.code)
    const { probes, sentence } = tested.value
    return { sentence, probes, told: Object.fromEntries(probes.map(({ role, verdict }) => [role, verdict])) }
  }

  test('[C1] every role is asked once, with Amazon’s request id; without a waiting order addresses are unknown', async () => {
    const seller = await makeSeller({ started: false })
    const { told, sentence, probes } = await verdicts(seller)
    expect(told).toEqual({
      'selling-partner': 'good',
      orders: 'good',
      listings: 'good',
      feeds: 'good',
      reports: 'good',
      addresses: 'unknown',
    })
    expect(sentence).toContain('no role is known to be missing')
    expect(probes.every(({ requestId }) => requestId !== null)).toBe(true)
    seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
    seller.control.advance(HOUR)
    expect((await verdicts(seller)).told.addresses).toBe('good')
  })

  test.each([
    ['listings', 'Product Listing', ['inventory-and-order-tracking', 'direct-to-consumer']],
    ['addresses', 'Direct-to-Consumer', ['inventory-and-order-tracking', 'product-listing']],
  ])('[C1] without the role for %s the test names it: %s', async (role, name, roles) => {
    const seller = await makeSeller({ started: false })
    seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
    seller.control.advance(HOUR)
    seller.control.putApp({ clientId: 'amzn1.application-oa2-client.demo', roles })
    const { told, sentence } = await verdicts(seller)
    expect(told[role]).toBe('missing')
    expect(Object.values(told).filter((verdict) => verdict === 'missing')).toHaveLength(1)
    expect(sentence).toContain(name)
  })

  test('[C1] where Amazon lets us in nowhere the likely causes are named in order, and a revoked one is said to be that', async () => {
    const seller = await makeSeller({ started: false })
    seller.control.putApp({ clientId: 'amzn1.application-oa2-client.demo', roles: [] })
    expect((await verdicts(seller)).sentence).toMatch(/revoked.*region.*draft.*role.*suspended/)
    seller.control.revoke()
    expect(await testConnection(seller.deps, seller.merchant, seller.connection)).toMatchObject({
      problem: { code: 'authorization-revoked' },
    })
  })
})

test('[U4][M2][C6] buyer data of a suspended merchant goes on its day too, and Amazon is asked for nothing', async () => {
  const seller = await makeSeller()
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], buyer: { name: 'Quentina Zebrafield' } })
  await seller.pass(11 * MINUTE)
  const owner = seller.database.ownerPool()
  const kept = async () => (await owner.query('select from vault.buyers')).rowCount
  expect(await kept()).toBe(1)
  await owner.query(`update millrace.orders set stage = 'Completed Order', amazon_status = 'SHIPPED'`)
  await seller.deps.deployment.suspendMerchant({ id: seller.merchant, at: seller.deps.now() })
  seller.control.clearRequests()
  seller.control.advance(31 * DAY)
  await seller.run()
  expect(await kept()).toBe(0)
  expect(seller.control.requests()).toEqual([])
})

test('[C4] the last day that an authorization brings stands in the history of the credentials, with who brought it', async () => {
  const seller = await makeSeller()
  const by = { who: 'owner@example.com', way: 'console' } as const
  seller.control.advance(30 * DAY)
  const again = await connect({ ...seller.deps, by }, seller.merchant, SELLER)
  expect(again).toMatchObject({ ok: true })
  const told = await seller.store((s) => s.listSettingsChanges({ section: 'importing', after: null, limit: 5 }))
  const lapse = (from: unknown) => [
    { entry: seller.connection, kind: 'changed', fields: [{ field: 'lapsesOn', from, to: expect.any(String) }] },
  ]
  expect(told.filter(({ changes }) => JSON.stringify(changes).includes('lapsesOn'))).toMatchObject([
    { ...by, changes: lapse(expect.any(String)) },
    { who: 'the program', changes: lapse(null) },
  ])
})
