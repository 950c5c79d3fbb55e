import { failed, ok, problem, type Result } from '#core/problems.ts'
import { type Checked, refused } from '#core/settings/faults.ts'
import { isOutOfDate, plainPassword, replaceableFrom } from '#core/sign-in/check-password.ts'
import { withoutMerchant } from '#store/db.ts'
import { endEverything } from './end-everything.ts'
import type { Engine } from './engine.ts'
import { noteSignIn } from './history.ts'
import { lockOut } from './lock-out.ts'
import { at, type From } from './parts.ts'
import { hashOf, hashOfEmail, newSecret } from './secret.ts'
import { endSessions, renewToken, type Session } from './sessions.ts'
import { setPassword } from './set-password.ts'
import { giveBackTry, mayNetwork, TOO_MANY_OF_NETWORK, takeTry, unlockTries } from './tries.ts'
import { changed, keepMail } from './user-mails.ts'
import { plainEmail, userByEmail, userById } from './users.ts'

/** For how long a reset link is good. */
const LINK_GOOD_FOR = 60 * 60_000
/** Nobody's mailbox is filled by who asks again and again. */
const MAILED_EVERY = 5 * 60_000

/** Replaces one's password, knowing the one before; not within a day, unless it is out of date (D16). Other sessions end. */
export async function changePassword(
  engine: Engine,
  session: Session,
  { current, next, from }: { current: string; next: string; from: From },
): Promise<Checked<string>> {
  const { now, hasher, pool } = engine
  const trier = { emailHash: hashOfEmail(session.email), address: from.address }
  const tried = await takeTry(engine, trier)
  if (!tried.ok) return refused(tried)
  const user = await withoutMerchant(pool, (tx) => userById(tx, session.userId))
  if (!(await hasher.matches(user?.hash ?? null, plainPassword(current)))) {
    if (tried.value.isLast) await lockOut(engine, session, from)
    return { ok: false, problems: [problem('not-valid', { field: 'current', why: 'is not your password' })] }
  }
  const setAt = session.passwordSetAt ?? 0
  if (now() < replaceableFrom(setAt) && !isOutOfDate(setAt, now())) {
    await withoutMerchant(pool, (tx) => giveBackTry(tx, trier, tried.value))
    return refused(failed('password-too-young'))
  }
  return withoutMerchant(pool, async (tx) => {
    // The password's row before that of the tries, as a sign-in takes them: otherwise two could wait for each other.
    const set = await setPassword(tx, hasher, { user: session, entered: next, now: now() })
    await giveBackTry(tx, trier, tried.value)
    if (!set.ok) return set
    await endSessions(tx, session.userId, { but: session.sessionId })
    const token = await renewToken(tx, { sessionId: session.sessionId, secondFactorAt: null })
    if (token === null) return refused(failed('session-over'))
    await tx.query('delete from auth.resets where user_id = $1', [session.userId])
    await keepMail(engine, tx, { to: session.email, news: changed('the password was changed', { now: now(), from }) })
    await engine.noteAct({ at: now(), act: 'password-changed', who: session.email, facts: { ...from } }, tx)
    return { ok: true, value: token }
  })
}

/** Makes a reset link's secret for a person; links made before are worth nothing. Null: nobody has this address, or is disabled. */
export const makeReset = (engine: Engine, { email, who }: { email: string; who: string }): Promise<string | null> =>
  withoutMerchant(engine.pool, async (tx) => {
    const user = await userByEmail(tx, plainEmail(email))
    if (!user || user.disabledAt !== null) return null
    const secret = newSecret()
    await tx.query('delete from auth.resets where user_id = $1', [user.userId])
    await tx.query(
      `insert into auth.resets (token_hash, user_id, created_at, expires_at) values ($1, $2, ${at(3)}, ${at(4)})`,
      [hashOf(secret), user.userId, engine.now(), engine.now() + LINK_GOOD_FOR],
    )
    await engine.noteAct({ at: engine.now(), act: 'password-reset-asked', who, about: user.email }, tx)
    return secret
  })

/** Whether one network may ask for one more reset link: nobody floods mailboxes by it. */
export const mayAskReset = ({ pool, now }: Engine, address: string): Promise<Result<void>> =>
  withoutMerchant(pool, async (tx) =>
    (await mayNetwork(tx, address, now())) ? ok(undefined) : failed('too-many-tries', TOO_MANY_OF_NETWORK),
  )

/** Mails a reset link, if somebody has this address. Whoever asks is told the same, at once, and never learns which it was. */
export async function mailReset(engine: Engine, email: string): Promise<void> {
  const { publicUrl } = engine
  if (publicUrl === null) return
  const to = plainEmail(email)
  const recent = await withoutMerchant(engine.pool, (tx) =>
    tx.query(
      `select 1 from auth.resets join auth.users using (user_id) where email = $1 and auth.resets.created_at > ${at(2)}`,
      [to, engine.now() - MAILED_EVERY],
    ),
  )
  if (recent.length > 0) return
  const secret = await makeReset(engine, { email: to, who: to })
  if (secret === null) return
  const news = { kind: 'reset', link: `${publicUrl}/reset#${secret}`, minutes: LINK_GOOD_FOR / 60_000 } as const
  await withoutMerchant(engine.pool, (tx) => keepMail(engine, tx, { to, news, usefulFor: LINK_GOOD_FOR }))
}

/** Sets a password by a reset link, however young the one before is. All sessions end, the lock is off, the pauses stay; nobody is signed in by it (D10, D16, D17). */
export const resetPassword = (
  engine: Engine,
  { secret, password }: { secret: string; password: string },
  from: From,
): Promise<Checked<string>> =>
  withoutMerchant(engine.pool, async (tx) => {
    const { now, hasher } = engine
    const [link] = await tx.query<{ userId: string }>(
      `select user_id as "userId" from auth.resets where token_hash = $1 and used_at is null and expires_at > ${at(2)} for update`,
      [hashOf(secret), now()],
    )
    const user = link ? await userById(tx, link.userId) : null
    if (!user || user.disabledAt !== null) return refused(failed('link-over'))
    const set = await setPassword(tx, hasher, { user, entered: password, now: now() })
    if (!set.ok) return set
    await endEverything(tx, user.userId)
    await unlockTries(tx, hashOfEmail(user.email))
    await noteSignIn(tx, {
      ...from,
      at: now(),
      how: 'reset link',
      outcome: 'next',
      userId: user.userId,
      emailHash: null,
    })
    await keepMail(engine, tx, {
      to: user.email,
      news: changed('the password was set by a link', { now: now(), from }),
    })
    await engine.noteAct(
      { at: now(), act: 'password-changed', who: user.email, facts: { by: 'reset link', ...from } },
      tx,
    )
    return { ok: true, value: user.email }
  })

/** A reset link that is still good: whose it is. */
export const lookAtReset = (engine: Engine, secret: string): Promise<Result<{ email: string; name: string }>> =>
  withoutMerchant(engine.pool, async (tx) => {
    const [found] = await tx.query<{ email: string; name: string }>(
      `select email, name from auth.resets join auth.users using (user_id)
       where token_hash = $1 and used_at is null and expires_at > ${at(2)} and disabled_at is null`,
      [hashOf(secret), engine.now()],
    )
    return found ? ok(found) : failed('link-over')
  })
