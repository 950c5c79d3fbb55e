import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { SubmissionKind, SubmissionState } from '#core/shipments/submission.ts'
import type { Tx } from './db.ts'

/** One kind of file of one connection: what waits for it, the last one that was taken, and those whose report nobody brought. Epoch ms. */
export type FileOfToday = {
  readonly connection: ConnectionId
  readonly kind: SubmissionKind
  /** Packages, orders, refunds, or SKUs that are known to differ. */
  readonly waiting: number
  /** The earliest deadline of what waits. */
  readonly dueBy: number | null
  readonly last: {
    readonly file: number
    readonly state: SubmissionState
    readonly messages: number
    readonly madeBy: string
    readonly madeAt: number
  } | null
  /** Files that are carried and have no report yet, the oldest first. */
  readonly open: readonly number[]
}

const MOST_OPEN = 20

/** What waits to be carried to Seller Central, by connection and kind of file (H2). */
export const filesOfToday = (tx: Tx, merchant: MerchantId): Promise<FileOfToday[]> =>
  tx.query<FileOfToday>(
    `select c.connection_id as connection, k.kind, coalesce(w.n, 0)::int as waiting, w.due_by as "dueBy", l.last, coalesce(o.open, '[]') as open
     from millrace.connections c
       cross join (values (1, 'confirmation'), (2, 'cancellation'), (3, 'refund'), (4, 'listings')) as k (place, kind)
       left join lateral (
         select count(*) as n, min(b.due_by) as due_by from millrace.outbox b
           where k.kind <> 'listings' and b.merchant_id = $1 and b.connection_id = c.connection_id and b.kind = k.kind and b.state = 'waiting'
         union all select count(distinct f.seller_sku), null from millrace.sku_fields f
           where k.kind = 'listings' and f.merchant_id = $1 and f.connection_id = c.connection_id and f.state = 'due'
         order by n desc limit 1) w on true
       left join lateral (
         select jsonb_build_object('file', s.submission_id, 'state', s.state, 'messages', s.messages, 'madeBy', s.made_by,
           'madeAt', floor(extract(epoch from s.made_at) * 1000)) as last
         from millrace.submissions s where s.merchant_id = $1 and s.connection_id = c.connection_id and s.kind = k.kind and s.way = 'file' and s.state <> 'failed'
         order by s.submission_id desc limit 1) l on true
       left join lateral (
         select jsonb_agg(s.submission_id order by s.submission_id) as open from (
           select submission_id from millrace.submissions
           where merchant_id = $1 and connection_id = c.connection_id and kind = k.kind and state = 'carried' and ended_at is null
           order by submission_id limit ${MOST_OPEN}) s) o on true
     where c.merchant_id = $1 order by c.connection_id, k.place`,
    [merchant],
  )
