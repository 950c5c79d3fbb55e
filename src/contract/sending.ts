import { z } from 'zod'
import type { ConnectionId, SellerSku } from '#core/ids.ts'
import type { OfferValue } from '#core/inventory/desired-offer.ts'
import type { StockValue } from '#core/inventory/desired-stock.ts'
import { FIELD_STATES } from '#core/inventory/next-sending.ts'
import type { DryRunRow, SkuEvent, SkuField, Switches } from '#core/inventory/sku-field.ts'
import {
  idText,
  instant,
  money,
  pageQuery,
  text,
  writeInstant,
  writeInstantOrNull,
  writeMoney,
  writeMoneyOrNull,
} from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

const sellerSku = idText<SellerSku>(200, 'The seller SKU at Amazon.')

/** A connection in the path. */
export const sendingParams = z.strictObject({
  connectionId: idText<ConnectionId>(100, 'The id of the connection, such as na-A1B2C3.'),
})

/** What may be sent for a connection (I14), and whether the brake stands (I12). */
export const sendingState = z
  .object({
    connection: z.string(),
    stock: z.boolean().describe('Stock is sent.'),
    price: z.boolean().describe('Prices are sent.'),
    brakedAt: instant.nullable().describe('Since when the brake stands: what it stopped waits for a person.'),
  })
  .meta({ id: 'SendingState' })

/** Writes it. */
export const writeSending = (
  connection: string,
  { stock, price, brakedAt }: Switches,
): z.output<typeof sendingState> => ({
  connection,
  stock,
  price,
  brakedAt: writeInstantOrNull(brakedAt),
})

/** Switches sending on or off (I14). */
export const sendingBody = z
  .strictObject({
    stock: z.boolean().optional(),
    price: z.boolean().optional(),
    dryRunSeen: z.boolean().default(false).describe('You have seen the dry run: needed to switch something on.'),
  })
  .meta({ id: 'SwitchSending' })

const stockValue = z
  .object({
    quantity: z.union([z.int(), z.literal('always')]).describe('In units at Amazon; `always`: always available.'),
    leadDays: z.int().nullable(),
    restockOn: z.string().nullable().describe('A day, YYYY-MM-DD.'),
  })
  .meta({ id: 'StockSaid' })

const offerValue = z
  .object({
    price: money,
    min: money.nullable(),
    max: money.nullable(),
    sale: z.object({ price: money, from: z.string(), to: z.string() }).nullable(),
    business: z
      .object({ price: money.nullable(), tiers: z.array(z.object({ from: z.int(), price: money })) })
      .nullable(),
  })
  .meta({ id: 'OfferSaid' })

/** A stock or a price as it is said. */
export const said = z.union([stockValue, offerValue]).nullable()
type Said = z.output<typeof said>

/** A value out of its canonical text, with amounts as decimal texts. */
export function writeSaid(field: 'stock' | 'price', text: string | null): Said {
  if (text === null) return null
  if (field === 'stock') return JSON.parse(text) as StockValue
  const { currency, price, min = null, max = null, sale = null, business = null } = JSON.parse(text) as OfferValue
  const amount = (minor: number) => writeMoney(minor, currency)
  return {
    price: amount(price),
    min: writeMoneyOrNull(min, currency),
    max: writeMoneyOrNull(max, currency),
    sale: sale && { ...sale, price: amount(sale.price) },
    business: business && {
      price: writeMoneyOrNull(business.price, currency),
      tiers: business.tiers.map((tier) => ({ from: tier.from, price: amount(tier.price) })),
    },
  }
}

/** One field of a SKU in a dry run (I14). */
export const dryRunRow = z
  .object({
    sellerSku,
    marketplaceId: z.string().nullable().describe('Null for stock: it is one for all marketplaces.'),
    field: z.enum(['stock', 'price']),
    what: z
      .enum(['due', 'held', 'nothing', 'silent'])
      .describe(
        '`due`: would be sent. `held`: waits for approval. `nothing`: is as it should be. `silent`: never sent.',
      ),
    before: said.describe('What Amazon has, as far as we know.'),
    after: said,
    problems: z.array(toldProblem),
    silence: z.string().nullable().describe('Why nothing is said of it.'),
    patch: z.unknown().describe('The change exactly as it would go up.'),
  })
  .meta({ id: 'DryRunRow' })

/** Writes one. */
export const writeDryRun = (row: DryRunRow): z.output<typeof dryRunRow> => ({
  ...row,
  marketplaceId: row.marketplaceId || null,
  before: writeSaid(row.field, row.before),
  after: writeSaid(row.field, row.after),
  problems: row.problems.map(writeProblem),
})

/** Which SKUs a dry run shows. */
export const dryRunQuery = pageQuery.extend({ sellerSku: sellerSku.optional().describe('Only this SKU.') })

/** Of which SKUs a dry run is wanted. */
export const dryRunChosen = z
  .strictObject({ sellerSkus: z.array(sellerSku).min(1).max(500) })
  .meta({ id: 'DryRunChosen' })

/** A field of a SKU at Amazon: what we want, what was sent, what is confirmed (I10). */
export const skuField = z
  .object({
    sellerSku,
    marketplaceId: z.string().nullable(),
    field: z.enum(['stock', 'price']),
    state: z.enum(FIELD_STATES),
    wanted: said,
    sent: said,
    sentAt: instant.nullable(),
    confirmed: said.describe('What was read at Amazon.'),
    confirmedAt: instant.nullable(),
    pinned: said.describe('A price that was put back and stays until it is released.'),
    problem: toldProblem.nullable(),
  })
  .meta({ id: 'SkuField' })

/** Writes one. */
export const writeField = (row: SkuField): z.output<typeof skuField> => ({
  sellerSku: row.sellerSku,
  marketplaceId: row.marketplaceId || null,
  field: row.field,
  state: row.state,
  wanted: writeSaid(row.field, row.desired),
  sent: writeSaid(row.field, row.sent),
  sentAt: writeInstantOrNull(row.sentAt),
  confirmed: writeSaid(row.field, row.confirmed),
  confirmedAt: writeInstantOrNull(row.confirmedAt),
  pinned: writeSaid(row.field, row.pinned),
  problem: row.problem && writeProblem(row.problem),
})

/** Which fields are wanted. */
export const fieldQuery = pageQuery.extend({
  state: z.enum(FIELD_STATES).optional(),
  sellerSku: sellerSku.optional(),
})

/** Chosen SKUs, or all. */
export const skusBody = z
  .strictObject({
    sellerSkus: z.array(sellerSku).min(1).max(10_000).nullable().default(null).describe('Null: all of them.'),
  })
  .meta({ id: 'ChosenSkus' })

/** How many were concerned. */
export const concerned = z.object({ fields: z.int().describe('How many fields of SKUs.') }).meta({ id: 'Concerned' })

/** SKUs that are read back at once. */
export const readBackBody = z.strictObject({ sellerSkus: z.array(sellerSku).min(1).max(200) }).meta({ id: 'ReadBack' })

/** A Manual Upload that has begun (I7). */
export const uploadReply = z
  .object({ cycle: z.int().describe('Its number; the results are in the list of SKUs.') })
  .meta({ id: 'ManualUpload' })

/** One price of a SKU. */
export const priceBody = z.strictObject({ sellerSku, marketplaceId: text(0, 40) }).meta({ id: 'PriceOfSku' })

/** Whose history. */
export const historyQuery = pageQuery.extend({ sellerSku })

/** One event of a SKU at Amazon (I12). */
export const skuEvent = z
  .object({
    at: instant,
    marketplaceId: z.string().nullable(),
    field: z.enum(['stock', 'price']),
    what: z.string(),
    before: said,
    after: said,
    who: z.string(),
  })
  .meta({ id: 'SkuEvent' })

/** Writes one. */
export const writeEvent = (row: SkuEvent): z.output<typeof skuEvent> => ({
  at: writeInstant(row.at),
  marketplaceId: row.marketplaceId || null,
  field: row.field,
  what: row.what,
  before: writeSaid(row.field, row.before),
  after: writeSaid(row.field, row.after),
  who: row.who,
})
