import { dueNow, nextDueAt, start, type WorkKey } from '#store/due.ts'
import { type Begun, inDeployment, leaseEnd, type RunOutcome, recordRun, runWork } from './run-work.ts'
import type { Workshop } from './work.ts'

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
  while (true) {
    const begun = await beginNext(shop)
    if (!begun) return ran
    const outcome = await runWork(shop, begun)
    await inDeployment(shop, (tx) => recordRun(tx, shop, { begun, outcome }))
    const { merchant, kind, subject } = begun
    ran.push({ merchant, kind, subject, outcome })
    const name = `${merchant}/${kind}/${subject}`
    times.set(name, (times.get(name) ?? 0) + 1)
    if ((times.get(name) ?? 0) > MOST_RUNS_OF_ONE_KEY) throw new Error(`${name} is due again after every run.`)
  }
}

/** When the next work is due, or null: the instant to which the fast demo moves its clock. */
export const nextWorkAt = (shop: Workshop): Promise<number | null> => inDeployment(shop, nextDueAt)

/** Takes the oldest due work and begins it in one transaction, so that a dispatcher beside us does not send it too. */
function beginNext(shop: Workshop): Promise<Begun | null> {
  return inDeployment(shop, async (tx) => {
    const [row] = await dueNow(tx, shop.deps.now(), 1)
    if (!row) return null
    const started = await start(tx, row, leaseEnd(shop, row.kind))
    return started && { merchant: row.merchant, kind: row.kind, subject: row.subject, seq: started.seq }
  })
}
