import { failed, ok, type Result } from '#core/problems.ts'
import { NETWORK_WINDOW } from '#core/sign-in/lockout.ts'
import { IDLE_ENDS, WHOLE_ENDS } from '#core/sign-in/session-ends.ts'
import { type Tx, withoutMerchant } from '#store/db.ts'
import { endEverything } from './end-everything.ts'
import type { Engine } from './engine.ts'
import { at } from './parts.ts'
import { hashOfEmail } from './secret.ts'
import { endSessions } from './sessions.ts'
import { forgetTries } from './tries.ts'
import { sendMails } from './user-mails.ts'
import { plainEmail, type User, userByEmail } from './users.ts'

/** Who looks after a person, and after whom. */
export type LookedAfter = { readonly email: string; readonly who: string }

const DAY = 86_400_000

/** Lets a locked person try again (D10). */
export const unlock = (engine: Engine, asked: LookedAfter): Promise<Result<void>> =>
  lookAfter(engine, asked, async (tx, { email }) => {
    await forgetTries(tx, hashOfEmail(email))
    return 'user-unlocked'
  })

/** Shuts a person out at once: sessions, links, challenges and what they invited to end, and nothing lets in until they are enabled again (D12). */
export const disable = (engine: Engine, asked: LookedAfter): Promise<Result<void>> =>
  lookAfter(engine, asked, async (tx, { userId, email }) => {
    await tx.query(
      `update deployment.invitations set withdrawn_at = ${at(2)} where created_by = $1 and accepted_at is null and withdrawn_at is null`,
      [email, engine.now()],
    )
    await tx.query(`update auth.users set disabled_at = coalesce(disabled_at, ${at(2)}) where user_id = $1`, [
      userId,
      engine.now(),
    ])
    await endEverything(tx, userId)
    return 'user-disabled'
  })

/** Lets a person in again who was shut out. */
export const enable = (engine: Engine, asked: LookedAfter): Promise<Result<void>> =>
  lookAfter(engine, asked, async (tx, { userId }) => {
    await tx.query('update auth.users set disabled_at = null where user_id = $1', [userId])
    return 'user-enabled'
  })

/** Ends all sessions of a person, who may sign in again. */
export const endAllSessions = (engine: Engine, asked: LookedAfter): Promise<Result<void>> =>
  lookAfter(engine, asked, async (tx, { userId }) => {
    await endSessions(tx, userId, { but: null })
    return 'sessions-ended'
  })

/** Forgets all second factors of a person who has lost them; the next sign-in sets up new ones. Only at the operator's command line. */
export const forgetFactors = (engine: Engine, asked: LookedAfter): Promise<Result<void>> =>
  lookAfter(engine, asked, async (tx, { userId }) => {
    for (const table of ['totps', 'passkeys', 'recovery_codes'])
      await tx.query(`delete from auth.${table} where user_id = $1`, [userId])
    await endEverything(tx, userId)
    return 'factor-removed'
  })

/** The id of the person with this address. */
export const findUser = (engine: Engine, email: string): Promise<Result<{ readonly userId: string }>> =>
  withoutMerchant(engine.pool, async (tx) => {
    const user = await userByEmail(tx, plainEmail(email))
    return user ? ok({ userId: user.userId }) : failed('not-found', { what: `user [${email}]` })
  })

type Done = 'user-unlocked' | 'user-disabled' | 'user-enabled' | 'sessions-ended' | 'factor-removed'

const lookAfter = (
  engine: Engine,
  { email, who }: LookedAfter,
  work: (tx: Tx, user: User) => Promise<Done>,
): Promise<Result<void>> =>
  withoutMerchant(engine.pool, async (tx) => {
    const user = await userByEmail(tx, plainEmail(email))
    if (!user) return failed('not-found', { what: `user [${email}]` })
    const act = await work(tx, user)
    await engine.noteAct({ at: engine.now(), act, who, about: user.email }, tx)
    return ok(undefined)
  })

/** Sends what waits and takes away what is over. The history of sign-ins is kept as long as the audit. */
export async function tidy(engine: Engine, { historyDays }: { readonly historyDays: number }): Promise<void> {
  const now = engine.now()
  await sendMails(engine)
  await withoutMerchant(engine.pool, async (tx) => {
    await tx.query(`delete from auth.sessions where last_used_at <= ${at(1)} or created_at <= ${at(2)}`, [
      now - IDLE_ENDS,
      now - WHOLE_ENDS,
    ])
    await tx.query(`delete from auth.challenges where expires_at <= ${at(1)}`, [now])
    await tx.query(`delete from auth.resets where expires_at <= ${at(1)}`, [now])
    await tx.query(`delete from auth.network_tries where from_at <= ${at(1)}`, [now - NETWORK_WINDOW])
    await tx.query(`delete from auth.sign_ins where at <= ${at(1)}`, [now - historyDays * DAY])
    // A lock stays for whoever has an account; what was typed for nobody is forgotten after a month.
    await tx.query(
      `delete from auth.tries where last_at <= ${at(1)} and email_hash not in
       (select sha256(convert_to('e-mail ' || email, 'UTF8')) from auth.users)`,
      [now - 30 * DAY],
    )
  })
}
