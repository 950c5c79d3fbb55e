import { cheapestWay } from '#core/orders/cheapest-way.ts'
import { type CompareRules, compareListed } from '#core/orders/compare-listed.ts'
import { type ListedLine, type ListedOrder, listedOrders, type ReportEnd } from '#core/orders/listed-order.ts'
import { merchantTime, startOfDay } from '#core/orders/merchant-time.ts'
import { longestWait } from '#core/orders/next-look.ts'
import { reportEnd } from '#core/orders/report-range.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { ReconciliationChange } from '#store/reconciliations.ts'
import type { Deps, Tx } from './deps.ts'
import { learnHours } from './learn-hours.ts'
import { type Again, afterTrouble, failRun, goOn, isOurs, type ReconcileRun } from './reconcile-run.ts'
import { rereadMarketplaces } from './reread-marketplaces.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A report that takes longer is not waited for: the next night asks anew. */
const STUCK_AFTER = 4 * HOUR
/** Beyond the time between two sweeps: how far a sweep stays behind Amazon's clock, and what a busy queue adds. */
const SWEEP_LAG = 10 * MINUTE
const MOST_MARKETPLACES = 25

/** Asks Amazon for the report of the run's range, of at most 30 days at a time. */
export async function askForReport(deps: Deps, step: ReconcileRun): Promise<Again> {
  const { run } = step
  const { partFrom } = run.progress
  const begins = run.kind === 'night' && partFrom === run.from
  const connection = begins ? await rereadMarketplaces(deps, step) : step.connection
  const sold = connection.marketplaces.filter((m) => m.participating && m.refusedAt === null)
  const marketplaceIds = sold.map((m) => m.id).slice(0, MOST_MARKETPLACES)
  if (marketplaceIds.length === 0) return failRun(deps, step, problem('access-denied', { connection: connection.id }))
  const by = run.kind === 'night' ? 'last-update' : 'order-date'
  const answer = await deps.amazon.askForOrdersReport(connection, {
    by,
    from: partFrom,
    to: reportEnd(partFrom, run.to),
    marketplaceIds,
  })
  if (answer.ok === 'wait') return { again: answer.wait.readyAt }
  if (!answer.ok) return afterTrouble(deps, step, answer.problem)
  const { troubleSince: _, ...progress } = run.progress
  return goOn(deps, step, {
    state: 'wait',
    progress: { ...progress, reportId: answer.value, reportAskedAt: deps.now() },
    again: deps.now() + MINUTE,
  })
}

/** Looks whether the report is made. One that stays in the queue for hours, or ends without a file, is said and given up. */
export async function awaitReport(deps: Deps, step: ReconcileRun): Promise<Again> {
  const { run, connection } = step
  const now = deps.now()
  const { reportId = '', reportAskedAt = now, ...progress } = run.progress
  const answer = await deps.amazon.ordersReport(connection, reportId)
  if (answer.ok === 'wait') return { again: answer.wait.readyAt }
  if (!answer.ok) return afterTrouble(deps, step, answer.problem)
  const range = await rangeFacts(deps, step)
  const { troubleSince: _, ...kept } = progress
  switch (answer.value.state) {
    case 'done': {
      const { documentId } = answer.value
      return goOn(deps, step, { state: 'read', progress: { ...kept, documentId }, again: now })
    }
    case 'fatal':
      return failRun(deps, step, problem('report-fatal', range.facts))
    case 'cancelled':
      // The word for a report without a row, and for others: with orders known in the range it cannot be the first.
      if (range.known > 0)
        return failRun(deps, step, problem('report-cancelled', { ...range.facts, known: range.known }))
      return afterPart(deps, step, { progress: kept })
    default:
      if (now - reportAskedAt >= STUCK_AFTER)
        return failRun(deps, step, problem('report-stuck', { ...range.facts, hours: STUCK_AFTER / HOUR }))
      return { again: now + Math.min(5 * MINUTE, MINUTE + (now - reportAskedAt) / 4) }
  }
}

/** Fetches the report and compares each order that it lists with what is known; what differs is noted for fetching (O18). */
export async function readReport(deps: Deps, step: ReconcileRun): Promise<Again> {
  const { run, connection, merchant } = step
  const { documentId = '', ...progress } = run.progress
  const rules = await deps.transaction(merchant, 'app', (tx) => compareRules(deps, tx, step))
  const seen = new Set<string>()
  const accounted: Record<string, number> = { ...run.accounted }
  const placed: number[] = []
  const compare = async (lines: readonly ListedLine[]) => {
    const fresh = listedOrders(lines).filter(({ orderId }) => !seen.has(orderId) && seen.add(orderId))
    await deps.transaction(merchant, 'app', (tx) => compareSome(tx, step, { listed: fresh, rules, accounted }))
    placed.push(...fresh.flatMap(({ placedAt }) => placedAt ?? []))
  }
  // The rows of one order follow each other; the last order may go on in what is read next.
  let last: readonly ListedLine[] = []
  const answer = await deps.amazon.readOrdersReport(connection, documentId, async (lines) => {
    const all = [...last, ...lines]
    const isLast = ({ orderId }: ListedLine) => orderId === all.at(-1)?.orderId
    last = all.filter(isLast)
    await compare(all.filter((line) => !isLast(line)))
  })
  if (answer.ok === 'wait') return { again: answer.wait.readyAt }
  if (!answer.ok) return afterTrouble(deps, step, answer.problem)
  await compare(last)
  const { troubleSince: _, ...kept } = progress
  const found = faultOf(answer.value)
  const { partFrom } = run.progress
  if (run.kind === 'night' && !found)
    await learnHours(deps, step, { from: partFrom, to: reportEnd(partFrom, run.to), placed })
  if (found) await noteFault(deps, step, found)
  return afterPart(deps, step, {
    listed: seen.size,
    accounted,
    progress: found ? { ...kept, incomplete: true } : kept,
    ...(found ? { problem: found } : {}),
  })
}

type Part = Omit<ReconciliationChange, 'runId' | 'state'> & Required<Pick<ReconciliationChange, 'progress'>>

/** On to the next 30 days, or to what differs; a back-fill chooses how it fetches, now that it knows how much. */
async function afterPart(deps: Deps, step: ReconcileRun, part: Part): Promise<Again> {
  const { run, merchant } = step
  const now = deps.now()
  const end = reportEnd(run.progress.partFrom, run.to)
  const { incomplete } = part.progress
  const progress = { partFrom: end, ...(incomplete ? { incomplete } : {}) }
  if (end < run.to) return goOn(deps, step, { ...part, state: 'ask', progress, again: now })
  if (run.kind === 'night') return goOn(deps, step, { ...part, state: 'fetch', progress, again: now })
  const found = await deps.transaction(merchant, 'app', (tx) => tx.store.findReconciliation(run.runId))
  const listed = run.listed + (part.listed ?? 0)
  const { way, why } = cheapestWay({ listed, wanted: found?.differing.open ?? 0 })
  const state = way === 'search' ? 'search' : 'fetch'
  return goOn(deps, step, { ...part, state, progress: { ...progress, partFrom: run.from }, why, again: now })
}

type Some = {
  readonly listed: readonly ListedOrder[]
  readonly rules: CompareRules
  readonly accounted: Record<string, number>
}

async function compareSome(tx: Tx, step: ReconcileRun, { listed, rules, accounted }: Some): Promise<void> {
  if (!(await isOurs(tx, step))) return
  const known = await tx.store.knownOrders(listed.map(({ orderId }) => orderId))
  const orders = listed.flatMap((line) => {
    const compared = compareListed(line, known.get(line.orderId) ?? null, rules)
    if (!compared.accounted) return [{ amazonOrderId: line.orderId, why: compared.why, listedStatus: line.status }]
    accounted[compared.by] = (accounted[compared.by] ?? 0) + 1
    return []
  })
  if (orders.length > 0) await tx.store.addDiffering({ runId: step.run.runId, orders })
}

async function compareRules(
  deps: Deps,
  tx: Tx,
  { connection, clockOffset, timeZone }: ReconcileRun,
): Promise<CompareRules> {
  const { orders } = await tx.store.readSettings()
  const { notBefore, ignoredOrders, importFba } = orders
  const cutOff = notBefore === null ? connection.startedAt : startOfDay(notBefore, timeZone)
  return {
    gate: { ignoredOrders: new Set(ignoredOrders), cutOff, importFba },
    youngSince: deps.now() + clockOffset - longestWait(orders) * MINUTE - SWEEP_LAG,
  }
}

/** What makes a report less than whole, in one sentence; what it lists is compared all the same. */
function faultOf({ cut, rows, garbled, unreadable, named }: ReportEnd): Problem | null {
  if (cut) return problem('report-cut', { rows })
  if (unreadable > 0)
    return problem('report-rows-unreadable', { rows: unreadable, named: named.slice(0, 5).join('; ') })
  return garbled > 0 ? problem('report-garbled', { rows: garbled }) : null
}

async function noteFault(deps: Deps, step: ReconcileRun, found: Problem): Promise<void> {
  const { merchant, run } = step
  deps.log.alarm('A report was not whole.', { merchant, connection: run.connection, code: found.code })
  await deps.transaction(merchant, 'app', async (tx) => {
    if (await isOurs(tx, step))
      await tx.store.noteProblem({ connection: run.connection, problem: found, at: deps.now() })
  })
}

/** The range of the report as people read it, and how many orders are known to have changed in it. */
async function rangeFacts(deps: Deps, { merchant, run, connection }: ReconcileRun) {
  const from = run.progress.partFrom
  const to = reportEnd(from, run.to)
  return deps.transaction(merchant, 'app', async (tx) => {
    const clock = await tx.store.merchantFacts()
    const known = run.kind === 'night' ? await tx.store.countChangedIn({ connection: connection.id, from, to }) : 0
    return { known, facts: { from: merchantTime(from, clock), to: merchantTime(to, clock) } }
  })
}
