import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A new secret of 256 bits, as it stands in a cookie or a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: its SHA-256. Enough, since nobody guesses 256 bits. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What is kept of an address that was typed: nobody's address shall stand in a list of tries. */
export const hashOfEmail = (email: string): Buffer => hashOf(`e-mail ${email}`)

/** The token that a page must send beside the cookie: made of the session's own, which no other site can read (U6). */
export const csrfOf = (token: string): string => createHmac('sha256', token).update('csrf').digest('base64url')

/** A new id: a letter and 64 bits. */
export const newId = (letter: string): string => letter + randomBytes(8).toString('hex')
