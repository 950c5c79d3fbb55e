export type MarketplaceRow = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly language: string
  readonly domain: string
}

type Short = readonly [id: string, country: string, currency: string, language: string, domain: string]

const row = ([id, country, currency, language, domain]: Short): MarketplaceRow => ({
  id,
  name: domain.replace('amazon', 'Amazon'),
  country,
  currency,
  language,
  domain: `www.${domain}`,
})

const SHORT: readonly Short[] = [
  ['ATVPDKIKX0DER', 'US', 'USD', 'en_US', 'amazon.com'],
  ['A2EUQ1WTGCTBG2', 'CA', 'CAD', 'en_CA', 'amazon.ca'],
  ['A1AM78C64UM0Y8', 'MX', 'MXN', 'es_MX', 'amazon.com.mx'],
  ['A2Q3Y263D00KWC', 'BR', 'BRL', 'pt_BR', 'amazon.com.br'],
  ['A1F83G8C2ARO7P', 'GB', 'GBP', 'en_GB', 'amazon.co.uk'],
  ['A1PA6795UKMFR9', 'DE', 'EUR', 'de_DE', 'amazon.de'],
  ['A13V1IB3VIYZZH', 'FR', 'EUR', 'fr_FR', 'amazon.fr'],
  ['APJ6JRA9NG5V4', 'IT', 'EUR', 'it_IT', 'amazon.it'],
  ['A1RKKUPIHCS9HS', 'ES', 'EUR', 'es_ES', 'amazon.es'],
  ['A1VC38T7YXB528', 'JP', 'JPY', 'ja_JP', 'amazon.co.jp'],
  ['A21TJRUUN4KGV', 'IN', 'INR', 'en_IN', 'amazon.in'],
  ['A39IBJ37TRP1C6', 'AU', 'AUD', 'en_AU', 'amazon.com.au'],
]

/** The marketplaces that the simulator knows. */
const MARKETPLACES = new Map(SHORT.map((short) => [short[0], row(short)]))

/** The marketplace with this id, or a made-up one so that tests may use ids of tomorrow. */
export function marketplace(id: string): MarketplaceRow {
  return MARKETPLACES.get(id) ?? row([id, 'US', 'USD', 'en_US', 'amazon.example'])
}
