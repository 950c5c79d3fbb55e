import type { WirePage } from '#amazon/port.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { type Arrivals, learnArrivals } from '#core/orders/arrivals.ts'
import { callsToKeep, nextLook } from '#core/orders/next-look.ts'
import { nextSearch } from '#core/orders/next-search.ts'
import { DATASETS } from '#core/orders/search-window.ts'
import { problem } from '#core/problems.ts'
import type { MerchantStore } from '#store/merchant-store.ts'
import type { SweepChange } from '#store/sweeps.ts'
import { askForLess } from './ask-for-less.ts'
import type { Deps, Tx } from './deps.ts'
import { wantHours } from './learn-hours.ts'
import { overWithPage } from './over-with-page.ts'
import { probeMarketplaces } from './probe-marketplaces.ts'
import { sweepProblem } from './sweep-problem.ts'
import type { SweepRun } from './sweep-run.ts'
import { watchCancellations } from './watch-cancellations.ts'

type Again = { again: number | null }

const MINUTE = 60_000

/**
 * Fetches one page of one connection's orders and stores it sealed, with the next token and the wake of its import, in one
 * transaction (O1). One page a run: a long backlog of one merchant delays the others by one page only.
 */
export async function sweepOrders(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  const run = await beginSweep(deps, merchant, subject as ConnectionId)
  if (!run) return { again: null }
  if ('again' in run) return run
  const { keep, until } = callsToKeep({ ...run.search, watermark: run.sweep.watermark })
  const page = { token: run.search.token, keep }
  const answer = await deps.amazon.searchOrders(run.connection, run.search.params, page)
  if (answer.ok === 'wait') return { again: keep > 0 ? Math.min(answer.wait.readyAt, until) : answer.wait.readyAt }
  if (!answer.ok) {
    if (answer.problem.code === 'access-denied' && run.search.params.marketplaceIds.length > 1)
      return probeMarketplaces(deps, run)
    if (answer.problem.code === 'request-refused') return askForLess(deps, run, answer)
    if (answer.problem.code === 'page-token-died' && (await diedBefore(deps, run)))
      return askForLess(deps, run, { ...answer, problem: PAGE_REFUSED })
    return sweepProblem(deps, run, answer.problem)
  }
  if (answer.value.nextToken !== null && answer.value.nextToken === run.search.token) {
    return sweepProblem(deps, run, problem('repeated-page-token', { connection: run.connection.id }))
  }
  return storePage(deps, run, answer.value)
}

/** A second token that dies in one window is not the token: Amazon refuses what is on the page (decision 0007). */
const PAGE_REFUSED = problem('request-refused', {
  operation: 'searchOrders',
  message: 'a later page of one window, each time it was asked for',
})

/** True when a page token died before in this window: that problem is over only with a whole window. */
const diedBefore = (deps: Deps, { merchant, connection }: SweepRun): Promise<boolean> =>
  deps.transaction(merchant, 'app', async (tx) =>
    (await tx.store.listProblems()).some((p) => p.connection === connection.id && p.problem.code === 'page-token-died'),
  )

/** Loads where the sweep stands and what to ask next; a time to come again when Amazon's clock has nothing new to show. */
async function beginSweep(deps: Deps, merchant: MerchantId, id: ConnectionId): Promise<SweepRun | Again | null> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const connection = await tx.store.findConnection(id)
    if (!connection?.importing || connection.state !== 'authorized') return null
    const sweep = await tx.store.claimSweep(id)
    if (!sweep) return null
    const { orders } = await tx.store.readSettings()
    const look = nextLook({ arrivals: sweep.arrivals, settings: orders, now: deps.now() })
    const interval = look.minutes * MINUTE
    const search = nextSearch({ sweep, marketplaces: connection.marketplaces, now: deps.now() })
    return search
      ? { merchant, connection, sweep, search, settings: orders, interval }
      : { again: deps.now() + interval }
  })
}

/** Stores a fetched page and moves the sweep, unless a later run has taken over: then nothing is written, and nothing is lost. */
async function storePage(deps: Deps, run: SweepRun, page: WirePage): Promise<Again> {
  const { merchant, connection, search } = run
  const orders = page.orders.map((wire) =>
    deps.amazon.needsNoBuyerData(wire) ? deps.amazon.withoutBuyerData(wire) : wire,
  )
  const done = page.nextToken === null
  return deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    const healed = done ? await healedFrom(tx.store, run) : null
    const change = afterPage(run, page, { now: deps.now(), healed, arrivals: learnFrom(deps, run, page) })
    const { fence, arrivals } = run.sweep
    if (!(await tx.store.moveSweep({ connection: connection.id, fence, change, arrivals })))
      return { again: deps.now() + run.interval }
    if (orders.length > 0) {
      const pageId = await tx.store.addPage({
        connection: connection.id,
        orders: orders.length,
        fetchedAt: deps.now(),
        leftOut: DATASETS.filter((dataset) => !search.params.includedData.includes(dataset)),
      })
      await tx.vault.putPage(pageId, orders)
      await tx.wake('import-page')
    }
    await tx.store.clearProblems({ connection: connection.id, codes: overWithPage(run, done), at: deps.now() })
    await tx.store.clearProblems({
      connection: connection.id,
      codes: ['dataset-refused'],
      subjects: search.asksAgain,
      at: deps.now(),
    })
    if (search.asksAgain.length > 0)
      await tx.store.clearProblems({ connection: connection.id, codes: ['asked-for-less'], at: deps.now() })
    if (done) await countForOutbox(tx, run, deps.now())
    if (run.sweep.look === null && change.look?.because === 'unknown') await wantHours(deps, tx, run)
    // Only then: a bound that Amazon echoes too early must not make the sweep spin.
    const readsAgain = healed !== null || search.asksAgain.length > 0
    return { again: done && !readsAgain ? deps.now() + (change.look?.minutes ?? 0) * MINUTE : deps.now() }
  })
}

/** An order that is listed again since it changed within the overlap was counted before. */
const COUNTED_BEFORE = 5 * MINUTE

/** When this seller's orders come, by the new ones of a page too. */
function learnFrom(deps: Deps, { sweep, search }: SweepRun, page: WirePage): Arrivals {
  const from = sweep.watermark
  const placed = page.orders.flatMap((wire) => {
    const times = deps.amazon.timesOf(wire)
    return times && times.updatedAt >= from && times.placedAt >= from - COUNTED_BEFORE ? times.placedAt : []
  })
  return learnArrivals(sweep.arrivals, { from, to: search.windowTo, placed, isLast: page.nextToken === null })
}

/** From where orders of a marketplace that was refused, and now answers, must be read again; null when there is none. */
async function healedFrom(store: MerchantStore, { connection, search }: SweepRun): Promise<number | null> {
  const ids = search.params.marketplaceIds
  const from = await store.forgiveMarketplaces({ connection: connection.id, ids })
  if (from !== null)
    await store.clearProblems({
      connection: connection.id,
      codes: ['marketplace-refused'],
      subjects: ids,
      at: search.askedAt,
    })
  return from
}

/** The sweep after a page: on to the next token, or closed with the bound that Amazon echoed as the new watermark (O1). */
function afterPage(
  run: SweepRun,
  page: WirePage,
  at: { now: number; healed: number | null; arrivals: Arrivals },
): SweepChange {
  const { sweep, search, settings } = run
  const { arrivals } = at
  const clockOffset = page.amazonNow - at.now
  if (page.nextToken !== null) {
    return {
      ...sweep,
      windowTo: search.windowTo,
      nextToken: page.nextToken,
      tokenAt: at.now,
      params: search.params,
      clockOffset,
      arrivals,
      begunAt: begunAt(run),
      completedAt: null,
    }
  }
  const kept = sweep.droppedDatasets.filter((d) => !search.asksAgain.includes(d.dataset))
  const readAgain = sweep.droppedDatasets.filter((d) => search.asksAgain.includes(d.dataset)).map((d) => d.watermark)
  // A bound later than was asked for would skip what nobody asked for.
  const through = Math.min(page.through ?? search.windowTo, search.windowTo)
  const watermark = Math.min(through, ...readAgain, ...(at.healed === null ? [] : [at.healed]))
  return {
    watermark,
    windowTo: null,
    nextToken: null,
    tokenAt: null,
    params: null,
    droppedDatasets: kept,
    clockOffset,
    begunAt: null,
    arrivals,
    look: nextLook({ arrivals, settings, now: at.now }),
    completedAt: at.now,
  }
}

/** When the window of a run was begun: with its first page. */
const begunAt = ({ sweep, search }: SweepRun): number | null => (search.token === null ? search.askedAt : sweep.begunAt)

/** The pages of this window are imported first. */
const IMPORTED_WITHIN = 60_000

/** Counts a complete sweep for what was sent before it: packages that two did not show are looked at, cancellations are shown (S4, O16). */
async function countForOutbox(tx: Tx, run: SweepRun, at: number): Promise<void> {
  const begun = begunAt(run)
  if (begun === null) return
  const { id } = run.connection
  if (await tx.store.countSweep({ connection: id, begunAt: begun }))
    await tx.wake('confirm-shipments', id, run.search.askedAt + IMPORTED_WITHIN)
  await watchCancellations(tx, id, at)
}
