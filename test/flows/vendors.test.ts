import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { tell } from '#core/problems.ts'
import type { Vendor } from '#core/vendors/vendor.ts'
import type { Tx } from '#flows/deps.ts'
import { handToVendor, listForVendor } from '#flows/hand-to-vendor.ts'
import { healthFindings } from '#flows/health-findings.ts'
import { makeVendorKey } from '#flows/make-vendor-key.ts'
import { moveOrder } from '#flows/move-order.ts'
import { notify } from '#flows/notify.ts'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import { saveVendors } from '#flows/save-vendors.ts'
import { acknowledgeVendorPurge, listVendorPurges } from '#flows/vendor-purges.ts'
import { vendorWait } from '#flows/watch-vendors.ts'
import { BUYER } from '../make/buyer-mails.ts'
import { whereReadable } from '../make/database-dump.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { problemsOf, type Seller } from '../make/seller-views.ts'
import { enter, entry, found } from '../make/shipments.ts'
import { COMPLETE, PORTLAND } from '../make/vendor.ts'

const OPERATOR = { name: 'the command line', userId: null, fresh: true }
const who = 'office@example.com'

/** A seller whose center is run by a vendor with a key, and one order there. */
async function withVendor(change: Partial<Vendor> = {}) {
  const seller = await makeSeller()
  const save = (entered: readonly Vendor[]) => saveVendors(seller.deps, seller.merchant, { entered, who })
  expect(await save([{ ...COMPLETE, ...change }])).toMatchObject({ ok: true })
  const id = seller.control.placeOrder(BUYER)
  await seller.pass(11 * MINUTE)
  const { orderId } = await found(seller, id)
  const made = await makeVendorKey(seller.deps, seller.merchant, { vendor: 'PARCELS', asker: OPERATOR, networks: [] })
  if (!made.ok) throw new Error(made.problem.code)
  const { keyId } = made.value
  const { deps, merchant } = seller
  return {
    seller,
    save,
    id,
    orderId,
    keyId,
    scopes: made.value.scopes,
    list: () => listForVendor(deps, merchant, { keyId, after: 0, limit: 50 }),
    hand: (order = orderId) => handToVendor(deps, merchant, { keyId, orderId: order }),
    purges: () => listVendorPurges(deps, merchant, { keyId, after: 0, limit: 50 }),
    erased: (order = orderId) => acknowledgeVendorPurge(deps, merchant, { keyId, orderId: order }),
  }
}

const audit = async ({ deps, merchant }: Seller) =>
  (await deps.transaction(merchant, 'app', (tx) => tx.audit.list({ after: 0, limit: 500 }))) as readonly {
    readonly act: string
    readonly purpose?: string
  }[]
const opened = async (seller: Seller) => (await audit(seller)).filter(({ act }) => act === 'opened').length

test('[U5] a vendor with a complete record gets the address of an order in its center, and nothing else of the buyer', async () => {
  const { seller, id, orderId, list, hand, scopes } = await withVendor()
  expect(scopes).toEqual(['vendor:orders'])
  const before = await opened(seller)
  expect(await list()).toMatchObject({
    value: [{ key: orderId, order: { orderId, amazonOrderId: id, shipTo: null, lines: [{ sellerSku: 'MUG-BLUE' }] } }],
  })
  expect(await opened(seller)).toBe(before)
  const handed = await hand()
  expect(handed).toMatchObject({
    value: { shipTo: { name: 'Quentina Zebrafield', lines: ['77 Xylophone Crescent'], postalCode: '12207' } },
  })
  expect(JSON.stringify(handed)).not.toMatch(/marketplace\.amazon|555-/)
  const rows = await audit(seller)
  expect(rows.filter(({ act }) => act === 'handed-over')).toMatchObject([
    { orders: [orderId], facts: { vendor: 'PARCELS' } },
  ])
  expect(rows.filter(({ act, purpose }) => act === 'opened' && purpose === 'reveal')).toHaveLength(1)
  expect(await whereReadable(seller.database, ['Xylophone', 'Quentina'])).toEqual([])
})

test.each([
  ['own-approval', { mode: 'own-approval', approvedOn: '2026-05-01' }, { orderId: null, lines: [] }],
  ['our-label', { mode: 'our-label' }, { amazonOrderId: null, lines: [{ sellerSku: 'MUG-BLUE' }] }],
] as const)('[U5] %s: the vault stays shut, whatever is asked', async (...[, change, told]) => {
  const { seller, list, hand } = await withVendor(change)
  const before = await opened(seller)
  expect(await list()).toMatchObject({ value: [{ order: { ...told, shipTo: null } }] })
  expect(await hand()).toMatchObject({ ok: true, value: { ...told, shipTo: null } })
  expect(await opened(seller)).toBe(before)
})

test('[U5] without approval and without a complete record orders wait with the reference’s sentence, told until it is mended', async () => {
  const { seller, save, list, hand, orderId } = await withVendor({ contractOn: null, consent: null })
  expect(await list()).toEqual({ ok: true, value: [] })
  const waits = (stage: string) =>
    seller.deps.transaction(seller.merchant, 'app', (tx) => vendorWait(seller.deps, tx, { stage, center: PORTLAND }))
  expect(await waits('Shipping Department')).toMatchObject({ code: 'vendor-not-approved', facts: { orders: 1 } })
  expect(await waits('Hold')).toBeNull()
  const refused = await hand()
  expect(refused).toMatchObject({ ok: false, problem: { code: 'vendor-not-approved' } })
  await seller.pass(HOUR)
  expect(await problemsOf(seller)).toContain('vendor-not-approved PORTLAND')
  const [told] = (await seller.store((store) => store.listProblems())).filter(({ subject }) => subject === PORTLAND)
  const sentence = told ? tell(told.problem).sentence : ''
  expect(sentence).toContain(
    'will need to contact Amazon to become approved for directly importing the Amazon orders from Amazon',
  )
  expect(sentence).toContain("the day of the contract, the seller's consent")
  const before = await opened(seller)
  expect(await save([COMPLETE])).toMatchObject({ ok: true })
  expect(await waits('Shipping Department')).toBeNull()
  expect(await problemsOf(seller)).not.toContain('vendor-not-approved PORTLAND')
  expect(await opened(seller)).toBe(before)
  expect(await hand()).toMatchObject({ value: { orderId } })
})

test('[U5] a record that lapses stops handing over at once, without anybody doing anything', async () => {
  const { seller, list, hand } = await withVendor({ checkedOn: '2025-11-12' })
  expect(await hand()).toMatchObject({ ok: true })
  const soon = await healthFindings(seller.deps, seller.merchant)
  expect(soon.map(({ says }) => says).join()).toContain(
    'The due diligence of the vendor PARCELS is good until 2026-11-12',
  )
  seller.control.advance(2 * DAY)
  expect(await list()).toEqual({ ok: true, value: [] })
  expect(await hand()).toMatchObject({ ok: false, problem: { code: 'vendor-not-approved' } })
})

test('[U5] a vendor sees the orders of its own centers that wait to be shipped, and no others', async () => {
  const { seller, save, list, hand, id } = await withVendor()
  const other: Vendor = { ...COMPLETE, id: 'OTHERS', company: 'Other Invented Ltd', centers: [] }
  expect(
    await save([
      { ...COMPLETE, centers: [] },
      { ...other, centers: [PORTLAND] },
    ]),
  ).toMatchObject({ ok: true })
  expect(await list()).toEqual({ ok: true, value: [] })
  expect(await hand()).toMatchObject({ problem: { code: 'not-found' } })
  expect(await save([COMPLETE, other])).toMatchObject({ ok: true })
  expect(await hand()).toMatchObject({ ok: true })
  await moveOrder(seller.deps, seller.merchant, { order: id, to: 'Hold', reason: 'other', who })
  expect(await list()).toEqual({ ok: true, value: [] })
  expect(await hand()).toMatchObject({ problem: { code: 'not-found' } })
})

test('[U5] a key that belongs to no vendor, or to one that is gone, is given nothing', async () => {
  const { seller, save, list, hand, purges } = await withVendor()
  const unbound = { keyId: 'nobody', after: 0, limit: 5 }
  expect(await listForVendor(seller.deps, seller.merchant, unbound)).toMatchObject({
    problem: { code: 'vendor-key-unbound' },
  })
  expect(await save([])).toMatchObject({ ok: true })
  for (const answer of [await list(), await hand(), await purges()])
    expect(answer).toMatchObject({ problem: { code: 'vendor-key-unbound' } })
})

test('[U5] when our copy is purged the vendor is told, must say that it erased its own, and is told of after a week', async () => {
  const { seller, save, id, orderId, hand, purges, erased } = await withVendor()
  await hand()
  expect(await purges()).toEqual({ ok: true, value: [] })
  expect(await erased()).toMatchObject({ problem: { code: 'not-found' } })
  // While it holds an address it cannot be taken off the list.
  expect(await save([])).toMatchObject({ ok: false, problems: [{ facts: { field: 'vendors' } }] })
  await enter(seller, entry(id))
  seller.control.advance(29.5 * DAY)
  await purgeBuyers(seller.deps, seller.merchant)
  expect(await purges()).toMatchObject({ value: [{ orderId, amazonOrderId: id }] })
  seller.control.advance(6 * DAY)
  await notify(seller.deps, seller.merchant)
  expect(await problemsOf(seller)).not.toContain('vendor-purge-overdue PARCELS')
  seller.control.advance(1.5 * DAY)
  await notify(seller.deps, seller.merchant)
  expect(await problemsOf(seller)).toContain('vendor-purge-overdue PARCELS')
  expect(await erased()).toEqual({ ok: true, value: null })
  expect(await erased()).toEqual({ ok: true, value: null })
  expect([await purges(), await problemsOf(seller)]).toEqual([
    { ok: true, value: [] },
    expect.not.arrayContaining(['vendor-purge-overdue PARCELS']),
  ])
  expect(await save([])).toMatchObject({ ok: true })
})

test.each([
  ['before', [false, 0]],
  ['after', [true, 1]],
] as const)(
  '[U5][U4] a purge just %s a hand-over is noted leaves no vendor with an address and untold',
  async (...[moment, end]) => {
    const { seller, orderId, keyId, purges } = await withVendor()
    const { deps, merchant } = seller
    let purge: Promise<unknown> = Promise.resolve()
    const purgeNow = async () => {
      let isDone = false
      purge = deps.transaction(merchant, { vault: 'purge' }, (tx) => tx.vault.erase('buyers', [orderId]))
      void purge.then(() => {
        isDone = true
      })
      const locked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      while (!isDone && (await seller.database.ownerPool().query(locked)).rowCount === 0)
        await new Promise(setImmediate)
    }
    const transaction = (of: MerchantId, scope: 'app', work: (tx: Tx) => Promise<unknown>) =>
      deps.transaction(of, scope, (tx) => {
        const noteHandover: Tx['store']['noteHandover'] = async (noted) => {
          if (moment === 'before') await purgeNow()
          const result = await tx.store.noteHandover(noted)
          if (moment === 'after') await purgeNow()
          return result
        }
        return work({ ...tx, store: { ...tx.store, noteHandover } })
      })
    const purging = { ...deps, transaction: transaction as typeof deps.transaction }
    const handed = await handToVendor(purging, merchant, { keyId, orderId })
    await purge
    const told = await purges()
    expect([handed.ok, told.ok && told.value.length]).toEqual(end)
  },
)

test('[U5] a vendor that was handed an address while the list was saved is not taken off it', async () => {
  const { seller, hand } = await withVendor()
  const saving = seller.deps.transaction(seller.merchant, 'app', async (tx) => {
    expect((await hand()).ok).toBe(true)
    await tx.store.replaceVendors([])
  })
  await expect(saving).rejects.toThrow('handovers')
  expect(await seller.store((store) => store.holdingVendors())).toEqual(['PARCELS'])
})

test('[U5] who changed which vendor stands in the audit', async () => {
  const { seller, save } = await withVendor()
  await save([{ ...COMPLETE, checkedOn: '2026-11-01' }])
  await save([{ ...COMPLETE, checkedOn: '2026-11-01' }])
  await save([])
  const rows = (await audit(seller)).filter(({ act }) => act === 'vendor-changed')
  expect(rows).toMatchObject(
    ['added', 'changed', 'removed'].map((change) => ({ who, facts: { vendor: 'PARCELS', change } })),
  )
})
