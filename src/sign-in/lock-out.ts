import { withoutMerchant } from '#store/db.ts'
import type { Engine } from './engine.ts'
import type { From } from './parts.ts'
import { instant, keepMail } from './user-mails.ts'

/** Tells a person and the audit that their account is locked; sessions that were only begun end (D10). */
export const lockOut = (
  engine: Engine,
  { userId, email }: { readonly userId: string; readonly email: string },
  { address }: From,
): Promise<void> =>
  withoutMerchant(engine.pool, async (tx) => {
    await tx.query('delete from auth.sessions where user_id = $1 and second_factor_at is null', [userId])
    await keepMail(engine, tx, { to: email, news: { kind: 'locked', when: instant(engine.now()), address } })
    await engine.noteAct({ at: engine.now(), act: 'locked-out', who: email, facts: { address } }, tx)
  })
