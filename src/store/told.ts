import type { MerchantId } from '#core/ids.ts'
import type { News, NewsEntry } from '#core/notifications/messages.ts'
import type { ToldCodes } from '#core/notifications/told-problems.ts'
import type { Topic } from '#core/notifications/topics.ts'
import type { Tx } from './db.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What is wanted of what is wrong now: the problems of these codes, and with them held documents and refused rows or not. */
export type WrongWish = {
  readonly codes: ToldCodes
  readonly withDocuments: boolean
  readonly at: number
  readonly limit: number
}

/** Everything that is wrong now, each under a name that stays while it is so. */
const WRONG = `select 'document ' || document_id as thing, 'document' as "from", document_id as number, reference as name, problems, decided_at as at
    from millrace.documents where merchant_id = $1 and state = 'held' and $4
  union all select 'outbox ' || o.outbox_id, 'outbox', o.outbox_id, r.amazon_order_id, case when o.problem is null then '[]'::jsonb else jsonb_build_array(o.problem) end, coalesce(o.sent_at, o.entered_at)
    from millrace.outbox o join millrace.orders r on r.merchant_id = o.merchant_id and r.order_id = o.order_id
    where o.merchant_id = $1 and o.state in ('refused', 'unsure') and $4
  union all select 'problem ' || connection_id || ' ' || code || ' ' || subject, 'problem', null, connection_id, jsonb_build_array(jsonb_build_object('code', code, 'facts', facts)), since
    from millrace.problems where merchant_id = $1 and cleared_at is null
      and (code = any($2) or code = any($3) and since <= to_timestamp($5::float8 / 1000))`

const wrongParams = (merchant: MerchantId, { codes, withDocuments, at }: Omit<WrongWish, 'limit'>) => [
  merchant,
  codes.atOnce,
  codes.ifItStays,
  withDocuments,
  at - HOUR,
]

const newsOf = (rows: readonly (NewsEntry & { readonly total: number })[]): News => ({
  total: rows[0]?.total ?? 0,
  entries: rows.map(({ from, number, name, problems, at }) => ({ from, number, name, problems, at })),
})

/** What is wrong now, told or not: how much, and the oldest of it. */
export async function wrongNow(tx: Tx, merchant: MerchantId, wish: WrongWish): Promise<News> {
  const rows = await tx.query<NewsEntry & { total: number }>(
    `select *, count(*) over ()::int as total from (${WRONG}) w order by at, thing limit $6`,
    [...wrongParams(merchant, wish), wish.limit],
  )
  return newsOf(rows)
}

/** What is wrong and was not told to a person yet; it counts as told from now on. One statement: what comes between is not lost (N3). */
export async function takeNews(
  tx: Tx,
  merchant: MerchantId,
  wish: WrongWish & { readonly address: string; readonly topic: Topic },
): Promise<News> {
  const rows = await tx.query<NewsEntry & { total: number }>(
    `with wrong as (${WRONG}),
     new as (select * from wrong w where not exists (select from millrace.told t where t.merchant_id = $1 and t.address = $7 and t.topic = $8 and t.thing = w.thing)),
     marked as (insert into millrace.told (merchant_id, address, topic, thing, told_at) select $1, $7, $8, thing, to_timestamp($9::float8 / 1000) from new on conflict do nothing)
     select *, count(*) over ()::int as total from new order by at, thing limit $6`,
    [...wrongParams(merchant, wish), wish.limit, wish.address, wish.topic, wish.at],
  )
  return newsOf(rows)
}

/** Of these things those that were not told to a person yet; they count as told from now on. */
export async function takeThings(
  tx: Tx,
  merchant: MerchantId,
  wish: {
    readonly address: string
    readonly topic: Topic
    readonly things: readonly string[]
    readonly at: number
  },
): Promise<ReadonlySet<string>> {
  if (wish.things.length === 0) return new Set()
  const rows = await tx.query<{ thing: string }>(
    `insert into millrace.told (merchant_id, address, topic, thing, told_at) select $1, $2, $3, unnest($4::text[]), to_timestamp($5::float8 / 1000)
     on conflict do nothing returning thing`,
    [merchant, wish.address, wish.topic, [...wish.things], wish.at],
  )
  return new Set(rows.map((row) => row.thing))
}

/** Longer than any step of the ladder and any deadline stays open. */
const KEPT_DAYS = 120

/** Forgets that things were told which are over: what comes again within a day of its telling is not told again (N3). */
export async function forgetTold(
  tx: Tx,
  merchant: MerchantId,
  { codes, at }: { readonly codes: readonly ToldCodes[]; readonly at: number },
): Promise<void> {
  const all: ToldCodes = {
    atOnce: codes.flatMap((each) => [...each.atOnce, ...each.ifItStays]),
    ifItStays: [],
  }
  await tx.query(
    `delete from millrace.told where merchant_id = $1 and told_at < to_timestamp($6::float8 / 1000)
       and (told_at < to_timestamp($7::float8 / 1000) and topic in ('deadlines', 'health', 'authorization') and thing not like 'problem %'
         or topic in ('file-errors', 'authorization') and (thing like 'document %' or thing like 'outbox %' or thing like 'problem %')
           and not exists (select from (${WRONG}) w where w.thing = told.thing))`,
    [...wrongParams(merchant, { codes: all, withDocuments: true, at }), at - DAY, at - KEPT_DAYS * DAY],
  )
}

/** How many kinds of work of a merchant failed so often in a row (N3). */
export async function countFailingWork(tx: Tx, merchant: MerchantId, failures: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(distinct kind)::int as n from deployment.due where merchant_id = $1 and failures >= $2',
    [merchant, failures],
  )
  return row?.n ?? 0
}

/** A connection with the day of its lapse, and since when its deletion clock runs. */
export type EndingConnection = {
  readonly connection: string
  readonly lapsesOn: string | null
  readonly deletionBeganAt: number | null
}

/** Connections whose authorization will lapse or has, or whose data will be deleted (C4, C6). */
export const endingConnections = (tx: Tx, merchant: MerchantId): Promise<EndingConnection[]> =>
  tx.query(
    `select c.connection_id as connection, case when c.state in ('authorized', 'expired') then c.lapses_on end as "lapsesOn", k.began_at as "deletionBeganAt"
     from millrace.connections c left join millrace.deletion_clocks k on k.merchant_id = c.merchant_id and k.connection_id = c.connection_id and k.ended_at is null
     where c.merchant_id = $1 and (c.state in ('authorized', 'expired') or k.began_at is not null) order by c.connection_id`,
    [merchant],
  )
