import { writeMail } from '#core/notifications/write-mail.ts'
import { type AccountNews, accountLetter } from '#core/sign-in/account-letters.ts'
import { type Tx, withoutMerchant } from '#store/db.ts'
import { at, type From, type SignInParts } from './parts.ts'

const MINUTE = 60_000
/** What is not sent within a day is of no use any more; a link is of none after its hour. */
const USELESS_AFTER = 24 * 60 * MINUTE
const PAUSES = [1, 5, 15, 60].map((minutes) => minutes * MINUTE)
/** So long nobody else takes a mail that is being sent. */
const CLAIMED_FOR = 10 * MINUTE

/** Writes a mail to a person about their own account, sealed, in the transaction of what it tells (U6). */
export async function keepMail(
  { now, secrets, publicUrl }: SignInParts,
  tx: Tx,
  mail: { readonly to: string; readonly news: AccountNews; readonly usefulFor?: number },
): Promise<void> {
  const written = writeMail(accountLetter(mail.news, publicUrl === null ? null : `${publicUrl}/me`))
  const sealed = secrets.seal(JSON.stringify({ to: mail.to, ...written }), CONTEXT)
  await tx.query(
    `insert into auth.mails (sealed, written_at, next_at, useless_at) values ($1, ${at(2)}, ${at(2)}, ${at(3)})`,
    [sealed, now(), now() + (mail.usefulFor ?? USELESS_AFTER)],
  )
}

const CONTEXT = 'mail to a user'

/** News of a change to somebody's account, with when and from where. */
export const changed = (
  what: string,
  { now, from, othersEnded = true }: { now: number; from: From; othersEnded?: boolean },
): AccountNews => ({
  kind: 'changed',
  what,
  othersEnded,
  when: instant(now),
  ...from,
})

/** An instant for a person whose time zone nobody knows. */
export const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** Sends what waits, each at most once a run; what was sent, or is of no use any more, goes. */
export async function sendMails(parts: SignInParts): Promise<number> {
  await withoutMerchant(parts.pool, (tx) =>
    tx.query(`delete from auth.mails where useless_at <= ${at(1)}`, [parts.now()]),
  )
  let sent = 0
  while (await sendOne(parts)) sent++
  return sent
}

type Waiting = {
  readonly mailId: number
  readonly sealed: Buffer
  readonly writtenAt: number
  readonly attempts: number
}

async function sendOne({ pool, now, secrets, sendMail, log }: SignInParts): Promise<boolean> {
  const [mail] = await withoutMerchant(pool, (tx) =>
    tx.query<Waiting>(
      `update auth.mails set next_at = ${at(2)}, attempts = attempts + 1
       where mail_id = (select mail_id from auth.mails where next_at <= ${at(1)} order by mail_id limit 1 for update skip locked)
       returning mail_id as "mailId", sealed, written_at as "writtenAt", attempts`,
      [now(), now() + CLAIMED_FOR],
    ),
  )
  if (!mail) return false
  const written = JSON.parse(secrets.open(mail.sealed, CONTEXT)) as {
    to: string
    subject: string
    text: string
    html: string
  }
  const outcome = await sendMail({
    ...written,
    name: `account-${mail.writtenAt}-${mail.mailId}`,
    writtenAt: mail.writtenAt,
  })
  if (!outcome.ok) log.alarm('A mail about an account was not taken.', { code: outcome.problem.code })
  const pause = PAUSES[mail.attempts - 1] ?? 60 * MINUTE
  await withoutMerchant(pool, (tx) =>
    outcome.ok
      ? tx.query('delete from auth.mails where mail_id = $1', [mail.mailId])
      : tx.query(`update auth.mails set next_at = ${at(2)} where mail_id = $1`, [mail.mailId, now() + pause]),
  )
  return true
}
