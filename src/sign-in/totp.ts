import { generateSecret, generateURI, verifySync } from 'otplib/functional'
import { renderSVG } from 'uqr'
import type { Tx } from '#store/db.ts'
import { at, type SignInParts } from './parts.ts'

const STEP = 30

/** A new seed as a person takes it over: as letters, as an address for programs, as a picture of that address. */
export type NewSeed = { readonly seed: string; readonly uri: string; readonly svg: string }

/** Makes a seed for codes by the clock. It is pending, beside the one in use, until a first code of it was shown (D17). */
export async function beginTotp(
  { now, secrets }: SignInParts,
  tx: Tx,
  { userId, email }: { userId: string; email: string },
): Promise<NewSeed> {
  const seed = generateSecret()
  const uri = generateURI({ issuer: 'Millrace', label: email, secret: seed })
  await tx.query(
    `insert into auth.totps (user_id, pending, pending_at) values ($1, $2, ${at(3)})
     on conflict (user_id) do update set pending = excluded.pending, pending_at = excluded.pending_at`,
    [userId, secrets.seal(seed, contextOf(userId)), now()],
  )
  return { seed, uri, svg: renderSVG(uri, { ecc: 'M', border: 2 }) }
}

/** Takes the pending seed into use if the code is of it. */
export async function confirmTotp(
  { now, secrets }: SignInParts,
  tx: Tx,
  shown: { userId: string; code: string },
): Promise<boolean> {
  const [row] = await tx.query<{ pending: Buffer | null }>(
    'select pending from auth.totps where user_id = $1 for update',
    [shown.userId],
  )
  if (!row?.pending) return false
  const step = stepOf(secrets.open(row.pending, contextOf(shown.userId)), { code: shown.code, now: now(), after: 0 })
  if (step === null) return false
  await tx.query(
    `update auth.totps set seed = pending, set_at = ${at(3)}, last_step = $2, pending = null, pending_at = null where user_id = $1`,
    [shown.userId, step, now()],
  )
  return true
}

/** Whether this is a code of now, or of one step before or after, that was not taken yet; taking it holds the row, so none counts twice (D17). */
export async function takeCode(
  { now, secrets }: SignInParts,
  tx: Tx,
  shown: { userId: string; code: string },
): Promise<boolean> {
  const [row] = await tx.query<{ seed: Buffer | null; lastStep: number }>(
    'select seed, last_step as "lastStep" from auth.totps where user_id = $1 for update',
    [shown.userId],
  )
  if (!row?.seed) return false
  const opened = secrets.open(row.seed, contextOf(shown.userId))
  const step = stepOf(opened, { code: shown.code, now: now(), after: row.lastStep })
  if (step === null) return false
  await tx.query('update auth.totps set last_step = $2 where user_id = $1', [shown.userId, step])
  return true
}

const contextOf = (userId: string): string => `totp ${userId}`

/** The step of a right code, or null. */
function stepOf(seed: string, { code, now, after }: { code: string; now: number; after: number }): number | null {
  const token = code.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const found = verifySync({
    secret: seed,
    token,
    epoch: Math.floor(now / 1000),
    epochTolerance: STEP,
    afterTimeStep: after,
  })
  return found.valid && 'timeStep' in found ? Number(found.timeStep) : null
}
