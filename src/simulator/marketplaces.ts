export type MarketplaceRow = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly language: string
  readonly domain: string
}

const row = (id: string, country: string, currency: string, language: string, domain: string): MarketplaceRow => ({
  id,
  name: domain.replace('www.amazon', 'Amazon'),
  country,
  currency,
  language,
  domain,
})

/** The marketplaces that the simulator knows. */
export const MARKETPLACES: readonly MarketplaceRow[] = [
  row('ATVPDKIKX0DER', 'US', 'USD', 'en_US', 'www.amazon.com'),
  row('A2EUQ1WTGCTBG2', 'CA', 'CAD', 'en_CA', 'www.amazon.ca'),
  row('A1AM78C64UM0Y8', 'MX', 'MXN', 'es_MX', 'www.amazon.com.mx'),
  row('A2Q3Y263D00KWC', 'BR', 'BRL', 'pt_BR', 'www.amazon.com.br'),
  row('A1F83G8C2ARO7P', 'GB', 'GBP', 'en_GB', 'www.amazon.co.uk'),
  row('A1PA6795UKMFR9', 'DE', 'EUR', 'de_DE', 'www.amazon.de'),
  row('A13V1IB3VIYZZH', 'FR', 'EUR', 'fr_FR', 'www.amazon.fr'),
  row('APJ6JRA9NG5V4', 'IT', 'EUR', 'it_IT', 'www.amazon.it'),
  row('A1RKKUPIHCS9HS', 'ES', 'EUR', 'es_ES', 'www.amazon.es'),
  row('A1VC38T7YXB528', 'JP', 'JPY', 'ja_JP', 'www.amazon.co.jp'),
  row('A39IBJ37TRP1C6', 'AU', 'AUD', 'en_AU', 'www.amazon.com.au'),
]

/** The marketplace with this id, or a made-up one so that tests may use ids of tomorrow. */
export function marketplace(id: string): MarketplaceRow {
  return MARKETPLACES.find((m) => m.id === id) ?? row(id, 'US', 'USD', 'en_US', 'www.amazon.example')
}
