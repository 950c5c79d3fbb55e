import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { InboundDocument } from '#store/documents.ts'
import type { Deps, VaultTx, WireOrder } from './deps.ts'
import { importOrders } from './import-orders.ts'

const AT_ONCE = 100
const CHUNKS_A_RUN = 10

/** Tries every held order again that was decided under an older configuration; so a mended mapping imports by itself (E4). */
export async function reprocess(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  for (let n = 0; n < CHUNKS_A_RUN; n++) {
    const stale = await deps.transaction(merchant, 'app', (tx) => tx.store.staleDocuments(AT_ONCE))
    if (stale.length === 0) return { again: null }
    const fetched = await fetchPurged(deps, merchant, stale)
    await deps.transaction(merchant, 'vault', (tx) =>
      importAgain(deps, tx, { merchant, documents: stale, fetched: fetched.wires, who: 'import' }),
    )
    if (fetched.again !== null) return { again: fetched.again }
  }
  return { again: deps.now() }
}

/** Takes one document again through the import, now, whatever its state, and gives what became of it (E2). Safe to repeat. */
export async function reprocessDocument(
  deps: Deps,
  merchant: MerchantId,
  asked: { documentId: number; who: string },
): Promise<Result<InboundDocument>> {
  const document = await deps.transaction(merchant, 'app', (tx) => tx.store.findDocument(asked.documentId))
  if (!document) return failed('not-found', { what: `document ${asked.documentId}` })
  const whole = document.state === 'held' || document.state === 'placed'
  const fetched = await fetchPurged(deps, merchant, [document], !whole)
  if (fetched.again !== null) return failed('throttled', { operation: 'getOrder' })
  await deps.transaction(merchant, 'vault', (tx) =>
    importAgain(deps, tx, { merchant, documents: [document], fetched: fetched.wires, who: asked.who }),
  )
  const after = await deps.transaction(merchant, 'app', (tx) => tx.store.findDocument(asked.documentId))
  return after ? ok(after) : failed('not-found', { what: `document ${asked.documentId}` })
}

type Fetched = { readonly wires: ReadonlyMap<number, WireOrder>; readonly again: number | null }

/** Fetches by getOrder the originals that are no longer whole: purged, or kept without buyer data (O12). */
async function fetchPurged(
  deps: Deps,
  merchant: MerchantId,
  documents: readonly InboundDocument[],
  always = false,
): Promise<Fetched> {
  const { missing, connections } = await deps.transaction(merchant, 'vault', async (tx) => {
    const there = always ? new Set<number>() : await tx.vault.wholeDocuments(documents.map((d) => d.documentId))
    return { missing: documents.filter((d) => !there.has(d.documentId)), connections: await tx.store.listConnections() }
  })
  const wires = new Map<number, WireOrder>()
  for (const document of missing) {
    const connection = connections.find((c) => c.id === document.connection && c.state === 'authorized')
    if (!connection || document.reference.startsWith('unreadable-')) continue
    const answer = await deps.amazon.getOrder(connection, document.reference)
    if (answer.ok === 'wait') return { wires, again: answer.wait.readyAt }
    if (answer.ok) wires.set(document.documentId, answer.value)
    else
      deps.log.note('An order could not be fetched again.', {
        merchant,
        document: document.documentId,
        code: answer.problem.code,
      })
  }
  return { wires, again: null }
}

type Again = {
  readonly merchant: MerchantId
  readonly documents: readonly InboundDocument[]
  readonly fetched: ReadonlyMap<number, WireOrder>
  readonly who: string
}

async function importAgain(deps: Deps, tx: VaultTx, again: Again): Promise<void> {
  const kept = await tx.vault.openDocuments(again.documents.map((d) => d.documentId))
  for (const connection of new Set(again.documents.map((d) => d.connection))) {
    const documents = again.documents.filter((d) => d.connection === connection)
    const wires = documents.flatMap((d) =>
      [again.fetched.get(d.documentId) ?? kept.get(d.documentId)].filter((wire) => wire !== undefined),
    )
    await importOrders(deps, tx, { merchant: again.merchant, connection, wires, who: again.who, again: true })
  }
  // What has no original left stays held; it was looked at under today's configuration all the same.
  await tx.store.markLookedAt(again.documents.map((d) => d.documentId))
}
