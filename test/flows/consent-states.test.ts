import { expect, test } from 'vitest'
import type { Deps } from '#flows/deps.ts'
import { confirmVisit, keepVisit } from '#flows/visit-consent.ts'
import { consenting, visitOf } from '../make/consenting.ts'
import { MINUTE } from '../make/seller.ts'

type Desk = Awaited<ReturnType<typeof consenting>>

const cases: readonly [string, string, (desk: Desk, back: URL) => Promise<unknown> | unknown][] = [
  ['forged', 'consent-unknown', (_, back) => back.searchParams.set('state', 'x'.repeat(43))],
  [
    'one letter off',
    'consent-unknown',
    (_, back) => back.searchParams.set('state', `${back.searchParams.get('state')}x`),
  ],
  ['empty', 'consent-unknown', (_, back) => back.searchParams.set('state', '')],
  ['replayed', 'consent-used', (desk, back) => desk.finish(back)],
  ['ten minutes old', 'consent-expired', (desk) => desk.control.advance(10 * MINUTE)],
  ['with no code', 'consent-code-refused', (_, back) => back.searchParams.set('spapi_oauth_code', '')],
  ['with a code of nobody', 'consent-code-refused', (_, back) => back.searchParams.set('spapi_oauth_code', 'stolen')],
  ['with a code that is five minutes old', 'consent-code-refused', (desk) => desk.control.advance(5 * MINUTE)],
  ['with no Seller ID', 'consent-other-seller', (_, back) => back.searchParams.set('selling_partner_id', 'x')],
]
test.each(cases)('[C3] %s: %s, and the connection stays as it was', async (_, code, spoil) => {
  const desk = await consenting()
  const back = await desk.confirm((await desk.begin()).address)
  await spoil(desk, back)
  const before = await desk.store((store) => store.sealedToken(desk.connection))
  expect(desk.codeOf(await desk.finish(back))).toBe(code)
  expect(await desk.store((store) => store.sealedToken(desk.connection))).toEqual(before)
})

test.each([
  ['another session', { sessionId: 'S2' }],
  ['another person', { userId: 'U2' }],
  ['another merchant', { merchant: 'OTHER' }],
])('[C3] presented by %s it is refused, used up and an alarm', async (_, change) => {
  const desk = await consenting()
  await desk.addMerchant('OTHER')
  const back = await desk.confirm((await desk.begin()).address)
  expect(desk.codeOf(await desk.finish(back, { ...desk.tess, ...change } as Desk['tess']))).toBe('consent-unknown')
  expect(desk.codeOf(await desk.finish(back))).toBe('consent-used')
  expect(desk.alarms.join('\n')).toContain('presented by somebody else')
})

test('[C3] a code is good once: of two returns at the same moment one connects', async () => {
  const desk = await consenting()
  const back = await desk.confirm((await desk.begin()).address)
  const both = await Promise.all([desk.finish(back), desk.finish(back)])
  expect(both.map(desk.codeOf).sort()).toEqual(['connected', 'consent-used'])
})

test('[C3] killed between the mark and the exchange: a replay is refused, and beginning again works', async () => {
  const desk = await consenting()
  const back = await desk.confirm((await desk.begin()).address)
  const dying: Deps = {
    ...desk.deps,
    amazon: {
      ...desk.deps.amazon,
      exchangeCode: async () => {
        throw new Error('killed')
      },
    },
  }
  await expect(desk.finish(back, desk.tess, dying)).rejects.toThrow('killed')
  expect(desk.codeOf(await desk.finish(back))).toBe('consent-used')
  expect(desk.codeOf(await desk.finish(await desk.confirm((await desk.begin()).address)))).toBe('connected')
})

test('[C3] a visit is good once, for ten minutes, and comes back with the seller it began with', async () => {
  const desk = await consenting()
  desk.control.setConsent({ hop: true })
  const away = await desk.confirm((await desk.begin()).address)
  const handle = await keepVisit(desk.deps, visitOf(away))
  if (!handle.ok) throw new Error('refused')
  const confirmed = { handle: handle.value, region: 'na', raisesPlan: false } as const
  expect(await confirmVisit(desk.deps, desk.tess, { ...confirmed, handle: 'x' })).toMatchObject({
    problem: { code: 'consent-unknown' },
  })
  const first = await confirmVisit(desk.deps, desk.tess, confirmed)
  if (!first.ok) throw new Error('refused')
  expect(await confirmVisit(desk.deps, desk.tess, confirmed)).toMatchObject({ problem: { code: 'consent-used' } })
  const back = (await desk.open(first.value.address)).to!
  back.searchParams.set('selling_partner_id', 'A1SOMEBODYELSE')
  expect(desk.codeOf(await desk.finish(back))).toBe('consent-other-seller')
  const late = await keepVisit(desk.deps, visitOf(away))
  desk.control.advance(10 * MINUTE)
  expect(await confirmVisit(desk.deps, desk.tess, { ...confirmed, handle: late.ok ? late.value : '' })).toMatchObject({
    problem: { code: 'consent-expired' },
  })
})

test.each([
  ['a callback elsewhere', { callback: 'https://evil.example.com/apps/authorize/confirm/x' }],
  ['a Seller ID that is none', { sellingPartnerId: 'me' }],
  ['a state with a line break', { amazonState: 'a\nb' }],
  ['a version of its own', { version: 'gamma' }],
])('[C3] the Login URI keeps nothing with %s', async (_, change) => {
  const desk = await consenting()
  desk.control.setConsent({ hop: true })
  const away = await desk.confirm((await desk.begin()).address)
  const kept = await keepVisit(desk.deps, { ...visitOf(away), ...change })
  expect(kept).toMatchObject({ ok: false, problem: { code: 'callback-not-amazon' } })
  const { rows } = await desk.database
    .ownerPool()
    .query(`select 1 from deployment.pending_consents where kind = 'visit'`)
  expect(rows).toEqual([])
})

test('[C3] strangers at the Login URI cannot fill the table, and old visits go', async () => {
  const desk = await consenting()
  const visit = {
    callback: `${desk.simulator.url}/apps/authorize/confirm/amzn1.x`,
    amazonState: 's',
    sellingPartnerId: 'A1STRANGER',
    version: null,
  }
  await desk.database.ownerPool().query(
    `insert into deployment.pending_consents (consent_id, secret_hash, kind, mode, begun_at, expires_at)
       select 'old' || n, sha256(n::text::bytea), 'visit', 'demo', to_timestamp($1), to_timestamp($1 + 600) from generate_series(1, 1000) n`,
    [desk.deps.now() / 1000],
  )
  expect(await keepVisit(desk.deps, visit)).toMatchObject({ ok: false, problem: { code: 'throttled' } })
  // A person who is signed in is not kept out by them.
  await desk.begin()
  desk.control.advance(11 * MINUTE)
  expect((await keepVisit(desk.deps, visit)).ok).toBe(true)
})
