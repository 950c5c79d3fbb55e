import { mayCall } from '#core/authorization/authorization-state.ts'
import { deletesAt, overdueAt } from '#core/authorization/deletion-clock.ts'
import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { OF_DEPLOYMENT } from '#core/known-authorization-problems.ts'
import type { ProblemCode } from '#core/known-problems.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import { problem } from '#core/problems.ts'
import { deleteConnectionContent } from './delete-connection-content.ts'
import type { Deps } from './deps.ts'
import { moveAuthorization, refusalSignal } from './move-authorization.ts'
import { rereadMarketplaces } from './reread-marketplaces.ts'
import { tellOperators } from './tell-operators.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Again = { again: number | null }

/**
 * Looks after one authorization: while it stands, a token is asked for daily and the marketplaces weekly, since Amazon tells nobody of a
 * revocation; once it has ended, its clock runs, and at the end what Amazon gave is deleted (C1, C4, C6). Without a connection it only sees to
 * what operators are to be told.
 */
export async function watchAuthorization(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  const untold = await tellOperators(deps)
  if (subject === '') {
    const next = await forgetMixUps(deps, merchant)
    return { again: untold > 0 ? Math.min(next ?? Number.POSITIVE_INFINITY, deps.now() + HOUR) : next }
  }
  const id = subject as ConnectionId
  const connection = await deps.transaction(merchant, 'app', (tx) => tx.store.findConnection(id))
  if (!connection) return { again: null }
  // A suspended merchant has its clock still, but nothing is asked for it (M2).
  const isSuspended = (await deps.deployment.findMerchant(merchant))?.suspendedAt != null
  if (mayCall(connection.state)) return { again: isSuspended ? deps.now() + DAY : await probe(deps, connection) }
  return connection.deletion ? runClock(deps, connection, connection.deletion.at) : { again: null }
}

/** One token call; a refusal is believed when it comes twice, five minutes apart. */
async function probe(deps: Deps, connection: Connection): Promise<number> {
  const { merchantId: merchant, id } = connection
  const answer = await deps.amazon.proveToken(connection)
  const at = deps.now()
  if (answer.ok) return goOn(deps, connection, at)
  const { code } = answer.problem
  const ends = code === 'authorization-revoked'
  if (!ends && !OF_DEPLOYMENT.includes(code)) return at + HOUR
  return deps.transaction(merchant, 'app', async (tx) => {
    const since = await tx.store.noteProblem({ connection: id, problem: answer.problem, at })
    if (!ends) return at + HOUR
    if (at - since < 5 * MINUTE) return at + 6 * MINUTE
    await moveAuthorization(tx, { connection: id, signal: await refusalSignal(tx, id, at), at })
    deps.log.alarm('An authorization has ended.', { merchant, connection: id })
    return at
  })
}

const WEEK_OF_CALLS = 7 * DAY

async function goOn(deps: Deps, connection: Connection, at: number): Promise<number> {
  const { merchantId: merchant, id } = connection
  const isWeekly = await deps.transaction(merchant, 'app', async (tx) => {
    const codes: readonly ProblemCode[] = ['authorization-revoked', ...(OF_DEPLOYMENT as readonly ProblemCode[])]
    await tx.store.clearProblems({ connection: id, codes, at })
    return tx.store.takeWeeklyCheck({ connection: id, at, before: at - WEEK_OF_CALLS })
  })
  // An importing connection reads them every night.
  if (isWeekly && !connection.importing) await rereadMarketplaces(deps, { merchant, connection })
  return at + DAY
}

/** The clock of C6: waits for its end, and then deletes. That it is not done a day later is an alarm. */
async function runClock(deps: Deps, connection: Connection, at: number): Promise<Again> {
  const { merchantId: merchant, id } = connection
  if (deps.now() < at) return { again: at }
  await noteOverdue(deps, connection)
  const done = await deleteConnectionContent(deps, merchant, id)
  return { again: done ? null : deps.now() }
}

async function noteOverdue(deps: Deps, { merchantId: merchant, id }: Connection): Promise<void> {
  const now = deps.now()
  const isOverdue = await deps.transaction(merchant, 'app', async (tx) => {
    const clock = await tx.store.lockClock(id)
    if (!clock || now < overdueAt(clock.beganAt)) return false
    const day = merchantTime(deletesAt(clock.beganAt), await tx.store.merchantFacts()).split(' ')[0] ?? ''
    await tx.store.noteProblem({
      connection: id,
      problem: problem('deletion-overdue', { connection: id, day }),
      at: now,
    })
    return true
  })
  if (isOverdue)
    deps.log.alarm('What Amazon gave should have been deleted and is still there.', { merchant, connection: id })
}

/** A mix-up is told for a week: nobody can mend it here. */
const forgetMixUps = (deps: Deps, merchant: MerchantId): Promise<number | null> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const oldest = await tx.store.forgetMixUps({ before: deps.now() - WEEK_OF_CALLS, at: deps.now() })
    return oldest === null ? null : oldest + WEEK_OF_CALLS
  })
