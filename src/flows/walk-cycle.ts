import type { Connection } from '#core/connection.ts'
import type { SellerSku } from '#core/ids.ts'
import type { Cycle } from '#store/sending.ts'
import type { Deps, Tx } from './deps.ts'
import { lookAtSkus } from './look-at-skus.ts'

const HOUR = 3_600_000
const SKUS_A_STEP = 5000
/** A step is loaded in parts that are asked for at once: while one is decided here, the database works on the next. */
const SKUS_A_PART = 1250

type Sending = { readonly stock: boolean; readonly price: boolean }

/**
 * One step of a cycle (I1): begins the hourly one when its hour has come, looks at a page of its SKUs and records what is due. A
 * complete cycle that has not ended makes the next one skip, and says so. Gives when it wants to go on.
 */
export async function walkCycle(
  deps: Deps,
  tx: Tx,
  { connection, sending }: { readonly connection: Connection; readonly sending: Sending },
): Promise<{ readonly more: boolean; readonly nextAt: number }> {
  const now = deps.now()
  const nextAt = await beginHourly(deps, tx, connection)
  const cycle = await tx.store.openCycle(connection.id)
  if (!cycle) return { more: false, nextAt }
  const skus = await skusOf(tx, connection, cycle)
  const look = { connection, occasion: cycle.kind, sending, at: now }
  const looked = await Promise.all(partsOf(skus).map((part) => lookAtSkus(tx, { ...look, skus: part })))
  const outcomes = looked.flat()
  const urgent = cycle.kind === 'manual'
  await tx.store.recordLook({ connection: connection.id, outcomes, urgent, byOrders: false, at: now })
  const done = skus.length < SKUS_A_STEP
  await tx.store.moveCycle({ cycleId: cycle.cycleId, afterSku: skus.at(-1) ?? null, done, at: now })
  return { more: !done, nextAt }
}

const partsOf = (skus: readonly SellerSku[]): (readonly SellerSku[])[] =>
  Array.from({ length: Math.ceil(skus.length / SKUS_A_PART) }, (_, n) =>
    skus.slice(n * SKUS_A_PART, (n + 1) * SKUS_A_PART),
  )

async function skusOf(tx: Tx, connection: Connection, cycle: Cycle): Promise<readonly SellerSku[]> {
  if (cycle.skus === null)
    return tx.store.nextSkus({ connection: connection.id, after: cycle.afterSku, limit: SKUS_A_STEP })
  const { afterSku, skus } = cycle
  const left = [...new Set(skus)].sort().filter((sku) => afterSku === null || sku > afterSku)
  return left.slice(0, SKUS_A_STEP)
}

/** Begins the hourly cycle once an hour is over since the last one began; gives when the next one is wanted. */
async function beginHourly(deps: Deps, tx: Tx, connection: Connection): Promise<number> {
  const now = deps.now()
  const last = await tx.store.lastCycle(connection.id)
  if (last && last.beganAt + HOUR > now) return last.beganAt + HOUR
  const { completeHourly } = await tx.store.readInventorySettings()
  const kind = completeHourly ? 'complete' : 'changes'
  const of = { connection: connection.id }
  if (await tx.store.isCompleteUnderWay(connection.id)) {
    const problem = { code: 'cycle-skipped', facts: { connection: connection.id } } as const
    await tx.store.noteProblem({ ...of, problem, subject: '', at: now })
    return now + HOUR
  }
  await tx.store.clearProblems({ ...of, codes: ['cycle-skipped'], at: now })
  await tx.store.beginCycle({ ...of, kind, skus: null, by: 'schedule', at: now })
  return now + HOUR
}
