import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Tx, withoutMerchant } from '#store/db.ts'
import type { Engine } from './engine.ts'
import { at } from './parts.ts'

/** Where passkeys are good: the origin of the pages. */
export type Place = { readonly origin: string }

/** A passkey as it is listed. */
export type Passkey = {
  readonly passkeyId: string
  readonly name: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
}

type Purpose = 'register' | 'sign-in' | 'second factor'

const GOOD_FOR = 5 * 60_000
/** Ed25519, P-256, RSA: what authenticators have. */
const ALGORITHMS = [-8, -7, -257]
/** A domain that a passkey is bound to: without its port. */
const domainOf = ({ origin }: Place): string => new URL(origin).hostname

/** The passkeys of a person, the oldest first. */
export const passkeysOf = (tx: Tx, userId: string): Promise<(Passkey & { transports: string[] })[]> =>
  tx.query(
    'select passkey_id as "passkeyId", name, created_at as "createdAt", last_used_at as "lastUsedAt", transports from auth.passkeys where user_id = $1 order by created_at, passkey_id',
    [userId],
  )

/** What a browser needs to make a passkey. Whoever uses it must prove it is them, by finger, face or PIN: so it is both factors (D17). */
export const registrationOptions = (
  engine: Engine,
  user: { userId: string; email: string; name: string },
  place: Place,
) =>
  withoutMerchant(engine.pool, async (tx) => {
    const options = await generateRegistrationOptions({
      rpName: 'Millrace',
      rpID: domainOf(place),
      userName: user.email,
      userDisplayName: user.name,
      userID: new TextEncoder().encode(user.userId),
      attestationType: 'none',
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: (await passkeysOf(tx, user.userId)).map(({ passkeyId }) => ({ id: passkeyId })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    })
    await keepChallenge(engine, tx, { challenge: options.challenge, purpose: 'register', userId: user.userId })
    return options
  })

/** What a browser needs to use a passkey: of one person, or of whoever it knows. */
export const authenticationOptions = (engine: Engine, userId: string | null, place: Place) =>
  withoutMerchant(engine.pool, async (tx) => {
    const known = userId === null ? [] : await passkeysOf(tx, userId)
    const options = await generateAuthenticationOptions({
      rpID: domainOf(place),
      userVerification: 'required',
      allowCredentials: known.map(({ passkeyId, transports }) => ({ id: passkeyId, transports })),
    })
    const purpose = userId === null ? 'sign-in' : 'second factor'
    await keepChallenge(engine, tx, { challenge: options.challenge, purpose, userId })
    return options
  })

/** Keeps a new passkey if the browser's answer is good; false otherwise. */
export async function registerPasskey(
  engine: Engine,
  tx: Tx,
  made: { userId: string; name: string; response: object; place: Place },
): Promise<boolean> {
  const verified = await verifyRegistrationResponse({
    response: made.response as RegistrationResponseJSON,
    expectedChallenge: (challenge) =>
      takeChallenge(engine, tx, { challenge, purpose: 'register', userId: made.userId }),
    expectedOrigin: made.place.origin,
    expectedRPID: domainOf(made.place),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null)
  if (!verified?.verified) return false
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  const kept = await tx.query(
    `insert into auth.passkeys (passkey_id, user_id, name, public_key, counter, transports, created_at)
     values ($1, $2, $3, $4, $5, $6, ${at(7)}) on conflict do nothing returning 1`,
    [id, made.userId, made.name, Buffer.from(publicKey), counter, transports ?? [], engine.now()],
  )
  return kept.length === 1
}

/** Whose passkey answered, if the answer is good; null otherwise. The row is held until the end of the transaction. */
export async function takePasskey(
  engine: Engine,
  tx: Tx,
  shown: { userId: string | null; response: object; place: Place },
): Promise<string | null> {
  const response = shown.response as AuthenticationResponseJSON
  const [key] = await tx.query<{ userId: string; publicKey: Buffer; counter: number }>(
    'select user_id as "userId", public_key as "publicKey", counter from auth.passkeys where passkey_id = $1 for update',
    [String(response.id)],
  )
  if (!key || (shown.userId !== null && key.userId !== shown.userId)) return null
  const purpose: Purpose = shown.userId === null ? 'sign-in' : 'second factor'
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(engine, tx, { challenge, purpose, userId: shown.userId }),
    expectedOrigin: shown.place.origin,
    expectedRPID: domainOf(shown.place),
    requireUserVerification: true,
    credential: { id: response.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
  }).catch(() => null)
  if (!verified?.verified) return null
  await tx.query(`update auth.passkeys set counter = $2, last_used_at = ${at(3)} where passkey_id = $1`, [
    response.id,
    verified.authenticationInfo.newCounter,
    engine.now(),
  ])
  return key.userId
}

type Challenge = { readonly challenge: string; readonly purpose: Purpose; readonly userId: string | null }

const keepChallenge = ({ now }: Engine, tx: Tx, { challenge, purpose, userId }: Challenge) =>
  tx.query(`insert into auth.challenges (challenge, purpose, user_id, expires_at) values ($1, $2, $3, ${at(4)})`, [
    challenge,
    purpose,
    userId,
    now() + GOOD_FOR,
  ])

/** Takes a challenge off: also an answer that is no good uses it up. */
async function takeChallenge({ now }: Engine, tx: Tx, { challenge, purpose, userId }: Challenge): Promise<boolean> {
  const taken = await tx.query(
    `delete from auth.challenges where challenge = $1 and purpose = $2 and user_id is not distinct from $3 and expires_at > ${at(4)} returning 1`,
    [challenge, purpose, userId, now()],
  )
  return taken.length === 1
}
