import { randomBytes } from 'node:crypto'
import type { Tx } from '#store/db.ts'
import { at } from './parts.ts'
import { hashOf } from './secret.ts'

/** So many codes for the day on which the phone is gone. */
const CODES = 10
/** Thirty-two letters and figures, without those that look like others. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Ten new codes of 80 bits, shown once; the ones before are worth nothing from now on (D17). */
export async function makeRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.query('delete from auth.recovery_codes where user_id = $1', [userId])
  await tx.query('insert into auth.recovery_codes (user_id, code_hash) select $1, unnest($2::bytea[])', [
    userId,
    codes.map((code) => hashOf(plain(code))),
  ])
  return codes
}

/** Takes a recovery code, once: of two at the same moment one is right. */
export async function takeRecoveryCode(
  tx: Tx,
  { userId, code, now }: { userId: string; code: string; now: number },
): Promise<boolean> {
  const taken = await tx.query(
    `update auth.recovery_codes set used_at = ${at(3)} where user_id = $1 and code_hash = $2 and used_at is null returning 1`,
    [userId, hashOf(plain(code)), now],
  )
  return taken.length === 1
}

const newCode = (): string =>
  [...randomBytes(16)].map((byte, n) => `${n > 0 && n % 4 === 0 ? '-' : ''}${LETTERS[byte % LETTERS.length]}`).join('')

const plain = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '')
