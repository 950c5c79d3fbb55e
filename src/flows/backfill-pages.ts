import type { WirePage } from '#amazon/port.ts'
import { isoInstant } from '#core/orders/next-search.ts'
import { type CreatedParams, DATASETS } from '#core/orders/search-window.ts'
import { problem } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { endOf } from './fetch-differing.ts'
import { importOrders } from './import-orders.ts'
import { type Again, afterTrouble, failRun, goOn, isOurs, type ReconcileRun } from './reconcile-run.ts'

const MINUTE = 60_000
/** Amazon refuses a range that ends later than two minutes ago. */
const BEHIND_AMAZON = 3 * MINUTE
const TOKEN_LIVES = 23 * 60 * MINUTE
const MOST_MARKETPLACES = 50

/**
 * Searches the range of a back-fill, one page a run, and imports each page in the transaction that moves to the next one: after
 * a stop it goes on with the page it stood at, and nothing is doubled (O18).
 */
export async function searchRange(deps: Deps, step: ReconcileRun): Promise<Again> {
  const { run, connection } = step
  const { progress } = run
  const params = progress.params ?? paramsOf(deps, step)
  const token = progress.token ?? null
  const answer = await deps.amazon.searchCreated(connection, params, token)
  if (answer.ok === 'wait') return { again: answer.wait.readyAt }
  if (!answer.ok) {
    // One that an older version stored without its time is as old as the run at most.
    const isOld = deps.now() - (progress.tokenAt ?? run.beganAt) > TOKEN_LIVES
    if (token === null || !(isOld || answer.problem.code === 'page-token-died'))
      return afterTrouble(deps, step, answer.problem)
    // From the first page again: what is imported already stays as it is.
    const { params: _, token: __, tokenAt: ___, ...kept } = progress
    return goOn(deps, step, { progress: kept, again: deps.now() })
  }
  if (answer.value.nextToken !== null && answer.value.nextToken === token)
    return failRun(deps, step, problem('repeated-page-token'))
  return importPage(deps, step, { page: answer.value, params })
}

function paramsOf(deps: Deps, { run, connection, clockOffset }: ReconcileRun): CreatedParams {
  const sold = connection.marketplaces.filter((m) => m.participating && m.refusedAt === null)
  return {
    createdAfter: isoInstant(run.from),
    createdBefore: isoInstant(Math.min(run.to, deps.now() + clockOffset - BEHIND_AMAZON)),
    marketplaceIds: sold.map((m) => m.id).slice(0, MOST_MARKETPLACES),
    includedData: [...DATASETS],
  }
}

async function importPage(
  deps: Deps,
  step: ReconcileRun,
  { page, params }: { page: WirePage; params: CreatedParams },
): Promise<Again> {
  const { merchant, run, connection } = step
  return deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    const now = deps.now()
    if (!(await isOurs(tx, step))) return { again: now + MINUTE }
    const wires = page.orders
    const decided = await importOrders(deps, tx, {
      merchant,
      connection: connection.id,
      wires,
      who: 'back-fill',
      again: true,
    })
    const seen = wires.flatMap((wire) => deps.amazon.orderIdOf(wire) ?? [])
    const orders = seen.map((id) => ({ id, ...endOf(decided.filter((d) => d.reference === id)) }))
    await tx.store.addDiffering({ runId: run.runId, orders: newsOf(orders) })
    await tx.store.settleDiffering({ runId: run.runId, at: now, orders })
    const pages = (run.progress.pages ?? 0) + 1
    const { searchOnly } = run.progress
    const progress = { partFrom: run.from, pages, ...(searchOnly ? { searchOnly } : {}) }
    await tx.store.moveReconciliation({
      runId: run.runId,
      listed: searchOnly ? new Set(seen).size : 0,
      // What the report lists and no page held is fetched by its number.
      ...(page.nextToken === null
        ? { state: 'fetch', progress }
        : { progress: { ...progress, params, token: page.nextToken, tokenAt: now } }),
    })
    return { again: now }
  })
}

const newsOf = (orders: readonly { id: string; state: string }[]) =>
  orders
    .filter((order) => order.state === 'fetched')
    .map(({ id }) => ({ amazonOrderId: id, why: 'missing' as const, listedStatus: null }))
