import { failed, ok, type Result } from '#core/problems.ts'
import { type Tx, withoutMerchant } from '#store/db.ts'
import type { Engine } from './engine.ts'
import { type How, isNewPlace, noteSignIn } from './history.ts'
import { lockOut } from './lock-out.ts'
import type { From } from './parts.ts'
import { type Place, takePasskey } from './passkeys.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { hashOfEmail } from './secret.ts'
import { openSession, renewToken, type Session } from './sessions.ts'
import { takeCode } from './totp.ts'
import { beginAnew, forgetTries, takeTry } from './tries.ts'
import { changed, instant, keepMail } from './user-mails.ts'
import { userById } from './users.ts'

/** What a person shows as second factor. */
export type Shown =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'recovery code'; readonly code: string }
  | { readonly kind: 'passkey'; readonly response: object; readonly place: Place }

const NOT_COUNTED = { ok: true, value: { isLast: false } } as const

/**
 * Takes a second factor: ends the sign-in, or makes it fresh for what asks for a fresh one (U3). The session gets a new token; a wrong
 * code counts like a wrong password.
 */
export async function showFactor(
  engine: Engine,
  session: Session,
  { shown, from }: { shown: Shown; from: From },
): Promise<Result<string>> {
  const trier = { emailHash: hashOfEmail(session.email), address: from.address }
  // Nobody guesses a passkey, so it is bound by no lock: otherwise anybody could shut anybody out.
  const tried = shown.kind === 'passkey' ? NOT_COUNTED : await takeTry(engine, trier)
  if (!tried.ok) return tried
  const outcome = await withoutMerchant(engine.pool, async (tx) => {
    if (!(await isRight(engine, tx, { userId: session.userId, shown }))) {
      await noteSignIn(tx, { ...from, ...entryOf(engine, session, shown.kind), outcome: 'wrong' })
      return null
    }
    if (shown.kind === 'passkey') await forgetTries(tx, trier.emailHash)
    else await beginAnew(tx, trier)
    const token = await renewToken(tx, { sessionId: session.sessionId, secondFactorAt: engine.now() })
    if (token === null) return null
    if (session.secondFactorAt === null) await welcome(engine, tx, { session, how: shown.kind, from })
    if (shown.kind === 'recovery code') await tellCodeUsed(engine, tx, { session, from })
    const act = session.secondFactorAt === null ? 'signed-in' : 'second-factor-shown'
    await engine.noteAct({ at: engine.now(), act, who: session.email, facts: { how: shown.kind, ...from } }, tx)
    return token
  })
  if (outcome !== null) return ok(outcome)
  if (tried.value.isLast) await lockOut(engine, session, from)
  return failed(shown.kind === 'passkey' ? 'passkey-refused' : 'code-refused')
}

/** Signs in by a passkey alone: the key and the finger, face or PIN with which it was opened are two factors (D17). */
export const signInByPasskey = (
  engine: Engine,
  { response, place }: { response: object; place: Place },
  from: From,
): Promise<Result<string>> =>
  withoutMerchant(engine.pool, async (tx) => {
    const userId = await takePasskey(engine, tx, { userId: null, response, place })
    const user = userId === null ? null : await userById(tx, userId)
    if (!user || user.disabledAt !== null) return failed('passkey-refused')
    const token = await openSession(tx, { userId: user.userId, from, now: engine.now(), secondFactorAt: engine.now() })
    await forgetTries(tx, hashOfEmail(user.email))
    await welcome(engine, tx, { session: user, how: 'passkey', from })
    await engine.noteAct(
      { at: engine.now(), act: 'signed-in', who: user.email, facts: { how: 'passkey', ...from } },
      tx,
    )
    return ok(token)
  })

type Person = { readonly userId: string; readonly email: string }

/** Notes a finished sign-in, and writes to the person if it came from a new place. */
async function welcome(
  engine: Engine,
  tx: Tx,
  { session, how, from }: { session: Person; how: How; from: From },
): Promise<void> {
  const isNew = await isNewPlace(tx, { userId: session.userId, from, now: engine.now() })
  await noteSignIn(tx, { ...from, ...entryOf(engine, session, how), outcome: 'signed in' })
  if (isNew)
    await keepMail(engine, tx, { to: session.email, news: { kind: 'new-place', when: instant(engine.now()), ...from } })
}

function isRight(engine: Engine, tx: Tx, { userId, shown }: { userId: string; shown: Shown }): Promise<boolean> {
  switch (shown.kind) {
    case 'code':
      return takeCode(engine, tx, { userId, code: shown.code })
    case 'recovery code':
      return takeRecoveryCode(tx, { userId, code: shown.code, now: engine.now() })
    case 'passkey':
      return takePasskey(engine, tx, { userId, ...shown }).then((found) => found !== null)
  }
}

async function tellCodeUsed(engine: Engine, tx: Tx, { session, from }: { session: Person; from: From }): Promise<void> {
  const [left] = await tx.query<{ n: number }>(
    'select count(*)::int as n from auth.recovery_codes where user_id = $1 and used_at is null',
    [session.userId],
  )
  const what = `a recovery code was used, ${left?.n ?? 0} are left`
  await keepMail(engine, tx, {
    to: session.email,
    news: changed(what, { now: engine.now(), from, othersEnded: false }),
  })
}

const entryOf = ({ now }: Engine, { userId }: Person, how: How) => ({ at: now(), how, userId, emailHash: null })
