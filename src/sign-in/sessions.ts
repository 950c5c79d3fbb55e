import { endsAt, type SessionTimes } from '#core/sign-in/session-ends.ts'
import { type Tx, withoutMerchant } from '#store/db.ts'
import { at, type From, type SignInParts } from './parts.ts'
import { hashOf, newId, newSecret } from './secret.ts'

/** A session with whose it is. `merchantId`: the merchant that was chosen last. */
export type Session = SessionTimes &
  From & {
    readonly sessionId: string
    readonly userId: string
    readonly email: string
    readonly name: string
    readonly operator: boolean
    readonly merchantId: string | null
    /** When the password was set; null: there is none. */
    readonly passwordSetAt: number | null
    /** Whether a second factor is set up. */
    readonly hasFactor: boolean
  }

const COLUMNS = `s.session_id as "sessionId", s.user_id as "userId", s.created_at as "createdAt", s.last_used_at as "lastUsedAt",
  s.second_factor_at as "secondFactorAt", s.merchant_id as "merchantId", s.address, s.agent, u.email, u.name, u.operator,
  p.set_at as "passwordSetAt", (exists (select from auth.totps t where t.user_id = s.user_id and t.seed is not null)
  or exists (select from auth.passkeys k where k.user_id = s.user_id)) as "hasFactor"`
const SESSIONS = `auth.sessions s join auth.users u using (user_id) left join auth.passwords p using (user_id)`

const NOTED_EVERY = 60_000

/** The session with this token, or that it is over, or that there is none. Its use is noted once a minute at most; `quiet`: this is none. */
export const findSession = (
  { pool, now }: SignInParts,
  token: string,
  { quiet = false }: { readonly quiet?: boolean } = {},
): Promise<Session | 'over' | null> =>
  withoutMerchant(pool, async (tx) => {
    const hash = hashOf(token)
    const [found] = await tx.query<Session>(
      `select ${COLUMNS} from ${SESSIONS} where s.token_hash = $1 and u.disabled_at is null`,
      [hash],
    )
    if (!found) return null
    const time = now()
    if (endsAt(found) <= time) {
      await tx.query('delete from auth.sessions where token_hash = $1', [hash])
      return 'over'
    }
    if (!quiet && found.lastUsedAt <= time - NOTED_EVERY)
      await tx.query(`update auth.sessions set last_used_at = ${at(2)} where token_hash = $1`, [hash, time])
    return found
  })

/** Opens a session in this transaction and gives its token. No token that a browser brought is ever taken over. */
export async function openSession(
  tx: Tx,
  { userId, from, now, secondFactorAt }: { userId: string; from: From; now: number; secondFactorAt: number | null },
): Promise<string> {
  const token = newSecret()
  await tx.query(
    `insert into auth.sessions (session_id, token_hash, user_id, created_at, last_used_at, second_factor_at, merchant_id, address, agent)
     values ($1, $2, $3, ${at(4)}, ${at(4)}, ${at(5)},
       (select merchant_id from deployment.memberships where user_id = $3 order by merchant_id limit 1), $6, $7)`,
    [newId('S'), hashOf(token), userId, now, secondFactorAt, from.address, from.agent],
  )
  return token
}

/** Gives a session another token; the one before is worth nothing from now on. Null: the session is gone. */
export async function renewToken(
  tx: Tx,
  { sessionId, secondFactorAt }: { sessionId: string; secondFactorAt: number | null },
): Promise<string | null> {
  const token = newSecret()
  const renewed = await tx.query(
    `update auth.sessions set token_hash = $2, second_factor_at = coalesce(${at(3)}, second_factor_at) where session_id = $1 returning 1`,
    [sessionId, hashOf(token), secondFactorAt],
  )
  return renewed.length === 1 ? token : null
}

/** The sessions of a person that are not over, the last used first. */
export const sessionsOf = async ({ pool, now }: SignInParts, userId: string): Promise<Session[]> => {
  const all = await withoutMerchant(pool, (tx) =>
    tx.query<Session>(
      `select ${COLUMNS} from ${SESSIONS} where s.user_id = $1 order by s.last_used_at desc, s.session_id`,
      [userId],
    ),
  )
  return all.filter((each) => endsAt(each) > now())
}

/** Ends a person's sessions: one, or all but one; how many. */
export async function endSessions(
  tx: Tx,
  userId: string,
  which: { readonly only: string } | { readonly but: string | null },
): Promise<number> {
  const condition = 'only' in which ? 'session_id = $2' : '$2::text is null or session_id <> $2'
  const ended = await tx.query(`delete from auth.sessions where user_id = $1 and (${condition}) returning 1`, [
    userId,
    'only' in which ? which.only : which.but,
  ])
  return ended.length
}

/** Ends one session of a person, or all but one, and notes it; how many ended (U6). */
export const endSession = (
  { pool, now, noteAct }: SignInParts,
  { userId, email }: { readonly userId: string; readonly email: string },
  which: { readonly only: string } | { readonly but: string },
): Promise<number> =>
  withoutMerchant(pool, async (tx) => {
    const ended = await endSessions(tx, userId, which)
    if (ended > 0) await noteAct({ at: now(), act: 'sessions-ended', who: email, about: email, facts: { ended } }, tx)
    return ended
  })

/** Notes which merchant a person works for in this session. */
export const chooseMerchant = ({ pool }: SignInParts, sessionId: string, merchantId: string): Promise<unknown> =>
  withoutMerchant(pool, (tx) =>
    tx.query('update auth.sessions set merchant_id = $2 where session_id = $1', [sessionId, merchantId]),
  )
