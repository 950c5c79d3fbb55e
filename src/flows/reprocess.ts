import type { Answer, WireOrder } from '#amazon/port.ts'
import type { Connection } from '#core/connection.ts'
import { isAmazonOrderId, type MerchantId } from '#core/ids.ts'
import { failed, ok, type Problem, problem, type Result, tell } from '#core/problems.ts'
import type { InboundDocument } from '#store/documents.ts'
import type { Deps } from './deps.ts'
import { importOrders } from './import-orders.ts'

const AT_ONCE = 100
const CHUNKS_A_RUN = 10
/** After an answer that got lost. */
const ASK_AGAIN_AFTER = 15 * 60_000

/** Tries every held order again that was decided under an older configuration; so a mended mapping imports by itself (E4). */
export async function reprocess(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  for (let n = 0; n < CHUNKS_A_RUN; n++) {
    const stale = await deps.transaction(merchant, 'app', (tx) => tx.store.staleDocuments(AT_ONCE))
    if (stale.length === 0) return { again: null }
    const later = await importAgain(deps, { merchant, documents: stale, who: 'import', fetchAnyway: false })
    if (later) return { again: later.again }
  }
  return { again: deps.now() }
}

/** Takes one document again through the import, now, whatever its state, and gives what became of it (E2). Safe to repeat. */
export async function reprocessDocument(
  deps: Deps,
  merchant: MerchantId,
  asked: { documentId: number; who: string; fetchAnyway?: boolean },
): Promise<Result<InboundDocument>> {
  const missing = failed('not-found', { what: `document ${asked.documentId}` })
  const document = await deps.transaction(merchant, 'app', (tx) => tx.store.findDocument(asked.documentId))
  if (!document) return missing
  const later = await importAgain(deps, {
    merchant,
    documents: [document],
    who: asked.who,
    fetchAnyway: asked.fetchAnyway ?? true,
  })
  if (later) return { ok: false, problem: later.problem }
  const after = await deps.transaction(merchant, 'app', (tx) => tx.store.findDocument(asked.documentId))
  return after ? ok(after) : missing
}

/** What is imported again, for whom, and whether what Amazon sent incomplete is fetched again although nothing was granted since. */
export type Again = {
  readonly merchant: MerchantId
  readonly documents: readonly InboundDocument[]
  readonly who: string
  readonly fetchAnyway: boolean
}

/** When to come again, and what must pass until then. */
type Later = { readonly again: number; readonly problem: Problem }

/**
 * Imports documents again, each from its original; one that is no longer whole (purged, or kept without buyer data), or that came
 * without a part which Amazon may give now, is fetched by getOrder first (O12). Those that Amazon did not give yet stay as they are; gives when to come again for them, or null when all
 * are done.
 */
export async function importAgain(deps: Deps, { merchant, documents, who, fetchAnyway }: Again): Promise<Later | null> {
  const ids = documents.map((d) => d.documentId)
  const { whole, incomplete, connections } = await deps.transaction(merchant, 'vault', async (tx) => ({
    whole: await tx.vault.wholeDocuments(ids),
    incomplete: await tx.store.incompleteDocuments({ ids, provenSince: !fetchAnyway }),
    connections: await tx.store.listConnections(),
  }))
  const wanting = documents.filter((d) => !whole.has(d.documentId) || incomplete.has(d.documentId))
  const fetched = await fetchOrders(deps, { documents: wanting, connections })
  const ready = documents.filter((d) => !fetched.waiting.has(d.documentId))
  await deps.transaction(merchant, 'vault', async (tx) => {
    const kept = await tx.vault.openDocuments(ready.map((d) => d.documentId))
    for (const connection of new Set(ready.map((d) => d.connection))) {
      const wires = ready
        .filter((d) => d.connection === connection)
        .map((d) => fetched.wires.get(d.documentId) ?? kept.get(d.documentId))
        .filter((wire) => wire !== undefined)
      await importOrders(deps, tx, { merchant, connection, wires, who, again: true })
    }
    // What has no original left stays held; it was looked at under today's configuration all the same.
    await tx.store.markLookedAt(ready.map((d) => d.documentId))
  })
  return fetched.later
}

type Fetched = {
  readonly wires: ReadonlyMap<number, WireOrder>
  readonly waiting: ReadonlySet<number>
  readonly later: Later | null
}

/** Asks Amazon for orders by their numbers, until one answer has to be waited for. */
async function fetchOrders(
  deps: Deps,
  { documents, connections }: { documents: readonly InboundDocument[]; connections: readonly Connection[] },
): Promise<Fetched> {
  const wires = new Map<number, WireOrder>()
  for (const [n, document] of documents.entries()) {
    const connection = connections.find((c) => c.id === document.connection && c.state === 'authorized')
    if (!connection || !isAmazonOrderId(document.reference)) continue
    const answer = await deps.amazon.getOrder(connection, document.reference)
    const later = comeAgain(answer, deps.now())
    if (later) return { wires, waiting: new Set(documents.slice(n).map((d) => d.documentId)), later }
    if (answer.ok === true) wires.set(document.documentId, answer.value)
    else if (!answer.ok)
      deps.log.note('An order could not be fetched.', { document: document.documentId, code: answer.problem.code })
  }
  return { wires, waiting: new Set(), later: null }
}

/** Null when this is Amazon's last word; without a token or an answer it is none, and giving up would hold the order for ever. */
function comeAgain(answer: Answer<WireOrder>, now: number): Later | null {
  if (answer.ok === 'wait')
    return { again: answer.wait.readyAt, problem: problem('throttled', { operation: 'getOrder' }) }
  if (answer.ok || !tell(answer.problem).retryHelps) return null
  return { again: now + ASK_AGAIN_AFTER, problem: answer.problem }
}
