import type pg from 'pg'

/** When a backup was made and when it is put back (epoch ms), and whether buyer data came with it. */
export type StepBack = { readonly madeAt: number; readonly at: number; readonly withVault: boolean }

/**
 * What a step back in time changes before anybody works on the data again. The deployment may have done things between the backup
 * and now of which these tables know nothing: what may have been sent to Amazon since is looked for there and never just sent again,
 * and a refund that may have been paid waits for a person (O16, S4, D47).
 */
export async function stepBack(owner: pg.ClientBase, step: StepBack): Promise<void> {
  await restOrders(owner, step)
  await restOutbox(owner, step)
  await restBuyerMails(owner, step)
  await owner.query(
    `update millrace.connections set sending_stock = false, sending_price = false, switched_at = ${INSTANT}, switched_by = 'the restore'
     where sending_stock or sending_price`,
    [step.at],
  )
  await endAccess(owner, step)
  await wakeAll(owner, step)
}

const INSTANT = 'to_timestamp($1::float8 / 1000)'
const TWO_DAYS = 2 * 86_400_000

/** Sweeps read again from where they stood; what came without its buyer data is read by its number. */
async function restOrders(owner: pg.ClientBase, { at }: StepBack): Promise<void> {
  // A page without its content was not in the vault file: what was on it is read again.
  await owner.query(
    `with lost as (delete from millrace.pages p where not exists (select from vault.pages v where v.merchant_id = p.merchant_id and v.page_id = p.page_id)
       returning merchant_id, connection_id, fetched_at),
     oldest as (select merchant_id, connection_id, min(fetched_at) as at from lost group by 1, 2)
     update millrace.sweeps s set watermark = least(s.watermark, o.at - make_interval(secs => $1::float8 / 1000))
     from oldest o where s.merchant_id = o.merchant_id and s.connection_id = o.connection_id`,
    [TWO_DAYS],
  )
  await owner.query(
    `update millrace.sweeps set window_from = null, window_to = null, next_token = null, token_at = null, params = null, begun_at = null, fence = fence + 1`,
  )
  await owner.query(
    `with bare as (update millrace.orders o set reread_at = ${INSTANT}
       where o.stage in ('Pre-ordered', 'Shipping Department', 'Hold', 'Accounts Receivable')
         and not exists (select from vault.buyers v where v.merchant_id = o.merchant_id and v.order_id = o.order_id)
       returning o.merchant_id, o.document_id)
     update millrace.documents d set missing = (select array_agg(distinct part) from unnest(d.missing || '{RECIPIENT,BUYER}') part)
     from bare where d.merchant_id = bare.merchant_id and d.document_id = bare.document_id`,
    [at],
  )
}

/** Feeds of orders and of listings that Amazon had not named yet: whether they went up since, nobody here can tell. */
const UNNAMED = `way = 'feed' and ended_at is null and state in ('new', 'uploaded', 'asked')`
/** What waited, or was in such a feed. What a person carries, and feeds that Amazon named, are looked at as before. */
const OPEN = `(o.state = 'waiting' or o.state = 'taken' and exists (select from millrace.submissions s
  where s.merchant_id = o.merchant_id and s.submission_id = o.submission_id and ${UNNAMED.replace(/\b(way|ended_at|state)\b/g, 's.$1')}))`

/** Packages and cancellations count as sent, so that the sweeps say what Amazon has; refunds wait for a person. */
async function restOutbox(owner: pg.ClientBase, { at, madeAt }: StepBack): Promise<void> {
  const why = `this deployment was put back to its backup of ${new Date(madeAt).toISOString()}, and it may have been paid since`
  await owner.query(
    `update millrace.outbox o set state = 'unsure', problem = jsonb_build_object('code', 'refund-unsure', 'facts', jsonb_build_object('why', $1::text))
     where o.kind = 'refund' and ${OPEN}`,
    [why],
  )
  await owner.query(
    `update millrace.outbox o set state = 'sent', sent_at = ${INSTANT}, next_at = ${INSTANT}, sweeps_since = 0, sent_again = false, called = true,
       submission_id = null, message_number = null, problem = null, failing_since = null,
       sent_version = case when o.kind = 'confirmation' then (select p.version from millrace.packages p
         where p.merchant_id = o.merchant_id and p.order_id = o.order_id and p.package_number = o.subject) end
     where o.kind in ('confirmation', 'cancellation') and ${OPEN}`,
    [at],
  )
  await owner.query(
    `update millrace.sku_fields f set state = 'due', sent_unsure = true, submission_id = null, message_number = null, due_at = ${INSTANT}
     from millrace.submissions s where f.state = 'flying' and s.merchant_id = f.merchant_id and s.submission_id = f.submission_id
       and ${UNNAMED.replace(/\b(way|ended_at|state)\b/g, 's.$1')}`,
    [at],
  )
  await owner.query(
    `update millrace.submissions set state = case when kind = 'refund' then 'unsure' else 'failed' end, ended_at = ${INSTANT} where ${UNNAMED}`,
    [at],
  )
}

/** A mail to a buyer goes out once at most: one that waited may have gone since, and a person looks (O8). */
const restBuyerMails = (owner: pg.ClientBase, { at }: StepBack) =>
  owner.query(
    `update millrace.buyer_mails set state = 'unclear', ended_at = ${INSTANT},
       problem = jsonb_build_object('code', 'buyer-mail-unclear', 'facts', jsonb_build_object('kind', kind, 'order', order_id, 'mail', mail_id))
     where state in ('waiting', 'sending')`,
    [at],
  )

/**
 * Buyer data that was not in the backup, or came without its file, is gone here without having been purged: vendors that were given it
 * are told to erase it too. One that is given an address anew is told with the next purge (U5).
 */
export const tellVendors = (owner: pg.ClientBase, at: number) =>
  owner.query(
    `update millrace.handovers h set purge_since = ${INSTANT} where purge_since is null
       and not exists (select from vault.buyers v where v.merchant_id = h.merchant_id and v.order_id = h.order_id)`,
    [at],
  )

/** Tables of what lets somebody in for a while: nothing of it outlives a step back. */
const LET_IN = ['auth.sessions', 'auth.challenges', 'auth.resets', 'auth.mails', 'deployment.pending_consents'] as const

/** Whoever was signed in signs in again; links that were sent and not used yet are of no use any more. Keys of programs stay. */
async function endAccess(owner: pg.ClientBase, { at }: StepBack): Promise<void> {
  for (const table of LET_IN) {
    const { rows } = await owner.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table])
    if (rows[0]?.found) await owner.query(`delete from ${table}`)
  }
  await owner.query(`update millrace.shipping_runs set ended_at = ${INSTANT} where ended_at is null`, [at])
  await owner.query(
    `update millrace.exports set expires_at = ${INSTANT} where fetched_at is null and expires_at > ${INSTANT}`,
    [at],
  )
  await owner.query(
    `update deployment.invitations set withdrawn_at = ${INSTANT} where accepted_at is null and withdrawn_at is null`,
    [at],
  )
}

/** What a connection looks at first after a step back. */
const FIRST = ['sweep-orders', 'confirm-shipments', 'order-feeds', 'listings-feed', 'reconcile', 'drift-audit'] as const

async function wakeAll(owner: pg.ClientBase, { at }: StepBack): Promise<void> {
  await owner.query(
    `update deployment.due set at = least(at, ${INSTANT}), failures = 0, last_error = null, seq = seq + 1 where at is not null`,
    [at],
  )
  await owner.query(
    `insert into deployment.due as d (merchant_id, kind, subject, at)
     select c.merchant_id, k.kind, c.connection_id, ${INSTANT} from millrace.connections c cross join unnest($2::text[]) as k (kind)
     where c.state = 'authorized' and (c.importing or k.kind <> 'sweep-orders')
     on conflict (merchant_id, kind, subject) do update set at = excluded.at, seq = d.seq + 1`,
    [at, [...FIRST]],
  )
}
