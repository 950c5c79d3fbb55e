import type { MerchantId } from '#core/ids.ts'
import type { EventData, MessageState, WebhookMessage, WebhookTry } from '#core/webhooks/message.ts'
import type { Tx } from './db.ts'

const COLUMNS = `m.message_id as "messageId", m.webhook_id as "webhookId", m.type, m.data, m.at, m.state, m.next_at as "nextAt", m.attempts, m.tries, m.ended_at as "endedAt"`

/** A message that is to be sent now, with where and by which sealed secrets it is signed. */
export type ClaimedMessage = WebhookMessage & {
  readonly url: string
  readonly name: string
  readonly secret: Buffer
  readonly oldSecret: Buffer | null
}

/**
 * Takes messages that are due for one try, so many of each webhook, the oldest first: one whose receiver is silent keeps no other waiting.
 * Nobody else takes them before `until`, and they are tried again then if this try dies. Webhooks of `except` are left out.
 */
export const claimWebhookMessages = (
  tx: Tx,
  merchant: MerchantId,
  {
    at,
    until,
    each,
    except,
  }: { readonly at: number; readonly until: number; readonly each: number; readonly except: readonly number[] },
): Promise<ClaimedMessage[]> =>
  tx.query<ClaimedMessage>(
    `with due as (
       select d.message_id from millrace.webhooks w cross join lateral (
         select message_id from millrace.webhook_messages
         where merchant_id = $1 and webhook_id = w.webhook_id and state = 'waiting' and next_at <= to_timestamp($2::float8 / 1000)
         order by next_at, message_id limit $4 for update skip locked) d
       where w.merchant_id = $1 and w.off_since is null and not w.webhook_id = any($5::bigint[]))
     update millrace.webhook_messages m set next_at = to_timestamp($3::float8 / 1000), attempts = m.attempts + 1
     from due, millrace.webhooks w
     where m.merchant_id = $1 and m.message_id = due.message_id and w.merchant_id = $1 and w.webhook_id = m.webhook_id
     returning ${COLUMNS}, w.url, w.name, w.secret, case when w.old_secret_until > to_timestamp($2::float8 / 1000) then w.old_secret end as "oldSecret"`,
    [merchant, at, until, each, except],
  )

/** Notes how a try came out. */
export const noteWebhookTry = (
  tx: Tx,
  merchant: MerchantId,
  noted: {
    readonly messageId: number
    readonly state: MessageState
    readonly nextAt: number | null
    readonly tried: WebhookTry
  },
) =>
  tx.query(
    `update millrace.webhook_messages set state = $3, next_at = coalesce(to_timestamp($4::float8 / 1000), next_at), tries = tries || $5::jsonb,
       ended_at = case when $3 = 'waiting' then null else to_timestamp($6::float8 / 1000) end
     where merchant_id = $1 and message_id = $2 and state = 'waiting'`,
    [merchant, noted.messageId, noted.state, noted.nextAt, JSON.stringify([noted.tried]), noted.tried.at],
  )

/** When the next message is due of a webhook that is on, or null. */
export async function nextWebhookMessageAt(tx: Tx, merchant: MerchantId): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(m.next_at) as at from millrace.webhook_messages m join millrace.webhooks w using (merchant_id, webhook_id)
     where m.merchant_id = $1 and m.state = 'waiting' and w.off_since is null`,
    [merchant],
  )
  return row?.at ?? null
}

/** Writes a message to one webhook by hand: a person's test. */
export async function addWebhookMessage(
  tx: Tx,
  merchant: MerchantId,
  {
    webhookId,
    type,
    data,
    at,
  }: { readonly webhookId: number; readonly type: string; readonly data: EventData; readonly at: number },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into millrace.webhook_messages (merchant_id, webhook_id, type, data, at, next_at)
     values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000)) returning message_id as id`,
    [merchant, webhookId, type, JSON.stringify(data), at],
  )
  if (!row) throw new Error('The message was not written.')
  return row.id
}

/** What a page of the delivery log is asked. */
export type MessagesWanted = {
  readonly webhookId: number
  readonly state?: MessageState | undefined
  readonly after: number | null
  readonly limit: number
}

/** The delivery log of a webhook, the newest first (X2). */
export const listWebhookMessages = (tx: Tx, merchant: MerchantId, wanted: MessagesWanted): Promise<WebhookMessage[]> =>
  tx.query<WebhookMessage>(
    `select ${COLUMNS} from millrace.webhook_messages m where m.merchant_id = $1 and m.webhook_id = $2 and ($3::text is null or m.state = $3)
       and ($4::bigint is null or m.message_id < $4) order by m.message_id desc limit $5`,
    [merchant, wanted.webhookId, wanted.state ?? null, wanted.after, wanted.limit],
  )

/** Which messages are sent again: one, or all of a webhook that happened since an instant; without `delivered` only those that were given up. */
export type MessagesAgain = {
  readonly webhookId: number
  readonly messageId: number | null
  readonly since: number | null
  readonly delivered: boolean
  readonly at: number
}

/** Lets messages wait again, with their names as they were; gives how many. */
export async function sendWebhookMessagesAgain(tx: Tx, merchant: MerchantId, wanted: MessagesAgain): Promise<number> {
  const rows = await tx.query(
    `update millrace.webhook_messages set state = 'waiting', next_at = to_timestamp($6::float8 / 1000), attempts = 0, ended_at = null
     where merchant_id = $1 and webhook_id = $2 and ($3::bigint is null or message_id = $3) and ($4::float8 is null or at >= to_timestamp($4::float8 / 1000))
       and (state = 'failed' or ($5::boolean and state = 'delivered')) returning 1`,
    [merchant, wanted.webhookId, wanted.messageId, wanted.since, wanted.delivered, wanted.at],
  )
  return rows.length
}

/** Forgets messages that ended before an instant. */
export const forgetWebhookMessages = (tx: Tx, merchant: MerchantId, before: number) =>
  tx.query(
    `delete from millrace.webhook_messages where merchant_id = $1 and state <> 'waiting' and ended_at < to_timestamp($2::float8 / 1000)`,
    [merchant, before],
  )
