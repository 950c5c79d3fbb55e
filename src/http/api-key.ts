import { createHash, randomBytes } from 'node:crypto'

/** A new key: its id, the key itself to be shown once, and the hash to be kept. */
export function makeApiKey(): { readonly keyId: string; readonly key: string; readonly hash: Buffer } {
  const keyId = randomBytes(6).toString('hex')
  const key = `mr_${keyId}_${randomBytes(32).toString('base64url')}`
  return { keyId, key, hash: hashOfKey(key) }
}

/** What is kept of a key: the SHA-256 of the whole of it. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest()

/** The key in an `Authorization` header, or null where there is none of our form. */
export const keyInHeader = (header: string | undefined): string | null =>
  /^Bearer +(mr_[A-Za-z0-9]{1,40}_[A-Za-z0-9_-]{16,200})$/i.exec(header ?? '')?.[1] ?? null
