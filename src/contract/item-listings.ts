import { z } from 'zod'
import type { SellerSku } from '#core/ids.ts'
import type { FieldOutcome } from '#core/inventory/evaluate-sku.ts'
import type { ListingStanding } from '#core/inventory/listing-standing.ts'
import type { ListingIssue } from '#core/inventory/read-listing.ts'
import type { ReportedQuantity } from '#core/inventory/reported-quantity.ts'
import type { SkuField } from '#core/inventory/sku-field.ts'
import { reportedQuantity, standing } from './catalog.ts'
import { idText, instant, money, pageQuery, writeInstant, writeInstantOrNull, writeMoneyOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'
import { said, skuField, writeField, writeSaid } from './sending.ts'

const now = z.object({
  marketplaceId: z.string().nullable(),
  field: z.enum(['stock', 'price']),
  what: z.enum(['due', 'held', 'nothing', 'silent']),
  value: said.describe('What we would say now.'),
  problems: z.array(toldProblem),
  silence: z.string().nullable().describe('Why nothing is said.'),
})

/** A listing of an item, with what we say of it and what became of that (I10). */
const itemListing = z
  .object({
    connection: z.string(),
    sellerSku: z.string(),
    marketplaceId: z.string(),
    linked: z.boolean(),
    standing,
    asin: z.string().nullable(),
    title: z.string(),
    channel: z.string().nullable(),
    active: z.boolean(),
    quantity: z.int().nullable(),
    price: money.nullable(),
    readAt: instant.nullable().describe('When it was last read at Amazon.'),
    issues: z.array(z.object({ severity: z.enum(['ERROR', 'WARNING', 'INFO']), message: z.string() })),
    fields: z.array(skuField),
    now: z.array(now).describe('What would be said of it now.'),
  })
  .meta({ id: 'ItemListing' })

/** How an item stands at Amazon. */
export const itemListings = z
  .object({ reported: reportedQuantity, rows: z.array(itemListing).describe('At most 500.') })
  .meta({ id: 'ItemListings' })

type Shown = {
  readonly connectionId: string
  readonly sellerSku: string
  readonly marketplaceId: string
  readonly linked: boolean
  readonly standing: ListingStanding
  readonly asin: string | null
  readonly title: string
  readonly channel: string | null
  readonly active: boolean
  readonly quantity: number | null
  readonly price: number | null
  readonly currency: string | null
  readonly readAt: number | null
  readonly issues: readonly ListingIssue[]
  readonly fields: readonly SkuField[]
  readonly outcomes: readonly FieldOutcome[]
}

/** Writes it. */
export const writeItemListings = (from: {
  readonly reported: ReportedQuantity
  readonly listings: readonly Shown[]
}): z.output<typeof itemListings> => ({
  reported: from.reported,
  rows: from.listings.map((row) => ({
    connection: row.connectionId,
    sellerSku: row.sellerSku,
    marketplaceId: row.marketplaceId,
    linked: row.linked,
    standing: row.standing,
    asin: row.asin,
    title: row.title,
    channel: row.channel,
    active: row.active,
    quantity: row.quantity,
    price: writeMoneyOrNull(row.price, row.currency),
    readAt: writeInstantOrNull(row.readAt),
    issues: row.issues.map(({ severity, message }) => ({ severity, message })),
    fields: row.fields.map(writeField),
    now: row.outcomes.map((outcome) => ({
      marketplaceId: outcome.marketplaceId || null,
      field: outcome.field,
      what: outcome.what,
      value: writeSaid(outcome.field, 'value' in outcome ? outcome.value : null),
      problems: outcome.what === 'held' ? outcome.problems.map(writeProblem) : [],
      silence: outcome.what === 'silent' ? outcome.why : null,
    })),
  })),
})

/** Which part of an item's history is wanted. */
export const itemHistoryQuery = pageQuery.extend({
  sellerSku: idText<SellerSku>(200, 'Only what happened to this SKU.').optional(),
})

/** One thing that happened to an item. */
export const itemEvent = z
  .object({
    at: instant,
    source: z
      .enum(['amazon', 'drift', 'stock'])
      .describe('Told to Amazon or by it; found by an audit; moved on a shelf.'),
    what: z.string(),
    sellerSku: z.string().nullable(),
    marketplaceId: z.string().nullable(),
    field: z.string().nullable(),
    before: said,
    after: said.describe('Of a difference: what Amazon showed is in `found`.'),
    found: z
      .object({ ours: z.string().nullable(), amazons: z.string().nullable() })
      .nullable()
      .describe('What an audit found to differ, as texts.'),
    who: z.string(),
    center: z.string().nullable(),
    change: z.int().nullable(),
    onHand: z.int().nullable(),
    reference: z.string(),
  })
  .meta({ id: 'ItemEvent' })

type Event = Omit<z.output<typeof itemEvent>, 'at' | 'before' | 'after' | 'found' | 'marketplaceId'> & {
  readonly at: number
  readonly marketplaceId: string
  readonly before: string | null
  readonly after: string | null
}

/** Writes one. */
export function writeItemEvent(row: Event): z.output<typeof itemEvent> {
  const isSaid = row.source === 'amazon' && (row.field === 'stock' || row.field === 'price')
  const value = (text: string | null) => (isSaid ? writeSaid(row.field as 'stock' | 'price', text) : null)
  const { source, what, sellerSku, field, who, center, change, onHand, reference } = row
  return {
    at: writeInstant(row.at),
    marketplaceId: row.marketplaceId || null,
    ...{ source, what, sellerSku, field, who, center, change, onHand },
    // Of a move the reason stands beside what a person wrote.
    reference: source === 'stock' ? [row.after, reference].filter(Boolean).join(' · ') : reference,
    before: value(row.before),
    after: value(row.after),
    found: source === 'drift' ? { ours: sideText(row.before), amazons: sideText(row.after) } : null,
  }
}

/** One side of a difference in a few words: its amount, its number, or nothing at all. */
function sideText(text: string | null): string | null {
  const side = text === null ? null : (JSON.parse(text) as Side | null)
  if (side === null) return null
  const price = writeMoneyOrNull(side.price ?? null, side.currency ?? null)
  if (price) return `${price.amount} ${price.currency}`
  const told = side.quantity ?? side.channel ?? side.item ?? side.active
  return told === undefined || told === null ? null : String(told)
}

type Side = {
  readonly price?: number | null
  readonly currency?: string | null
  readonly quantity?: number | null
  readonly channel?: string | null
  readonly item?: string
  readonly active?: boolean
}
