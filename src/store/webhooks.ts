import type { MerchantId } from '#core/ids.ts'
import type { WantedWebhook, Webhook } from '#core/webhooks/webhook.ts'
import type { Tx } from './db.ts'

const COLUMNS = `webhook_id as "webhookId", url, name, types, off_since as "offSince", off_by as "offBy", made_by as "madeBy", made_at as "madeAt", old_secret_until as "oldSecretUntil"`

/** The merchant's webhooks, the oldest first (X2). */
export const listWebhooks = (tx: Tx, merchant: MerchantId): Promise<Webhook[]> =>
  tx.query<Webhook>(`select ${COLUMNS} from millrace.webhooks where merchant_id = $1 order by webhook_id`, [merchant])

/** One of them, or null; nobody else changes it before the transaction ends. */
export async function lockWebhook(tx: Tx, merchant: MerchantId, webhookId: number): Promise<Webhook | null> {
  const [row] = await tx.query<Webhook>(
    `select ${COLUMNS} from millrace.webhooks where merchant_id = $1 and webhook_id = $2 for update`,
    [merchant, webhookId],
  )
  return row ?? null
}

/** Draws the number of a new webhook: its secret is sealed for it. */
export async function nextWebhook(tx: Tx, _merchant: MerchantId): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('millrace.webhooks', 'webhook_id')) as id`,
  )
  if (!row) throw new Error('No number was drawn.')
  return row.id
}

/** Keeps a new webhook. */
export const addWebhook = (
  tx: Tx,
  merchant: MerchantId,
  made: WantedWebhook & {
    readonly webhookId: number
    readonly secret: Buffer
    readonly who: string
    readonly at: number
  },
) =>
  tx.query(
    `insert into millrace.webhooks (merchant_id, webhook_id, url, name, types, secret, made_by, made_at, off_since, off_by) overriding system value
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000), case when not $9::boolean then to_timestamp($8::float8 / 1000) end, case when not $9::boolean then $7 end)`,
    [merchant, made.webhookId, made.url, made.name, [...made.types], made.secret, made.who, made.at, made.on],
  )

/** Saves what a webhook tells and where; switched off or on by `who`. */
export const saveWebhook = (
  tx: Tx,
  merchant: MerchantId,
  saved: WantedWebhook & { readonly webhookId: number; readonly who: string; readonly at: number },
) =>
  tx.query(
    `update millrace.webhooks set url = $3, name = $4, types = $5,
       off_since = case when $6::boolean then null else coalesce(off_since, to_timestamp($8::float8 / 1000)) end,
       off_by = case when $6::boolean then null else coalesce(off_by, $7) end
     where merchant_id = $1 and webhook_id = $2`,
    [merchant, saved.webhookId, saved.url, saved.name, [...saved.types], saved.on, saved.who, saved.at],
  )

/** A new secret; the one before signs as well until an instant. */
export const replaceWebhookSecret = (
  tx: Tx,
  merchant: MerchantId,
  { webhookId, secret, oldUntil }: { readonly webhookId: number; readonly secret: Buffer; readonly oldUntil: number },
) =>
  tx.query(
    `update millrace.webhooks set old_secret = secret, old_secret_until = to_timestamp($4::float8 / 1000), secret = $3 where merchant_id = $1 and webhook_id = $2`,
    [merchant, webhookId, secret, oldUntil],
  )

/** Forgets a webhook and what it was told. */
export const removeWebhook = (tx: Tx, merchant: MerchantId, webhookId: number) =>
  tx.query('delete from millrace.webhooks where merchant_id = $1 and webhook_id = $2', [merchant, webhookId])

/** Switches a webhook off that is on. */
export const switchWebhookOff = (
  tx: Tx,
  merchant: MerchantId,
  { webhookId, by, at }: { readonly webhookId: number; readonly by: string; readonly at: number },
) =>
  tx.query(
    `update millrace.webhooks set off_since = to_timestamp($4::float8 / 1000), off_by = $3 where merchant_id = $1 and webhook_id = $2 and off_since is null`,
    [merchant, webhookId, by, at],
  )
