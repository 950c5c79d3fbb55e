import { failed, ok, type Result } from '#core/problems.ts'
import { isFresh } from '#core/sign-in/session-ends.ts'
import { type Tx, withoutMerchant } from '#store/db.ts'
import type { Engine } from './engine.ts'
import { noteSignIn } from './history.ts'
import type { From } from './parts.ts'
import { type Passkey, type Place, passkeysOf, registerPasskey, registrationOptions } from './passkeys.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { endSessions, renewToken, type Session } from './sessions.ts'
import { beginTotp, confirmTotp, type NewSeed } from './totp.ts'
import { changed, keepMail } from './user-mails.ts'

/** The second factors of a person. */
export type Factors = {
  readonly totpSince: number | null
  readonly passkeys: readonly Passkey[]
  readonly recoveryCodesLeft: number
}

/** A changed set of factors: the session's new token, and recovery codes where they are new, to be shown once. */
export type FactorsChanged = { readonly token: string; readonly recoveryCodes: readonly string[] | null }

/** A factor is changed by whoever just showed one, or has none yet (D17). */
const mayChange = ({ hasFactor, secondFactorAt }: Session, now: number): boolean =>
  !hasFactor || isFresh(secondFactorAt, now)

/** The second factors that a person has. */
export const factorsOf = ({ pool }: Engine, userId: string): Promise<Factors> =>
  withoutMerchant(pool, async (tx) => {
    const [row] = await tx.query<{ totpSince: number | null; left: number }>(
      `select (select set_at from auth.totps where user_id = $1 and seed is not null) as "totpSince",
       (select count(*)::int from auth.recovery_codes where user_id = $1 and used_at is null) as left`,
      [userId],
    )
    const passkeys = (await passkeysOf(tx, userId)).map(({ transports: _, ...passkey }) => passkey)
    return { totpSince: row?.totpSince ?? null, passkeys, recoveryCodesLeft: row?.left ?? 0 }
  })

/** Gives a seed for an authenticator app; it is in use once a first code of it was shown. */
export async function beginApp(engine: Engine, session: Session): Promise<Result<NewSeed>> {
  if (!mayChange(session, engine.now())) return failed('second-factor-needed')
  return ok(await withoutMerchant(engine.pool, (tx) => beginTotp(engine, tx, session)))
}

/** Takes the new authenticator app into use. */
export const confirmApp = (engine: Engine, session: Session, { code, from }: { code: string; from: From }) =>
  change(engine, session, {
    what: 'an authenticator app was added',
    act: 'factor-added',
    from,
    work: async (tx) =>
      (await confirmTotp(engine, tx, { userId: session.userId, code })) ? ok(undefined) : failed('code-refused'),
  })

/** What a browser needs to make a passkey for this person. */
export async function beginPasskey(engine: Engine, session: Session, place: Place) {
  if (!mayChange(session, engine.now())) return failed('second-factor-needed')
  return ok(await registrationOptions(engine, session, place))
}

/** Keeps the passkey that a browser made. */
export const addPasskey = (
  engine: Engine,
  session: Session,
  { name, response, place, from }: { name: string; response: object; place: Place; from: From },
) =>
  change(engine, session, {
    what: `the passkey "${name}" was added`,
    act: 'factor-added',
    from,
    work: async (tx) =>
      (await registerPasskey(engine, tx, { userId: session.userId, name, response, place }))
        ? ok(undefined)
        : failed('passkey-refused'),
  })

/** Forgets the authenticator app or one passkey, but never the last of all. */
export const removeFactor = (
  engine: Engine,
  session: Session,
  { passkeyId, from }: { passkeyId: string | null; from: From },
) =>
  change(engine, session, {
    what: passkeyId === null ? 'the authenticator app was removed' : 'a passkey was removed',
    act: 'factor-removed',
    from,
    work: async (tx) => {
      // Two removals at the same moment would leave none.
      await tx.query('select 1 from auth.users where user_id = $1 for update', [session.userId])
      const gone = await tx.query(
        passkeyId === null
          ? 'update auth.totps set seed = null, set_at = null where user_id = $1 and seed is not null and $2::text is null returning 1'
          : 'delete from auth.passkeys where user_id = $1 and passkey_id = $2 returning 1',
        [session.userId, passkeyId],
      )
      if (gone.length === 0) return failed('not-found', { what: 'second factor' })
      return (await hasFactor(tx, session.userId)) ? ok(undefined) : failed('last-factor')
    },
  })

/** Makes ten new recovery codes; the ones before are worth nothing. */
export const renewRecoveryCodes = (engine: Engine, session: Session, from: From) =>
  change(engine, session, {
    what: 'new recovery codes were made',
    act: 'factor-added',
    from,
    newCodes: true,
    work: async () => ok(undefined),
  })

const hasFactor = async (tx: Tx, userId: string): Promise<boolean> =>
  (
    await tx.query(
      'select 1 from auth.totps where user_id = $1 and seed is not null union all select 1 from auth.passkeys where user_id = $1',
      [userId],
    )
  ).length > 0

type Change = {
  readonly what: string
  readonly act: 'factor-added' | 'factor-removed'
  readonly from: From
  readonly newCodes?: boolean
  work(tx: Tx): Promise<Result<void>>
}

/** Ends the transaction without a trace, with a problem to tell. */
class Undone extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('undone')
    this.result = result
  }
}

/** One change of the factors: the other sessions end, this one gets a new token, the person is told by mail, the audit notes it (U6). */
async function change(engine: Engine, session: Session, asked: Change): Promise<Result<FactorsChanged>> {
  if (!mayChange(session, engine.now())) return failed('second-factor-needed')
  const now = engine.now()
  const { userId, sessionId, email } = session
  try {
    return await withoutMerchant(engine.pool, async (tx) => {
      const done = await asked.work(tx)
      if (!done.ok) throw new Undone(done)
      const isFirst = !session.hasFactor
      const recoveryCodes = isFirst || asked.newCodes ? await makeRecoveryCodes(tx, userId) : null
      await endSessions(tx, userId, { but: sessionId })
      const token = await renewToken(tx, { sessionId, secondFactorAt: isFirst ? now : null })
      if (token === null) throw new Undone(failed('session-over'))
      if (isFirst) {
        const how = 'code'
        await noteSignIn(tx, { ...asked.from, at: now, how, outcome: 'signed in', userId, emailHash: null })
      }
      await keepMail(engine, tx, { to: email, news: changed(asked.what, { now, from: asked.from }) })
      await engine.noteAct({ at: now, act: asked.act, who: email, facts: { what: asked.what, ...asked.from } }, tx)
      return ok({ token, recoveryCodes })
    })
  } catch (error) {
    if (error instanceof Undone) return error.result
    throw error
  }
}
