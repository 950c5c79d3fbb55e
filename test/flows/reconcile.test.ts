import { expect, test } from 'vitest'
import { askReconciliation } from '#flows/ask-reconciliation.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { reconcile } from '#flows/reconcile.ts'
import { orderSettings } from '#main/demo/sample-merchant.ts'
import { whereReadable } from '../make/database-dump.ts'
import { DAY, HOUR, MINUTE, makeSeller, type SellerOptions } from '../make/seller.ts'
import { callsOf, documentOf, endOf, orderOf, problemsOf, type Seller, stockOf } from '../make/seller-views.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE' }] }

/** A seller that has swept once. */
async function makeNight(options: SellerOptions = {}) {
  const seller = await makeSeller({ ...options, simulator: { ...options.simulator } })
  await seller.run()
  return seller
}

/** An order that Amazon knows by its number and no list ever shows. */
function placeUnlisted(seller: Seller, draft: object = {}): string {
  const at = new Date(seller.control.now() - 3 * HOUR).toISOString()
  return seller.control.placeOrder({ ...MUG, createdAt: at, updatedAt: at, lagMs: 400 * DAY, ...draft })
}

/** Wants a reconciliation now and lets an hour pass. */
async function reconcileNow(seller: Seller, minutes = 10) {
  const { deps, merchant, connection } = seller
  await askReconciliation(deps, merchant, { connection, who: 'a test' })
  await seller.run()
  await seller.pass(minutes * MINUTE)
  return lastRun(seller)
}

async function lastRun(seller: Seller) {
  const [run] = await seller.store((s) => s.listReconciliations({ kind: 'night', before: null, limit: 1 }))
  if (!run) throw new Error('There was no reconciliation.')
  return run
}

test('[O18] an order missing from every list is found at night and imported once', async () => {
  const seller = await makeNight()
  const id = placeUnlisted(seller)
  await seller.pass(2 * HOUR)
  expect(await documentOf(seller, id)).toBeNull()
  seller.control.advance(15 * HOUR)
  await seller.pass(60 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department' })
  const run = await lastRun(seller)
  expect(run).toMatchObject({ state: 'done', askedBy: 'schedule', listed: 1, differing: { fetched: 1 }, problem: null })
  const events = (await orderOf(seller, id))?.events ?? []
  expect(events.map((event) => event.who)).toEqual(['reconciliation'])
  // The next night finds it accounted for.
  await seller.control.advance(DAY)
  await seller.pass(30 * MINUTE)
  const next = await lastRun(seller)
  expect(next.runId).toBeGreaterThan(run.runId)
  expect(next).toMatchObject({ state: 'done', differing: {} })
  expect(callsOf(seller, 'getOrder')).toBe(1)
})

test('[O18] a change of status that the sweep missed is fetched', async () => {
  const seller = await makeNight()
  const id = placeUnlisted(seller)
  await reconcileNow(seller)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department' })
  // The sweep stands still and the order changes.
  seller.control.addFault({ operation: 'searchOrders', kind: 'error', status: 503, always: true })
  seller.control.alterOrder(id, { cancel: { by: 'MERCHANT', reason: 'NoInventory' } })
  seller.control.advance(2 * HOUR)
  const run = await reconcileNow(seller)
  expect(run).toMatchObject({ state: 'done', listed: 1, differing: { fetched: 1 } })
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Rejected' })
})

test('[O18] a lower quantity under the same status is found at night, fetched, and its stock released; dropped lines and cancelled orders are no difference', async () => {
  const seller = await makeNight()
  await saveOrderSettings(seller.deps, seller.merchant, { ...orderSettings('2026-11-09'), ignoredItems: ['TEA-EARL'] })
  const lines = [
    { sku: 'MUG-BLUE', quantity: 3 },
    { sku: 'TEA-EARL', quantity: 2 },
  ]
  const id = placeUnlisted(seller, { lines })
  const cancelled = placeUnlisted(seller, { lines })
  await reconcileNow(seller)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 6])
  seller.control.alterOrder(cancelled, { cancel: {}, quantity: { 'MUG-BLUE': 0, 'TEA-EARL': 0 }, lagMs: 400 * DAY })
  seller.control.advance(2 * HOUR)
  await reconcileNow(seller)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 3])
  seller.control.alterOrder(id, { quantity: { 'MUG-BLUE': 1, 'TEA-EARL': 1 }, lagMs: 400 * DAY })
  seller.control.advance(2 * HOUR)
  const run = await reconcileNow(seller)
  expect(run).toMatchObject({ state: 'done', listed: 2, differing: { fetched: 1 } })
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department', lines: [{ quantityAmazon: 1 }] })
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 1])
  expect(await reconcileNow(seller)).toMatchObject({ accounted: { known: 2 }, differing: {} })
})

test('[O18] what a rule keeps out is accounted for by that rule and costs no call; young orders are no difference', async () => {
  const seller = await makeNight({ notBefore: '2026-11-10' })
  placeUnlisted(seller, { fulfilledBy: 'AMAZON' })
  placeUnlisted(seller, { createdAt: '2026-11-09T12:00:00Z' })
  placeUnlisted(seller, { updatedAt: new Date(seller.control.now() - 5 * MINUTE).toISOString() })
  const run = await reconcileNow(seller)
  expect(run).toMatchObject({
    listed: 3,
    accounted: { 'fulfilled-by-amazon': 1, 'before-cutoff': 1, 'too-young': 1 },
    differing: {},
  })
  expect(callsOf(seller, 'getOrder')).toBe(0)
})

test('[O18] an order that was kept out by a date is fetched once the date lies before it', async () => {
  const seller = await makeNight({ notBefore: '2026-11-10' })
  const id = placeUnlisted(seller, { createdAt: '2026-11-09T16:00:00Z' })
  await reconcileNow(seller)
  expect(await endOf(seller, id)).toBe('unseen')
  await saveOrderSettings(seller.deps, seller.merchant, orderSettings('2026-11-09'))
  await reconcileNow(seller)
  expect(await endOf(seller, id)).toBe('placed')
})

test.each([
  [{ kind: 'report-ends', as: 'FATAL' }, 'report-fatal'],
  [{ kind: 'report-ends', as: 'CANCELLED' }, 'report-cancelled'],
  [{ kind: 'report-ends', as: 'IN_PROGRESS' }, 'report-stuck'],
  [{ kind: 'report-ends', as: 'IN_QUEUE' }, 'report-stuck'],
  [{ kind: 'refuse-report-type' }, 'report-refused'],
  [{ kind: 'cut-report', keep: 40 }, 'report-unreadable'],
  [{ kind: 'cut-report', keep: 100 }, 'report-cut'],
  [{ kind: 'cut-report', keep: 900 }, 'report-cut'],
  [{ kind: 'wrong-encoding', encoding: 'Cp1252' }, 'report-garbled'],
] as const)('[O18] %j is told as %s in one sentence, and the next night tries again', async (fault, code) => {
  const seller = await makeNight()
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', title: 'Tasse à café' }] })
  await seller.pass(20 * MINUTE)
  const missed = placeUnlisted(seller, { lines: [{ sku: 'MUG-BLUE', title: 'Tasse à café' }] })
  seller.control.addFault({ operation: 'createReport', ...fault })
  const run = await reconcileNow(seller, code === 'report-stuck' ? 5 * 60 : 30)
  expect(run.endedAt).not.toBeNull()
  expect(await problemsOf(seller)).toEqual([code])
  expect(run.problem?.code).toBe(code)
  seller.control.advance(DAY)
  await seller.pass(30 * MINUTE)
  expect((await lastRun(seller)).runId).toBeGreaterThan(run.runId)
  expect(await problemsOf(seller)).toEqual([])
  expect(await endOf(seller, missed)).toBe('placed')
})

test('[O18] without any order Amazon cancels the report: nothing is wrong', async () => {
  const seller = await makeNight()
  expect(await reconcileNow(seller)).toMatchObject({ state: 'done', listed: 0, problem: null })
  expect(await problemsOf(seller)).toEqual([])
})

test('[O18] an outage of Amazon is waited for; the document’s address is asked for anew', async () => {
  const seller = await makeNight()
  const id = placeUnlisted(seller)
  for (const operation of ['createReport', 'getReport', 'getReportDocument', 'downloadReportDocument', 'getOrder'])
    seller.control.addFault({ operation, kind: 'error', status: 503 })
  expect(await reconcileNow(seller, 75)).toMatchObject({ state: 'done', differing: { fetched: 1 } })
  expect(await endOf(seller, id)).toBe('placed')
})

test('[O18] fetching waits for the quota and goes on where it stopped', async () => {
  const seller = await makeNight()
  const at = new Date(seller.control.now() - 3 * HOUR).toISOString()
  seller.control.placeOrders({ ...MUG, createdAt: at, updatedAt: at, lagMs: 400 * DAY }, 70)
  const run = await reconcileNow(seller, 1)
  expect(['wait', 'fetch']).toContain(run.state)
  await seller.pass(10 * MINUTE)
  expect(await lastRun(seller)).toMatchObject({ state: 'done', listed: 70, differing: { fetched: 70 } })
  expect(callsOf(seller, 'getOrder')).toBe(70)
  expect(seller.control.requests().filter((request) => request.status === 429)).toEqual([])
})

test('[O18] nothing of a buyer is stored of a report, in no table', async () => {
  const seller = await makeNight()
  seller.control.setReports({ optionalColumns: ['address-type', 'cpf'] })
  const id = placeUnlisted(seller, {
    fulfilledBy: 'AMAZON',
    address: {
      name: 'Vera Marker',
      addressLine1: '1 Marker Way',
      city: 'Markerville',
      stateOrRegion: 'ME',
      postalCode: '04999-7731',
      countryCode: 'US',
    },
    buyer: { name: 'Vera Marker', purchaseOrderNumber: 'PO-MARKER-77' },
  })
  const run = await reconcileNow(seller)
  expect(run).toMatchObject({ listed: 1, accounted: { 'fulfilled-by-amazon': 1 } })
  expect(await endOf(seller, id)).toBe('unseen')
  expect(await whereReadable(seller.database, ['Markerville', '04999-7731', 'PO-MARKER-77', 'Vera Marker'])).toEqual([])
})

test('[O18] a late run cannot write: whoever took over goes on alone', async () => {
  const seller = await makeNight()
  const id = placeUnlisted(seller)
  const { deps, merchant, connection } = seller
  await askReconciliation(deps, merchant, { connection, who: 'a test' })
  await seller.run()
  await seller.pass(2 * MINUTE)
  // While the answer to getOrder is on its way another run takes over.
  const overtaken: typeof deps = {
    ...deps,
    amazon: {
      ...deps.amazon,
      getOrder: async (...asked) => {
        await seller.store((s) => s.claimReconciler({ connection, kind: 'night' }))
        return deps.amazon.getOrder(...asked)
      },
    },
  }
  const second = placeUnlisted(seller)
  await seller.store((s) => s.wantReconciliation({ connection, kind: 'night', by: 'a test' }))
  for (let step = 0; step < 6; step++) {
    await reconcile(overtaken, merchant, connection)
    seller.control.advance(MINUTE)
  }
  expect(await endOf(seller, id)).toBe('placed')
  expect(await endOf(seller, second)).toBe('unseen')
  await seller.pass(20 * MINUTE)
})

test('[O18] a range of more than 30 days is asked for in parts', async () => {
  const seller = await makeNight()
  const { connection } = seller
  const coveredTo = seller.control.now() - 50 * DAY
  await seller.store((s) =>
    s.planReconciliation({ connection, kind: 'night', nextAt: seller.control.now(), coveredTo }),
  )
  const id = placeUnlisted(seller)
  expect(await reconcileNow(seller, 15)).toMatchObject({ state: 'done' })
  expect(seller.control.reports().length).toBe(2)
  expect(await endOf(seller, id)).toBe('placed')
  expect(await problemsOf(seller)).toEqual([])
})
