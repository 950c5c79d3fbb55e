import { problem } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { sweepProblem } from './sweep-problem.ts'
import type { SweepRun } from './sweep-run.ts'

const HOUR = 3_600_000

/**
 * After a 403 for all marketplaces together, asks each alone and names the one at fault (O1). Answers are kept, so that a
 * wait for the quota does not ask the same one twice. Where all are refused, it is the authorization and no marketplace.
 */
export async function probeMarketplaces(deps: Deps, run: SweepRun): Promise<{ again: number | null }> {
  const { merchant, connection, search, sweep } = run
  const ids = search.params.marketplaceIds
  const asked = await deps.transaction(merchant, 'app', (tx) =>
    tx.store.probedSince({ connection: connection.id, since: deps.now() - HOUR }),
  )
  for (const id of ids.filter((id) => !asked.includes(id))) {
    const answer = await deps.amazon.searchOrders(connection, { ...search.params, marketplaceIds: [id] }, null)
    if (answer.ok === 'wait') return { again: answer.wait.readyAt }
    if (!answer.ok && answer.problem.code !== 'access-denied') return sweepProblem(deps, run, answer.problem)
    await deps.transaction(merchant, 'app', (tx) =>
      tx.store.markProbed({
        connection: connection.id,
        marketplaceId: id,
        refused: !answer.ok,
        at: deps.now(),
        watermark: sweep.watermark,
      }),
    )
  }
  return deps.transaction(merchant, 'app', async (tx) => {
    const after = await tx.store.findConnection(connection.id)
    const refused = (after?.marketplaces ?? []).filter(
      (m) => ids.includes(m.id) && m.refusedAt !== null && m.refusedAt > deps.now() - HOUR,
    )
    const isAuthorization = refused.length === ids.length
    if (isAuthorization) await tx.store.forgiveMarketplaces({ connection: connection.id, ids })
    const noted = isAuthorization
      ? [problem('access-denied', { connection: connection.id })]
      : refused.map((m) =>
          problem('marketplace-refused', { marketplace: `${m.name} (${m.id})`, connection: connection.id }),
        )
    for (const [index, fault] of noted.entries()) {
      await tx.store.noteProblem({
        connection: connection.id,
        subject: isAuthorization ? '' : (refused[index]?.id ?? ''),
        problem: fault,
        at: deps.now(),
      })
    }
    deps.log.alarm('Amazon refuses marketplaces.', {
      merchant,
      connection: connection.id,
      refused: refused.length,
      of: ids.length,
    })
    return { again: isAuthorization || refused.length === 0 ? deps.now() + HOUR : deps.now() }
  })
}
