import type { Tx } from '#store/db.ts'
import { dueNow, nextDueAt, start, type WorkKey } from '#store/due.ts'
import { type Begun, inDeployment, leaseEnd, type RunOutcome, recordRun, runWork } from './run-work.ts'
import { kindsOf, type Workshop } from './work.ts'

/** One piece of work that was run, and how it came out. */
export type Ran = WorkKey & { readonly outcome: RunOutcome }

/** Work that is due again at once so often wakes itself: a bug, which must not spin for ever. */
const MOST_RUNS_OF_ONE_KEY = 1000

/**
 * Runs everything that is due now, one after the other in this process, until nothing is due; says what ran. It is the
 * same work by the same steps as the workers', without the queue: for tests, `millrace run` and the fast demo.
 */
export async function runDue(shop: Workshop): Promise<Ran[]> {
  const ran: Ran[] = []
  const times = new Map<string, number>()
  let begun = await inDeployment(shop, (tx) => beginNext(tx, shop))
  while (begun) {
    const run: Begun = begun
    const outcome = await runWork(shop, run)
    // One transaction ends a run and begins the next.
    begun = await inDeployment(shop, async (tx) => {
      await recordRun(tx, shop, { begun: run, outcome })
      return beginNext(tx, shop)
    })
    const { merchant, kind, subject } = run
    ran.push({ merchant, kind, subject, outcome })
    const name = `${merchant}/${kind}/${subject}`
    times.set(name, (times.get(name) ?? 0) + 1)
    if ((times.get(name) ?? 0) > MOST_RUNS_OF_ONE_KEY) throw new Error(`${name} is due again after every run.`)
  }
  return ran
}

/** When the next work is due, or null: the instant to which the fast demo moves its clock. */
export const nextWorkAt = (shop: Workshop): Promise<number | null> =>
  inDeployment(shop, (tx) => nextDueAt(tx, kindsOf(shop.schedule)))

/** Takes the oldest due work and begins it in the same transaction, so that a dispatcher beside us does not send it too. */
async function beginNext(tx: Tx, shop: Workshop): Promise<Begun | null> {
  const [row] = await dueNow(tx, { now: shop.deps.now(), limit: 1, kinds: kindsOf(shop.schedule) })
  if (!row) return null
  const started = await start(tx, row, leaseEnd(shop, row.kind))
  return started && { merchant: row.merchant, kind: row.kind, subject: row.subject, seq: started.seq }
}
