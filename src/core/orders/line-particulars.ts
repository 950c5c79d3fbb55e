/** What is particular about a line and matters to who packs or keeps the books. Null on most lines; never buyer data. */
export type LineParticulars = {
  /** Amazon Points that the buyer got (Japan): how many, and what they cost the merchant in minor units of the order's currency. */
  readonly points: { readonly number: number; readonly worth: number | null } | null
  /** When the buyer wants this line delivered; epoch milliseconds. */
  readonly scheduled: { readonly from: number | null; readonly to: number | null } | null
  /** True where the buyer designed it: what is wanted is buyer data and lies in the vault. */
  readonly customized: boolean
  /** Amazon's word for the wrapping. */
  readonly giftWrap: string | null
  /** What Amazon demands of the delivery, in its words, e.g. `signatureConfirmation`. */
  readonly demands: readonly string[]
  /** The number under which VAT of a parcel into the European Union is already paid. */
  readonly iossNumber: string | null
  /** Amazon's words, e.g. `TRANSPARENCY`. */
  readonly programs: readonly string[]
}

/** The particulars of a line, or null when it has none. */
export function particularsOrNull(found: LineParticulars): LineParticulars | null {
  const { points, scheduled, customized, giftWrap, iossNumber, demands, programs } = found
  const any = points || scheduled || customized || giftWrap || iossNumber || demands.length > 0 || programs.length > 0
  return any ? found : null
}
