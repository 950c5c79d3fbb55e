import { announce, type DueRow, dueNow, JOB_CHANNEL, markSent, nextDueAt, WAKE_CHANNEL } from '#store/due.ts'
import { listen } from '#store/listen.ts'
import { errorCode } from './back-off.ts'
import type { Queue } from './queue.ts'
import { inDeployment, leaseEnd } from './run-work.ts'
import { kindsOf, type Workshop } from './work.ts'

/** Something that runs until it is stopped. */
export type Running = { stop(): Promise<void> }

const BATCH = 500
/** Without a wake, looks this often; wakes come as notifications, so this only covers a lost one. */
const LOOK_AT_LEAST_EVERY = 5_000
/** Many wakes at once are one look. */
const LOOK_AT_MOST_EVERY = 50
/** Due work that an open transaction holds is passed over; it is not asked for without a pause. */
const PAUSE = 250

/** Sends a job for everything that is due; says how much that was. Several dispatchers beside each other are harmless. */
export async function dispatchDue(shop: Workshop, queue: Queue): Promise<number> {
  let sent = 0
  for (let batch = BATCH; batch === BATCH; sent += batch) batch = await dispatchBatch(shop, queue)
  return sent
}

/** Reads, sends and marks in one transaction: either all of it happened, or the rows are still due. */
function dispatchBatch(shop: Workshop, queue: Queue): Promise<number> {
  return inDeployment(shop, async (tx) => {
    const rows = await dueNow(tx, { now: shop.deps.now(), limit: BATCH, kinds: kindsOf(shop.schedule) })
    if (rows.length === 0) return 0
    for (const [kind, ofKind] of byKind(rows)) {
      await queue.send(tx, kind, ofKind)
      await announce(tx, JOB_CHANNEL, kind)
    }
    const marked = rows.map((row) => ({ ...row, leaseUntil: leaseEnd(shop, row.kind) }))
    await markSent(tx, marked)
    return rows.length
  })
}

function byKind(rows: readonly DueRow[]): Map<string, DueRow[]> {
  const kinds = new Map<string, DueRow[]>()
  for (const row of rows) kinds.set(row.kind, [...(kinds.get(row.kind) ?? []), row])
  return kinds
}

/** Dispatches whatever comes due, at once after each wake, until it is stopped. */
export function startDispatcher(shop: Workshop, queue: Queue): Running {
  let stopping = false
  let woken = false
  let rouse = () => {}
  const listening = listen(shop.pool, WAKE_CHANNEL, () => {
    woken = true
    rouse()
  })
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async () => {
    while (!stopping) {
      woken = false
      const wait = await lookOnce(shop, queue)
      if (stopping) return
      await new Promise((resolve) => setTimeout(resolve, LOOK_AT_MOST_EVERY))
      if (!woken && !stopping) await sleep(wait)
    }
  }
  const ended = loop()
  return {
    async stop() {
      stopping = true
      rouse()
      listening.close()
      await ended
    },
  }
}

/** One look; an outage is logged and tried again. Says how long to sleep. */
async function lookOnce(shop: Workshop, queue: Queue): Promise<number> {
  try {
    await dispatchDue(shop, queue)
    const next = await inDeployment(shop, (tx) => nextDueAt(tx, kindsOf(shop.schedule)))
    return next === null ? LOOK_AT_LEAST_EVERY : Math.min(LOOK_AT_LEAST_EVERY, Math.max(PAUSE, next - shop.deps.now()))
  } catch (error) {
    shop.deps.log.alarm('What is due could not be sent.', { error: errorCode(error) })
    return LOOK_AT_LEAST_EVERY
  }
}
