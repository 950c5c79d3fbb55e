import { expect, test } from 'vitest'
import type { WireOrder } from '#amazon/port.ts'
import { problem } from '#core/problems.ts'
import { askBackfill, cancelBackfill } from '#flows/ask-reconciliation.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { backfill } from '#flows/reconcile.ts'
import { pauseImporting, startImporting } from '#flows/start-importing.ts'
import { orderSettings } from '#main/demo/sample-merchant.ts'
import { DAY, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, endOf, problemsOf, type Seller } from '../make/seller-views.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE' }] }
const OLD = '2026-11-05T15:00:00Z'

/** A seller that imports from 1 November on and has not seen the orders placed on the 5th: no list shows them. */
async function makeOld(count: number) {
  const seller = await makeSeller({ notBefore: '2026-11-01' })
  await seller.run()
  const ids = seller.control.placeOrders({ ...MUG, createdAt: OLD, updatedAt: OLD, lagMs: 400 * DAY }, count)
  return { seller, ids }
}

const ask = (seller: Seller, from = '2026-11-04', to = '2026-11-06') =>
  askBackfill(seller.deps, seller.merchant, { connection: seller.connection, from, to, who: 'a test' })

async function lastFill(seller: Seller) {
  const [run] = await seller.store((s) => s.listReconciliations({ kind: 'back-fill', before: null, limit: 1 }))
  if (!run) throw new Error('There was no back-fill.')
  return run
}

const countOrders = async (seller: Seller) =>
  Object.values(await seller.store((s) => s.countOrders())).reduce((sum, n) => sum + n, 0)

test('[O18] a back-fill brings the orders of a range of days through the same import, and says why it goes its way', async () => {
  const { seller, ids } = await makeOld(3)
  const early = seller.control.placeOrder({ ...MUG, createdAt: '2026-11-02T15:00:00Z', lagMs: 400 * DAY })
  expect(await ask(seller)).toMatchObject({ ok: true, value: { cutOff: null } })
  await seller.run()
  await seller.pass(5 * MINUTE)
  for (const id of ids) expect(await endOf(seller, id)).toBe('placed')
  expect(await endOf(seller, early)).toBe('unseen')
  const run = await lastFill(seller)
  expect(run).toMatchObject({ state: 'done', listed: 3, differing: { fetched: 3 }, problem: null })
  expect(run.why).toContain('Amazon lists 3 orders, of which 3 are to be fetched')
  expect(callsOf(seller, 'getOrder')).toBe(3)
  // Twice changes nothing.
  await ask(seller)
  await seller.run()
  await seller.pass(5 * MINUTE)
  expect(await lastFill(seller)).toMatchObject({ state: 'done', accounted: { known: 3 }, differing: {} })
  expect(callsOf(seller, 'getOrder')).toBe(3)
})

test('[O18][O2] a range before the date of O2 is refused with that sentence; a part of it is left out', async () => {
  const { seller } = await makeOld(1)
  expect(await ask(seller, '2026-10-01', '2026-10-31')).toMatchObject({ problem: { code: 'backfill-before-cutoff' } })
  const begun = await ask(seller, '2026-10-01', '2026-11-06')
  const cutOff = Date.parse('2026-11-01T04:00:00Z')
  expect(begun).toMatchObject({ ok: true, value: { from: cutOff, cutOff } })
})

test('[O18][O2] orders that an earlier date of O2 kept out come in once the date is moved', async () => {
  const { seller, ids } = await makeOld(1)
  await saveOrderSettings(seller.deps, seller.merchant, orderSettings('2026-11-06'))
  const wire = seller.control.order(ids[0] ?? '') as unknown as WireOrder
  expect(wire).toBeDefined()
  expect(await ask(seller, '2026-11-04', '2026-11-05')).toMatchObject({ problem: { code: 'backfill-before-cutoff' } })
  await saveOrderSettings(seller.deps, seller.merchant, orderSettings('2026-11-01'))
  await ask(seller)
  await seller.run()
  await seller.pass(5 * MINUTE)
  expect(await endOf(seller, ids[0] ?? '')).toBe('placed')
})

test.each([
  ['2026-02-30', '2026-11-06', 'from'],
  ['2026-11-06', '2026-11-04', 'to'],
  ['2026-12-01', '2026-12-02', 'from'],
  ['2024-01-01', '2026-11-06', 'to'],
])('[O18] the days %s to %s are refused', async (from, to, field) => {
  const { seller } = await makeOld(0)
  expect(await ask(seller, from, to)).toMatchObject({ problem: { code: 'not-valid', facts: { field } } })
})

test('[O18] one back-fill at a time; it can be cancelled, and what it imported stays', async () => {
  const { seller, ids } = await makeOld(60)
  await ask(seller)
  expect(await ask(seller)).toMatchObject({ problem: { code: 'backfill-running' } })
  await seller.run()
  await seller.pass(MINUTE)
  const { runId } = await lastFill(seller)
  const before = await countOrders(seller)
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(ids.length)
  expect(await cancelBackfill(seller.deps, seller.merchant, runId)).toEqual({ ok: true, value: null })
  await seller.pass(5 * MINUTE)
  expect(await countOrders(seller)).toBe(before)
  expect(await lastFill(seller)).toMatchObject({ state: 'cancelled' })
  expect(await cancelBackfill(seller.deps, seller.merchant, runId)).toMatchObject({
    problem: { code: 'backfill-over' },
  })
  expect(await ask(seller)).toMatchObject({ ok: true })
})

test('[O18] without a report the range is searched page by page', async () => {
  const seller = await makeSeller({ notBefore: '2026-11-01', started: true })
  await seller.run()
  const ids = seller.control.placeOrders({ ...MUG, createdAt: OLD, updatedAt: OLD }, 130)
  seller.control.addFault({ operation: 'createReport', kind: 'refuse-report-type', always: true })
  await ask(seller)
  await seller.run()
  await seller.pass(2 * MINUTE)
  for (const id of ids.slice(0, 3)) expect(await endOf(seller, id)).toBe('placed')
  const run = await lastFill(seller)
  expect(run).toMatchObject({ state: 'done', listed: 130, differing: { fetched: 130 } })
  expect(run.why).toMatch(/^Amazon refuses the all-orders report .* So the range is searched page by page\.$/)
  expect(await problemsOf(seller)).toEqual([])
  expect(callsOf(seller, 'getOrder')).toBe(0)
})

test('[O18] a back-fill that crashes between two pages goes on with the page it stood at and doubles nothing', async () => {
  const seller = await makeSeller({ notBefore: '2026-11-01' })
  await seller.run()
  const ids = seller.control.placeOrders({ ...MUG, createdAt: OLD, updatedAt: OLD }, 230)
  seller.control.addFault({ operation: 'createReport', kind: 'refuse-report-type', always: true })
  await ask(seller)
  const { deps, merchant, connection } = seller
  let pages = 0
  const fragile: typeof deps = {
    ...deps,
    amazon: {
      ...deps.amazon,
      searchCreated: async (...asked) => {
        const answer = await deps.amazon.searchCreated(...asked)
        if (++pages % 2 === 0) throw new Error('The program dies here.')
        return answer
      },
    },
  }
  let died = 0
  for (let step = 0; step < 12; step++)
    await backfill(fragile, merchant, connection).catch(() => {
      died++
    })
  expect(died).toBeGreaterThanOrEqual(2)
  expect(await lastFill(seller)).toMatchObject({ state: 'done', listed: 230, differing: { fetched: 230 } })
  expect(await countOrders(seller)).toBe(ids.length)
})

test('[O18] a back-fill of more than a day goes on with the page it stood at after trouble; only a token that is a day old begins anew', async () => {
  const seller = await makeSeller({ notBefore: '2026-11-01' })
  await seller.run()
  seller.control.placeOrders({ ...MUG, createdAt: OLD, updatedAt: OLD }, 450)
  seller.control.addFault({ operation: 'createReport', kind: 'refuse-report-type', always: true })
  await ask(seller)
  const { deps, merchant, connection } = seller
  let [later, isDown] = [0, false]
  const tokens: (string | null)[] = []
  const slow: typeof deps = {
    ...deps,
    now: () => deps.now() + later,
    amazon: {
      ...deps.amazon,
      searchCreated: (asked, params, token) => {
        tokens.push(token)
        const down = { ok: false, problem: problem('amazon-down') } as const
        return isDown ? Promise.resolve(down) : deps.amazon.searchCreated(asked, params, token)
      },
    },
  }
  const step = () => backfill(slow, merchant, connection)
  for (; tokens.length < 3; later += tokens.length > 0 ? 9 * 3_600_000 : 0) await step()
  // The third page was the last before the trouble, 18 hours after the first; now it is 27 hours.
  isDown = true
  await step()
  isDown = false
  await step()
  expect([tokens[4], tokens[4] === null]).toEqual([tokens[3], false])
  later += DAY
  isDown = true
  await step()
  await step()
  expect(tokens.at(-1)).toBeNull()
  isDown = false
  for (let n = 0; n < 6; n++) await step()
  expect(await lastFill(seller)).toMatchObject({ state: 'done', differing: { fetched: 450 } })
})

test('[O2][O18] an earlier date in the settings reads the days before it back by itself, once; a later one and any before the start read nothing', async () => {
  const seller = await makeSeller({ notBefore: '2026-11-09' })
  await seller.run()
  const { deps, merchant } = seller
  const id = seller.control.placeOrder({ ...MUG, createdAt: OLD, updatedAt: OLD, lagMs: 400 * DAY })
  const before = seller.control.placeOrder({ ...MUG, createdAt: '2026-11-01T12:00:00Z', updatedAt: OLD })
  const save = async (notBefore: string | null) => {
    const saved = await saveOrderSettings(deps, merchant, { ...orderSettings('2026-11-09'), notBefore })
    return saved.ok ? saved.value.earlierDays : saved.problems
  }
  expect(await save('2026-11-10')).toEqual([])
  expect(await save('2026-11-03')).toMatchObject([
    {
      connection: seller.connection,
      from: Date.parse('2026-11-03T05:00:00Z'),
      to: Date.parse('2026-11-10T05:00:00Z') - 1,
    },
  ])
  // One at a time: what could not be begun is told.
  expect(await save('2026-11-02')).toMatchObject([{ runId: null }])
  await save('2026-11-03')
  await seller.run()
  await seller.pass(15 * MINUTE)
  expect(await lastFill(seller)).toMatchObject({ state: 'done', askedBy: 'an earlier date in the settings' })
  expect(await endOf(seller, id)).toBe('placed')
  expect(await endOf(seller, before)).not.toBe('placed')
})

test('[O2] before importing was started an earlier date begins nothing, and while it is paused the days wait', async () => {
  const fresh = await makeSeller({ started: false })
  const saved = await saveOrderSettings(fresh.deps, fresh.merchant, orderSettings('2026-11-01'))
  expect(saved).toMatchObject({ ok: true, value: { earlierDays: [] } })

  const seller = await makeSeller({ notBefore: '2026-11-09' })
  await seller.run()
  const { deps, merchant, connection } = seller
  const id = seller.control.placeOrder({ ...MUG, createdAt: OLD, updatedAt: OLD })
  await pauseImporting(deps, merchant, connection)
  await saveOrderSettings(deps, merchant, orderSettings('2026-11-01'))
  await seller.pass(15 * MINUTE)
  expect(await endOf(seller, id)).toBe('unseen')
  await startImporting(deps, merchant, connection)
  await seller.pass(15 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
})

test('[O18] many orders of which all are wanted are searched, and what no page holds is fetched by its number', async () => {
  const seller = await makeSeller({ notBefore: '2026-11-01' })
  await seller.run()
  seller.control.placeOrders({ ...MUG, createdAt: OLD, updatedAt: OLD }, 150)
  const hidden = seller.control.placeOrder({ ...MUG, createdAt: OLD, updatedAt: OLD, lagMs: 400 * DAY })
  await ask(seller)
  await seller.run()
  await seller.pass(10 * MINUTE)
  const run = await lastFill(seller)
  expect(run).toMatchObject({ state: 'done', listed: 151, differing: { fetched: 151 } })
  expect(run.why).toContain('2 pages of a search')
  expect(await endOf(seller, hidden)).toBe('placed')
  expect(callsOf(seller, 'getOrder')).toBe(1)
})
