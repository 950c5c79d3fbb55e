import type { TranslatedOrder, WireOrder } from '#amazon/port.ts'
import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import { decidePage, type PageDocument } from '#core/orders/decide-page.ts'
import type { ImportOutcome } from '#core/orders/import-outcome.ts'
import { unreadableDocument } from '#core/orders/unreadable-document.ts'
import { failed, type Result } from '#core/problems.ts'
import type { Decided } from '#store/import-record.ts'
import type { Deps, VaultTx } from './deps.ts'

/** Orders to be imported: where they come from, and who asked (`import`, or a person's name for the history). */
export type Inbound = {
  readonly merchant: MerchantId
  readonly connection: ConnectionId
  readonly wires: readonly WireOrder[]
  readonly who: string
  /** Decide again what was decided before on the same version of Amazon's data (reprocess). */
  readonly again: boolean
  /** Importing these orders failed, and would again: they are held as unreadable. */
  readonly impossible?: boolean
}

const IMPOSSIBLE = failed('unreadable-order', {
  field: 'order',
  why: 'this version of Millrace cannot import one of its values',
})

type Reading = { readonly wire: WireOrder; readonly reference: string; readonly translated: Result<TranslatedOrder> }

/**
 * Imports orders inside the caller's transaction: translate, load once, decide for each, record once (O12, O13).
 * Safe to run twice: what Amazon has not changed stays as it is.
 */
export async function importOrders(deps: Deps, tx: VaultTx, inbound: Inbound): Promise<readonly Decided[]> {
  const readings = oneEach(
    inbound.wires.map(
      (wire): Reading => ({
        wire,
        reference: referenceOf(deps, wire),
        translated: inbound.impossible ? IMPOSSIBLE : deps.amazon.translateOrder(wire),
      }),
    ),
  )
  const loaded = await tx.store.importContext({
    connection: inbound.connection,
    references: readings.map((r) => r.reference),
    sellerSkus: readings.flatMap((r) =>
      r.translated.ok ? r.translated.value.order.lines.map((l): SellerSku => l.sellerSku) : [],
    ),
  })

  const documentOf = (reading: Reading) => {
    const document = loaded.documents.get(reading.reference)
    if (!document) throw new Error('A document has no number.')
    return document
  }
  const isNews = (reading: Reading) => {
    const { state, amazonUpdatedAt } = documentOf(reading)
    // How old it is cannot be told: better shown once too often than lost.
    if (!reading.translated.ok) return inbound.again || state !== 'held'
    const { updatedAt, lines } = reading.translated.value.order
    if (amazonUpdatedAt === null || updatedAt > amazonUpdatedAt) return true
    // A held order is looked at again whenever it is seen: what was missing may have come (O1). Older data never counts (O13).
    // So is one whose buyer asks to cancel: the part that tells of it may have been left out before (O16).
    const asked = state === 'placed' && lines.some((line) => line.cancellationRequested)
    return updatedAt === amazonUpdatedAt && (inbound.again || state === 'held' || asked)
  }

  const news = readings.filter(isNews)
  const readable = news.flatMap((r) =>
    r.translated.ok ? [{ reading: r, page: pageDocument(documentOf(r).documentId, r.translated.value) }] : [],
  )
  const outcomes = decidePage(
    readable.map((r) => r.page),
    loaded.context,
    loaded.stock,
  )
  const outcomeOf = new Map<Reading, ImportOutcome>(
    readable.map((r, index) => [r.reading, outcomes[index] ?? { kind: 'unchanged' }]),
  )

  const decided = news.map((reading): DecidedReading => {
    const order = reading.translated.ok ? reading.translated.value.order : null
    const { documentId } = documentOf(reading)
    const outcome =
      outcomeOf.get(reading) ??
      (reading.translated.ok ? { kind: 'unchanged' } : unreadableDocument(documentId, reading.translated.problem))
    return {
      reading,
      reference: reading.reference,
      documentId,
      order,
      outcome,
      placed: order ? loaded.context.placed.get(order.id) : undefined,
    }
  })
  await record(deps, tx, { inbound, decided, configurationVersion: loaded.configurationVersion })
  return decided
}

/** One reading of each order: a page may hold it twice. What can be read counts before what cannot, then the newest, then the last. */
function oneEach(readings: readonly Reading[]): readonly Reading[] {
  const age = ({ translated }: Reading) => (translated.ok ? translated.value.order.updatedAt : Number.NEGATIVE_INFINITY)
  const best = new Map<string, Reading>()
  for (const reading of readings) {
    const known = best.get(reading.reference)
    if (!known || age(reading) >= age(known)) best.set(reading.reference, reading)
  }
  return [...best.values()]
}

type DecidedReading = Decided & { readonly reading: Reading }
type PageRecord = {
  readonly inbound: Inbound
  readonly decided: readonly DecidedReading[]
  readonly configurationVersion: number
}

/** Writes rows and originals. All is sent at once: originals are sealed while the database writes the rows they belong to. */
async function record(deps: Deps, tx: VaultTx, page: PageRecord): Promise<void> {
  const { inbound, decided, configurationVersion } = page
  const { connection, who } = inbound
  const orderIds = await tx.store.numberOrders(decided)
  await Promise.all([
    tx.store.recordImport({ connection, configurationVersion, at: deps.now(), who, decided, orderIds }),
    keepOriginals(deps, tx, { decided, orderIds }),
  ])
}

/** The Amazon order id, or for an order without one a name made of its content, so that it is kept once and not at each sweep. */
const referenceOf = (deps: Deps, wire: WireOrder): string =>
  deps.amazon.orderIdOf(wire) ?? `unreadable-${deps.fingerprint(JSON.stringify(wire))}`

const pageDocument = (documentId: number, { order, destination }: TranslatedOrder): PageDocument => ({
  documentId,
  order,
  destination,
})

type Recorded = {
  readonly decided: readonly DecidedReading[]
  readonly orderIds: ReadonlyMap<string, number>
}

/** One sealed original for each order placed or held; a skipped or pending one keeps it without buyer data (O1). */
async function keepOriginals(deps: Deps, tx: VaultTx, { decided, orderIds }: Recorded): Promise<void> {
  const changed = decided.filter((d) => d.outcome.kind !== 'unchanged')
  const documents = tx.vault.putDocuments(
    changed.map((d) => {
      const whole = keepsBuyerData(deps, d.outcome, d.reading.wire)
      return {
        documentId: d.documentId,
        wire: whole ? d.reading.wire : deps.amazon.withoutBuyerData(d.reading.wire),
        holdsBuyerData: whole,
      }
    }),
  )
  const buyers = tx.vault.putBuyers(
    changed.flatMap((d) => {
      const orderId = d.order && orderIds.get(d.order.id)
      const buyerData = d.reading.translated.ok ? d.reading.translated.value.buyerData : null
      return orderId && buyerData && keepsBuyerData(deps, d.outcome, d.reading.wire) ? [{ orderId, buyerData }] : []
    }),
  )
  await Promise.all([documents, buyers])
}

const keepsBuyerData = (deps: Deps, outcome: ImportOutcome, wire: WireOrder): boolean =>
  (outcome.kind === 'placed' || outcome.kind === 'held' || outcome.kind === 'updated') &&
  !deps.amazon.needsNoBuyerData(wire)
