import { failed, ok, problem, type Result } from '#core/problems.ts'
import { type Checked, isText, refused } from '#core/settings/faults.ts'
import { isUniqueViolation, type Tx, withoutMerchant } from '#store/db.ts'
import type { Engine } from './engine.ts'
import { noteSignIn } from './history.ts'
import { at, type From } from './parts.ts'
import { hashOf, newId } from './secret.ts'
import { openSession, type Session } from './sessions.ts'
import { setPassword } from './set-password.ts'
import { signInByPassword } from './sign-in-by-password.ts'
import { addUser, userByEmail } from './users.ts'

/** An invitation as whoever holds its link sees it; `merchant`: null for an operator's. */
export type Invited = { readonly email: string; readonly merchant: string | null; readonly by: string }

type Row = {
  readonly invitationId: string
  readonly merchantId: string | null
  readonly merchantName: string | null
  readonly email: string
  readonly owner: boolean
  readonly createdBy: string
  readonly acceptedAt: number | null
}

/** What is taken from an invitation: by somebody new with a name and a password, or by whoever is signed in already. */
export type Accepting = { readonly secret: string; readonly name: string; readonly password: string }

/** An invitation whose link is still good (U1). Whether the address is known in the deployment is not told. */
export const lookAtInvitation = (engine: Engine, secret: string): Promise<Result<Invited>> =>
  withoutMerchant(engine.pool, async (tx) => {
    const found = await lockByLink(engine, tx, secret)
    if (!found || found.acceptedAt !== null) return failed('link-over')
    return ok({ email: found.email, merchant: found.merchantName, by: found.createdBy })
  })

/**
 * Accepts an invitation as somebody new: the person, the password, the membership and the mark on the invitation come to be in one
 * transaction (U1). Sent twice it ends the same: the second time is a sign-in with that password. Gives a session's token.
 */
export async function acceptAsNew(
  engine: Engine,
  { secret, name, password }: Accepting,
  from: From,
): Promise<Checked<string>> {
  const accept = (tx: Tx) => acceptOnce(engine, tx, { secret, name, password, from })
  const outcome = await withoutMerchant(engine.pool, accept).catch((error: unknown) => {
    // Two invitations for one address, accepted at the same moment: the later one finds the person known.
    if (isUniqueViolation(error)) return withoutMerchant(engine.pool, accept)
    throw error
  })
  if (!('again' in outcome)) return outcome
  const signedIn = await signInByPassword(engine, { email: outcome.again, password }, from)
  return signedIn.ok ? signedIn : refused(failed('link-over'))
}

type Outcome = Checked<string> | { readonly again: string }

async function acceptOnce(engine: Engine, tx: Tx, entered: Accepting & { readonly from: From }): Promise<Outcome> {
  const { now, hasher } = engine
  const found = await lockByLink(engine, tx, entered.secret)
  if (!found) return refused(failed('link-over'))
  if (found.acceptedAt !== null) return { again: found.email }
  if (await userByEmail(tx, found.email)) return refused(failed('account-known', { email: found.email }))
  const name = entered.name.trim()
  if (!isText(name, 1, 100))
    return { ok: false, problems: [problem('not-valid', { field: 'name', why: 'must have 1 to 100 characters' })] }
  const user = { userId: newId('U'), email: found.email, name }
  await addUser(tx, { ...user, createdBy: found.createdBy, now: now() })
  const set = await setPassword(tx, hasher, { user, entered: entered.password, now: now() })
  if (!set.ok) {
    await tx.query('delete from auth.users where user_id = $1', [user.userId])
    return set
  }
  const given = await give(engine, tx, { found, user })
  if (!given.ok) {
    await tx.query('delete from auth.users where user_id = $1', [user.userId])
    return refused(given)
  }
  const { from } = entered
  const token = await openSession(tx, { userId: user.userId, from, now: now(), secondFactorAt: null })
  await noteSignIn(tx, { ...from, at: now(), how: 'invitation', outcome: 'next', userId: user.userId, emailHash: null })
  await noteAccepted(engine, tx, found)
  return { ok: true, value: token }
}

/** Accepts an invitation as whoever is signed in; sent twice it ends the same (U1). */
export const acceptAsKnown = (engine: Engine, session: Session, secret: string): Promise<Result<Invited>> =>
  withoutMerchant(engine.pool, async (tx) => {
    const found = await lockByLink(engine, tx, secret)
    if (!found) return failed('link-over')
    if (found.email !== session.email) return failed('invitation-for-other', { email: found.email })
    const seen = { email: found.email, merchant: found.merchantName, by: found.createdBy }
    if (found.acceptedAt !== null) return ok(seen)
    const given = await give(engine, tx, { found, user: session })
    if (!given.ok) return given
    if (found.merchantId !== null)
      await tx.query('update auth.sessions set merchant_id = $2 where session_id = $1', [
        session.sessionId,
        found.merchantId,
      ])
    await noteAccepted(engine, tx, found)
    return ok(seen)
  })

/** The invitation with this link, held until the end of the transaction; null where it is withdrawn or too old. */
async function lockByLink({ now }: Engine, tx: Tx, secret: string): Promise<Row | null> {
  const [found] = await tx.query<Row>(
    `select i.invitation_id as "invitationId", i.merchant_id as "merchantId", m.name as "merchantName", i.email, i.owner,
       i.created_by as "createdBy", i.accepted_at as "acceptedAt"
     from deployment.invitations i left join deployment.merchants m using (merchant_id)
     where i.token_hash = $1 and i.withdrawn_at is null and i.expires_at > ${at(2)} for update of i`,
    [hashOf(secret), now()],
  )
  return found ?? null
}

/** Gives what the invitation promised, and marks it as accepted. */
async function give(
  engine: Engine,
  tx: Tx,
  { found, user }: { found: Row; user: { userId: string } },
): Promise<Result<void>> {
  if (found.merchantId === null)
    await tx.query('update auth.users set operator = true where user_id = $1', [user.userId])
  else {
    // The merchant's row is held, so that of two owners at the same moment one is seen.
    await tx.query('select 1 from deployment.merchants where merchant_id = $1 for update', [found.merchantId])
    const owners = await tx.query('select 1 from deployment.memberships where merchant_id = $1 and owner', [
      found.merchantId,
    ])
    if (found.owner && owners.length > 0) return failed('owner-there', { merchant: found.merchantId })
    await tx.query(
      `insert into deployment.memberships (merchant_id, user_id, owner, permissions, groups, topics, created_at, created_by)
       select merchant_id, $2, owner, permissions, groups, topics, ${at(3)}, created_by from deployment.invitations where invitation_id = $1
       on conflict (merchant_id, user_id) do nothing`,
      [found.invitationId, user.userId, engine.now()],
    )
  }
  await tx.query(`update deployment.invitations set accepted_at = ${at(2)} where invitation_id = $1`, [
    found.invitationId,
    engine.now(),
  ])
  return ok(undefined)
}

const noteAccepted = ({ noteAct, now }: Engine, tx: Tx, { merchantId, email, createdBy }: Row) =>
  noteAct(
    {
      at: now(),
      act: 'invitation-accepted',
      who: email,
      about: email,
      ...(merchantId === null ? {} : { merchant: merchantId }),
      facts: { invitedBy: createdBy },
    },
    tx,
  )
