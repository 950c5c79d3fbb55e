import type { HintTopic } from '#core/hints/hint-topic.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'
import { clearDeploymentProblems, noteDeploymentProblem } from './deployment-problems.ts'
import { announce, WAKE_CHANNEL } from './due.ts'

/** Which merchant a selling partner belongs to in a region; one that is suspended rests (M2). */
export type Holder = { readonly merchant: MerchantId; readonly region: Region; readonly suspended: boolean }

/** The merchants that a selling partner belongs to, by region. */
export const holdersOf = (pool: Pool, sellingPartnerId: string): Promise<Holder[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<Holder>(
      `select s.merchant_id as merchant, s.region, m.suspended_at is not null as suspended
       from deployment.selling_partners s join deployment.merchants m using (merchant_id)
       where s.selling_partner_id = $1 order by s.merchant_id, s.region`,
      [sellingPartnerId],
    ),
  )

/** A hint as it is noted: Amazon's name of it, and of which connection and topic it is. */
export type NotedHint = {
  readonly id: string
  readonly connection: ConnectionId
  readonly topic: HintTopic | null
  readonly at: number
}

/**
 * Notes that a hint was taken, and beside it when its topic was heard of last; false when it was taken before. In the transaction of what it
 * causes. What was heard last has a name with two blanks, and no hint has that.
 */
export const noteHint = async (
  tx: Tx,
  merchant: MerchantId,
  { id, connection, topic, at }: NotedHint,
): Promise<boolean> =>
  (
    await tx.query(
      `with noted as (insert into deployment.hints (hint_id, merchant_id, taken_at) values ($1, $2, to_timestamp($3::float8 / 1000))
         on conflict do nothing returning 1),
       heard as (insert into deployment.hints (hint_id, merchant_id, taken_at)
         select $4, $2, to_timestamp($3::float8 / 1000) from noted where $4::text is not null
         on conflict (hint_id, merchant_id) do update set taken_at = excluded.taken_at)
       select 1 from noted`,
      [id, merchant, at, topic && `last ${connection} ${topic}`],
    )
  ).length === 1

/** Notes that the queue holds something strange, once however often it comes. */
export const noteStrangeHint = (
  pool: Pool,
  { problem, at }: { readonly problem: Problem; readonly at: number },
): Promise<number> => withoutMerchant(pool, (tx) => noteDeploymentProblem(tx, { subject: '', problem, at }))

/** How a look into the queue ended. */
export type QueueLook = {
  readonly arn: string
  readonly messages: number
  readonly problem: Problem | null
  readonly at: number
}

/** The queue as the last look found it; epoch ms. */
export type QueueStanding = {
  readonly arn: string
  readonly answeredAt: number | null
  readonly messageAt: number | null
  readonly problem: Problem | null
}

/** How the queue stood at the last look; null where there never was one. */
export const hintQueue = (pool: Pool): Promise<QueueStanding | null> =>
  withoutMerchant(pool, async (tx) => {
    const [row] = await tx.query<QueueStanding>(
      'select arn, answered_at as "answeredAt", message_at as "messageAt", problem from deployment.hint_queue',
    )
    return row ?? null
  })

const TROUBLES = ['hint-queue-refused', 'hint-queue-away'] as const
/** So long an outage is nobody's business. */
const PATIENCE = 10 * 60_000

/** Notes how a look ended. A refusal is told to the operator at once, an outage after ten minutes; both are over with the next answer. */
export const noteQueueLook = (pool: Pool, { arn, messages, problem, at }: QueueLook): Promise<void> =>
  withoutMerchant(pool, async (tx) => {
    const [row] = await tx.query<{ since: number | null; before: boolean }>(
      `with old as (select problem is not null as troubled from deployment.hint_queue),
       now as (insert into deployment.hint_queue as q (arn, answered_at, message_at, problem, problem_since)
         values ($1, case when $3::jsonb is null then to_timestamp($4::float8 / 1000) end, case when $2 > 0 then to_timestamp($4::float8 / 1000) end,
           $3::jsonb, case when $3::jsonb is not null then to_timestamp($4::float8 / 1000) end)
         on conflict (one) do update set arn = excluded.arn, answered_at = coalesce(excluded.answered_at, q.answered_at),
           message_at = coalesce(excluded.message_at, q.message_at), problem = excluded.problem,
           problem_since = case when excluded.problem is not null then coalesce(q.problem_since, excluded.problem_since) end
         returning problem_since)
       select now.problem_since as since, coalesce((select troubled from old), false) as before from now`,
      [arn, messages, problem ? JSON.stringify(problem) : null, at],
    )
    if (problem && (problem.code === 'hint-queue-refused' || at - (row?.since ?? at) >= PATIENCE))
      await noteDeploymentProblem(tx, { subject: '', problem, at })
    if (!problem && row?.before) await clearDeploymentProblems(tx, { codes: TROUBLES, subject: '', at })
  })

const STRANGE = ['hint-unreadable', 'hint-for-nobody', 'hint-of-unknown-type', 'hint-of-unknown-application'] as const
const WEEK = 7 * 86_400_000
const DAY = 86_400_000

/** Forgets hints that were taken more than a day ago, some at a time, and what was strange and did not come again for a week. */
export const forgetOldHints = (pool: Pool, at: number): Promise<void> =>
  withoutMerchant(pool, async (tx) => {
    await tx.query(
      `delete from deployment.hints h using (select hint_id, merchant_id from deployment.hints where taken_at < to_timestamp($1::float8 / 1000)
         order by taken_at limit 200 for update skip locked) old where h.hint_id = old.hint_id and h.merchant_id = old.merchant_id`,
      [at - DAY],
    )
    await tx.query(
      `update deployment.problems set cleared_at = to_timestamp($1::float8 / 1000)
       where code = any($2) and cleared_at is null and last_seen < to_timestamp($3::float8 / 1000)`,
      [at, [...STRANGE], at - WEEK],
    )
  })

/** Has the subscriptions of every connection looked at where nobody does yet, or the queue is another one. */
export const wakeSubscriptions = (pool: Pool, { arn, at }: { readonly arn: string; readonly at: number }) =>
  withoutMerchant(pool, async (tx) => {
    await tx.query(
      `with known as (select arn from deployment.hint_queue),
       moved as (insert into deployment.hint_queue (arn) values ($1) on conflict (one) do update set arn = excluded.arn)
       insert into deployment.due as d (merchant_id, kind, subject, at)
       select merchant_id, 'subscriptions', region || '-' || selling_partner_id, to_timestamp($2::float8 / 1000) from deployment.selling_partners
       on conflict (merchant_id, kind, subject) do update set at = excluded.at, seq = d.seq + 1
         where d.at is null or not exists (select from known where known.arn = $1)`,
      [arn, at],
    )
    await announce(tx, WAKE_CHANNEL, '')
  })
