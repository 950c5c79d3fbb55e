import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { confirmPackage } from './confirm-package.ts'
import { beginConfirming, type ConfirmRun } from './confirm-run.ts'
import type { Deps, Tx } from './deps.ts'
import { readUnseen } from './read-unseen.ts'

type Again = { readonly again: number | null }

/** While several wait, the next run comes when the bucket has some calls for it: fewer runs for the same pace. */
const TOGETHER = 2_000
const SEVERAL = 4

/**
 * Confirms the packages of one connection, one call each, the earliest deadline first, and reads the orders of those that two
 * sweeps did not show (S1, S4, S6). What the bucket does not grant comes again at its time; no transaction is open over a call.
 */
export async function confirmShipments(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  const id = subject as ConnectionId
  const run = await beginConfirming(deps, merchant, id)
  if (!run) return { again: null }
  const stopped = (await confirmWaiting(deps, run)) ?? (await readUnseen(deps, run))
  if (stopped) return stopped
  return { again: await deps.transaction(merchant, 'app', (tx) => nextRun(deps, tx, run)) }
}

/** Sends what waits; a time when the connection must wait, else null. */
async function confirmWaiting(deps: Deps, run: ConfirmRun): Promise<Again | null> {
  for (const [n, row] of run.waiting.entries()) {
    const step = await confirmPackage(deps, run, row)
    if (step.kind === 'quota') return { again: step.readyAt + (run.waiting.length - n > SEVERAL ? TOGETHER : 0) }
    if (step.kind === 'stop') return { again: step.at }
  }
  return null
}

async function nextRun(deps: Deps, tx: Tx, { connection, notBefore }: ConfirmRun): Promise<number | null> {
  const next = await tx.store.nextConfirmationAt(connection.id)
  return next === null ? null : Math.max(next, notBefore ?? 0, deps.now())
}
