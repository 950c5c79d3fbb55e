import { describe, expect, it } from 'vitest'
import { MARKETPLACES } from '#amazon/marketplaces.ts'
import { readMarketplaces } from '#amazon/sellers.ts'
import { connection, edgeAndSimulator, good, REFRESH_TOKEN } from './edge.ts'

const { merchantId } = connection

describe('sellers', () => {
  it('[C1] an authorization is proven by one token call and one participations call', async () => {
    const { amazon, calls, control, outcomes } = await edgeAndSimulator()
    control.putSeller({
      sellerId: 'A3HARBORGOODS',
      marketplaces: [{ id: 'ATVPDKIKX0DER' }, { id: 'A2EUQ1WTGCTBG2', participating: false }],
    })
    const prove = () => amazon.proveAuthorization(merchantId, 'na', 'A3HARBORGOODS', REFRESH_TOKEN)
    expect(good(await prove())).toEqual([
      { id: 'ATVPDKIKX0DER', name: 'Amazon.com', country: 'US', currency: 'USD', participating: true, refusedAt: null },
      {
        id: 'A2EUQ1WTGCTBG2',
        name: 'Amazon.ca',
        country: 'CA',
        currency: 'CAD',
        participating: false,
        refusedAt: null,
      },
    ])
    await prove()
    expect(calls()).toEqual(['login', 'getMarketplaceParticipations', 'login', 'getMarketplaceParticipations'])
    expect(outcomes().slice(0, 2)).toEqual(['login ok', 'getMarketplaceParticipations ok'])
  })

  it('[C1] a wrong token proves nothing and names the connection', async () => {
    const { amazon } = await edgeAndSimulator()
    const answer = await amazon.proveAuthorization(merchantId, 'na', 'A3HARBORGOODS', 'Atzr|mistyped')
    expect(answer).toEqual({
      ok: false,
      problem: { code: 'authorization-revoked', facts: { connection: 'na-A3HARBORGOODS' } },
    })
  })

  it('[C1] an application without any role is denied', async () => {
    const { amazon, control } = await edgeAndSimulator()
    control.putApp({ clientId: 'amzn1.application-oa2-client.demo', roles: [] })
    const answer = await amazon.proveAuthorization(merchantId, 'na', 'A3HARBORGOODS', REFRESH_TOKEN)
    expect(answer).toMatchObject({ problem: { code: 'access-denied', facts: { connection: 'na-A3HARBORGOODS' } } })
  })

  const entry = (id: string, domainName: string, isParticipating: unknown = true) => ({
    marketplace: { id, name: 'A name', countryCode: 'US', defaultCurrencyCode: 'USD', domainName },
    participation: { isParticipating },
  })
  const idsIn = (payload: unknown) => {
    const read = readMarketplaces({ body: { payload }, amazonNow: 0 })
    return read.ok ? read.value.map(({ id, participating }) => `${id} ${participating}`) : read.problem.code
  }

  it('[O1] marketplaces of other shops are left out, those that Amazon opens tomorrow are not', () => {
    const payload = [
      entry('ATVPDKIKX0DER', 'www.amazon.com', 'true'),
      entry('A2ZV50J4W1RKNI', 'sim1.stores.amazon.com'),
      entry('A3OTHERSHOP01', 'www.non-amazon.example'),
      entry('ATOMORROW', 'www.amazon.co.nz', 'false'),
    ]
    expect(idsIn(payload)).toEqual(['ATVPDKIKX0DER true', 'ATOMORROW false'])
  })

  it.each([null, {}, [null], [{ marketplace: { id: 7 } }]])('[E4] the answer %j is unreadable', (payload) => {
    expect(idsIn(payload)).toBe('answer-unreadable')
  })

  it('[C7] every marketplace stands once, and Poland has its true id', () => {
    expect(new Set(MARKETPLACES.map(({ id }) => id)).size).toBe(MARKETPLACES.length)
    expect(MARKETPLACES.find(({ country }) => country === 'PL')?.id).toBe('A1C3SOZRARQ6R3')
  })
})
