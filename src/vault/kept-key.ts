import type { Tx } from '#store/db.ts'
import { type MasterKeys, oldestOf } from './master-keys.ts'
import { nameIn, sealerFor } from './sealer.ts'

/** The key that binds the audits: it stays as it is when the master key is rotated, so it is kept, wrapped by that. */
export type AuditKey = {
  /** The key, from the table or remembered; made when there is none. */
  read(tx: Tx): Promise<Buffer>
  /** Wraps it by the newest master key; gives how many were wrapped anew. */
  rewrap(tx: Tx): Promise<number>
  /** Which master key wraps it. */
  count(tx: Tx): Promise<{ place: string; key: string | null; count: number }[]>
}

const CONTEXT = 'kept key audit'

/** Keeps the key of the audits (U3). The first one is drawn from the first master key, as it was before there were several. */
export function auditKeyKept(masters: MasterKeys): AuditKey {
  const sealer = sealerFor(masters, 'keep keys')
  let remembered: Buffer | null = null
  const find = async (tx: Tx, lock = ''): Promise<Buffer | null> => {
    const [row] = await tx.query<{ wrapped: Buffer }>(
      `select wrapped from deployment.kept_keys where name = 'audit' ${lock}`,
    )
    return row?.wrapped ?? null
  }
  return {
    async read(tx) {
      if (remembered) return remembered
      const found = await find(tx)
      if (found) {
        remembered = sealer.open(found, CONTEXT)
        return remembered
      }
      const first = oldestOf(masters).keyFor('audit')
      await tx.query(`insert into deployment.kept_keys (name, wrapped) values ('audit', $1) on conflict do nothing`, [
        sealer.seal(first, CONTEXT),
      ])
      const kept = await find(tx)
      if (!kept) throw new Error('The key of the audit just kept cannot be read.')
      // Not remembered: this transaction may still roll back.
      return sealer.open(kept, CONTEXT)
    },
    async rewrap(tx) {
      const found = await find(tx, 'for update')
      const renewed = found && sealer.renew(found, CONTEXT)
      if (!renewed) return 0
      await tx.query(`update deployment.kept_keys set wrapped = $1 where name = 'audit'`, [renewed])
      return 1
    },
    async count(tx) {
      const found = await find(tx)
      return found ? [{ place: 'the key of the audits', key: nameIn(found), count: 1 }] : []
    },
  }
}
