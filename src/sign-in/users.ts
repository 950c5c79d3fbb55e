import type { Tx } from '#store/db.ts'
import { at } from './parts.ts'

/** A person as signing in needs to know them; `hash`: of the password. */
export type User = {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly disabledAt: number | null
  readonly hash: string | null
  readonly passwordSetAt: number | null
}

const USERS = `select u.user_id as "userId", u.email, u.name, u.disabled_at as "disabledAt", p.hash, p.set_at as "passwordSetAt"
  from auth.users u left join auth.passwords p using (user_id)`

/** An e-mail address as it is known: in small letters, without spaces around it. */
export const plainEmail = (entered: string): string => entered.trim().toLowerCase()

/** The person with this address, or null. */
export const userByEmail = async (tx: Tx, email: string): Promise<User | null> =>
  (await tx.query<User>(`${USERS} where u.email = $1`, [email]))[0] ?? null

/** The person with this id, or null. */
export const userById = async (tx: Tx, userId: string): Promise<User | null> =>
  (await tx.query<User>(`${USERS} where u.user_id = $1`, [userId]))[0] ?? null

/** Makes a person known, once in the deployment (D8). */
export const addUser = (
  tx: Tx,
  user: {
    readonly userId: string
    readonly email: string
    readonly name: string
    readonly createdBy: string
    readonly now: number
  },
): Promise<unknown> =>
  tx.query(`insert into auth.users (user_id, email, name, created_at, created_by) values ($1, $2, $3, ${at(4)}, $5)`, [
    user.userId,
    user.email,
    user.name,
    user.now,
    user.createdBy,
  ])
