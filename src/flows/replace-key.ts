import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { ResealPage } from '#vault/keys-in-use.ts'
import type { Deps } from './deps.ts'

const AT_ONCE = 100

/** What came of a data key that is replaced: how many rows were sealed anew, what does not open, whether the key is gone. */
export type ReplacedKey = {
  readonly by: string
  readonly rows: number
  readonly damaged: readonly string[]
  readonly isGone: boolean
}

/**
 * Replaces a data key that others may know: it seals nothing more, and its rows are sealed anew, a page in each transaction (U3, D18).
 * Broken off anywhere, the next call goes on. The key goes once nothing hangs on it and nobody can remember it, ten minutes later.
 */
export async function replaceDataKey(
  deps: Deps,
  merchant: MerchantId,
  wanted: { readonly key: string; readonly who: string },
): Promise<Result<ReplacedKey>> {
  const { key, who } = wanted
  const found = await deps.transaction(merchant, { vault: 'rotate' }, async (tx) => {
    const known = (await tx.vault.listKeys()).some(({ id }) => id === key)
    return known ? { by: await tx.vault.replaceKey(key), tables: tx.vault.tables } : null
  })
  if (!found) return failed('not-found', { what: `data key [${key}]` })
  const done = { rows: 0, damaged: [] as string[] }
  for (const table of found.tables) {
    for (let after: number | null = 0; after !== null; ) {
      const page: ResealPage = { table, key, after, limit: AT_ONCE }
      const resealed = await deps.transaction(merchant, { vault: 'rotate' }, (tx) => tx.vault.resealRows(page))
      done.rows += resealed.rows
      done.damaged.push(...resealed.damaged)
      after = resealed.last
    }
  }
  const isGone = await deps.transaction(merchant, { vault: 'rotate' }, async (tx) => {
    const gone = await tx.vault.eraseReplacedKey(key)
    if (done.rows > 0 || gone)
      tx.noteAct({
        at: deps.now(),
        act: 'data-key-replaced',
        who,
        about: key,
        merchant,
        facts: { rows: done.rows, gone },
      })
    return gone
  })
  return ok({ by: found.by, ...done, isGone })
}
