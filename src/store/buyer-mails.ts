import type { BuyerMail, BuyerMailState } from '#core/buyer-mails/buyer-mail.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { MailKind } from '#core/settings/email-settings.ts'
import type { Tx } from './db.ts'

const COLUMNS = `m.mail_id as "mailId", m.order_id as "orderId", o.amazon_order_id as "amazonOrderId", m.kind, m.state, m.asked_by as "askedBy", m.asked_at as "askedAt",
  m.next_at as "nextAt", m.attempts, m.problem, m.ended_at as "endedAt"`
const FROM =
  'millrace.buyer_mails m join millrace.orders o on o.merchant_id = m.merchant_id and o.order_id = m.order_id'

/** Writes down that a mail to a buyer is wanted; gives its number, or null where the order has its invoice (O8). */
export async function addBuyerMail(
  tx: Tx,
  merchant: MerchantId,
  mail: { readonly orderId: number; readonly kind: MailKind; readonly askedBy: string; readonly at: number },
): Promise<number | null> {
  const [row] = await tx.query<{ mail_id: number }>(
    `insert into millrace.buyer_mails (merchant_id, order_id, kind, asked_by, asked_at, next_at)
     values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000)) on conflict do nothing returning mail_id`,
    [merchant, mail.orderId, mail.kind, mail.askedBy, mail.at],
  )
  return row?.mail_id ?? null
}

/** The mails to the buyer of an order, the oldest first. */
export const buyerMailsOf = (tx: Tx, merchant: MerchantId, orderId: number): Promise<BuyerMail[]> =>
  tx.query<BuyerMail>(
    `select ${COLUMNS} from ${FROM} where m.merchant_id = $1 and m.order_id = $2 order by m.mail_id`,
    [merchant, orderId],
  )

/** Mails to buyers, the newest first; `after` is the number of the last one seen. */
export const listBuyerMails = (
  tx: Tx,
  merchant: MerchantId,
  wish: { readonly state?: BuyerMailState | undefined; readonly after: number | null; readonly limit: number },
): Promise<BuyerMail[]> =>
  tx.query<BuyerMail>(
    `select ${COLUMNS} from ${FROM} where m.merchant_id = $1 and ($2::text is null or m.state = $2) and ($3::bigint is null or m.mail_id < $3)
     order by m.mail_id desc limit $4`,
    [merchant, wish.state ?? null, wish.after, wish.limit],
  )

/** One mail, or null; locked until the end of the transaction. */
export async function lockBuyerMail(tx: Tx, merchant: MerchantId, mailId: number): Promise<BuyerMail | null> {
  const [row] = await tx.query<BuyerMail>(
    `select ${COLUMNS} from ${FROM} where m.merchant_id = $1 and m.mail_id = $2 for update of m`,
    [merchant, mailId],
  )
  return row ?? null
}

/** Takes mails that are due for one try each; nobody else takes them before `until`. One at which the server went away before goes last: it keeps no new one waiting. */
export async function claimBuyerMails(
  tx: Tx,
  merchant: MerchantId,
  { at, until, limit }: { readonly at: number; readonly until: number; readonly limit: number },
): Promise<BuyerMail[]> {
  return tx.query<BuyerMail>(
    `with due as (select mail_id from millrace.buyer_mails where merchant_id = $1 and state = 'waiting' and next_at <= to_timestamp($2::float8 / 1000)
       order by problem is not null, next_at, mail_id limit $4 for update skip locked),
     m as (update millrace.buyer_mails b set next_at = to_timestamp($3::float8 / 1000), attempts = b.attempts + 1 from due
       where b.merchant_id = $1 and b.mail_id = due.mail_id returning b.*)
     select ${COLUMNS} from m join millrace.orders o on o.merchant_id = m.merchant_id and o.order_id = m.order_id order by m.problem is not null, m.mail_id`,
    [merchant, at, until, limit],
  )
}

/** The last thing before the mail server is talked to; false where somebody took the mail off or another took it. */
export async function beginBuyerMail(
  tx: Tx,
  merchant: MerchantId,
  { mailId, attempts, at }: { readonly mailId: number; readonly attempts: number; readonly at: number },
): Promise<boolean> {
  const rows = await tx.query(
    `update millrace.buyer_mails set state = 'sending', begun_at = to_timestamp($4::float8 / 1000)
     where merchant_id = $1 and mail_id = $2 and attempts = $3 and state = 'waiting' returning 1`,
    [merchant, mailId, attempts, at],
  )
  return rows.length === 1
}

/** What became of a mail that stood in one of these states; false where it stands in another by now. With `nextAt` it is tried then. */
export async function moveBuyerMail(
  tx: Tx,
  merchant: MerchantId,
  move: {
    readonly mailId: number
    readonly from: readonly BuyerMailState[]
    readonly to: BuyerMailState
    readonly problem: Problem | null
    readonly nextAt: number | null
    readonly at: number
  },
): Promise<boolean> {
  const isOpen = ['waiting', 'sending'].includes(move.to)
  const rows = await tx.query(
    `update millrace.buyer_mails set state = $4, problem = $5, next_at = coalesce(to_timestamp($6::float8 / 1000), next_at), begun_at = null,
       ended_at = case when $7 then null else to_timestamp($8::float8 / 1000) end
     where merchant_id = $1 and mail_id = $2 and state = any($3) returning 1`,
    [
      merchant,
      move.mailId,
      [...move.from],
      move.to,
      move.problem && JSON.stringify(move.problem),
      move.nextAt,
      isOpen,
      move.at,
    ],
  )
  return rows.length === 1
}

/** While the server is away every waiting mail waits as long. */
export const postponeBuyerMails = (tx: Tx, merchant: MerchantId, until: number) =>
  tx.query(
    `update millrace.buyer_mails set next_at = greatest(next_at, to_timestamp($2::float8 / 1000)) where merchant_id = $1 and state = 'waiting'`,
    [merchant, until],
  )

/** Mails whose try began before an instant and never ended: the program died meanwhile. */
export const lostBuyerMails = (tx: Tx, merchant: MerchantId, begunBefore: number): Promise<BuyerMail[]> =>
  tx.query<BuyerMail>(
    `select ${COLUMNS} from ${FROM} where m.merchant_id = $1 and m.state = 'sending' and m.begun_at < to_timestamp($2::float8 / 1000)
     order by m.mail_id for update of m skip locked`,
    [merchant, begunBefore],
  )

/** When the next mail is to be sent or looked at, or null. */
export async function nextBuyerMailAt(tx: Tx, merchant: MerchantId): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(next_at) as at from millrace.buyer_mails where merchant_id = $1 and state in ('waiting', 'sending')`,
    [merchant],
  )
  return row?.at ?? null
}

/** Orders that were completed after an instant by what we shipped, and were never given an invoice. */
export async function ordersToInvoice(
  tx: Tx,
  merchant: MerchantId,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<number[]> {
  const rows = await tx.query<{ order_id: number }>(
    `select o.order_id from millrace.orders o
     where o.merchant_id = $1 and o.stage = 'Completed Order' and o.to_confirm and o.channel = 'amazon' and not o.fulfilled_by_amazon and o.grand_total is not null
       and o.updated_at >= to_timestamp($2::float8 / 1000)
       and not exists (select from millrace.buyer_mails m where m.merchant_id = $1 and m.order_id = o.order_id and m.kind = 'invoice')
       and exists (select from millrace.order_events e where e.merchant_id = $1 and e.order_id = o.order_id and e.at >= to_timestamp($2::float8 / 1000)
         and 'Completed Order' in (e.facts->>'to', e.facts->>'stage'))
     order by o.order_id limit $3`,
    [merchant, from, limit],
  )
  return rows.map((row) => row.order_id)
}
