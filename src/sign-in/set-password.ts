import { problem } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import { checkPassword, FORMER_PASSWORDS } from '#core/sign-in/check-password.ts'
import type { Tx } from '#store/db.ts'
import type { Hasher } from './hash-password.ts'
import { at } from './parts.ts'

/** Sets a password that keeps to the rules and is none of the last ten (D16); otherwise nothing is changed and everything wrong is told. */
export async function setPassword(
  tx: Tx,
  hasher: Hasher,
  { user, entered, now }: { user: { userId: string; name: string; email: string }; entered: string; now: number },
): Promise<Checked<string>> {
  const checked = checkPassword(entered, user)
  if (!checked.ok) return checked
  const former = await tx.query<{ hash: string }>(
    `(select hash from auth.passwords where user_id = $1)
     union all (select hash from auth.former_passwords where user_id = $1 order by former_id desc limit $2)`,
    [user.userId, FORMER_PASSWORDS - 1],
  )
  for (const { hash } of former) {
    if (!(await hasher.matches(hash, checked.value))) continue
    const why = `must be none of your last ${FORMER_PASSWORDS} passwords`
    return { ok: false, problems: [problem('not-valid', { field: 'password', why })] }
  }
  await tx.query(
    'insert into auth.former_passwords (user_id, hash) select user_id, hash from auth.passwords where user_id = $1',
    [user.userId],
  )
  await tx.query(
    `insert into auth.passwords (user_id, hash, set_at) values ($1, $2, ${at(3)})
     on conflict (user_id) do update set hash = excluded.hash, set_at = excluded.set_at`,
    [user.userId, await hasher.make(checked.value), now],
  )
  await tx.query(
    `delete from auth.former_passwords where user_id = $1 and former_id not in
     (select former_id from auth.former_passwords where user_id = $1 order by former_id desc limit $2)`,
    [user.userId, FORMER_PASSWORDS - 1],
  )
  return checked
}
