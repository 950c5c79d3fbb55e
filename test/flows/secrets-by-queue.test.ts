import { expect, test } from 'vitest'
import { secretContext } from '#flows/application-secrets.ts'
import type { Deps } from '#flows/deps.ts'
import { takeHints } from '#flows/take-hints.ts'
import { useArrivedSecrets } from '#flows/take-secret-hint.ts'
import { whereReadable } from '../make/database-dump.ts'
import { takeAll, told } from '../make/hints.ts'
import { DAY, MINUTE } from '../make/seller.ts'
import { callsOf, endOf } from '../make/seller-views.ts'

/** A seller whose application is enrolled for the notices of its secret. */
async function enrolled() {
  const seller = await told()
  seller.control.enrollSecret({ arn: seller.arn })
  const slots = async () =>
    (await seller.deps.deployment.listSecrets()).map(({ region, slot, lapsesOn }) => `${region} ${slot} ${lapsesOn}`)
  const acts = async () =>
    (await seller.database.ownerPool().query(`select act from deployment.audit where act like 'secret-%' order by 1`))
      .rows
  const arrive = async () => {
    seller.control.advance(10_000)
    return takeAll(seller)
  }
  return { ...seller, slots, acts, arrive }
}

test('[C5] a new secret that Amazon sends by SQS is sealed, tested by one token call for each region, promoted and used; its day is set', async () => {
  const seller = await enrolled()
  const secret = seller.control.rotateSecret()
  seller.control.clearRequests()
  expect(await seller.arrive()).toBe(1)
  expect(await seller.slots()).toEqual(['eu current 2027-05-09', 'fe current 2027-05-09', 'na current 2027-05-09'])
  expect(callsOf(seller, 'login')).toBe(3)
  expect((await seller.acts()).length).toBe(6)
  expect(seller.control.queues()).toMatchObject([{ waiting: 0, deleted: 1 }])
  expect(await whereReadable(seller.database, [secret])).toEqual([])
  expect(JSON.stringify([seller.alarms, seller.notes])).not.toContain(secret)
  // The old one is gone after a week, and nobody notices.
  seller.control.advance(8 * DAY)
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(20 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
})

test('[C5] the same message twice changes nothing; one for an application that is not ours is told and not kept', async () => {
  const seller = await enrolled()
  seller.control.addFault({ operation: 'sendNotification', kind: 'double-notification' })
  seller.control.rotateSecret()
  expect(await seller.arrive()).toBe(2)
  expect((await seller.acts()).length).toBe(6)
  seller.control.putApp({ clientId: 'amzn1.application-oa2-client.stranger' })
  seller.control.enrollSecret({ arn: seller.arn, clientId: 'amzn1.application-oa2-client.stranger' })
  const foreign = seller.control.rotateSecret('amzn1.application-oa2-client.stranger')
  expect(await seller.arrive()).toBe(1)
  expect((await seller.deps.deployment.listDeploymentProblems()).map((p) => p.problem.code)).toEqual([
    'hint-of-unknown-application',
  ])
  expect(await whereReadable(seller.database, [foreign])).toEqual([])
  expect((await seller.slots()).length).toBe(3)
})

test('[C5] a secret that cannot be tested when it comes waits sealed in the second slot, its message gone, and is used at the next try', async () => {
  const seller = await enrolled()
  const secret = seller.control.rotateSecret()
  seller.control.addFault({ operation: 'login', kind: 'error', status: 503, always: true })
  expect(await seller.arrive()).toBe(1)
  expect((await seller.slots()).map((slot) => slot.split(' ')[1])).toEqual(['next', 'next', 'next'])
  expect(seller.control.queues()).toMatchObject([{ waiting: 0, deleted: 1 }])
  expect(await whereReadable(seller.database, [secret])).toEqual([])
  seller.control.clearFaults()
  await useArrivedSecrets(seller.deps)
  expect((await seller.slots()).map((slot) => slot.split(' ')[1])).toEqual(['current', 'current', 'current'])
})

test('[C5] what Amazon says of the end of a secret sets its day, and the warnings count from it', async () => {
  const seller = await enrolled()
  seller.control.tellSecretExpiry('2026-12-24T00:00:00Z')
  expect(await seller.arrive()).toBe(1)
  expect(await seller.slots()).toEqual(['eu current 2026-12-24', 'fe current 2026-12-24', 'na current 2026-12-24'])
})

test('[C5] a message with a new secret stays in the queue until the secret is sealed, whatever goes wrong', async () => {
  const seller = await enrolled()
  const { deps } = seller
  const secret = seller.control.rotateSecret()
  seller.control.advance(10_000)
  const noteAct = async () => Promise.reject(new Error('no room for the audit'))
  const broken = { ...deps, deployment: { ...deps.deployment, noteAct } }
  expect((await takeHints(broken, { waitSeconds: 0 })).messages).toBe(1)
  expect(seller.control.queues()).toMatchObject([{ waiting: 1, deleted: 0 }])
  expect(await seller.slots()).toEqual([])
  expect(JSON.stringify([seller.alarms, seller.notes])).not.toContain(secret)
  seller.control.advance(2 * MINUTE)
  expect(await takeAll(seller)).toBe(1)
  expect((await seller.slots()).length).toBe(3)
})

test('[C5] a notice that a secret lapses within 30 days makes Amazon send a new one, once; a late notice about the old one changes nothing', async () => {
  const seller = await enrolled()
  seller.control.tellSecretExpiry('2026-12-01T00:00:00Z')
  seller.control.addFault({ operation: 'sendNotification', kind: 'late-notification', ms: 40_000 })
  seller.control.tellSecretExpiry('2026-12-01T00:00:00Z')
  expect(await seller.arrive()).toBe(1)
  expect(callsOf(seller, 'rotateApplicationClientSecret')).toBe(1)
  expect(await seller.arrive()).toBe(1)
  const after = ['eu current 2027-05-09', 'fe current 2027-05-09', 'na current 2027-05-09']
  expect(await seller.slots()).toEqual(after)
  seller.control.advance(60_000)
  expect(await takeAll(seller)).toBe(1)
  expect(await seller.slots()).toEqual(after)
  expect(callsOf(seller, 'rotateApplicationClientSecret')).toBe(1)
})

test('[C5] a secret from before the one in use changes nothing, however late its message comes, and in whatever order: it lapses within a week', async () => {
  const seller = await enrolled()
  const { control, deps } = seller
  const late = (ms: number) => control.addFault({ operation: 'sendNotification', kind: 'late-notification', ms })
  const tokens = async () => {
    const tested = await Promise.all((['na', 'eu', 'fe'] as const).map((region) => inUse(deps, region)))
    return [...new Set(tested)]
  }
  // Twice in ten minutes: the first message comes after the second.
  late(10 * MINUTE)
  control.rotateSecret()
  control.advance(MINUTE)
  const second = control.rotateSecret()
  expect(await seller.arrive()).toBe(1)
  expect(await tokens()).toEqual([second])
  control.advance(10 * MINUTE)
  expect(await takeAll(seller)).toBe(1)
  expect(await tokens()).toEqual([second])
  // Rightly ordered and close together: the newer one is taken, although the first came after the second was made.
  late(2 * MINUTE)
  control.rotateSecret()
  control.advance(MINUTE)
  late(4 * MINUTE)
  const fourth = control.rotateSecret()
  control.advance(90_000)
  expect(await takeAll(seller)).toBe(1)
  control.advance(4 * MINUTE)
  expect(await takeAll(seller)).toBe(1)
  expect(await tokens()).toEqual([fourth])
  expect((await seller.slots()).map((slot) => slot.split(' ')[1])).toEqual(['current', 'current', 'current'])
})

test('[C5] a second coming three days later of a secret that was replaced since changes nothing, and work goes on after a week', async () => {
  const seller = await enrolled()
  const { control } = seller
  control.addFault({ operation: 'deleteMessageBatch', kind: 'redeliver' })
  control.rotateSecret()
  expect(await seller.arrive()).toBe(1)
  control.advance(3 * DAY)
  const newer = control.rotateSecret()
  expect(await seller.arrive()).toBe(2)
  expect(await inUse(seller.deps, 'na')).toBe(newer)
  control.advance(8 * DAY)
  const id = control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(20 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
})

/** The secret that a region works with. */
async function inUse(deps: Deps, region: 'na' | 'eu' | 'fe'): Promise<string> {
  const slot = (await deps.deployment.listSecrets()).find((each) => each.region === region && each.slot === 'current')
  return slot?.sealed ? deps.secrets.open(slot.sealed, secretContext(region, 'current')) : ''
}
