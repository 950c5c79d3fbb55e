import type { MerchantId, SellerSku } from '#core/ids.ts'
import type { Tx } from './db.ts'
import { columnsOf, type DueField } from './due-fields.ts'

/** A due field and the message of a feed that takes it. */
export type FieldInFeed = Pick<DueField, 'sellerSku' | 'marketplaceId' | 'field' | 'version'> & {
  readonly message: number
}

/** Takes due fields into a feed: from now on they are in flight, with the value that is sent (I8, I10). */
export async function takeIntoFeed(
  tx: Tx,
  merchant: MerchantId,
  taken: {
    readonly connection: string
    readonly submissionId: number
    readonly fields: readonly FieldInFeed[]
    readonly at: number
  },
): Promise<void> {
  const { fields } = taken
  await tx.query(
    `update millrace.sku_fields f set state = 'flying', way = 'feed', submission_id = $8, carried_in = $8, message_number = r.message, sent = f.desired,
       sent_version = f.sent_version + 1, sent_at = to_timestamp($9::float8 / 1000), urgent = false, waits_since = null,
       sent_before = case when f.sent_unsure then f.confirmed else f.sent end,
       previous = case when f.sent is distinct from f.desired then coalesce(f.confirmed, f.sent) else f.previous end
     from unnest($3::text[], $4::text[], $5::text[], $6::bigint[], $7::integer[]) as r (sku, marketplace, field, version, message)
     where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = r.sku and f.marketplace_id = r.marketplace and f.field = r.field
       and f.sent_version = r.version and f.state = 'due'`,
    [
      merchant,
      taken.connection,
      ...columnsOf(fields),
      fields.map(({ version }) => version),
      fields.map(({ message }) => message),
      taken.submissionId,
      taken.at,
    ],
  )
}

/** A field of a feed as it goes into the document. */
export type FlyingField = Pick<DueField, 'sellerSku' | 'marketplaceId' | 'field' | 'productType' | 'before'> & {
  readonly message: number
  readonly desired: string
}

/** What a feed holds still, message by message; what changed since has left it. */
export const flyingFields = (tx: Tx, merchant: MerchantId, submissionId: number): Promise<FlyingField[]> =>
  tx.query<FlyingField>(
    `select message_number as message, seller_sku as "sellerSku", marketplace_id as "marketplaceId", field, product_type as "productType",
       sent as desired, sent_before as before
     from millrace.sku_fields where merchant_id = $1 and submission_id = $2 and state = 'flying' order by message_number, field`,
    [merchant, submissionId],
  )

/** Lets fields go again that have no room in the document: those of messages after this one. */
export const leaveFeed = (
  tx: Tx,
  merchant: MerchantId,
  { submissionId, after, at }: { readonly submissionId: number; readonly after: number; readonly at: number },
) =>
  tx.query(
    `update millrace.sku_fields set state = 'due', submission_id = null, message_number = null, sent_unsure = true, due_at = to_timestamp($4::float8 / 1000)
     where merchant_id = $1 and submission_id = $2 and message_number > $3 and state = 'flying'`,
    [merchant, submissionId, after, at],
  )

/** A message that Amazon refused, with its words; `fields`: what the words are about. */
export type RefusedMessage = {
  readonly message: number
  readonly fields: readonly ('stock' | 'price')[]
  readonly code: 'listing-refused' | 'not-merchant-channel'
  readonly words: string
}

type Refusals = {
  readonly submissionId: number
  readonly refused: readonly RefusedMessage[]
  readonly at: number
}

/** Ends fields that were refused with Amazon's words; of their messages the others, which did no wrong, are due again, and so is stock beside a price where the words may be about either (I10). */
export async function refuseInFeed(
  tx: Tx,
  merchant: MerchantId,
  { submissionId, refused, at }: Refusals,
): Promise<void> {
  if (refused.length > 0) await tx.query(REFUSE, [merchant, submissionId, JSON.stringify(refused), at])
}

const REFUSE = `
with told as (select * from jsonb_to_recordset($3::jsonb) as r (message integer, fields jsonb, code text, words text)),
r as (select t.message, t.code, t.words, case when t.fields ?& array['stock', 'price'] and exists (select from millrace.sku_fields p
    where p.merchant_id = $1 and p.submission_id = $2 and p.message_number = t.message and p.state = 'flying' and p.field = 'price') then t.fields - 'stock' else t.fields end as fields from told t),
ended as (
  update millrace.sku_fields f set submission_id = null, message_number = null, sent_unsure = true, tries = 0,
    state = case when r.fields ? f.field then 'refused' else 'due' end, due_at = to_timestamp($4::float8 / 1000),
    problem = case when r.fields ? f.field then jsonb_build_object('code', r.code, 'facts', jsonb_build_object('sku', f.seller_sku, 'message', r.words)) end
  from r where f.merchant_id = $1 and f.submission_id = $2 and f.message_number = r.message and f.state = 'flying'
  returning f.connection_id, f.seller_sku, f.marketplace_id, f.field, f.state, f.sent_before, f.sent)
insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, after, who)
select $1, connection_id, seller_sku, marketplace_id, field, to_timestamp($4::float8 / 1000), 'refused', sent_before, sent, 'program' from ended where state = 'refused'`

/** What Amazon took of a feed; every so many messages one is read back, and prices for which stock waits; the daily report settles the rest (I10). */
export type TakenInFeed = {
  readonly submissionId: number
  readonly sampleEvery: number
  readonly at: number
  readonly readAgainAt: number
  /** True where nothing else will ever tell: then what was taken is confirmed by it (H1). */
  readonly isLastWord: boolean
}

/** Ends what is left in flight of a feed as accepted; the history tells what really changed (I10, I12). */
export const acceptFeed = (tx: Tx, merchant: MerchantId, taken: TakenInFeed) =>
  tx.query(
    `with ended as (
       update millrace.sku_fields f set state = case when $6 then 'confirmed' else 'accepted' end, problem = null, tries = 0,
         confirmed = case when $6 then f.sent else f.confirmed end, confirmed_at = case when $6 then to_timestamp($4::float8 / 1000) else f.confirmed_at end,
         sent_unsure = false, submission_id = null, message_number = null,
         read_again_at = case when $6 then null when f.message_number % $3 = 1 % $3 or (f.field = 'price' and exists (select from millrace.sku_fields s
           where s.merchant_id = $1 and s.connection_id = f.connection_id and s.seller_sku = f.seller_sku and s.field = 'stock' and s.waits_since is not null))
           then to_timestamp($5::float8 / 1000) end
       where f.merchant_id = $1 and f.submission_id = $2 and f.state = 'flying'
       returning f.connection_id, f.seller_sku, f.marketplace_id, f.field, f.sent_before, f.sent, f.approved)
     insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, after, who, counts)
     select $1, connection_id, seller_sku, marketplace_id, field, to_timestamp($4::float8 / 1000), 'sent', sent_before, sent, 'program',
       field = 'price' and approved is distinct from sent from ended where sent_before is distinct from sent`,
    [merchant, taken.submissionId, taken.sampleEvery, taken.at, taken.readAgainAt, taken.isLastWord],
  )

/** Ends a feed's hold on fields that changed while it was in flight: what went by call meanwhile goes once more, since nobody knows what Amazon did last (I10). */
export const freeFromFeed = (
  tx: Tx,
  merchant: MerchantId,
  { submissionId, at }: { readonly submissionId: number; readonly at: number },
) =>
  tx.query(
    `update millrace.sku_fields set submission_id = null, message_number = null, sent_unsure = true,
       due_at = case when state = 'due' then due_at else to_timestamp($3::float8 / 1000) end,
       state = case when state in ('accepted', 'confirmed', 'differs') then 'due' else state end
     where merchant_id = $1 and submission_id = $2 and state <> 'flying'`,
    [merchant, submissionId, at],
  )

/** Makes fields of a feed due again that Amazon did not do, or nobody knows; the pause grows with their tries (E6). Gives how many. */
export async function giveBackFields(
  tx: Tx,
  merchant: MerchantId,
  back: { readonly submissionId: number; readonly at: number; readonly pauses: readonly number[] },
): Promise<number> {
  const rows = await tx.query<{ sku: SellerSku }>(
    `update millrace.sku_fields set state = 'due', submission_id = null, message_number = null, sent_unsure = true, tries = tries + 1,
       due_at = to_timestamp(($3::float8 + ($4::float8[])[least(tries + 1, cardinality($4::float8[]))]) / 1000)
     where merchant_id = $1 and submission_id = $2 and state = 'flying' returning seller_sku as sku`,
    [merchant, back.submissionId, back.at, [...back.pauses]],
  )
  return rows.length
}

/** SKUs of a feed whose price is settled by its end, one way or another; their stock may go (I8). */
export async function pricedInFeed(tx: Tx, merchant: MerchantId, submissionId: number): Promise<SellerSku[]> {
  const rows = await tx.query<{ sku: SellerSku }>(
    `select distinct seller_sku as sku from millrace.sku_fields where merchant_id = $1 and submission_id = $2 and field = 'price'`,
    [merchant, submissionId],
  )
  return rows.map(({ sku }) => sku)
}
