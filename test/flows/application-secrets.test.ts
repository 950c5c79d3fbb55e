import { expect, test } from 'vitest'
import { addSecret, forgetSecret, promoteSecret, setSecretLapse, testSecret } from '#flows/application-secrets.ts'
import { applicationsOf } from '#main/applications.ts'
import { APPLICATION, SELLER } from '#main/demo/sample-merchant.ts'
import { whereReadable } from '../make/database-dump.ts'
import { mailing } from '../make/mailing.ts'
import { addMerchantOf } from '../make/other-merchant.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, endOf, problemsOf, type Seller } from '../make/seller-views.ts'

const OLD = APPLICATION.clientSecret
const NEW = 'a-new-secret-of-the-application'
const who = 'op@example.com'

/** Which secrets Amazon takes now. */
const takes = (seller: Seller, ...secrets: string[]) =>
  seller.control.putApp({ clientId: APPLICATION.clientId, secrets })

const addOperator = (seller: Seller) =>
  seller.database.ownerPool().query(`insert into auth.users (user_id, email, name, operator, created_at, created_by)
      values ('U0000000000000001', 'op@example.com', 'Olga Pine', true, to_timestamp(0), 'test')`)

const codeOf = (result: { ok: boolean; problem?: { code: string } }) => result.problem?.code ?? 'ok'

test('[C5] the new secret is proven by one token call, promoted, and used without a start; the old one is forgotten', async () => {
  const seller = await makeSeller()
  const { deps } = seller
  await seller.run()
  expect(codeOf(await addSecret(deps, { region: 'na', secret: NEW, who }))).toBe('ok')
  expect(codeOf(await promoteSecret(deps, { region: 'na', who }))).toBe('secret-not-proven')
  expect(codeOf(await testSecret(deps, 'na'))).toBe('next-secret-refused')
  expect(codeOf(await promoteSecret(deps, { region: 'na', who }))).toBe('secret-not-proven')
  takes(seller, OLD, NEW)
  seller.control.clearRequests()
  expect(codeOf(await testSecret(deps, 'na'))).toBe('ok')
  expect(callsOf(seller, 'login')).toBe(1)
  expect(codeOf(await promoteSecret(deps, { region: 'na', who }))).toBe('ok')
  takes(seller, NEW)
  seller.control.forgetAccessTokens()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(20 * MINUTE)
  expect([await endOf(seller, id), await problemsOf(seller)]).toEqual(['placed', []])
  expect((await deps.deployment.listSecrets()).map(({ slot }) => slot)).toEqual(['current'])
  expect(await whereReadable(seller.database, [OLD, NEW])).toEqual([])
  expect(codeOf(await promoteSecret(deps, { region: 'na', who }))).toBe('not-found')
})

test('[C5][U6] no secret comes, is put to use or goes without its row in the audit; only the one that was proven is promoted', async () => {
  const { deps, ...seller } = await makeSeller()
  const noteAct = async () => {
    throw new Error('no room for the audit')
  }
  const unnoted = { ...deps, deployment: { ...deps.deployment, noteAct } }
  const slots = async () => (await deps.deployment.listSecrets()).map(({ slot }) => slot)
  takes({ ...seller, deps }, OLD, NEW, `${NEW}-2`)
  await expect(addSecret(unnoted, { region: 'na', secret: NEW, who })).rejects.toThrow('no room')
  expect(await slots()).toEqual([])
  await addSecret(deps, { region: 'na', secret: NEW, who })
  await testSecret(deps, 'na')
  await expect(promoteSecret(unnoted, { region: 'na', who })).rejects.toThrow('no room')
  await expect(forgetSecret(unnoted, { region: 'na', who })).rejects.toThrow('no room')
  expect(await slots()).toEqual(['next'])
  // Another one is entered and proven while the first is promoted.
  const listSecrets = async () => {
    const before = await deps.deployment.listSecrets()
    await addSecret(deps, { region: 'na', secret: `${NEW}-2`, who })
    await testSecret(deps, 'na')
    return before
  }
  const late = { ...deps, deployment: { ...deps.deployment, listSecrets } }
  expect(codeOf(await promoteSecret(late, { region: 'na', who }))).toBe('secret-not-proven')
  expect(await slots()).toEqual(['next'])
  expect(codeOf(await promoteSecret(deps, { region: 'na', who }))).toBe('ok')
})

test('[C5] promoted while work runs: a worker that remembers the old secret reads anew when Amazon refuses it, within the same call', async () => {
  const seller = await makeSeller()
  const { deps } = seller
  await seller.run()
  takes(seller, OLD, NEW)
  await addSecret(deps, { region: 'na', secret: NEW, who })
  await testSecret(deps, 'na')
  // The sweep has the old secret in memory for a minute.
  const found = await seller.store((store) => store.findConnection(seller.connection))
  await deps.amazon.listMarketplaces(found!)
  await promoteSecret(deps, { region: 'na', who })
  takes(seller, NEW)
  seller.control.forgetAccessTokens()
  seller.control.advance(HOUR)
  seller.control.clearRequests()
  expect((await deps.amazon.listMarketplaces(found!)).ok).toBe(true)
  expect(await deps.deployment.listDeploymentProblems()).toEqual([])
})

test('[C5] a secret is remembered for a minute and not longer, and each region has its own', async () => {
  const seller = await makeSeller({ started: false })
  const { deps } = seller
  const application = applicationsOf({
    applications: { na: APPLICATION, eu: APPLICATION },
    app: seller.database.appPool(),
    secrets: deps.secrets,
    now: deps.now,
  })
  const secretOf = async (region: 'na' | 'eu' | 'fe') => (await application(region, false))?.clientSecret
  expect(await secretOf('na')).toBe(OLD)
  takes(seller, OLD, NEW)
  await addSecret(deps, { region: 'na', secret: NEW, who })
  await testSecret(deps, 'na')
  await promoteSecret(deps, { region: 'na', who })
  expect(await secretOf('na')).toBe(OLD)
  seller.control.advance(MINUTE)
  expect([await secretOf('na'), await secretOf('eu'), await secretOf('fe')]).toEqual([NEW, OLD, undefined])
})

test('[C5] a bad secret is ONE alarm of the deployment, mailed once to each operator, however many merchants wait; it heals by itself', async () => {
  const seller = await makeSeller()
  await addOperator(seller)
  const mail = mailing(seller)
  const other = await addMerchantOf(seller.deps, 'OTHER')
  seller.control.putSeller({ sellerId: 'A1SECONDSELLER' })
  const refreshToken = seller.control.authorize({ sellerId: 'A1SECONDSELLER' })
  const { connect } = await import('#flows/connect.ts')
  await connect(seller.deps, other, { ...SELLER, sellingPartnerId: 'A1SECONDSELLER', refreshToken })
  for (const merchant of [seller.merchant, other])
    await seller.deps.transaction(merchant, 'app', (tx) => tx.wake('authorization', '', seller.deps.now()))
  await mail.run()
  takes(seller, NEW)
  seller.control.forgetAccessTokens()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.alarms.length = 0
  const probe = () =>
    Promise.all(
      [seller.merchant, other].map((merchant) =>
        seller.deps.transaction(merchant, 'app', async (tx) => {
          for (const { id } of await tx.store.listConnections()) await tx.wake('authorization', id)
        }),
      ),
    )
  await probe()
  await mail.pass(3 * HOUR, 30 * MINUTE)
  expect(seller.alarms.filter((line) => line.includes('application-secret-refused'))).toHaveLength(1)
  expect(await seller.deps.deployment.listDeploymentProblems()).toMatchObject([
    { subject: 'na', problem: { code: 'application-secret-refused' } },
  ])
  const told = () => mail.taken.filter(({ subject }) => subject.includes('the deployment needs you'))
  expect(told().map(({ to }) => to)).toEqual(['op@example.com'])
  expect(told()[0]?.text).toContain('./millrace secret add')
  expect(mail.told().filter((line) => line.startsWith('owner@'))).toEqual([])
  expect(await problemsOf(seller)).toEqual(['application-secret-refused na'])
  takes(seller, OLD)
  await mail.pass(2 * HOUR, 30 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
  expect(await seller.deps.deployment.listDeploymentProblems()).toEqual([])
  expect(await problemsOf(seller)).toEqual([])
  expect(told()).toHaveLength(1)
})

test('[C5] operators are warned 60, 30, 14, 7, 3 and 1 days before a secret lapses, once each; a mail that was not taken is tried again', async () => {
  const seller = await makeSeller({ started: false })
  await addOperator(seller)
  const mail = mailing(seller)
  await addSecret(seller.deps, { region: 'na', secret: NEW, who })
  expect((await seller.deps.deployment.listSecrets())[0]?.lapsesOn).toBe('2027-05-09')
  await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('authorization', seller.connection))
  mail.state.answer = async () => ({ ok: false, problem: { code: 'mail-server-away', facts: { why: 'down' } } })
  await mail.pass(120 * DAY)
  expect(mail.taken).toEqual([])
  mail.state.answer = async () => ({ ok: true, value: 'sent' })
  for (let day = 0; day < 60; day++) await mail.pass(DAY)
  const warned = mail.taken.filter(({ subject }) => subject.includes('client secret'))
  expect(warned.map(({ subject }) => subject.split(', ')[1])).toEqual([59, 30, 14, 7, 3, 1].map((n) => `in ${n} days`))
})

test('[C5] dates are editable, also that of the secret in the environment; the next secret can be forgotten', async () => {
  const seller = await makeSeller({ started: false })
  const { deps } = seller
  expect(codeOf(await setSecretLapse(deps, { region: 'na', slot: 'next', lapsesOn: '2027-01-01' }))).toBe('not-found')
  expect(codeOf(await setSecretLapse(deps, { region: 'na', slot: 'current', lapsesOn: '2027-02-30' }))).toBe(
    'not-valid',
  )
  expect(codeOf(await setSecretLapse(deps, { region: 'na', slot: 'current', lapsesOn: '2027-01-01' }))).toBe('ok')
  expect(await deps.deployment.listSecrets()).toMatchObject([{ slot: 'current', sealed: null, lapsesOn: '2027-01-01' }])
  // The environment's secret goes on.
  expect(codeOf(await addSecret(deps, { region: 'na', secret: 'short', who }))).toBe('not-valid')
  await addSecret(deps, { region: 'na', secret: NEW, who })
  expect(codeOf(await forgetSecret(deps, { region: 'na', who }))).toBe('ok')
  expect(codeOf(await forgetSecret(deps, { region: 'na', who }))).toBe('not-found')
  expect(codeOf(await testSecret(deps, 'na'))).toBe('not-found')
})
