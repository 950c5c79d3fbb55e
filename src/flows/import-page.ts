import type { MerchantId } from '#core/ids.ts'
import type { Decided } from '#store/import-record.ts'
import type { Deps } from './deps.ts'
import { endReported } from './end-reported.ts'
import { type Inbound, importOrders } from './import-orders.ts'
import { noteLags } from './note-lags.ts'

const PAGES_A_RUN = 20

/**
 * Imports the stored pages of one merchant, the oldest first, each in one transaction of its own (O1, O12). A page that fails
 * stops no other: it is passed over, and the run ends with its error, so that it is tried again.
 */
export async function importPages(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  const failures: unknown[] = []
  let after = 0
  for (let n = 0; n < PAGES_A_RUN || failures.length > 0; n++) {
    const end = await importPage(deps, merchant, after)
    if (end === 'none') {
      if (failures.length > 0) throw failures[0]
      return { again: null }
    }
    if (end === 'imported') continue
    failures.push(end.error)
    after = end.pageId
  }
  return { again: deps.now() }
}

type FailedPage = { readonly pageId: number; readonly error: unknown }

/** Imports the oldest stored page after the given one. The page goes with the transaction that has imported it. */
async function importPage(deps: Deps, merchant: MerchantId, after: number): Promise<'imported' | 'none' | FailedPage> {
  let pageId: number | null = null
  let placed: readonly Decided[] = []
  try {
    const end = await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
      const page = await tx.store.nextPage(after)
      if (!page) return 'none' as const
      pageId = page.pageId
      const wires = await tx.vault.openPage(page.pageId)
      if (!wires) throw new Error('A stored page has no content.')
      const { connection, leftOut } = page
      const decided = await importOrders(deps, tx, {
        merchant,
        connection,
        wires,
        who: 'import',
        again: false,
        leftOut,
      })
      await endReported(tx, page, { wires, decided, orderIdOf: deps.amazon.orderIdOf })
      await tx.store.removePages([page.pageId])
      placed = decided
      return 'imported' as const
    })
    noteLags(deps, placed)
    return end
  } catch (error) {
    if (pageId === null) throw error
    if (deps.isPassing(error)) return { pageId, error }
    return importOneByOne(deps, merchant, pageId).catch((again: unknown) => ({ pageId: pageId ?? 0, error: again }))
  }
}

/**
 * Imports a page of which one order at least fails every time, each order in a transaction of its own: the one at fault is held with
 * its original, the others go on (O12). The page goes last, so that a crash in between only does it again.
 */
async function importOneByOne(deps: Deps, merchant: MerchantId, pageId: number): Promise<'imported'> {
  deps.log.alarm('A page fails; its orders are imported one by one.', { merchant, page: pageId })
  const page = await deps.transaction(merchant, { vault: 'import' }, async (tx) => ({
    found: await tx.store.findPage(pageId),
    wires: (await tx.vault.openPage(pageId)) ?? [],
  }))
  if (!page.found) return 'imported'
  const { found } = page
  const { connection, leftOut } = found
  const one = (inbound: Inbound) =>
    deps.transaction(merchant, { vault: 'import' }, async (tx) => {
      const decided = await importOrders(deps, tx, inbound)
      await endReported(tx, found, { wires: inbound.wires, decided, orderIdOf: deps.amazon.orderIdOf })
    })
  for (const wire of page.wires) {
    const inbound = { merchant, connection, wires: [wire], who: 'import', again: false, leftOut }
    try {
      await one(inbound)
    } catch (error) {
      if (deps.isPassing(error)) throw error
      await one({ ...inbound, impossible: true })
    }
  }
  await deps.transaction(merchant, { vault: 'import' }, (tx) => tx.store.removePages([pageId]))
  return 'imported'
}
