import type { Connection } from '#core/connection.ts'
import type { SellerSku } from '#core/ids.ts'
import type { DueSku } from '#core/inventory/due-changes.ts'
import type { DueField } from '#store/due-fields.ts'
import type { FieldInFeed } from '#store/listing-feeds.ts'
import type { ListingToChange } from '#store/sending.ts'
import { placesThatSell } from './change-listing.ts'
import type { Deps, Tx } from './deps.ts'

type Drawn = {
  readonly connection: Connection
  readonly skus: readonly DueSku<DueField>[]
  readonly listings: ReadonlyMap<SellerSku, readonly ListingToChange[]>
}

/**
 * Draws one feed of what is too much for calls (I8): a feed is of one marketplace, that of its first entry; what belongs to others waits
 * for the next one. Its fields are in flight from now on, and the feed is sent by a run of its own.
 */
export async function drawListingsFeed(deps: Deps, tx: Tx, { connection, skus, listings }: Drawn): Promise<void> {
  const placesOf = ({ sellerSku, marketplaceId }: DueField): readonly string[] =>
    marketplaceId === '' ? placesThatSell(connection, listings.get(sellerSku) ?? []) : [marketplaceId]
  const first = skus.flatMap(({ fields }) => fields).flatMap(placesOf)[0] ?? connection.marketplaces[0]?.id
  if (first === undefined) return
  const fields = skus
    .map((sku) => sku.fields.filter((field) => placesOf(field).includes(first) || placesOf(field).length === 0))
    .filter((mine) => mine.length > 0)
    .flatMap((mine, index) => mine.map((field): FieldInFeed => ({ ...field, message: index + 1 })))
  const at = deps.now()
  const of = {
    connection: connection.id,
    kind: 'listings',
    marketplaceId: first,
    way: 'feed',
    madeBy: 'schedule',
  } as const
  const submissionId = await tx.store.beginSubmission({ ...of, at })
  await tx.store.takeIntoFeed({ connection: connection.id, submissionId, fields, at })
  await tx.wake('listings-feed', connection.id)
}
