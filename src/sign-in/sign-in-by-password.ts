import { failed, ok, type Result } from '#core/problems.ts'
import { plainPassword } from '#core/sign-in/check-password.ts'
import { type Tx, withoutMerchant } from '#store/db.ts'
import type { Engine } from './engine.ts'
import { type How, noteSignIn, type Outcome } from './history.ts'
import { lockOut } from './lock-out.ts'
import { at, type From } from './parts.ts'
import { hashOfEmail } from './secret.ts'
import { openSession } from './sessions.ts'
import { giveBackTry, TOO_MANY_OF_NETWORK, takeTry } from './tries.ts'
import { plainEmail, type User, userByEmail } from './users.ts'

/**
 * Begins a session that may do nothing yet but show the second factor, or set one up (D17). A stranger costs one hash and the same
 * statements as a known person, and is told the same words.
 */
export async function signInByPassword(
  engine: Engine,
  entered: { readonly email: string; readonly password: string },
  from: From,
): Promise<Result<string>> {
  const { pool, now, hasher } = engine
  const email = plainEmail(entered.email)
  const trier = { emailHash: hashOfEmail(email), address: from.address }
  const user = await withoutMerchant(pool, (tx) => userByEmail(tx, email))
  const note = (outcome: Outcome) => ({
    ...from,
    at: now(),
    how: 'password' as How,
    outcome,
    userId: user?.userId ?? null,
    emailHash: trier.emailHash,
  })
  const tried = await takeTry(engine, trier)
  if (!tried.ok) {
    if (tried.problem.facts.of !== TOO_MANY_OF_NETWORK.of)
      await withoutMerchant(pool, (tx) => noteSignIn(tx, note('locked')))
    return tried
  }
  const password = plainPassword(entered.password)
  const isRight = await hasher.matches(user?.hash ?? null, password)
  if (!user || !isRight || user.disabledAt !== null) {
    const outcome = isRight ? 'disabled' : 'wrong'
    await withoutMerchant(pool, (tx) => noteSignIn(tx, note(outcome)))
    if (tried.value.isLast && user) await lockOut(engine, user, from)
    return failed('sign-in-refused')
  }
  await renewHash(engine, user, password)
  return withoutMerchant(pool, async (tx) => {
    if (!(await standsStill(tx, user))) return failed('sign-in-refused')
    await giveBackTry(tx, trier, tried.value)
    await noteSignIn(tx, note('next'))
    return ok(await openSession(tx, { userId: user.userId, from, now: now(), secondFactorAt: null }))
  })
}

/** Whether the password that was right is still the one; held, so that whoever replaces it ends this session with the others (U6). */
const standsStill = async (tx: Tx, { userId, passwordSetAt }: User): Promise<boolean> =>
  (
    await tx.query(
      `select 1 from auth.passwords join auth.users using (user_id) where user_id = $1 and set_at = ${at(2)} and disabled_at is null for share`,
      [userId, passwordSetAt],
    )
  ).length === 1

/** A hash of another cost is made anew now that the password is here. */
async function renewHash({ pool, hasher }: Engine, { userId, hash }: User, password: string): Promise<void> {
  if (hash === null || !hasher.isOutOfDate(hash)) return
  const renewed = await hasher.make(password)
  await withoutMerchant(pool, (tx) =>
    tx.query('update auth.passwords set hash = $3 where user_id = $1 and hash = $2', [userId, hash, renewed]),
  )
}
