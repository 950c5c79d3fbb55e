import type { TranslatedOrder, WireOrder } from '#amazon/port.ts'
import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import { GATHERED_FOR } from '#core/notifications/mail-pauses.ts'
import { decidePage } from '#core/orders/decide-page.ts'
import { UNCHANGED } from '#core/orders/decide-update.ts'
import type { ImportOutcome } from '#core/orders/import-outcome.ts'
import {
  broughtParts,
  isAsWhole,
  type Lacks,
  lackedBy,
  missingAfter,
  type Parts,
  withMissingAmounts,
} from '#core/orders/missing-parts.ts'
import { unreadableDocument } from '#core/orders/unreadable-document.ts'
import { failed, ok, type Problem, type Result } from '#core/problems.ts'
import type { KnownDocument, LoadedContext } from '#store/import-context.ts'
import type { Decided } from '#store/import-record.ts'
import type { DocumentToKeep } from '#vault/pii-vault.ts'
import type { Deps, VaultTx } from './deps.ts'
import { settleShown } from './settle-shown.ts'

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
  /** Datasets that Amazon was asked without, since it refused them (O1). */
  readonly leftOut?: Parts
  /** Those of the orders that are originals of ours: they lack what they lacked when they were kept. */
  readonly originals?: ReadonlySet<WireOrder>
}

const IMPOSSIBLE = failed('unreadable-order', {
  field: 'order',
  why: 'this version of Millrace cannot import one of its values',
})

type Reading = { readonly wire: WireOrder; readonly reference: string; readonly translated: Result<TranslatedOrder> }

/** A reading, what was known of its order, and what it lacks. */
type Seen = Reading & { readonly document: KnownDocument; readonly lacks: Lacks }

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
  const news = readings.map((r) => seenAs(r, loaded.documents, inbound)).filter((seen) => isNews(seen, inbound))
  const decided = await withoutRepeats(deps, tx, { inbound, decided: decideNews(news, loaded) })
  await record(deps, tx, { inbound, decided, configurationVersion: loaded.configurationVersion })
  const seen = readings.flatMap((r) => (r.translated.ok ? [r.translated.value.order] : []))
  await settleShown(tx, seen, deps.now())
  return decided
}

function seenAs(reading: Reading, documents: ReadonlyMap<string, KnownDocument>, inbound: Inbound): Seen {
  const document = documents.get(reading.reference)
  if (!document) throw new Error('A document has no number.')
  const { missing } = document
  const asked = inbound.originals?.has(reading.wire) ? missing : (inbound.leftOut ?? [])
  if (!reading.translated.ok) return { ...reading, document, lacks: { missing, leftOut: asked } }
  const { value } = reading.translated
  const leftOut = lackedBy(value.order, { missing, leftOut: asked })
  const translated = ok({ ...value, order: withMissingAmounts(value.order, leftOut) })
  return { ...reading, translated, document, lacks: { missing, leftOut } }
}

/** Whether there is something to decide. */
function isNews({ translated, document, lacks }: Seen, { again }: Inbound): boolean {
  const { state, amazonUpdatedAt } = document
  // How old it is cannot be told: better shown once too often than lost.
  if (!translated.ok) return again || state !== 'held'
  const { updatedAt, lines } = translated.value.order
  if (amazonUpdatedAt === null || updatedAt > amazonUpdatedAt) return true
  // Older data never counts (O13).
  if (updatedAt < amazonUpdatedAt) return false
  // A reading that lacks what the kept one has does not take its place: a report without prices after one with them (H1).
  if (state === 'held' && !again && !isAsWhole(lacks)) return false
  // A held order is looked at again whenever it is seen: what was missing may have come (O1). So is one that lacks what this
  // reading brings, and one whose buyer asks to cancel: the part that tells of it may have been left out before (O16).
  const asked = state === 'placed' && lines.some((line) => line.cancellationRequested)
  return again || state === 'held' || asked || broughtParts(lacks).length > 0
}

function decideNews(news: readonly Seen[], { context, stock }: LoadedContext): readonly DecidedReading[] {
  const readable = news.flatMap((seen) =>
    seen.translated.ok
      ? [{ seen, page: { ...seen.translated.value, documentId: seen.document.documentId, lacks: seen.lacks } }]
      : [],
  )
  const outcomes = decidePage(
    readable.map((r) => r.page),
    context,
    stock,
  )
  const outcomeOf = new Map<Seen, ImportOutcome>(
    readable.map((r, index) => [r.seen, outcomes[index] ?? { kind: 'unchanged' }]),
  )
  return news.map((reading): DecidedReading => {
    const { translated, reference, lacks } = reading
    const { documentId } = reading.document
    const order = translated.ok ? translated.value.order : null
    const outcome =
      outcomeOf.get(reading) ??
      (translated.ok ? { kind: 'unchanged' } : unreadableDocument(documentId, translated.problem))
    const placed = order ? context.placed.get(order.id) : undefined
    // A known order keeps what it has; one that is written anew has what this reading has.
    const isKept = placed !== undefined && (outcome.kind === 'updated' || outcome.kind === 'held')
    const missing = isKept ? missingAfter(lacks) : lacks.leftOut
    return { reading, reference, documentId, order, outcome, placed, missing }
  })
}

/** A held order that is seen again as it was, and held for the same, is not written again (E1). */
async function withoutRepeats(
  deps: Deps,
  tx: VaultTx,
  { inbound, decided }: { inbound: Inbound; decided: readonly DecidedReading[] },
): Promise<readonly DecidedReading[]> {
  const repeats = inbound.again ? [] : decided.filter(isHeldForTheSame)
  if (repeats.length === 0) return decided
  const kept = await tx.vault.openDocuments(repeats.map((d) => d.documentId))
  const same = (d: DecidedReading) =>
    JSON.stringify(kept.get(d.documentId)) === JSON.stringify(originalOf(deps, d).wire)
  return decided.map((d) => (repeats.includes(d) && same(d) ? { ...d, outcome: UNCHANGED } : d))
}

function isHeldForTheSame({ outcome, order, missing, reading: { document } }: DecidedReading): boolean {
  const told = (problems: readonly Problem[]) =>
    JSON.stringify(problems.map(({ code, facts }) => [code, Object.entries(facts).sort()]))
  return (
    outcome.kind === 'held' &&
    document.state === 'held' &&
    order?.updatedAt === document.amazonUpdatedAt &&
    missing.join() === document.missing.join() &&
    told(outcome.problems) === told(document.problems)
  )
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

type DecidedReading = Decided & { readonly reading: Seen }
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
  if (decided.some(({ outcome }) => outcome.kind === 'held'))
    await tx.wake('notify', '', deps.now() + (deps.mails.gatheredFor ?? GATHERED_FOR))
}

/** The Amazon order id, or for an order without one a name made of its content, so that it is kept once and not at each sweep. */
const referenceOf = (deps: Deps, wire: WireOrder): string =>
  deps.amazon.orderIdOf(wire) ?? `unreadable-${deps.fingerprint(JSON.stringify(wire))}`

type Recorded = {
  readonly decided: readonly DecidedReading[]
  readonly orderIds: ReadonlyMap<string, number>
}

/**
 * One sealed original for each order placed or held; a skipped or pending one keeps it without buyer data (O1). What is kept of a
 * placed order stays where a change came without a part that it has.
 */
async function keepOriginals(deps: Deps, tx: VaultTx, { decided, orderIds }: Recorded): Promise<void> {
  const changed = decided.filter(
    ({ outcome, reading }) => outcome.kind !== 'unchanged' && (outcome.kind !== 'updated' || isAsWhole(reading.lacks)),
  )
  const documents = tx.vault.putDocuments(changed.map((d) => originalOf(deps, d)))
  const buyers = tx.vault.putBuyers(
    changed.flatMap((d) => {
      const orderId = d.order && orderIds.get(d.order.id)
      const buyerData = d.reading.translated.ok ? d.reading.translated.value.buyerData : null
      return orderId && buyerData && keepsBuyerData(deps, d.outcome, d.reading.wire) ? [{ orderId, buyerData }] : []
    }),
  )
  await Promise.all([documents, buyers])
}

/** The original as it is kept. */
function originalOf(deps: Deps, { documentId, outcome, reading: { wire } }: DecidedReading): DocumentToKeep {
  const whole = keepsBuyerData(deps, outcome, wire)
  return { documentId, wire: whole ? wire : deps.amazon.withoutBuyerData(wire), holdsBuyerData: whole }
}

const keepsBuyerData = (deps: Deps, outcome: ImportOutcome, wire: WireOrder): boolean =>
  (outcome.kind === 'placed' || outcome.kind === 'held' || outcome.kind === 'updated') &&
  !deps.amazon.needsNoBuyerData(wire)
