import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { FieldOutcome } from '#core/inventory/evaluate-sku.ts'
import { type NotInFile, priceFile } from '#core/inventory/price-file.ts'
import { refusedLines } from '#core/inventory/price-file-report.ts'
import { failed, ok, type Problem, type Result } from '#core/problems.ts'
import { type CarriedFile, NAME_OF_KIND, type Submission, type SubmissionKind } from '#core/shipments/submission.ts'
import type { ListingToChange } from '#store/sending.ts'
import type { Deps, Tx } from './deps.ts'
import { lookAtSkus } from './look-at-skus.ts'

/** A person who takes a price-and-quantity file: of what changed, or of everything; of one marketplace. */
export type PriceFileWish = {
  readonly connection: ConnectionId
  /** Null: the only one, or the first. */
  readonly marketplaceId: string | null
  readonly complete: boolean
  readonly who: string
}

/** What is not in the file: what a guard holds for a person, and what a file cannot tell. */
export type LeftOut = {
  readonly sellerSku: SellerSku
  readonly field: 'stock' | 'price'
  readonly why: NotInFile | 'held'
  readonly problem: Problem | null
}

/** The file, what is left out of it, and whether more waits for the next one. */
export type TakenPriceFile = {
  readonly file: CarriedFile<SubmissionKind>
  readonly leftOut: readonly LeftOut[]
  readonly more: boolean
}

const PAGE = 1000
const MOST_LINES = 25_000

/**
 * Writes stock and prices into a file for Seller Central and takes them over (H2): the same look and the same guards as what goes by
 * itself, held prices left out and named. A person carries it, so it does not ask for the switches (I14); the brake stops it (I12).
 */
export function takePriceFile(deps: Deps, merchant: MerchantId, wish: PriceFileWish): Promise<Result<TakenPriceFile>> {
  const { connection: id, who } = wish
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const connection = await tx.store.findConnection(id)
    if (!connection) return failed('not-found', { what: `connection [${id}]` })
    const places = connection.marketplaces.filter(({ participating }) => participating)
    const place = places.find((each) => wish.marketplaceId === null || each.id === wish.marketplaceId)
    if (!place) return failed('no-seller-in-marketplace', { marketplace: wish.marketplaceId ?? '' })
    await tx.store.lockSending({ connection: id })
    if ((await tx.store.readSwitches(id))?.brakedAt != null) return failed('file-braked', { connection: id })
    const looked = await lookAtAll(deps, tx, { connection, marketplaceId: place.id, complete: wish.complete })
    const due = await tx.store.dueForFile({ connection: id, marketplaceId: place.id, skus: looked.due })
    const { rows, fields, leftOut } = priceFile(due, looked.listings)
    if (rows.length === 0) return failed('nothing-to-carry', { what: NAME_OF_KIND.listings })
    const marketplaceId = place.id
    const begun = { connection: id, kind: 'listings', marketplaceId, way: 'file', madeBy: who, at } as const
    const submissionId = await tx.store.beginSubmission(begun)
    await tx.store.takeIntoFile({ connection: id, submissionId, fields, at })
    const content = deps.amazon.writePriceFile(rows)
    await tx.store.keepPriceFile({ submissionId, content, skus: rows.map(({ sellerSku }) => sellerSku) })
    const file = await tx.store.findCarriedFile(submissionId)
    if (!file) throw new Error('The file that was written is not there.')
    const left = [...looked.held, ...leftOut.map((each) => ({ ...each, problem: null }))]
    return ok({ file, leftOut: left, more: looked.more })
  })
}

type Looked = {
  readonly due: SellerSku[]
  readonly held: LeftOut[]
  readonly listings: Map<SellerSku, readonly ListingToChange[]>
  more: boolean
}
type Walk = { readonly connection: Connection; readonly marketplaceId: string; readonly complete: boolean }

/** Looks at every SKU of the marketplace, page by page, until the file is full; what is due and held is recorded as ever. */
async function lookAtAll(deps: Deps, tx: Tx, walk: Walk): Promise<Looked> {
  const { connection, marketplaceId, complete } = walk
  const found: Looked = { due: [], held: [], listings: new Map(), more: false }
  for (let after: SellerSku | null = null; ; ) {
    const skus: SellerSku[] = await tx.store.nextSkus({ connection: connection.id, after, limit: PAGE })
    const listings = await tx.store.listingsOf({ connection: connection.id, skus })
    const here = skus.filter((sku) => listings.some((l) => l.sellerSku === sku && l.marketplaceId === marketplaceId))
    const look = {
      connection,
      skus: here,
      sending: { stock: true, price: true },
      at: deps.now(),
      byFile: true,
    } as const
    const outcomes = (await lookAtSkus(tx, { ...look, occasion: complete ? 'complete' : 'changes' })).filter(
      (each) => each.field === 'stock' || each.marketplaceId === marketplaceId,
    )
    const recorded = { connection: connection.id, outcomes, urgent: false, byOrders: false, at: deps.now() }
    await tx.store.recordLook(recorded)
    found.held.push(...outcomes.flatMap(heldOf))
    for (const sku of new Set(outcomes.flatMap((each) => (each.what === 'due' ? [each.sellerSku] : [])))) {
      found.due.push(sku)
      found.listings.set(
        sku,
        listings.filter(({ sellerSku }) => sellerSku === sku),
      )
    }
    found.more = skus.length === PAGE
    after = skus.at(-1) ?? null
    if (!found.more || found.due.length > MOST_LINES - PAGE) return found
  }
}

const heldOf = (outcome: FieldOutcome): LeftOut[] =>
  outcome.what === 'held'
    ? [{ sellerSku: outcome.sellerSku, field: outcome.field, why: 'held', problem: outcome.problems[0] ?? null }]
    : []

/** What Seller Central's report made of a price-and-quantity file, line by line. */
export type PriceFileOutcome = {
  readonly file: Submission<SubmissionKind>
  readonly taken: number
  readonly refused: number
  readonly unsure: number
}

const SAMPLE = 50
const READ_BACK_AFTER = 10 * 60_000

/**
 * Reads Seller Central's processing report of a price-and-quantity file (H2): what it names is refused in Amazon's words, the rest is
 * taken, and confirmed by the daily audit (I10); of a seller who works by files the report is the last word (H1). A report that is cut off, or another file's, changes nothing.
 */
export async function reportOnPriceFile(
  deps: Deps,
  merchant: MerchantId,
  { submissionId, text }: { readonly submissionId: number; readonly text: string },
): Promise<Result<PriceFileOutcome>> {
  const read = deps.amazon.readPriceFileReport(text)
  if (!read.ok) return read
  return deps.transaction(merchant, 'app', async (tx) => {
    const file = await stillCarried(tx, submissionId)
    if (!file.ok) return file
    const skus = await tx.store.skusOfPriceFile(submissionId)
    const lines = refusedLines(read.value, { file: submissionId, skus })
    if (!lines.ok) return lines
    const at = deps.now()
    const { connection } = file.value
    await tx.store.refuseInFeed({
      submissionId,
      refused: lines.value.map((line) => ({ ...line, fields: [...line.fields], code: 'listing-refused' as const })),
      at,
    })
    const sampleEvery = Math.max(1, Math.ceil(skus.length / SAMPLE))
    const readAgainAt = at + READ_BACK_AFTER
    const isLastWord = (await tx.store.findConnection(connection))?.state === 'by-files'
    await tx.store.acceptFeed({ submissionId, sampleEvery, at, readAgainAt, isLastWord })
    await tx.store.freeFromFeed({ submissionId, at })
    await tx.store.moveSubmission({ submissionId, from: 'carried', to: 'done', report: text, endedAt: at })
    const switches = await tx.store.readSwitches(connection)
    if (!isLastWord && (switches?.stock || switches?.price)) await tx.wake('listing-results', connection, readAgainAt)
    const refused = lines.value.length
    const ended = (await tx.store.findSubmission(submissionId)) ?? file.value
    return ok({ file: ended, taken: skus.length - refused, refused, unsure: 0 })
  })
}

/** Takes a price-and-quantity file back that nobody uploaded: what it held is due again (H2). */
export function withdrawPriceFile(
  deps: Deps,
  merchant: MerchantId,
  submissionId: number,
): Promise<Result<Submission<SubmissionKind>>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const file = await stillCarried(tx, submissionId)
    if (!file.ok) return file
    const at = deps.now()
    await tx.store.takeBackFile({ submissionId, at })
    await tx.store.freeFromFeed({ submissionId, at })
    await tx.store.moveSubmission({ submissionId, from: 'carried', to: 'withdrawn', endedAt: at })
    const switches = await tx.store.readSwitches(file.value.connection)
    if (switches?.stock || switches?.price) await tx.wake('listings', file.value.connection)
    return ok((await tx.store.findSubmission(submissionId)) ?? file.value)
  })
}

async function stillCarried(tx: Tx, submissionId: number): Promise<Result<CarriedFile<SubmissionKind>>> {
  const file = await tx.store.findCarriedFile(submissionId)
  if (!file) return failed('not-found', { what: `file [${submissionId}]` })
  return file.state === 'carried' ? ok(file) : failed('file-over', { file: submissionId, state: file.state })
}
