import { describe, expect, test } from 'vitest'
import { keepVisit, showVisit } from '#flows/visit-consent.ts'
import { SELLER } from '#main/demo/sample-merchant.ts'
import { BACK, confirmAtOurs, consenting, visitOf } from '../make/consenting.ts'
import { whereReadable } from '../make/database-dump.ts'
import { DAY, MINUTE } from '../make/seller.ts'
import { callsOf, endOf, problemsOf } from '../make/seller-views.ts'

type Desk = Awaited<ReturnType<typeof consenting>>

const connectionOf = (desk: Desk) => desk.store((store) => store.findConnection(desk.connection))

describe('from our page to Amazon and back', () => {
  test.each([
    ['straight back', false],
    ['by way of our Login URI', true],
  ])(
    '[C3] %s: the consent is given at Seller Central, the code exchanged and proven, the token sealed',
    async (_, hop) => {
      const desk = await consenting()
      desk.control.setConsent({ hop })
      desk.control.revoke()
      desk.control.clearRequests()
      const begun = await desk.begin()
      const away = await desk.confirm(begun.address)
      const back = hop ? await confirmAtOurs(desk, away) : away
      expect(`${back.origin}${back.pathname}`).toBe(BACK)
      expect(back.searchParams.get('mws_auth_token')).toBe('amzn.mws.an-old-token')
      const end = await desk.finish(back)
      expect(end).toEqual({ consentId: begun.consentId, result: { ok: true, value: desk.connection } })
      expect(callsOf(desk, 'login')).toBe(2)
      expect(callsOf(desk, 'getMarketplaceParticipations')).toBe(1)
      expect(await connectionOf(desk)).toMatchObject({
        state: 'authorized',
        consent: 'website',
        lapsesOn: '2027-11-10',
      })
      const secrets = ['state', 'spapi_oauth_code', 'mws_auth_token'].map((name) => back.searchParams.get(name) ?? '')
      expect(await whereReadable(desk.database, [...secrets, 'Atzr|'])).toEqual([])
    },
  )

  test('[C3] from Manage Your Apps: Amazon begins, the person confirms the merchant, and no consent of ours was needed', async () => {
    const desk = await consenting()
    const away = await desk.open(`${desk.simulator.url}/apps/manage/authorize?application_id=amzn1.sellerapps.app.demo`)
    const handle = await keepVisit(desk.deps, visitOf(away.to!))
    const shown = await showVisit(desk.deps, desk.tess, {
      handle: handle.ok ? handle.value : '',
      regions: ['na', 'eu', 'fe'],
    })
    expect(shown).toEqual({
      ok: true,
      value: { sellingPartnerId: SELLER.sellingPartnerId, regions: ['na', 'eu', 'fe'], begunHere: false },
    })
    expect(desk.codeOf(await desk.finish(await confirmAtOurs(desk, away.to!)))).toBe('connected')
  })

  test('[C3] a hop that goes on with what this session began is known as that', async () => {
    const desk = await consenting()
    desk.control.setConsent({ hop: true })
    const begun = await desk.begin()
    const handle = await keepVisit(desk.deps, visitOf(await desk.confirm(begun.address)))
    if (!handle.ok) throw new Error('refused')
    const shown = await showVisit(desk.deps, desk.tess, { handle: handle.value, regions: ['na', 'eu', 'fe'] })
    expect(shown).toMatchObject({ value: { regions: ['na'], begunHere: true } })
    const elsewhere = { ...desk.tess, sessionId: 'S2' }
    const other = await showVisit(desk.deps, elsewhere, { handle: handle.value, regions: ['na', 'eu', 'fe'] })
    expect(other).toMatchObject({ value: { begunHere: false } })
  })

  test('[C3] a draft says version=beta both ways, and without it Amazon refuses; an address that is not registered too', async () => {
    const draft = await consenting({ draft: true })
    draft.control.setConsent({ hop: true })
    const away = await draft.confirm((await draft.begin()).address)
    expect(away.searchParams.get('version')).toBe('beta')
    expect(draft.codeOf(await draft.finish(await confirmAtOurs(draft, away)))).toBe('connected')
    const { address } = await draft.begin()
    draft.control.putApp({ clientId: 'amzn1.application-oa2-client.demo', draft: false })
    expect((await draft.open(address)).text).toContain('MD1000')
    draft.control.putApp({
      clientId: 'amzn1.application-oa2-client.demo',
      draft: true,
      redirectUris: ['https://b.example.com/'],
    })
    expect((await draft.open(address)).text).toContain('MD5101')
  })
})

describe('mix-ups, plans and renewals', () => {
  test('[C3] a selling partner of another merchant is refused and reported; nobody is told whose it is', async () => {
    const desk = await consenting()
    const merchant = await desk.addMerchant('OTHER')
    const someone = { ...desk.tess, merchant }
    const back = await desk.confirm((await desk.begin({}, someone)).address)
    expect(desk.codeOf(await desk.finish(back, someone))).toBe('held-by-other-merchant')
    const told = await desk.deps.transaction(merchant, 'app', (tx) => tx.store.listProblems())
    expect(told.map((each) => each.problem)).toEqual([{ code: 'held-by-other-merchant', facts: {} }])
    expect(JSON.stringify(told)).not.toContain(desk.merchant)
    expect(await problemsOf(desk)).toEqual([])
    expect(await desk.deps.deployment.listDeploymentProblems()).toMatchObject([
      { subject: `${desk.connection} by OTHER`, problem: { code: 'held-by-other-merchant' } },
    ])
    desk.control.advance(8 * DAY)
    await desk.run()
    expect(await desk.deps.deployment.listDeploymentProblems()).toEqual([])
  })

  test('[C8] connecting on a plan without the channel raises it, after it was said and agreed to', async () => {
    const desk = await consenting()
    await desk.deps.deployment.savePlans([
      { name: 'Small', includesChannel: false },
      { name: 'Large', includesChannel: true },
    ])
    await desk.deps.deployment.choosePlan(desk.merchant, 'Small')
    await expect(desk.begin()).rejects.toThrow('plan-lacks-channel')
    const begun = await desk.begin({ raisesPlan: true })
    expect(await desk.deps.deployment.planOf(desk.merchant)).toBe('Small')
    expect(desk.codeOf(await desk.finish(await desk.confirm(begun.address)))).toBe('connected')
    expect(await desk.deps.deployment.planOf(desk.merchant)).toBe('Large')
    expect(desk.codeOf(await desk.finish(await desk.confirm((await desk.begin()).address)))).toBe('connected')
  })

  test('[C4] lapsed for three days with orders, and renewed by consent: the clock ends, work goes on where it stopped, nothing is missed', async () => {
    const desk = await consenting()
    await desk.run()
    await desk.store((store) => store.setLapse({ connection: desk.connection, lapsesOn: '2026-11-10' }))
    desk.control.revoke()
    const ids: string[] = []
    for (let day = 0; day < 3; day++) {
      ids.push(...desk.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 4))
      await desk.pass(DAY)
    }
    expect(await connectionOf(desk)).toMatchObject({ state: 'expired', deletion: { why: 'lapsed' } })
    const back = await desk.confirm((await desk.begin()).address)
    expect(desk.codeOf(await desk.finish(back))).toBe('connected')
    expect(await connectionOf(desk)).toMatchObject({ state: 'authorized', deletion: null, lapsesOn: '2027-11-13' })
    await desk.pass(30 * MINUTE)
    for (const id of ids) expect(await endOf(desk, id)).toBe('placed')
    expect(await problemsOf(desk)).toEqual([])
  })
})
