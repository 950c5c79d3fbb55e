import type { Permission } from '#core/permissions.ts'
import { csrfOf, hashOf, newId, newSecret } from '#sign-in/secret.ts'
import type { TestDatabase } from './database.ts'

/** Somebody who works for merchants and may do there what is said; with `merchant` null an operator. */
export type Place = {
  readonly merchant: string | null
  readonly permissions?: readonly Permission[]
  readonly owner?: boolean
  /** The public address; without one the pages are on this machine. */
  readonly origin?: string
}

/** A password's, with the cost that tests take. */
const HASH = '$argon2id$v=19$m=8,t=1,p=1$MVEeLHtoiaX5Na97w9DdOg$FBfd+LTgoMU8Ek9vzZv1KNmnxEoev7lX0S0/q/DfH2o'

/** A person who is signed in and just showed the second factor, written straight into the tables; gives what a browser sends along. */
export async function putSession(database: TestDatabase, now: number, place: Place) {
  const owner = database.ownerPool()
  const [userId, sessionId, token] = [newId('U'), newId('S'), newSecret()]
  const email = `${userId.toLowerCase()}@example.com`
  await owner.query(
    `with at as (select to_timestamp($4::float8 / 1000) as t),
     user_ as (insert into auth.users (user_id, email, name, operator, created_at, created_by) select $1, $2, $3, $5, t, 'test' from at),
     word as (insert into auth.passwords (user_id, hash, set_at) select $1, $6, t from at)
     insert into auth.passkeys (passkey_id, user_id, name, public_key, counter, created_at) select $1, $1, 'test', '', 0, t from at`,
    [userId, email, `Person ${userId}`, now, place.merchant === null, HASH],
  )
  if (place.merchant !== null)
    await owner.query(
      `insert into deployment.memberships (merchant_id, user_id, owner, permissions, trained_on, created_at, created_by)
       values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000)::date, to_timestamp(0), 'test')`,
      [place.merchant, userId, place.owner ?? false, place.permissions ?? [], now],
    )
  await owner.query(
    `insert into auth.sessions (session_id, token_hash, user_id, created_at, last_used_at, second_factor_at, merchant_id, address, agent)
     select $1, $2, $3, t, t, t, $5, '127.0.0.1', 'test' from to_timestamp($4::float8 / 1000) t`,
    [sessionId, hashOf(token), userId, now, place.merchant],
  )
  const { origin = 'http://localhost' } = place
  const headers = {
    host: new URL(origin).host,
    origin,
    cookie: `${origin.startsWith('https') ? '__Host-' : ''}millrace=${token}`,
    'millrace-csrf': csrfOf(token),
  }
  return { userId, sessionId, email, token, headers }
}
