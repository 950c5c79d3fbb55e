import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { MILLS } from '../make/api.ts'
import { codeAt, makePeople, PASSWORD, wrongCode } from '../make/browser.ts'

let people: Awaited<ReturnType<typeof makePeople>>
beforeAll(async () => {
  people = await makePeople()
})
afterAll(() => people.close())

const MINUTE = 60_000
let last = 0
const newEmail = () => `person-${++last}@example.com`
const codeNow = (seed: string) => codeAt(seed, people.clock.at)

describe('coming in', () => {
  test('[U1][U6] an invitation makes a person: a name, a password, a second factor, and only then anything else', async () => {
    const email = newEmail()
    const secret = await people.invite(email, { permissions: ['View Items'] })
    const page = people.browser()
    expect((await page.ask('POST', '/invitation/look', { secret })).body).toEqual({
      email,
      merchant: 'The MILLS',
      by: 'test',
    })
    const accepted = await page.ask('POST', '/invitation/accept', { secret, name: 'Ida Brook', password: PASSWORD })
    expect(accepted).toMatchObject({
      status: 200,
      body: { stage: 'set-up', email, name: 'Ida Brook', merchants: [], permissions: [] },
    })
    expect(await page.ask('GET', '/items')).toMatchObject({
      status: 403,
      body: { detail: 'Set up a second factor first.' },
    })
    expect((await page.ask('GET', '/account/sessions')).status).toBe(403)
    const { seed, svg } = (await page.ask('POST', '/account/app')).body
    expect(svg).toContain('<svg')
    expect((await page.ask('POST', '/account/app/confirm', { code: wrongCode(seed, people.clock.at) })).status).toBe(
      422,
    )
    const done = await page.ask('POST', '/account/app/confirm', { code: codeNow(seed) })
    expect(done.body.recoveryCodes).toHaveLength(10)
    expect(done.body.session).toMatchObject({ stage: 'ready', merchant: 'MILLS', permissions: ['View Items'] })
    expect((await page.ask('GET', '/items')).status).toBe(200)
  })

  test('[U1] an invitation sent twice ends the same, and its link lets nobody else in', async () => {
    const email = newEmail()
    const secret = await people.invite(email)
    const body = { secret, name: 'Ida Brook', password: PASSWORD }
    const both = await Promise.all([1, 2].map(() => people.browser().ask('POST', '/invitation/accept', body)))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[0]?.body.email).toBe(email)
    expect(await people.sql('select 1 from auth.users where email = $1', [email])).toHaveLength(1)
    const stranger = await people
      .browser()
      .ask('POST', '/invitation/accept', { ...body, password: 'Granite-8-Willow-Sea' })
    expect([stranger.status, stranger.cookie]).toEqual([410, null])
    expect((await people.browser().ask('POST', '/invitation/look', { secret })).status).toBe(410)
  })

  test('[U1] a link that is withdrawn, too old or unknown leads nowhere', async () => {
    const withdrawn = await people.invite('gone@example.com')
    await people.sql('update deployment.invitations set withdrawn_at = created_at where email = $1', [
      'gone@example.com',
    ])
    const old = await people.invite('old@example.com')
    people.clock.at += 7 * 86_400_000
    for (const secret of [withdrawn, old, 'x'.repeat(43)]) {
      expect((await people.browser().ask('POST', '/invitation/look', { secret })).status).toBe(410)
      const body = { secret, name: 'Ida Brook', password: PASSWORD }
      expect((await people.browser().ask('POST', '/invitation/accept', body)).status).toBe(410)
    }
    expect(await people.sql(`select 1 from auth.users where email in ('gone@example.com', 'old@example.com')`)).toEqual(
      [],
    )
  })

  test('[U6] a password that breaks the rules makes nobody, and every fault is told', async () => {
    const email = newEmail()
    const secret = await people.invite(email)
    const refused = await people
      .browser()
      .ask('POST', '/invitation/accept', { secret, name: 'Ida Brook', password: 'Brook' })
    expect(refused.status).toBe(422)
    expect(refused.body.fields.map(({ field }) => field)).toEqual(Array(4).fill('password'))
    expect(await people.sql('select 1 from auth.users where email = $1', [email])).toEqual([])
    expect((await people.browser().ask('POST', '/invitation/look', { secret })).status).toBe(200)
  })

  test('[U1] who has an account accepts a further invitation signed in, as nobody else, and works for both merchants', async () => {
    const tess = await people.join(newEmail())
    const secret = await people.invite(tess.email, { merchant: 'OTHER', permissions: ['View Settings'] })
    const asNew = { secret, name: 'Tess', password: 'Granite-8-Willow-Sea' }
    expect((await people.browser().ask('POST', '/invitation/accept', asNew)).status).toBe(409)
    const other = await people.join(newEmail())
    expect((await other.page.ask('POST', '/account/invitation', { secret })).status).toBe(409)
    for (const _ of [1, 2]) expect((await tess.page.ask('POST', '/account/invitation', { secret })).status).toBe(200)
    const read = (await tess.page.ask('GET', '/session')).body
    expect(read).toMatchObject({ merchant: 'OTHER', permissions: ['View Settings'] })
    expect(read.merchants.map(({ merchant }) => merchant)).toEqual(['MILLS', 'OTHER'])
    expect((await tess.page.ask('GET', '/orders')).status).toBe(403)
    expect((await tess.page.ask('GET', '/orders', undefined, { 'millrace-merchant': 'MILLS' })).status).toBe(200)
    expect((await tess.page.ask('POST', '/session/merchant', { merchant: 'MILLS' })).body.merchant).toBe('MILLS')
    expect((await tess.page.ask('GET', '/orders')).status).toBe(200)
  })

  test('[M3][U1] the first link is for the owner of a merchant without people; a second start withdraws the first', async () => {
    const known = await people.deps.deployment.findMerchant(MILLS)
    if (!known) throw new Error('There is no MILLS.')
    await people.deps.deployment.addMerchant({ ...known, id: 'FRESH' as MerchantId, owner: 'First.Owner@example.com' })
    const made = (await people.signIn.makeFirstLinks(null)).find(({ merchant }) => merchant === 'FRESH')
    const again = (await people.signIn.makeFirstLinks(null)).find(({ merchant }) => merchant === 'FRESH')
    expect(made?.email).toBe('first.owner@example.com')
    expect((await people.browser().ask('POST', '/invitation/look', { secret: made?.secret })).status).toBe(410)
    const page = people.browser()
    const body = { secret: again?.secret, name: 'Ona First', password: PASSWORD }
    // A part of the address stands in this password: the owner is bound by the rules like everybody.
    expect((await page.ask('POST', '/invitation/accept', { ...body, password: 'Cobalt-7-Owner-Oat' })).status).toBe(422)
    expect((await page.ask('POST', '/invitation/accept', body)).status).toBe(200)
    const { seed } = (await page.ask('POST', '/account/app')).body
    const { session } = (await page.ask('POST', '/account/app/confirm', { code: codeNow(seed) })).body
    expect(session.permissions).toContain('Edit Users')
    expect(session.permissions.filter((each) => each.includes('PII'))).toEqual([])
    const left = await people.signIn.makeFirstLinks(null)
    expect(left.map(({ merchant }) => merchant)).not.toContain('FRESH')
  })

  test('[M2] the first operator comes by a link too, and then there is none any more', async () => {
    const link = (await people.signIn.makeFirstLinks('Ops@example.com')).find(({ merchant }) => merchant === null)
    const page = people.browser()
    const asked = await page.ask('POST', '/invitation/look', { secret: link?.secret })
    expect(asked.body).toMatchObject({ email: 'ops@example.com', merchant: null })
    expect(
      (await page.ask('POST', '/invitation/accept', { secret: link?.secret, name: 'Una Keel', password: PASSWORD }))
        .body,
    ).toMatchObject({ operator: true })
    expect((await people.signIn.makeFirstLinks('ops@example.com')).filter(({ merchant }) => merchant === null)).toEqual(
      [],
    )
  })
})

describe('the second factor', () => {
  test('[U6] the password alone lets nobody in; the code of the app does, and the token changes (D17)', async () => {
    const who = await people.join(newEmail())
    const page = people.browser()
    people.clock.at += MINUTE
    const begun = await page.ask('POST', '/session', { email: ` ${who.email.toUpperCase()} `, password: PASSWORD })
    expect(begun).toMatchObject({ status: 200, body: { stage: 'second-factor', secondFactorAt: null, merchants: [] } })
    expect((await page.ask('GET', '/orders')).body.detail).toBe('Show your second factor first.')
    expect((await page.ask('POST', '/account/app')).status).toBe(403)
    const before = page.state.cookie
    const done = await page.ask('POST', '/session/second-factor', { code: codeNow(who.seed) })
    expect(done.body).toMatchObject({ stage: 'ready', merchant: 'MILLS' })
    expect(page.state.cookie).not.toBe(before)
    const old = people.browser()
    old.state.cookie = before
    expect((await old.ask('GET', '/session')).status).toBe(401)
  })

  test('[U6] no code is taken twice, not even by two at the same moment; one step before or after is near enough (D17)', async () => {
    const who = await people.join(newEmail())
    people.clock.at += 10 * MINUTE
    const code = codeNow(who.seed)
    const pages = await Promise.all(
      [1, 2].map(async () => {
        const page = people.browser()
        await page.ask('POST', '/session', { email: who.email, password: PASSWORD })
        return page
      }),
    )
    const shown = await Promise.all(pages.map((page) => page.ask('POST', '/session/second-factor', { code })))
    expect(shown.map(({ status }) => status).sort()).toEqual([200, 422])
    const [late] = pages
    people.clock.at += 2 * MINUTE
    expect(
      (await late?.ask('POST', '/session/second-factor', { code: codeAt(who.seed, people.clock.at - MINUTE) }))?.status,
    ).toBe(422)
    const near = codeAt(who.seed, people.clock.at - MINUTE / 2)
    expect((await late?.ask('POST', '/session/second-factor', { code: near }))?.status).toBe(200)
    expect((await late?.ask('POST', '/session/second-factor', { code: near }))?.status).toBe(422)
  })

  test('[U6] of two who show the same recovery code at once one comes in, and the person is told by mail (D17)', async () => {
    const who = await people.join(newEmail())
    const [recoveryCode = ''] = who.recoveryCodes
    const pages = await Promise.all(
      [1, 2].map(async () => {
        const page = people.browser()
        await page.ask('POST', '/session', { email: who.email, password: PASSWORD })
        return page
      }),
    )
    const shown = await Promise.all(
      pages.map((page) => page.ask('POST', '/session/second-factor', { recoveryCode: recoveryCode.toUpperCase() })),
    )
    expect(shown.map(({ status }) => status).sort()).toEqual([200, 422])
    await people.signIn.settled()
    expect(people.mails.filter(({ to }) => to === who.email).map(({ subject }) => subject)).toContain(
      'Your account: a recovery code was used, 9 are left',
    )
    expect(
      await people.sql('select 1 from auth.recovery_codes where code_hash = sha256($1)', [
        recoveryCode.replaceAll('-', ''),
      ]),
    ).toHaveLength(1)
  })

  test('[U6] factors are changed only by who showed one within 15 minutes; other sessions end, a mail tells (D17)', async () => {
    const who = await people.join(newEmail())
    const other = await people.signInAgain(who)
    people.clock.at += 16 * MINUTE
    const page = await people.signInAgain(who)
    people.clock.at += 14 * MINUTE
    await page.ask('GET', '/session')
    people.clock.at += 2 * MINUTE
    expect((await page.ask('POST', '/account/app')).body.code).toBe('second-factor-needed')
    expect((await page.ask('POST', '/account/recovery-codes')).status).toBe(403)
    expect((await page.ask('POST', '/session/second-factor', { code: codeNow(who.seed) })).status).toBe(200)
    const third = await people.signInAgain(who)
    const { seed } = (await page.ask('POST', '/account/app')).body
    const added = await page.ask('POST', '/account/app/confirm', { code: codeNow(seed) })
    expect(added).toMatchObject({ status: 200, body: { recoveryCodes: null } })
    for (const ended of [other, third]) expect((await ended.ask('GET', '/session')).status).toBe(401)
    expect((await page.ask('GET', '/orders')).status).toBe(200)
    await people.signIn.settled()
    const told = people.mails.filter(({ to }) => to === who.email).at(-1)
    expect(told?.subject).toBe('Your account: an authenticator app was added')
    expect((await page.ask('DELETE', '/account/app')).body.code).toBe('last-factor')
    await people.signInAgain({ ...who, seed })
  })

  test('[U6] new recovery codes make the ones before worthless', async () => {
    const who = await people.join(newEmail())
    const made = await who.page.ask('POST', '/account/recovery-codes')
    expect(new Set([...made.body.recoveryCodes, ...who.recoveryCodes]).size).toBe(20)
    expect((await who.page.ask('POST', '/session/second-factor', { recoveryCode: who.recoveryCodes[1] })).status).toBe(
      422,
    )
    expect(
      (await who.page.ask('POST', '/session/second-factor', { recoveryCode: made.body.recoveryCodes[1] })).status,
    ).toBe(200)
    expect((await who.page.ask('GET', '/account/factors')).body).toMatchObject({ recoveryCodesLeft: 9, passkeys: [] })
  })
})
