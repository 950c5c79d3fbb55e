import { failed, ok, type Result } from '#core/problems.ts'
import { LOCK_AFTER, MOST_OF_NETWORK, mayTry, NETWORK_WINDOW, PAUSE_AFTER, type Tries } from '#core/sign-in/lockout.ts'
import { networkOf } from '#core/sign-in/network.ts'
import { type Tx, withoutMerchant } from '#store/db.ts'
import { at, type SignInParts } from './parts.ts'

/** A try that was paid for as wrong before anything was compared; `isLast`: if it is wrong, the address is locked. `before`: when the one before was. */
export type PaidTry = { readonly isLast: boolean; readonly before: number }

/** Whose try it is: the hash of the address that was typed, known or not, and from where. */
export type Trier = { readonly emailHash: Buffer; readonly address: string }

/**
 * Takes one try, or says why there is none. It counts as wrong from the start, in a transaction of its own, so that a hundred guesses
 * sent at once are a hundred tries; what was right is given back (D10).
 */
export const takeTry = ({ pool, now }: SignInParts, { emailHash, address }: Trier): Promise<Result<PaidTry>> =>
  withoutMerchant(pool, async (tx) => {
    const time = now()
    if (!(await mayNetwork(tx, address, time))) return failed('too-many-tries', TOO_MANY_OF_NETWORK)
    await tx.query(
      `insert into auth.tries (email_hash, failures, last_at) values ($1, 0, ${at(2)}) on conflict do nothing`,
      [emailHash, time],
    )
    const [tries] = await tx.query<Tries>(
      `select failures, last_at as "lastAt" from auth.tries where email_hash = $1 for update`,
      [emailHash],
    )
    if (!tries) throw new Error('The tries of an address were not found.')
    const may = mayTry(tries, time)
    if (may.kind === 'never') return failed('sign-in-locked')
    if (may.kind === 'from') return failed('too-many-tries', { minutes: Math.ceil((may.at - time) / 60_000) })
    await tx.query(`update auth.tries set failures = failures + 1, last_at = ${at(2)} where email_hash = $1`, [
      emailHash,
      time,
    ])
    return ok({ isLast: tries.failures + 1 >= LOCK_AFTER, before: tries.lastAt })
  })

/** What is told where one network tries too often; such tries are not written into the history, which they would fill. */
export const TOO_MANY_OF_NETWORK = { minutes: NETWORK_WINDOW / 60_000, of: 'network' } as const

/** Counts one more try of a network; false: it has had all of this quarter of an hour. */
export async function mayNetwork(tx: Tx, address: string, time: number): Promise<boolean> {
  const [network] = await tx.query<{ failures: number }>(
    `insert into auth.network_tries (network, failures, from_at) values ($1, 1, ${at(2)})
     on conflict (network) do update set
       failures = case when network_tries.from_at <= ${at(3)} then 1 else network_tries.failures + 1 end,
       from_at = case when network_tries.from_at <= ${at(3)} then excluded.from_at else network_tries.from_at end
     returning failures`,
    [networkOf(address), time, time - NETWORK_WINDOW],
  )
  return (network?.failures ?? 0) <= MOST_OF_NETWORK
}

/** Gives back a try whose password was right: as if it had not been, so that the second factor can follow at once. */
export async function giveBackTry(tx: Tx, { emailHash, address }: Trier, { before }: PaidTry): Promise<void> {
  await giveBackToNetwork(tx, address)
  await tx.query(
    `update auth.tries set failures = greatest(failures - 1, 0), last_at = ${at(2)} where email_hash = $1`,
    [emailHash, before],
  )
}

/** Forgets all wrong tries after a second factor that was right. */
export async function beginAnew(tx: Tx, { emailHash, address }: Trier): Promise<void> {
  await giveBackToNetwork(tx, address)
  await forgetTries(tx, emailHash)
}

/** The network's row before the address's, as a try takes them: otherwise two could wait for each other. */
const giveBackToNetwork = (tx: Tx, address: string): Promise<unknown> =>
  tx.query('update auth.network_tries set failures = greatest(failures - 1, 0) where network = $1', [
    networkOf(address),
  ])

/**
 * Takes the lock off an address whose mailbox set a new password. The pauses stay until a second factor was right: whoever holds the mailbox
 * only shall not guess codes from the beginning with each link (D10).
 */
export const unlockTries = (tx: Tx, emailHash: Buffer): Promise<unknown> =>
  tx.query('update auth.tries set failures = least(failures, $2) where email_hash = $1', [emailHash, PAUSE_AFTER])

/** Lets an address try again from the beginning: when somebody unlocked it (D10). */
export const forgetTries = (tx: Tx, emailHash: Buffer): Promise<unknown> =>
  tx.query('delete from auth.tries where email_hash = $1', [emailHash])
