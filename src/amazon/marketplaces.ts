import type { Marketplace } from '#core/connection.ts'
import type { Region } from '#core/region.ts'

/** One of Amazon's own marketplaces. */
export type AmazonMarketplace = {
  readonly id: string
  readonly country: string
  readonly currency: string
  readonly region: Region
  readonly name: string
}

const row = (
  id: string,
  country: string,
  [currency, region, name]: readonly [string, Region, string],
): AmazonMarketplace => ({ id, country, currency, region, name })

/** Amazon's marketplaces. What the selling partner takes part in is Amazon's word; this table only knows which are Amazon's own. */
export const MARKETPLACES: readonly AmazonMarketplace[] = [
  row('ATVPDKIKX0DER', 'US', ['USD', 'na', 'Amazon.com']),
  row('A2EUQ1WTGCTBG2', 'CA', ['CAD', 'na', 'Amazon.ca']),
  row('A1AM78C64UM0Y8', 'MX', ['MXN', 'na', 'Amazon.com.mx']),
  row('A2Q3Y263D00KWC', 'BR', ['BRL', 'na', 'Amazon.com.br']),
  row('A1F83G8C2ARO7P', 'GB', ['GBP', 'eu', 'Amazon.co.uk']),
  row('A1PA6795UKMFR9', 'DE', ['EUR', 'eu', 'Amazon.de']),
  row('A13V1IB3VIYZZH', 'FR', ['EUR', 'eu', 'Amazon.fr']),
  row('APJ6JRA9NG5V4', 'IT', ['EUR', 'eu', 'Amazon.it']),
  row('A1RKKUPIHCS9HS', 'ES', ['EUR', 'eu', 'Amazon.es']),
  row('A1805IZSGTT6HS', 'NL', ['EUR', 'eu', 'Amazon.nl']),
  row('A2NODRKZP88ZB9', 'SE', ['SEK', 'eu', 'Amazon.se']),
  // A wrong id for Poland, A1C3SOZF6UW3RL, goes round in public lists.
  row('A1C3SOZRARQ6R3', 'PL', ['PLN', 'eu', 'Amazon.pl']),
  row('AMEN7PMS3EDWL', 'BE', ['EUR', 'eu', 'Amazon.com.be']),
  row('A28R8C7NBKEWEA', 'IE', ['EUR', 'eu', 'Amazon.ie']),
  row('A33AVAJ2PDY3EV', 'TR', ['TRY', 'eu', 'Amazon.com.tr']),
  row('A2VIGQ35RCS4UG', 'AE', ['AED', 'eu', 'Amazon.ae']),
  row('A17E79C6D8DWNP', 'SA', ['SAR', 'eu', 'Amazon.sa']),
  row('ARBP9OOSHTCHU', 'EG', ['EGP', 'eu', 'Amazon.eg']),
  row('AE08WJ6YKNBMC', 'ZA', ['ZAR', 'eu', 'Amazon.co.za']),
  row('A21TJRUUN4KGV', 'IN', ['INR', 'eu', 'Amazon.in']),
  row('A1VC38T7YXB528', 'JP', ['JPY', 'fe', 'Amazon.co.jp']),
  row('A39IBJ37TRP1C6', 'AU', ['AUD', 'fe', 'Amazon.com.au']),
  row('A19VAU5U5O7RUS', 'SG', ['SGD', 'fe', 'Amazon.sg']),
]

/** Amazon's own marketplaces of a region, as a connection has them before Amazon was asked (H1). */
export const ownMarketplaces = (wanted: Region): readonly Marketplace[] =>
  MARKETPLACES.filter(({ region }) => region === wanted).map(({ id, name, country, currency }) => ({
    id,
    name,
    country,
    currency,
    participating: true,
    refusedAt: null,
  }))

/** Where each region answers. */
export const ENDPOINTS: Readonly<Record<Region, string>> = {
  na: 'https://sellingpartnerapi-na.amazon.com',
  eu: 'https://sellingpartnerapi-eu.amazon.com',
  fe: 'https://sellingpartnerapi-fe.amazon.com',
}

/** Where access tokens come from, for all regions. */
export const LOGIN_URL = 'https://api.amazon.com/auth/o2/token'
