import type { Answer, WireOrder } from '#amazon/port.ts'
import type { Connection } from '#core/connection.ts'
import { type ConnectionId, isAmazonOrderId, type MerchantId } from '#core/ids.ts'
import { failed, ok, type Problem, problem, type Result, tell } from '#core/problems.ts'
import type { InboundDocument } from '#store/documents.ts'
import type { Deps } from './deps.ts'
import { importOrders } from './import-orders.ts'

const DAY = 24 * 3_600_000
const RESERVED_DAYS = 14
const AT_ONCE = 100
const MOST_A_RUN = 1000
/** After an answer that got lost. */
const ASK_AGAIN_AFTER = 15 * 60_000

/**
 * Tries every held order again that was decided under an older configuration; so a mended mapping imports by itself (E4), and a
 * pending order reserves what resolves now (O13). It goes on past those that wait for Amazon.
 */
export async function reprocess(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  const resting: Resting = new Map()
  let after = 0
  for (let tried = 0; tried < MOST_A_RUN; ) {
    const page = { after, limit: AT_ONCE, reservesSince: deps.now() - RESERVED_DAYS * DAY }
    const documents = await deps.transaction(merchant, 'app', (tx) => tx.store.staleDocuments(page))
    const last = documents.at(-1)
    if (!last) return { again: soonest(resting)?.again ?? null }
    const asked = { merchant, documents, who: 'import', fetchAnyway: false, resting }
    tried += documents.length - (await importAgain(deps, asked)).waiting
    after = last.documentId
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
  const { later } = await importAgain(deps, {
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
  /** Which connections gave no answer earlier in this run; more are added. */
  readonly resting?: Resting
}

/** When to come again, and what must pass until then. */
type Later = { readonly again: number; readonly problem: Problem }

/** Connections that are not asked any more in this run, and until when. */
type Resting = Map<ConnectionId, Later>

/** The first time at which a resting connection may be asked again; null when none rests. */
const soonest = (resting: Resting): Later | null =>
  [...resting.values()].reduce<Later | null>((first, one) => (first && first.again <= one.again ? first : one), null)

/**
 * Imports documents again, each from its original; one that is no longer whole (purged, or kept without buyer data that it needs),
 * or that came without a part which Amazon may give now, is fetched by getOrder first (O12). Those that Amazon did not give yet
 * stay as they are; gives how many, and when to come again for them, or null when all are done.
 */
export async function importAgain(deps: Deps, asked: Again): Promise<{ later: Later | null; waiting: number }> {
  const { merchant, documents, who, resting = new Map() } = asked
  const fetched = await fetchOrders(deps, { ...(await wantingOf(deps, asked)), resting })
  const ready = documents.filter((d) => !fetched.waiting.has(d.documentId))
  await deps.transaction(merchant, { vault: 'reprocess' }, async (tx) => {
    const kept = await tx.vault.openDocuments(ready.map((d) => d.documentId))
    for (const connection of new Set(ready.map((d) => d.connection))) {
      const wires = ready
        .filter((d) => d.connection === connection)
        .map((d) => fetched.wires.get(d.documentId) ?? kept.get(d.documentId))
        .filter((wire) => wire !== undefined)
      await importOrders(deps, tx, { merchant, connection, wires, who, again: true, originals: new Set(kept.values()) })
    }
    // What has no original left stays held; it was looked at under today's configuration all the same.
    await tx.store.markLookedAt(ready.map((d) => d.documentId))
  })
  return { later: soonest(resting), waiting: fetched.waiting.size }
}

type Wanting = { readonly documents: readonly InboundDocument[]; readonly connections: readonly Connection[] }

/** The documents that are to be fetched first, and the connections they may be fetched through. */
async function wantingOf(deps: Deps, { merchant, documents, fetchAnyway }: Again): Promise<Wanting> {
  const ids = documents.map((d) => d.documentId)
  return deps.transaction(merchant, { vault: 'reprocess' }, async (tx) => {
    const whole = await tx.vault.wholeDocuments(ids)
    // An order whose buyer nobody needs to know is kept without buyer data by design: it lacks nothing.
    const lean = await tx.vault.openDocuments(ids.filter((id) => !whole.has(id)))
    for (const [id, wire] of lean) if (deps.amazon.needsNoBuyerData(wire)) whole.add(id)
    const incomplete = await tx.store.incompleteDocuments({ ids, provenSince: !fetchAnyway })
    return {
      documents: documents.filter((d) => !whole.has(d.documentId) || incomplete.has(d.documentId)),
      connections: await tx.store.listConnections(),
    }
  })
}

type Fetched = { readonly wires: ReadonlyMap<number, WireOrder>; readonly waiting: ReadonlySet<number> }

/** Asks Amazon for orders by their numbers, through each connection until one of its answers has to be waited for. */
async function fetchOrders(
  deps: Deps,
  { documents, connections, resting }: Wanting & { resting: Resting },
): Promise<Fetched> {
  const wires = new Map<number, WireOrder>()
  const waiting = new Set<number>()
  for (const document of documents) {
    const connection = connections.find((c) => c.id === document.connection && c.state === 'authorized')
    if (!connection || !isAmazonOrderId(document.reference)) continue
    const answer = resting.has(connection.id) ? null : await deps.amazon.getOrder(connection, document.reference)
    const later = answer && comeAgain(answer, deps.now())
    if (later) resting.set(connection.id, later)
    if (!answer || later) waiting.add(document.documentId)
    else if (answer.ok === true) wires.set(document.documentId, answer.value)
    else if (!answer.ok)
      deps.log.note('An order could not be fetched.', {
        merchant: connection.merchantId,
        connection: connection.id,
        document: document.documentId,
        code: answer.problem.code,
      })
  }
  return { wires, waiting }
}

/** Null when this is Amazon's last word; without a token or an answer it is none, and giving up would hold the order for ever. */
function comeAgain(answer: Answer<WireOrder>, now: number): Later | null {
  if (answer.ok === 'wait')
    return { again: answer.wait.readyAt, problem: problem('throttled', { operation: 'getOrder' }) }
  if (answer.ok || !tell(answer.problem).retryHelps) return null
  return { again: now + ASK_AGAIN_AFTER, problem: answer.problem }
}
