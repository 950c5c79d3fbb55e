import { deleteConnectionContent } from '#flows/delete-connection-content.ts'
import type { Deps } from '#flows/deps.ts'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import type { Pool } from '#store/db.ts'
import { withoutMerchant } from '#store/db.ts'

type Restore = {
  restoredAt: number
  backupId: string
  madeAt: number
  stepsBack: boolean
  withVault: boolean
  headsBefore: Record<string, string>
}

/**
 * What must be done before anybody works on a deployment that was put back: buyer data whose day has come meanwhile goes, so does what
 * connections left whose clock has ended, and the audits say that they were put back. Broken off, it is done by whoever opens the deployment next (U4, D47).
 */
export async function openRestored(deps: Deps, app: Pool): Promise<void> {
  for (const restore of await unopened(app)) {
    for (const { id } of await deps.deployment.listMerchants()) {
      await purgeBuyers(deps, id)
      const connections = await deps.transaction(id, 'app', (tx) => tx.store.listConnections())
      // Deletes only where a clock has ended; where none runs it looks and leaves.
      for (const connection of connections) await deleteConnectionContent(deps, id, connection.id)
      const before = restore.headsBefore[id]
      await deps.transaction(id, 'app', async (tx) => {
        tx.audit.note({
          at: deps.now(),
          act: 'restored',
          who: 'the restore',
          facts: { backup: instant(restore.madeAt), ...(before ? { before } : {}) },
        })
      })
    }
    await withoutMerchant(app, async (tx) => {
      await tx.query(
        `update deployment.restores set opened_at = to_timestamp($2::float8 / 1000) where restored_at = to_timestamp($1::float8 / 1000)`,
        [restore.restoredAt, deps.now()],
      )
      const before = restore.headsBefore.deployment
      await deps.deployment.noteAct(
        {
          at: deps.now(),
          act: 'backup-restored',
          who: 'the restore',
          facts: {
            backup: restore.backupId,
            made: instant(restore.madeAt),
            stepsBack: restore.stepsBack,
            withBuyerData: restore.withVault,
            ...(before ? { before } : {}),
          },
        },
        tx,
      )
    })
  }
}

const instant = (at: number): string => new Date(at).toISOString()

const unopened = (app: Pool): Promise<Restore[]> =>
  withoutMerchant(app, (tx) =>
    tx.query<Restore>(
      `select restored_at as "restoredAt", backup_id as "backupId", backup_made_at as "madeAt", steps_back as "stepsBack",
         with_vault as "withVault", heads_before as "headsBefore" from deployment.restores where opened_at is null order by restored_at`,
    ),
  )
