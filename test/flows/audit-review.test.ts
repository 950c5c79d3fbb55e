import { expect, test } from 'vitest'
import type { NotedMerchantAct } from '#core/audit/acts.ts'
import { revealBuyer } from '#flows/reveal-buyer.ts'
import { revealOriginal } from '#flows/reveal-original.ts'
import { auditFindings, closeAlarm, readReview, setCanary, signOff } from '#flows/review-audit.ts'
import { watchAudit } from '#flows/watch-audit.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { BUYER, viewer } from '../make/viewers.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>

/** A seller with one order of the buyer. */
async function withOrder() {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ payable: true, ...BUYER, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(5 * MINUTE)
  return { ...seller, id }
}

const note = (seller: Seller, ...acts: Omit<NotedMerchantAct, 'at'>[]) =>
  seller.deps.transaction(seller.merchant, 'app', async (tx) => {
    for (const each of acts) tx.audit.note({ at: seller.deps.now(), ...each })
  })
const read = (seller: Seller) => readReview(seller.deps, seller.merchant)
const sign = (seller: Seller, through: number, word = '') =>
  signOff(seller.deps, seller.merchant, { who: 'auditor@example.com', through, word })
const findings = async (seller: Seller) =>
  (await auditFindings(seller.deps, seller.merchant, seller.deps.now())).map(({ look }) => look)
const acts = async ({ deps }: Seller) =>
  (await deps.deployment.withAudit('app', (a) => a.acts({}))).map((row) => [row.act, row.who])

test('[U6] a review is due two weeks after the audit began, told when it is overdue, and over when a person signs it off', async () => {
  const seller = await withOrder()
  const began = (await read(seller)).dueAt! - 14 * DAY
  expect(began).toBeLessThanOrEqual(seller.deps.now())
  await note(seller, { act: 'settings-changed', who: 'owner@example.com' }, { act: 'searched', who: 'a@example.com' })
  expect(await read(seller)).toMatchObject({
    last: null,
    isOverdue: false,
    counts: { 'settings-changed': 1, searched: 1 },
  })
  expect(await findings(seller)).toEqual([])
  seller.control.advance(14 * DAY + HOUR)
  const review = await read(seller)
  expect(review.isOverdue).toBe(true)
  expect(await findings(seller)).toEqual(['audit review'])
  expect(await sign(seller, review.through + 1)).toMatchObject({ problem: { code: 'not-found' } })
  expect(await sign(seller, review.through, 'All as usual.')).toMatchObject({
    value: { signedBy: 'auditor@example.com', counts: { searched: 1 }, word: 'All as usual.' },
  })
  expect(await findings(seller)).toEqual([])
  expect(await sign(seller, review.through)).toMatchObject({ problem: { code: 'nothing-to-review' } })
  expect(await read(seller)).toMatchObject({ isOverdue: false, counts: {}, last: { word: 'All as usual.' } })
  expect(await acts(seller)).toContainEqual(['audit-signed-off', 'auditor@example.com'])
  seller.control.advance(14 * DAY + 1)
  expect((await read(seller)).isOverdue).toBe(true)
})

test('[U6] a row that comes while somebody reviews is not signed off with the rest', async () => {
  const seller = await withOrder()
  const { through } = await read(seller)
  await note(seller, { act: 'exported', who: 'late@example.com', orders: [1] })
  expect(await sign(seller, through)).toMatchObject({ value: { counts: {} } })
  expect((await read(seller)).acts).toMatchObject([{ act: 'exported', who: 'late@example.com' }])
})

test('[U6] a canary that is opened is an alarm within the hour; it stays open until a person writes what it was', async () => {
  const seller = await withOrder()
  const { deps, merchant, id } = seller
  const canary = (set: boolean) => setCanary(deps, merchant, { order: id, set, who: 'the operator' })
  expect(await canary(true)).toEqual({ ok: true, value: [id] })
  expect(await setCanary(deps, merchant, { order: '111-0000000-0000000', set: true, who: 'x' })).toMatchObject({
    problem: { code: 'not-found' },
  })
  const shown = await revealBuyer(deps, merchant, { viewer: viewer(seller), order: id, purpose: 'ship' })
  expect(shown.ok).toBe(true)
  await seller.pass(61 * MINUTE)
  const [alarm, ...others] = (await read(seller)).alarms
  expect(others).toEqual([])
  expect(alarm).toMatchObject({ kind: 'canary-opened', facts: { who: 'packer@example.com', act: 'revealed' } })
  expect(seller.alarms.join()).toContain('looks like misuse')
  await watchAudit(deps, merchant)
  expect((await read(seller)).alarms).toHaveLength(1)
  expect(await findings(seller)).toEqual(['audit alarms'])

  const { through } = await read(seller)
  expect(await sign(seller, through)).toMatchObject({ problem: { code: 'alarms-open', facts: { count: 1 } } })
  const close = (word: string) =>
    closeAlarm(deps, merchant, { alarmId: alarm!.alarmId, who: 'auditor@example.com', word })
  expect(await close('  ok  ')).toMatchObject({ problem: { code: 'word-needed' } })
  expect(await close('A test of ours, agreed with the owner.')).toMatchObject({
    value: { closedBy: 'auditor@example.com', word: 'A test of ours, agreed with the owner.' },
  })
  expect(await close('A test of ours, once more.')).toMatchObject({ problem: { code: 'not-found' } })
  await watchAudit(deps, merchant)
  expect((await read(seller)).alarms).toEqual([])
  expect((await sign(seller, through)).ok).toBe(true)
  expect((await acts(seller)).map(([act]) => act)).toEqual(
    expect.arrayContaining(['alarm-raised', 'alarm-closed', 'audit-signed-off']),
  )
  expect(await canary(false)).toEqual({ ok: true, value: [] })
})

test('[U6][U3] who opens the original of a canary has opened the canary', async () => {
  const seller = await withOrder()
  const { deps, merchant, id } = seller
  await setCanary(deps, merchant, { order: id, set: true, who: 'the operator' })
  const { documentId = 0 } = (await seller.store((s) => s.findDocument(id))) ?? {}
  const whole = await revealOriginal(deps, merchant, { viewer: viewer(seller), documentId, purpose: 'legal' })
  expect(whole.ok).toBe(true)
  await watchAudit(deps, merchant)
  expect((await read(seller)).alarms).toMatchObject([{ kind: 'canary-opened', facts: { who: 'packer@example.com' } }])
})

test('[U6] two who close an alarm at the same time do not both; two looks at the same time raise one', async () => {
  const seller = await withOrder()
  const { deps, merchant } = seller
  await note(seller, ...Array.from({ length: 12 }, () => ({ act: 'reveal-refused', who: 'a@example.com' }) as const))
  await Promise.all([1, 2, 3].map(() => watchAudit(deps, merchant)))
  const { alarms } = await read(seller)
  expect(alarms).toMatchObject([{ kind: 'refused-tries', facts: { count: 12 } }])
  const alarmId = alarms[0]!.alarmId
  const closed = await Promise.all(
    ['first', 'second'].map((who) => closeAlarm(deps, merchant, { alarmId, who, word: 'Looked into it.' })),
  )
  expect(closed.filter(({ ok }) => ok)).toHaveLength(1)
})

test('[U3][U6] a master key that is older than a year is told in the daily mail', async () => {
  const seller = await withOrder()
  await seller.deps.keys.list()
  expect(await findings(seller)).toEqual([])
  seller.control.advance(13 * DAY)
  expect(await findings(seller)).toEqual([])
  seller.control.advance(353 * DAY)
  expect(await findings(seller)).toEqual(['audit review', 'keys rotate'])
})
