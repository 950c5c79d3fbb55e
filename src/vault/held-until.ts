import type { VaultDoor } from './door.ts'
import { type HeldRow, OWN_DAYS } from './held-buyers.ts'

/** The kinds of which each row's day is noted, and where they lie. */
const KEPT = {
  buyers: { id: 'order_id', from: 'vault.buyers v where v.merchant_id = $1' },
  documents: { id: 'document_id', from: 'vault.documents v where v.merchant_id = $1 and v.holds_buyer_data' },
} as const
export type NotedKind = keyof typeof KEPT

/** What is kept of which the day is noted, and the numbers of what must be looked at; epoch ms. */
export type NotedTotals = {
  readonly count: number
  readonly oldest: number | null
  readonly goneBy: number | null
  readonly overdue: number
  readonly unknown: readonly number[]
}

type Under = { readonly kind: NotedKind; readonly days: number; readonly now: number }

/** Sums up what is kept by the days that were noted under today's rules, in one look (U4). */
export async function notedTotals({ tx, merchant }: VaultDoor, { kind, days, now }: Under): Promise<NotedTotals> {
  const { id, from } = KEPT[kind]
  const [row] = await tx.query<NotedTotals>(
    `select count(h.id)::int as count, min(h.came_at) as oldest, min(h.gone_by) as "goneBy",
       (count(*) filter (where h.gone_by < to_timestamp($3::float8 / 1000)))::int as overdue,
       coalesce(array_agg(v.id) filter (where h.id is null), '{}') as unknown
     from (select v.${id} as id, v.stored_at, ${OWN_DAYS} from ${from}) v
       left join millrace.held_until h on h.merchant_id = $1 and h.kind = '${kind}' and h.id = v.id
         and h.stored_at = v.stored_at and h.days = $2 and h.own_days is not distinct from v."ownDays"`,
    [merchant, days, now],
  )
  if (!row) throw new Error('Nothing was counted.')
  return { ...row, unknown: row.unknown.toSorted((one, other) => one - other) }
}

/** Of these, what nobody is changing: nobody can until the end of the transaction, and what somebody holds is left for the next time. */
export async function lockHeld(
  { tx, merchant }: VaultDoor,
  kind: NotedKind,
  ids: readonly number[],
): Promise<number[]> {
  if (kind === 'buyers') {
    const rows = await tx.query<{ id: number }>(
      'select order_id as id from millrace.orders where merchant_id = $1 and order_id = any($2::bigint[]) order by order_id for update skip locked',
      [merchant, [...ids]],
    )
    return rows.map(({ id }) => id)
  }
  const documents = await tx.query<{ id: number; reference: string }>(
    'select document_id as id, reference from millrace.documents where merchant_id = $1 and document_id = any($2::bigint[]) order by document_id for update skip locked',
    [merchant, [...ids]],
  )
  const orders =
    'select amazon_order_id as reference from millrace.orders where merchant_id = $1 and amazon_order_id = any($2::text[])'
  const params = [merchant, documents.map(({ reference }) => reference)]
  const locked = await tx.query<{ reference: string }>(`${orders} order by order_id for update skip locked`, params)
  const held = new Set(locked.map(({ reference }) => reference))
  const others = new Set((await tx.query<{ reference: string }>(orders, params)).map(({ reference }) => reference))
  return documents.filter(({ reference }) => held.has(reference) || !others.has(reference)).map(({ id }) => id)
}

/** Notes by when each of these must be gone, as the clock has it under so many days. */
export async function noteHeld(
  { tx, merchant }: VaultDoor,
  { kind, days }: { readonly kind: NotedKind; readonly days: number },
  rows: readonly (HeldRow & { readonly goneBy: number | null })[],
): Promise<void> {
  const { id, from } = KEPT[kind]
  await tx.query(
    `insert into millrace.held_until (merchant_id, kind, id, order_id, came_at, stored_at, days, own_days, gone_by)
     select $1, '${kind}', r.id, r.order_id, to_timestamp(r.came_at / 1000), v.stored_at, $2::integer, r.own_days, to_timestamp(r.gone_by / 1000)
     from unnest($3::bigint[], $4::bigint[], $5::float8[], $6::integer[], $7::float8[]) as r (id, order_id, came_at, own_days, gone_by)
       join (select v.${id} as id, v.stored_at from ${from}) v on v.id = r.id
     on conflict (merchant_id, kind, id) do update set order_id = excluded.order_id, came_at = excluded.came_at, stored_at = excluded.stored_at,
       days = excluded.days, own_days = excluded.own_days, gone_by = excluded.gone_by`,
    [
      ...[merchant, days, rows.map((row) => row.id), rows.map((row) => row.orderId)],
      ...[rows.map((row) => row.cameAt), rows.map((row) => row.ownDays), rows.map((row) => row.goneBy)],
    ],
  )
}
