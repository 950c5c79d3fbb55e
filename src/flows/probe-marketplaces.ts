import { problem } from '#core/problems.ts'
import type { Deps, Tx } from './deps.ts'
import { sweepProblem } from './sweep-problem.ts'
import { CLOSED_WINDOW, type SweepRun } from './sweep-run.ts'

const HOUR = 3_600_000

/**
 * After a 403 for all marketplaces together, asks each alone and names the one at fault (O1). Answers are kept, so that a
 * wait for the quota does not ask the same one twice. Where all are refused, it is the authorization and no marketplace.
 */
export async function probeMarketplaces(deps: Deps, run: SweepRun): Promise<{ again: number | null }> {
  const { merchant, connection, search } = run
  const ids = search.params.marketplaceIds
  const asked = await deps.transaction(merchant, 'app', (tx) =>
    tx.store.probedSince({ connection: connection.id, since: deps.now() - HOUR }),
  )
  const left = ids.filter((id) => !asked.includes(id))
  for (const id of left) {
    const answer = await deps.amazon.searchOrders(
      connection,
      { ...search.params, marketplaceIds: [id] },
      { token: null },
    )
    if (answer.ok === 'wait') return { again: answer.wait.readyAt }
    if (!answer.ok && answer.problem.code !== 'access-denied') return sweepProblem(deps, run, answer.problem)
    const probe = { run, id, refused: !answer.ok, at: deps.now() }
    // The last answer and what follows from them all are one change: with all of them refused no search would be left.
    const end = await deps.transaction(merchant, 'app', async (tx) => {
      if (!(await isOurs(tx, run))) return { again: deps.now() + run.interval }
      await keepAnswer(tx, probe)
      return id === left.at(-1) ? conclude(deps, tx, run) : null
    })
    if (end) return end
  }
  return deps.transaction(merchant, 'app', async (tx) =>
    (await isOurs(tx, run)) ? conclude(deps, tx, run) : { again: deps.now() + run.interval },
  )
}

/** True while no later run has taken over: what an older one met may no longer be so. */
const isOurs = (tx: Tx, { connection, sweep }: SweepRun): Promise<boolean> =>
  tx.store.holdSweep({ connection: connection.id, fence: sweep.fence })

/** Keeps the answer of one marketplace and names it at once if it is refused: from now on searches go without it. */
async function keepAnswer(
  tx: Tx,
  { run, id, refused, at }: { run: SweepRun; id: string; refused: boolean; at: number },
): Promise<void> {
  const connection = run.connection.id
  await tx.store.markProbed({ connection, marketplaceId: id, refused, at, watermark: run.sweep.watermark })
  if (!refused) return
  const name = run.connection.marketplaces.find((m) => m.id === id)?.name ?? id
  const told = problem('marketplace-refused', { marketplace: `${name} (${id})`, connection })
  await tx.store.noteProblem({ connection, subject: id, problem: told, at })
}

/**
 * What the answers of all marketplaces say together. Where it is no matter of the authorization, the window is asked anew: a
 * token is good only with the marketplaces that made it, and the refused one is among them.
 */
async function conclude(deps: Deps, tx: Tx, run: SweepRun): Promise<{ again: number }> {
  const { merchant, connection, sweep, search } = run
  const ids = search.params.marketplaceIds
  const now = deps.now()
  const after = await tx.store.findConnection(connection.id)
  const refused = (after?.marketplaces ?? []).filter(
    (m) => ids.includes(m.id) && m.refusedAt !== null && m.refusedAt > now - HOUR,
  )
  const isAuthorization = refused.length === ids.length
  if (isAuthorization) {
    await tx.store.letInAgain({ connection: connection.id, ids })
    await tx.store.clearProblems({ connection: connection.id, codes: ['marketplace-refused'], subjects: ids, at: now })
    const told = problem('access-denied', { connection: connection.id })
    await tx.store.noteProblem({ connection: connection.id, problem: told, at: now })
  } else {
    const change = { ...sweep, ...CLOSED_WINDOW, completedAt: null }
    await tx.store.moveSweep({ connection: connection.id, fence: sweep.fence, change })
  }
  deps.log.alarm('Amazon refuses marketplaces.', {
    merchant,
    connection: connection.id,
    refused: refused.length,
    of: ids.length,
  })
  return { again: isAuthorization || refused.length === 0 ? now + HOUR : now }
}
