import { problem } from '#core/problems.ts'
import type { StoredImport } from '#store/imports.ts'
import type { AppliedRow, UndoneRow } from '#store/rows-of-imports.ts'
import type { Deps, Tx } from './deps.ts'
import { openOrder, putInStage } from './move-order.ts'

const ORDERS_A_PAGE = 200

/** Takes back a page of the orders that an import placed: each is rejected and its stock is free again, unless something of it has left (H3, O20). */
export async function undoChannelOrders(deps: Deps, tx: Tx, now: StoredImport): Promise<void> {
  const { importId, atRow } = now
  const rows = await tx.store.appliedRowsBefore({ importId, before: atRow, limit: ORDERS_A_PAGE })
  const undone: UndoneRow[] = []
  for (const row of rows) undone.push(await takeBack(deps, tx, { row, who: now.undoneBy ?? now.madeBy, importId }))
  if (undone.length > 0) await tx.store.writeUndone({ importId, rows: undone })
  const last = rows.at(-1)
  if (rows.length === ORDERS_A_PAGE && last)
    return void (await tx.store.saveImport({ ...now, atRow: last.row, rowsDone: now.rowsDone + rows.length }))
  const counts = await tx.store.countImportRows(importId)
  await tx.store.saveImport({ ...now, state: 'undone', counts, atRow: 0, rowsDone: now.rowsRead, endedAt: deps.now() })
}

type Taking = { readonly row: AppliedRow; readonly who: string; readonly importId: number }

async function takeBack(deps: Deps, tx: Tx, { row, who, importId }: Taking): Promise<UndoneRow> {
  const { orderId = 0 } = (row.after ?? {}) as { readonly orderId?: number }
  const kept = (why: string): UndoneRow => ({
    row: row.row,
    undone: 'kept',
    fault: { column: null, value: '', problem: problem('channel-order-left', { order: orderId, why }) },
  })
  const known = await openOrder(tx, orderId)
  if (!known) return kept('it is gone')
  const { order } = known
  if ((await tx.store.listPackages(orderId)).length > 0) return kept('something of it has left')
  if (order.stage === 'Completed Order') return kept('it is completed')
  if (order.stage !== 'Rejected') {
    const facts = { from: order.stage, to: 'Rejected', why: `import ${importId} was undone` }
    await putInStage(tx, known, {
      stage: 'Rejected',
      effect: 'releases',
      event: { kind: 'order.moved', who, facts },
      at: deps.now(),
    })
  }
  await tx.store.markUndone(orderId)
  return { row: row.row, undone: 'undone', fault: null }
}
