/** What a marketplace's rules say today about prices: shown beside the prices that we send (I13). */
export type PriceNotice = {
  /** The country of the marketplace. */
  readonly country: string
  readonly text: string
  /** Where it stands, and the day on which we read it (YYYY-MM-DD). */
  readonly source: string
  readonly asOf: string
}

const POLICY =
  "Amazon's Marketplace Fair Pricing Policy is in force. Amazon may take the Featured Offer from a listing, remove the offer, take away a shipping option or suspend the account for: " +
  'a misleading reference price; a price significantly higher than recent prices on or off Amazon; several units in one pack dearer per unit than a single one; an excessive shipping fee. ' +
  'There is no longer a clause by which a price on Amazon must be the lowest anywhere.'

const GENERAL = {
  text: POLICY,
  source: 'Seller Central help, G5TUVJKZHUVMN77V (Amazon Marketplace Fair Pricing Policy)',
  asOf: '2026-08-05',
} as const

/** Countries where something else holds than everywhere. */
const SPECIAL: Readonly<Record<string, Omit<PriceNotice, 'country'>>> = {
  DE: {
    text: "On 5 February 2026 the Bundeskartellamt prohibited Amazon's control of sellers' prices on Amazon.de, but for excessive prices, and only by its own parameters. Amazon has announced an appeal. Until it is decided, Amazon.de may act against a price as excessive; elsewhere its Marketplace Fair Pricing Policy holds.",
    source: 'Bundeskartellamt, decision of 2026-02-05',
    asOf: '2026-08-05',
  },
}

/** The price rules of the marketplaces of these countries, in their order, each once (I13). */
export const priceNotices = (countries: readonly string[]): PriceNotice[] =>
  [...new Set(countries)].map((country) => ({ country, ...(SPECIAL[country] ?? GENERAL) }))
