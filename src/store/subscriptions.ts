import type { HintTopic } from '#core/hints/hint-topic.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'

/** What Amazon was asked to tell of a connection; epoch ms. */
export type Subscribed = {
  readonly connection: ConnectionId
  readonly topic: HintTopic
  readonly subscriptionId: string | null
  readonly checkedAt: number
  readonly problem: Problem | null
}

/** The same, and when Amazon told something of it last, within a day. */
export type HeardSubscription = Subscribed & { readonly heardAt: number | null }

/** Keeps how a subscription stands; where it could not be looked for, its name stays, so that it can be ended. */
export const saveSubscription = (tx: Tx, merchant: MerchantId, s: Subscribed) =>
  tx.query(
    `insert into millrace.subscriptions (merchant_id, connection_id, topic, subscription_id, checked_at, problem)
     values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6)
     on conflict (merchant_id, connection_id, topic) do update
       set subscription_id = coalesce(excluded.subscription_id, millrace.subscriptions.subscription_id), checked_at = excluded.checked_at, problem = excluded.problem`,
    [merchant, s.connection, s.topic, s.subscriptionId, s.checkedAt, s.problem ? JSON.stringify(s.problem) : null],
  )

/** Forgets a subscription that was ended. */
export const forgetSubscription = (
  tx: Tx,
  merchant: MerchantId,
  { connection, topic }: Pick<Subscribed, 'connection' | 'topic'>,
) =>
  tx.query('delete from millrace.subscriptions where merchant_id = $1 and connection_id = $2 and topic = $3', [
    merchant,
    connection,
    topic,
  ])

/** How the subscriptions of a merchant stand. */
export const listSubscriptions = (tx: Tx, merchant: MerchantId): Promise<HeardSubscription[]> =>
  tx.query<HeardSubscription>(
    `select s.connection_id as connection, s.topic, s.subscription_id as "subscriptionId", s.checked_at as "checkedAt", s.problem,
       h.taken_at as "heardAt"
     from millrace.subscriptions s
     left join deployment.hints h on h.merchant_id = s.merchant_id and h.hint_id = 'last ' || s.connection_id || ' ' || s.topic
     where s.merchant_id = $1 order by s.connection_id, s.topic`,
    [merchant],
  )

/** The queue's destination at Amazon in a region, and when it was last seen there; epoch ms. */
export type Destination = {
  readonly region: Region
  readonly arn: string
  readonly destinationId: string | null
  readonly checkedAt: number
  readonly problem: Problem | null
}

const SELECT = `select region, arn, destination_id as "destinationId", checked_at as "checkedAt", problem from deployment.destinations`

/** The destinations of all regions. */
export const listDestinations = (pool: Pool): Promise<Destination[]> =>
  withoutMerchant(pool, (tx) => tx.query<Destination>(`${SELECT} order by region`))

/** Keeps what is known of a destination. */
export const saveDestination = (pool: Pool, d: Destination): Promise<unknown> =>
  withoutMerchant(pool, (tx) =>
    tx.query(
      `insert into deployment.destinations (region, arn, destination_id, checked_at, problem)
       values ($1, $2, $3, to_timestamp($4::float8 / 1000), $5)
       on conflict (region) do update set arn = excluded.arn, destination_id = excluded.destination_id,
         checked_at = excluded.checked_at, problem = excluded.problem`,
      [d.region, d.arn, d.destinationId, d.checkedAt, d.problem ? JSON.stringify(d.problem) : null],
    ),
  )

/** Forgets the destination of a region: it is looked for at Amazon, and made where it is gone. */
export const forgetDestination = (pool: Pool, region: Region): Promise<unknown> =>
  withoutMerchant(pool, (tx) => tx.query('delete from deployment.destinations where region = $1', [region]))
