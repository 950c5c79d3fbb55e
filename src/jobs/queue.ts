import { type Job, PgBoss } from 'pg-boss'
import type { MerchantId } from '#core/ids.ts'
import type { Log } from '#flows/deps.ts'
import type { DatabaseConfig, Tx } from '#store/db.ts'
import type { WorkKey } from '#store/due.ts'
import type { QueueToCreate } from '#store/queue-schema.ts'
import { errorCode } from './back-off.ts'
import { KINDS } from './work.ts'

/** How often a worker says that it is still at its jobs. */
export const BEAT_SECONDS = 5
/** How long a worker may be silent before its jobs are taken from it; a killed worker's key is free after this and one look. */
export const SILENCE_SECONDS = 15
/** How often each process looks for silent workers. */
export const LOOK_SECONDS = 5

/**
 * The queues, one for each kind of work; `migrate` creates them.
 *
 * `exclusive`: one job of a key, waiting or running. What is sent meanwhile is dropped, and nothing is lost by it, since
 * the wake stands in `deployment.due`. (Not `stately`: a job waiting behind a running one of its key makes the whole
 * fetch fail, and every other merchant of the queue waits.) No retries: waiting and backing off live in the due table.
 */
export const QUEUES: readonly QueueToCreate[] = KINDS.map((name) => ({
  name,
  options: {
    policy: 'exclusive',
    retryLimit: 0,
    heartbeatSeconds: SILENCE_SECONDS,
    expireInSeconds: 3600,
    retentionSeconds: 3600,
    deleteAfterSeconds: 3600,
  },
}))

/** A job that this process has taken: the work, and the claim on it. */
export type Taken = WorkKey & { readonly id: string; readonly claim: number }

/** The queue as the dispatcher and the workers see it. */
export type Queue = {
  /** Sends a job for each key in the caller's transaction; a key that already has one keeps that one. */
  send(tx: Tx, kind: string, keys: readonly WorkKey[]): Promise<void>
  /** Takes up to `most` waiting jobs, the longest waiting first. */
  take(kind: string, most: number): Promise<Taken[]>
  /** Says that we are still at these jobs of one kind; gives back those that were taken from us. */
  beat(kind: string, jobs: readonly Taken[]): Promise<Taken[]>
  /** Ends a job in the caller's transaction and leaves no row of it; false when it was taken from us. */
  finish(tx: Tx, job: Taken): Promise<boolean>
  close(): Promise<void>
}

type Payload = { readonly merchant: MerchantId; readonly subject: string }

/** Opens the queue with a small pool of its own, as `millrace_app`, which owns nothing there. */
export async function openQueue(config: DatabaseConfig, log: Log): Promise<Queue> {
  const boss = new PgBoss({
    ...config,
    application_name: 'millrace queue',
    max: 3,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
    maintenanceIntervalSeconds: 300,
    reindex: false,
  })
  boss.on('error', (error) => log.alarm('The queue met an error.', { error: errorCode(error) }))
  boss.on('warning', ({ data }) =>
    log.note('The queue warns.', { warning: errorCode({ name: (data as { type?: unknown }).type }) }),
  )
  await boss.start()
  return {
    async send(tx, kind, keys) {
      const jobs = keys.map(({ merchant, subject }) => ({
        data: { merchant, subject },
        singletonKey: `${merchant}/${subject}`,
      }))
      await boss.insert(kind, jobs, { db: over(tx) })
    },
    async take(kind, most) {
      const jobs = await boss.fetch<Payload>(kind, { batchSize: most })
      return jobs.map((job) => taken(kind, job))
    },
    async beat(kind, jobs) {
      const { settled } = (await boss.touch(kind, jobs.map(attempt))) as Touched
      return jobs.filter((job) => !settled.includes(job.id))
    },
    async finish(tx, job) {
      const { settled } = (await boss.deleteJob(job.kind, attempt(job), { db: over(tx) })) as Touched
      return settled.length > 0
    },
    close: () => boss.stop({ graceful: false }),
  }
}

/** What pg-boss answers: the jobs that were still ours. Its type says nothing of it, so the test of a lost job holds it to that. */
type Touched = { readonly settled: readonly string[] }

const taken = (kind: string, job: Job<Payload>): Taken => ({
  kind,
  merchant: job.data.merchant,
  subject: job.data.subject,
  id: job.id,
  claim: job.retryCount,
})

const attempt = ({ id, claim }: Taken) => ({ id, retryCount: claim })

const over = (tx: Tx) => ({
  executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) }),
})
