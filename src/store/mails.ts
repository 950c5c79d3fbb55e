import type { MerchantId } from '#core/ids.ts'
import type { Mail, MailState } from '#core/notifications/mail.ts'
import type { MailTopic, Topic } from '#core/notifications/topics.ts'
import type { WrittenMail } from '#core/notifications/write-mail.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'

const COLUMNS = `mail_id as "mailId", address, topic, subject, text, html, written_at as "writtenAt", state, next_at as "nextAt", attempts, problem, ended_at as "endedAt"`

/** Writes a mail down, to be sent at once; gives its number. */
export async function addMail(
  tx: Tx,
  merchant: MerchantId,
  mail: WrittenMail & { readonly address: string; readonly topic: MailTopic; readonly at: number },
): Promise<number> {
  const [row] = await tx.query<{ mail_id: number }>(
    `insert into millrace.mails (merchant_id, address, topic, subject, text, html, written_at, next_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000), to_timestamp($7::float8 / 1000)) returning mail_id`,
    [merchant, mail.address, mail.topic, mail.subject, mail.text, mail.html, mail.at],
  )
  if (!row) throw new Error('The mail was not written.')
  return row.mail_id
}

/** When each person was last written to about each topic, and whether that mail still waits. */
export const lastMails = (
  tx: Tx,
  merchant: MerchantId,
): Promise<
  { readonly address: string; readonly topic: Topic; readonly writtenAt: number; readonly waiting: boolean }[]
> =>
  tx.query(
    `select address, topic, max(written_at) as "writtenAt", bool_or(state = 'waiting') as waiting from millrace.mails
     where merchant_id = $1 and not topic in ('test', 'people') and state <> 'removed' group by address, topic`,
    [merchant],
  )

/**
 * Takes a mail that is due, or the one named, for one try; nobody else takes it before `until`, and it is tried again then if this try dies.
 * The least tried goes first: one at which the server always goes away keeps no other waiting.
 */
export async function claimMail(
  tx: Tx,
  merchant: MerchantId,
  { at, until, mailId }: { readonly at: number; readonly until: number; readonly mailId?: number },
): Promise<Mail | null> {
  const [row] = await tx.query<Mail>(
    `update millrace.mails set next_at = to_timestamp($3::float8 / 1000), attempts = attempts + 1
     where merchant_id = $1 and mail_id = (select mail_id from millrace.mails where merchant_id = $1 and state = 'waiting' and next_at <= to_timestamp($2::float8 / 1000)
       and ($4::bigint is null or mail_id = $4) order by attempts, next_at, mail_id limit 1 for update skip locked)
     returning ${COLUMNS}`,
    [merchant, at, until, mailId ?? null],
  )
  return row ?? null
}

/** A mail is over: sent, kept, or a test that was refused. One that was taken off meanwhile stays so. */
export const endMail = (
  tx: Tx,
  merchant: MerchantId,
  ended: {
    readonly mailId: number
    readonly state: 'sent' | 'kept' | 'refused'
    readonly problem: Problem | null
    readonly at: number
  },
) =>
  tx.query(
    `update millrace.mails set state = $3, problem = $4, ended_at = to_timestamp($5::float8 / 1000) where merchant_id = $1 and mail_id = $2 and state = 'waiting'`,
    [merchant, ended.mailId, ended.state, ended.problem && JSON.stringify(ended.problem), ended.at],
  )

/** A mail was not taken: why, and when it is tried again. With `others` every waiting mail waits as long: the server is away. */
export const mailWaits = (
  tx: Tx,
  merchant: MerchantId,
  wait: { readonly mailId: number; readonly problem: Problem; readonly nextAt: number; readonly others: boolean },
) =>
  tx.query(
    `update millrace.mails set next_at = case when mail_id = $2 then to_timestamp($4::float8 / 1000) else greatest(next_at, to_timestamp($4::float8 / 1000)) end,
       problem = case when mail_id = $2 then $3 else problem end
     where merchant_id = $1 and state = 'waiting' and (mail_id = $2 or $5)`,
    [merchant, wait.mailId, JSON.stringify(wait.problem), wait.nextAt, wait.others],
  )

/** When the next waiting mail is to be sent, or null. */
export async function nextMailAt(tx: Tx, merchant: MerchantId): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(next_at) as at from millrace.mails where merchant_id = $1 and state = 'waiting'`,
    [merchant],
  )
  return row?.at ?? null
}

/** Mails, the newest first; `after` is the number of the last one seen. */
export const listMails = (
  tx: Tx,
  merchant: MerchantId,
  wish: { readonly state?: MailState | undefined; readonly after: number | null; readonly limit: number },
): Promise<Mail[]> =>
  tx.query<Mail>(
    `select ${COLUMNS} from millrace.mails where merchant_id = $1 and ($2::text is null or state = $2) and ($3::bigint is null or mail_id < $3)
     order by mail_id desc limit $4`,
    [merchant, wish.state ?? null, wish.after, wish.limit],
  )

/** One mail, or null. */
export async function findMail(tx: Tx, merchant: MerchantId, mailId: number): Promise<Mail | null> {
  const [row] = await tx.query<Mail>(`select ${COLUMNS} from millrace.mails where merchant_id = $1 and mail_id = $2`, [
    merchant,
    mailId,
  ])
  return row ?? null
}

/** Takes a waiting mail off; false when it waits no more. */
export async function removeMail(
  tx: Tx,
  merchant: MerchantId,
  { mailId, at }: { readonly mailId: number; readonly at: number },
): Promise<boolean> {
  const rows = await tx.query(
    `update millrace.mails set state = 'removed', ended_at = to_timestamp($3::float8 / 1000) where merchant_id = $1 and mail_id = $2 and state = 'waiting' returning 1`,
    [merchant, mailId, at],
  )
  return rows.length === 1
}

/** Takes off what waits for people who are told no more; gives their addresses. */
export async function removeMailsExcept(
  tx: Tx,
  merchant: MerchantId,
  { addresses, at }: { readonly addresses: readonly string[]; readonly at: number },
): Promise<readonly string[]> {
  const rows = await tx.query<{ address: string }>(
    `update millrace.mails set state = 'removed', ended_at = to_timestamp($3::float8 / 1000) where merchant_id = $1 and state = 'waiting' and topic <> 'people' and not address = any($2) returning address`,
    [merchant, [...addresses], at],
  )
  return rows.map((row) => row.address)
}

/** How many mails were tried and still wait (N3). */
export async function countUnsentMails(tx: Tx, merchant: MerchantId): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from millrace.mails where merchant_id = $1 and state = 'waiting' and problem is not null`,
    [merchant],
  )
  return row?.n ?? 0
}

/** Forgets mails that were over before an instant. */
export const forgetMails = (tx: Tx, merchant: MerchantId, before: number) =>
  tx.query(
    `delete from millrace.mails where merchant_id = $1 and state <> 'waiting' and ended_at < to_timestamp($2::float8 / 1000)`,
    [merchant, before],
  )
