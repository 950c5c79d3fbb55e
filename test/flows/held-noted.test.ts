import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { heldTotals, withHeld } from '#core/pii/held-totals.ts'
import { saveMappings } from '#flows/configure.ts'
import type { Deps } from '#flows/deps.ts'
import { moveOrder } from '#flows/move-order.ts'
import { reportRetention } from '#flows/report-retention.ts'
import { settleHeld } from '#flows/settle-held.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { enter, entry, who } from '../make/shipments.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const MUG = { payable: true, lines: [{ sku: 'MUG-BLUE', quantity: 2 }] }

/** The plain reference: everything looked at, one by one. */
const plain = ({ merchant }: Seller, deps: Deps) =>
  deps.transaction(merchant, { vault: 'purge' }, async (tx) => {
    const limits = { days: deps.retention.days, now: deps.now() }
    const kinds = ['buyers', 'documents', 'pages', 'files'] as const
    return Promise.all(
      kinds.map(async (kind) =>
        (await tx.vault.held({ kind, after: 0, limit: 1000 })).reduce(
          (sum, each) => withHeld(sum, each, limits),
          heldTotals(kind),
        ),
      ),
    )
  })

const told = async (seller: Seller, deps: Deps = seller.deps) => (await reportRetention(deps, seller.merchant)).held
/** How much has no day noted. */
const unknown = ({ deps, merchant }: Seller, kind: 'buyers' | 'documents') =>
  deps.transaction(
    merchant,
    { vault: 'purge' },
    async (tx) => (await tx.vault.notedTotals({ kind, days: deps.retention.days, now: deps.now() })).unknown.length,
  )

test('[U4] what is kept is counted exactly, whatever happened to an order since its day was noted', async () => {
  const seller = await makeSeller()
  const ids = Array.from({ length: 5 }, () => seller.control.placeOrder(MUG))
  const [shipped, cancelled, moved, altered, still] = ids as [string, string, string, string, string]
  const strange = seller.control.placeOrder({ payable: true, lines: [{ sku: 'NOBODY-KNOWS', quantity: 1 }] })
  await seller.pass(11 * MINUTE)
  const owner = seller.database.ownerPool()
  const mapping = {
    sellerSku: 'NOBODY-KNOWS' as SellerSku,
    itemId: 'MUG-BLUE' as ItemId,
    ratio: { amazon: 1, ours: 1 },
    unit: '',
    note: '',
  }
  const wanted = { order: moved, to: 'Rejected', reason: 'cannot-be-shipped', who } as const
  const happenings: readonly [what: string, happens: () => Promise<unknown>][] = [
    ['nothing', async () => {}],
    [
      'a cancellation',
      async () => {
        seller.control.alterOrder(cancelled, { cancel: { by: 'BUYER' } })
        await seller.pass(11 * MINUTE)
      },
    ],
    ['a rejection', () => moveOrder(seller.deps, seller.merchant, wanted)],
    [
      'Amazon shows it shipped',
      async () => {
        seller.control.alterOrder(altered, { ship: 'all' })
        await seller.pass(11 * MINUTE)
      },
    ],
    [
      'what was held is placed',
      async () => {
        await saveMappings(seller.deps, seller.merchant, [mapping])
        await seller.pass(11 * MINUTE)
      },
    ],
    ['a package', () => enter(seller, entry(shipped))],
    [
      'the package left earlier still',
      () => owner.query(`update millrace.packages set shipped_at = shipped_at - interval '40 days'`),
    ],
    ['no package', () => owner.query('delete from millrace.packages')],
    [
      'an older end in its history',
      () =>
        owner.query(`insert into millrace.order_events (merchant_id, order_id, at, kind, who, facts)
      select merchant_id, order_id, at - interval '50 days', kind, who, facts from millrace.order_events where facts->>'stage' = 'Rejected' or facts->>'to' = 'Rejected'`),
    ],
    [
      'stored anew',
      () =>
        owner.query(
          `update vault.buyers set stored_at = stored_at + interval '70 days' where order_id = (select order_id from millrace.orders where amazon_order_id = $1)`,
          [still],
        ),
    ],
    ['an order that is gone', () => owner.query('delete from millrace.orders where amazon_order_id = $1', [moved])],
  ]
  for (const [what, happens] of happenings) {
    await settleHeld(seller.deps, seller.merchant)
    expect([what, await unknown(seller, 'buyers'), await unknown(seller, 'documents')]).toEqual([what, 0, 0])
    await happens()
    expect([what, await told(seller)]).toEqual([what, await plain(seller, seller.deps)])
    const forgotten = (await unknown(seller, 'buyers')) + (await unknown(seller, 'documents'))
    expect([what, forgotten > 0]).toEqual([what, what !== 'nothing'])
  }
  await settleHeld(seller.deps, seller.merchant)
  const shorter = { ...seller.deps, retention: { ...seller.deps.retention, days: 3 } }
  expect(await told(seller, shorter)).toEqual(await plain(seller, shorter))
  seller.control.advance(45 * DAY)
  const late = await told(seller)
  expect(late).toEqual(await plain(seller, seller.deps))
  expect(late.some(({ overdue }) => overdue > 0)).toBe(true)
  expect(late[0]?.count).toBeGreaterThan(2)
  expect(strange).toBeTruthy()
})

test('[U4] what somebody is changing at this moment is not noted by what it was', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder(MUG)
  const other = seller.control.placeOrder(MUG)
  await seller.pass(11 * MINUTE)
  const clerk = await seller.database.ownerPool().connect()
  try {
    await clerk.query('begin')
    await clerk.query(
      `insert into millrace.packages (merchant_id, order_id, package_number, carrier, tracking, shipped_at, entered_by, entered_at)
       select merchant_id, order_id, 1, 'UPS', '1Z', created_at - interval '60 days', 'clerk', created_at from millrace.orders where amazon_order_id = $1`,
      [id],
    )
    await clerk.query(`update millrace.orders set stage = 'Completed Order' where amazon_order_id = $1`, [id])
    await settleHeld(seller.deps, seller.merchant)
    expect(await unknown(seller, 'buyers')).toBe(1)
    await clerk.query('commit')
  } finally {
    clerk.release()
  }
  expect(await told(seller)).toEqual(await plain(seller, seller.deps))
  expect((await told(seller))[0]).toMatchObject({ count: 2, overdue: 0 })
  seller.control.advance(2 * DAY + HOUR)
  expect((await told(seller))[0]).toMatchObject({ count: 2, overdue: 1 })
  expect(other).not.toBe(id)
})
