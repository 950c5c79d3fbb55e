/** A box that left, as we know it. Instants are epoch ms; item quantities in both units, since Amazon counts in its own (S2). */
export type Package = {
  readonly orderId: number
  /** Amazon's packageReferenceId, fixed before the first call (S1). */
  readonly number: number
  /** The merchant's name for the carrier (S3). */
  readonly carrier: string
  readonly service: string | null
  /** Null: it goes up by feed, and no number is ever invented (S5). */
  readonly tracking: string | null
  readonly shippedAt: number
  /** Rises with each correction. */
  readonly version: number
  /** Amazon's own number, where the package went up by feed or file. */
  readonly amazonNumber: string | null
  readonly items: readonly PackageItem[]
}

/** How much of one line is in a package. `line` is Amazon's order item id. */
export type PackageItem = {
  readonly line: string
  /** In Amazon's units. */
  readonly quantityAmazon: number
  /** In our units. */
  readonly quantity: number
}

/** A carrier as Amazon knows it: a code of its list, or `Other` with a name (S3). */
export type AmazonCarrier = { readonly code: string; readonly name: string | null }

/** A package as Amazon shows it in an order. */
export type PackageAtAmazon = {
  readonly number: string
  readonly carrier: string | null
  readonly tracking: string | null
  readonly status: string | null
  readonly items: readonly { readonly line: string; readonly quantity: number }[]
}
