import type { SellerSku } from '#core/ids.ts'
import { canonical } from '#core/inventory/canonical.ts'
import {
  type AuditedField,
  type AuditedSku,
  type AuditRun,
  type Compared,
  compareDrift,
  type Drift,
} from '#core/inventory/compare-drift.ts'
import { readStock } from '#core/inventory/due-changes.ts'
import type { FieldOutcome } from '#core/inventory/evaluate-sku.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { SettledField } from '#store/drift.ts'
import { type AuditStep, isOurAudit, nameOfPlace, placeOf, tellAudit } from './audit-run.ts'
import type { Deps, Tx } from './deps.ts'
import { lookAtSkus } from './look-at-skus.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SKUS_A_STEP = 1000
/** A value that was sent once more so lately and differs again is shown: somebody else writes it too. */
const LATELY = 3 * DAY
const KEEP_AUDITS = 7
const MOST_NAMED = 5

/** Compares the next thousand SKUs of a report with what we want and have sent; after the last ones the audit ends (I12). */
export function compareListings(deps: Deps, step: AuditStep): Promise<number | null> {
  return deps.transaction(step.merchant, 'app', async (tx) => {
    const now = deps.now()
    if (!(await isOurAudit(tx, step))) return now + MINUTE
    const { progress, auditId } = step.audit
    const place = placeOf(step)
    const listings = await tx.store.auditPage({ ...place, after: progress.afterSku ?? null, limit: SKUS_A_STEP })
    await comparePage(tx, step, { listings, now })
    if (listings.length < SKUS_A_STEP) return endAudit(deps, tx, step)
    const afterSku = listings.at(-1)?.sellerSku
    await tx.store.moveAudit({ auditId, progress: { ...progress, ...(afterSku ? { afterSku } : {}) } })
    return now
  })
}

type Page = { readonly listings: readonly AuditedSku['listing'][]; readonly now: number }

async function comparePage(tx: Tx, step: AuditStep, page: Page): Promise<void> {
  if (page.listings.length === 0) return
  const { connection, audit } = step
  const switches = await tx.store.readSwitches(connection.id)
  const run: AuditRun = {
    askedAt: placeOf(step).askedAt,
    sending: { stock: switches?.stock ?? false, price: switches?.price ?? false },
  }
  const skus = await auditedSkus(tx, step, page)
  const compared = skus.map((sku) => ({ sku, ...compareDrift(sku, run) }))
  const of = { connection: connection.id, at: page.now }
  await tx.store.addDrift({
    auditId: audit.auditId,
    rows: compared.flatMap(({ sku, drift }) => drift.map((each) => ({ sellerSku: sku.listing.sellerSku, ...each }))),
  })
  await tx.store.tellDrift({ ...of, rows: compared.flatMap(historyOf) })
  await tx.store.settleFields({ ...of, fields: compared.flatMap(settledOf) })
  if (compared.some(({ settles }) => settles.some(({ end }) => end === 'again')))
    await tx.wake('listings', connection.id)
}

/** Everything that decides about these SKUs, loaded at once. */
async function auditedSkus(tx: Tx, step: AuditStep, { listings, now }: Page): Promise<readonly AuditedSku[]> {
  const { connection, audit } = step
  const skus = listings.map(({ sellerSku }) => sellerSku)
  const of = { connection: connection.id, marketplaceId: audit.marketplaceId, skus, since: now - LATELY }
  const known = await tx.store.auditFields(of)
  const sending = { stock: true, price: true }
  const outcomes = bySku(await lookAtSkus(tx, { connection, skus, occasion: 'changes', sending, at: now }))
  const fields = bySku(known)
  const sold = listings.flatMap(({ sellerSku, quantity }) => {
    const stock = (fields.get(sellerSku) ?? []).find(({ field }) => field === 'stock')
    return stock && isLower(quantity, stock) ? [{ sku: sellerSku, at: stock.sentAt ?? now }] : []
  })
  const units = await tx.store.openUnits({ connection: connection.id, sent: sold })
  return listings.map((listing): AuditedSku => {
    const mine = fields.get(listing.sellerSku) ?? []
    const looked: readonly FieldOutcome[] = outcomes.get(listing.sellerSku) ?? []
    return {
      listing,
      stock: looked.find(({ field }) => field === 'stock') ?? null,
      price: looked.find(({ field, marketplaceId: id }) => field === 'price' && id === listing.marketplaceId) ?? null,
      stockField: mine.find(({ field }) => field === 'stock') ?? null,
      priceField: mine.find(({ field }) => field === 'price') ?? null,
      openUnits: units.get(listing.sellerSku) ?? 0,
    }
  })
}

function isLower(quantity: number | null, { sent }: AuditedField): boolean {
  const said = sent === null ? null : readStock(sent).quantity
  return quantity !== null && typeof said === 'number' && quantity < said
}

type ComparedSku = Compared & { readonly sku: AuditedSku }

/** What differs, as the history of the SKU tells values. */
function historyOf({ sku, drift, settles }: ComparedSku) {
  const { sellerSku, marketplaceId } = sku.listing
  return drift.flatMap(({ what, ours, amazons }) => {
    if (what !== 'quantity' && what !== 'price') return []
    const field = what === 'quantity' ? ('stock' as const) : ('price' as const)
    const again = settles.some((each) => each.field === field && each.end === 'again')
    const place = what === 'quantity' ? '' : marketplaceId
    return [{ sellerSku, marketplaceId: place, field, ours: said(field, ours), amazons: said(field, amazons), again }]
  })
}

const said = (field: 'stock' | 'price', facts: Drift['ours']): string =>
  canonical(
    field === 'stock'
      ? { leadDays: null, restockOn: null, ...facts }
      : { min: null, max: null, sale: null, business: null, ...facts },
  )

function settledOf({ sku, settles }: ComparedSku): readonly SettledField[] {
  const { sellerSku, marketplaceId } = sku.listing
  return settles.flatMap(({ field, end }) => {
    const sent = (field === 'stock' ? sku.stockField : sku.priceField)?.sent
    if (sent === null || sent === undefined) return []
    const code = field === 'stock' ? 'stock-differs' : 'price-differs'
    const found = end === 'differs' ? problem(code, { sku: sellerSku }) : null
    return [{ sellerSku, marketplaceId: field === 'stock' ? '' : marketplaceId, field, end, sent, problem: found }]
  })
}

/** Notes what is missing, counts, and says what a person must know; a changed channel is an alarm. */
async function endAudit(deps: Deps, tx: Tx, step: AuditStep): Promise<null> {
  const { connection, audit, merchant } = step
  const now = deps.now()
  const { auditId } = audit
  const place = placeOf(step)
  if (audit.progress.isWhole !== false) await tx.store.addMissing({ ...place, auditId, notSince: place.freshSince })
  const counts = { ...audit.counts, ...(await tx.store.countDrift(auditId)) }
  await tx.store.moveAudit({ auditId, state: 'done', counts, endedAt: now })
  const channels = await tx.store.listDrift({ auditId, what: 'channel', after: null, limit: MOST_NAMED })
  const count = counts.channel ?? 0
  const moved: readonly Problem[] =
    count === 0
      ? []
      : [
          problem('listing-channel-changed', {
            count,
            marketplace: nameOfPlace(step),
            named: channels.map(({ sellerSku }) => sellerSku).join(', ') + (count > MOST_NAMED ? ', …' : ''),
          }),
        ]
  const problems = [...(audit.problem ? [audit.problem] : []), ...moved]
  await tellAudit(tx, step, { problems, at: now })
  for (const { code } of problems)
    deps.log.alarm('A drift audit found what a person must look at.', { merchant, connection: connection.id, code })
  await tx.store.forgetOldDrift({ ...place, keep: KEEP_AUDITS })
  return null
}

function bySku<Row extends { readonly sellerSku: SellerSku }>(
  rows: readonly Row[],
): ReadonlyMap<SellerSku, readonly Row[]> {
  const groups = new Map<SellerSku, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.sellerSku)
    if (group) group.push(row)
    else groups.set(row.sellerSku, [row])
  }
  return groups
}
