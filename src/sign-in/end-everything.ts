import type { Tx } from '#store/db.ts'
import { endSessions } from './sessions.ts'

/** Ends at once all by which a person is in, or could come in without signing in anew: sessions, links, challenges (D12). */
export async function endEverything(tx: Tx, userId: string): Promise<void> {
  await endSessions(tx, userId, { but: null })
  await tx.query('delete from auth.resets where user_id = $1', [userId])
  await tx.query('delete from auth.challenges where user_id = $1', [userId])
}
