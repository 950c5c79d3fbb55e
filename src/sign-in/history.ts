import { networkOf } from '#core/sign-in/network.ts'
import { type Tx, withoutMerchant } from '#store/db.ts'
import { at, type From, type SignInParts } from './parts.ts'

/** By what somebody came in, or tried to. */
export type How = 'password' | 'code' | 'recovery code' | 'passkey' | 'invitation' | 'reset link'
/** What came of it. `next`: right, and the second factor is asked for. */
export type Outcome = 'signed in' | 'next' | 'wrong' | 'locked' | 'disabled'

/** One line of the history of sign-ins. */
export type SignInEntry = From & { readonly at: number; readonly how: How; readonly outcome: Outcome }

/** Writes one line: of a known person, or of an address that nobody has, by its hash (D38). */
export const noteSignIn = (
  tx: Tx,
  entry: SignInEntry & { readonly userId: string | null; readonly emailHash: Buffer | null },
): Promise<unknown> =>
  tx.query(
    `insert into auth.sign_ins (user_id, email_hash, at, how, outcome, address, agent) values ($1, $2, ${at(3)}, $4, $5, $6, $7)`,
    [
      entry.userId,
      entry.userId ? null : entry.emailHash,
      entry.at,
      entry.how,
      entry.outcome,
      entry.address,
      entry.agent,
    ],
  )

/** The last sign-ins of a person, the newest first. */
export const signInsOf = ({ pool }: SignInParts, userId: string, limit: number): Promise<SignInEntry[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<SignInEntry>(
      'select at, how, outcome, address, agent from auth.sign_ins where user_id = $1 order by at desc, sign_in_id desc limit $2',
      [userId, limit],
    ),
  )

const SEEN_FOR = 90 * 86_400_000

/** True when a person comes from a network or with a browser that was not seen for 90 days; never at the very first time. */
export async function isNewPlace(
  tx: Tx,
  { userId, from, now }: { userId: string; from: From; now: number },
): Promise<boolean> {
  const seen = await tx.query<From>(
    `select distinct address, agent from auth.sign_ins where user_id = $1 and outcome = 'signed in' and at > ${at(2)} limit 1000`,
    [userId, now - SEEN_FOR],
  )
  if (seen.length === 0) return false
  const isKnownNetwork = seen.some(({ address }) => networkOf(address) === networkOf(from.address))
  return !(isKnownNetwork && seen.some(({ agent }) => agent === from.agent))
}
