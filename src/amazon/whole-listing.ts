import type { Definition, ListingAttributes, Requirements } from '#core/catalog/product-type.ts'
import type { SellerSku } from '#core/ids.ts'

/** By what product types are searched: words, or the title of an item. */
export type TypeSearch = { readonly marketplaceId: string } & ({ readonly words: string } | { readonly title: string })

/** What Amazon says of a definition before its schema is fetched: what it is, its checksum, and where the schema lies. */
export type DefinitionHead = Omit<Definition, 'schema'> & { readonly schemaUrl: URL }

/** A whole listing as a PUT takes it. */
export type WholeListing = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly productType: string
  readonly requirements: Requirements
  readonly attributes: ListingAttributes
}
