import { z } from 'zod'
import type { Linked } from '#core/catalog/link.ts'
import { MATCH_KINDS, type Match } from '#core/catalog/match-listings.ts'
import type { ConnectionId, ItemId, SellerSku } from '#core/ids.ts'
import type { Audit } from '#core/inventory/audit.ts'
import { DRIFT_CLASSES } from '#core/inventory/compare-drift.ts'
import type { ShownListing } from '#core/inventory/shown-listing.ts'
import {
  idText,
  instant,
  money,
  pageOf,
  pageQuery,
  text,
  writeInstant,
  writeInstantOrNull,
  writeMoneyOrNull,
} from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

const sellerSku = idText<SellerSku>(200, 'The seller SKU at Amazon.')
const itemId = idText<ItemId>(40, 'The id of the item.')
const connectionId = idText<ConnectionId>(100, 'The id of the connection, such as na-A1B2C3.')

/** A connection in the path. */
export const listingParams = z.strictObject({ connectionId })

/** An audit in the path. */
export const auditParams = z.strictObject({
  connectionId,
  audit: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number')
    .describe('Its number.'),
})

/** A SKU in one marketplace, as Amazon last showed it (T4). */
export const listing = z
  .object({
    sellerSku,
    marketplaceId: z.string(),
    itemId: itemId.nullable().describe('The item that it is linked to.'),
    asin: z.string().nullable(),
    title: z.string(),
    barcode: z.string().nullable(),
    channel: z
      .string()
      .nullable()
      .describe(
        '`DEFAULT`: the merchant ships it. Another one: Amazon does. Null: not known, and no quantity is sent.',
      ),
    active: z.boolean(),
    quantity: z.int().nullable().describe('At Amazon; null where Amazon ships it.'),
    price: money.nullable(),
    listedAt: instant.nullable().describe("When Amazon's report last named it."),
    goneAt: instant.nullable().describe('Since when it no longer does.'),
  })
  .meta({ id: 'Listing' })

/** Writes one. */
export const writeListing = ({ currency, ...row }: ShownListing): z.output<typeof listing> => ({
  ...row,
  price: writeMoneyOrNull(row.price, currency),
  listedAt: writeInstantOrNull(row.listedAt),
  goneAt: writeInstantOrNull(row.goneAt),
})

/** Which listings are wanted. */
export const listingQuery = pageQuery.extend({
  linked: z.enum(['yes', 'no']).optional().describe('Only those that are linked to an item, or only the others.'),
  search: text(1, 200).optional().describe('A part of the seller SKU, in small or large letters.'),
})

const match = z.object({
  itemId,
  description: z.string(),
  by: z
    .enum(MATCH_KINDS)
    .describe('`mapping`, `item-id`, `barcode`: the same. `title`: similar; look before you link.'),
  percent: z.int().describe("How many of the words of the item's description are in the title; 100 for the same."),
})

/** An unlinked SKU with the items that it may be. */
export const matched = z
  .object({ sellerSku, title: z.string(), barcode: z.string().nullable(), matches: z.array(match) })
  .meta({ id: 'ListingMatch' })

/** What the list of matches may be asked: each row is compared with many items, so a page is short unless it is asked to be long. */
export const matchQuery = pageQuery.extend({
  limit: pageQuery.shape.limit.unwrap().default(25).describe('How many at most, 1 to 200.'),
  sellerSku: idText<SellerSku>(200, 'Only this SKU.').optional(),
})

/** Unlinked SKUs with proposals, and how many there are (T4). */
export const matchPage = pageOf(matched)
  .extend({
    linked: z
      .int()
      .describe('How many SKUs that Amazon lists are linked to an item; 10,001 stands for all that are more.'),
    unlinked: z.int().describe('How many are not; 10,001 as above.'),
  })
  .meta({ id: 'ListingMatches' })

/** Writes one. */
export const writeMatched = (row: {
  readonly sellerSku: SellerSku
  readonly title: string
  readonly barcode: string | null
  readonly matches: readonly Match[]
}): z.output<typeof matched> => ({ ...row, matches: row.matches.map((each) => ({ ...each })) })

/** SKUs to be linked, each to an item. */
export const linkBody = z
  .strictObject({ links: z.array(z.strictObject({ sellerSku, itemId })).min(1).max(100) })
  .meta({ id: 'LinkListings' })

/** How each link ended. */
export const linkReply = z
  .object({
    rows: z.array(
      z.object({
        sellerSku,
        itemId,
        linked: z.boolean(),
        mapped: z.boolean().describe('A SKU mapping 1:1 was made with it.'),
        problem: toldProblem.nullable().describe('Why it is not linked.'),
      }),
    ),
  })
  .meta({ id: 'LinkedListings' })

/** Writes it. */
export const writeLinked = (done: readonly Linked[]): z.output<typeof linkReply> => ({
  rows: done.map((each) => ({
    sellerSku: each.sellerSku,
    itemId: each.itemId,
    linked: each.linked,
    mapped: each.linked && each.mapped,
    problem: each.linked ? null : writeProblem(each.problem),
  })),
})

/** The SKU whose link is taken away. */
export const unlinkBody = z.strictObject({ sellerSku }).meta({ id: 'UnlinkListing' })

/** What it was linked to. */
export const unlinkReply = z.object({ sellerSku, itemId }).meta({ id: 'UnlinkedListing' })

/** One drift audit of a marketplace (I12). */
export const audit = z
  .object({
    audit: z.int().describe('Its number.'),
    marketplaceId: z.string(),
    askedBy: z.string().describe('`schedule`, or who wanted it.'),
    state: z
      .enum(['ask', 'wait', 'read', 'compare', 'done', 'failed'])
      .describe('Where it stands: the report is asked for, waited for, read and compared; or it is over.'),
    listed: z.int().describe('How many SKUs the report names.'),
    counts: z
      .record(z.string(), z.int())
      .describe('How many SKUs differ, by class; `gone`: how many are no longer listed.'),
    problem: toldProblem.nullable().describe('What was wrong with the report.'),
    beganAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'DriftAudit' })

/** Writes one. */
export const writeAudit = (row: Audit): z.output<typeof audit> => ({
  audit: row.auditId,
  marketplaceId: row.marketplaceId,
  askedBy: row.askedBy,
  state: row.state,
  listed: row.listed,
  counts: { ...row.counts },
  problem: row.problem && writeProblem(row.problem),
  beganAt: writeInstant(row.beganAt),
  endedAt: writeInstantOrNull(row.endedAt),
})

/** An audit was wanted. */
export const auditAsked = z
  .object({ underWay: z.boolean().describe('True: one is under way already. False: one begins at once.') })
  .meta({ id: 'DriftAuditAsked' })

/** Which differences are wanted. */
export const driftQuery = pageQuery.extend({ what: z.enum(DRIFT_CLASSES).optional().describe('Only this class.') })

const side = z
  .object({
    item: z.string().optional(),
    channel: z.string().nullable().optional(),
    quantity: z.int().nullable().optional(),
    price: money.nullable().optional(),
    active: z.boolean().optional(),
  })
  .nullable()

/** One difference between us and Amazon (I12). */
export const driftRow = z
  .object({
    sellerSku,
    marketplaceId: z.string().describe('The marketplace that the audit compared.'),
    what: z
      .enum(DRIFT_CLASSES)
      .describe(
        '`missing`: linked or configured here, not at Amazon. `unknown`: at Amazon, no item here. `channel`: another one ships it now. `inactive`: not sold although there is stock.',
      ),
    ours: side.describe('What we say.'),
    amazons: side.describe('What Amazon shows.'),
  })
  .meta({ id: 'DriftRow' })

type FoundDrift = {
  readonly sellerSku: SellerSku
  readonly what: (typeof DRIFT_CLASSES)[number]
  readonly ours: unknown
  readonly amazons: unknown
}

/** Writes one, with the marketplace of its audit. */
export const writeDrift =
  (marketplaceId: string) =>
  (row: FoundDrift): z.output<typeof driftRow> => ({
    ...row,
    marketplaceId,
    ours: writeSide(row.ours),
    amazons: writeSide(row.amazons),
  })

type Side = {
  readonly item?: string
  readonly channel?: string | null
  readonly quantity?: number | null
  readonly price?: number | null
  readonly currency?: string | null
  readonly active?: boolean
}

function writeSide(facts: unknown): z.output<typeof side> {
  if (typeof facts !== 'object' || facts === null) return null
  const { currency = null, price, ...kept } = facts as Side
  return price === undefined ? kept : { ...kept, price: writeMoneyOrNull(price, currency) }
}
