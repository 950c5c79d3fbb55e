/** The columns of the all-listings report that are read. */
export type ListingColumn =
  | 'seller-sku'
  | 'item-name'
  | 'price'
  | 'quantity'
  | 'asin1'
  | 'product-id'
  | 'product-id-type'
  | 'fulfillment-channel'
  | 'status'

/** The names of each column: Amazon's own, then those of localized reports as far as they are known. */
const NAMES: Readonly<Record<ListingColumn, readonly string[]>> = {
  'seller-sku': [
    'seller-sku',
    'seller sku',
    'sku',
    'händler-sku',
    'sku des verkäufers',
    'sku vendeur',
    'sku du vendeur',
    'sku del vendedor',
    'sku vendedor',
    'sku venditore',
    'sku del venditore',
    '出品者sku',
  ],
  'item-name': [
    'item-name',
    'artikelbezeichnung',
    'artikelname',
    "nom de l'article",
    'nom du produit',
    'título del producto',
    'nombre del producto',
    "nome dell'articolo",
    'nome articolo',
    'titolo del prodotto',
    '商品名',
  ],
  price: ['price', 'preis', 'prix', 'precio', 'prezzo', '価格'],
  quantity: ['quantity', 'menge', 'anzahl', 'quantité', 'cantidad', 'quantità', '数量'],
  asin1: ['asin1', 'asin 1', 'asin'],
  'product-id': [
    'product-id',
    'produkt-id',
    'identifiant produit',
    'identifiant du produit',
    'identificador del producto',
    'id del producto',
    'id prodotto',
    'id del prodotto',
    '商品id',
  ],
  'product-id-type': [
    'product-id-type',
    'produkt-id-typ',
    "type d'identifiant produit",
    "type d'identifiant du produit",
    'tipo de identificador del producto',
    'tipo de id del producto',
    'tipo id prodotto',
    'tipo di id del prodotto',
    '商品idタイプ',
  ],
  'fulfillment-channel': [
    'fulfillment-channel',
    'fulfilment-channel',
    'versender',
    'versand durch',
    "canal d'expédition",
    'canal de gestión logística',
    'canal de logística',
    'canale di gestione',
    'canale di logistica',
    'フルフィルメント・チャンネル',
    'フルフィルメントチャネル',
  ],
  status: ['status', 'statut', 'estado', 'stato', 'ステータス'],
}

const COLUMNS = Object.entries(NAMES) as readonly (readonly [ListingColumn, readonly string[]])[]

/** The place of each column that a header (in small letters) has; a letter that was lost to the encoding may stand for any. */
export function listingColumns(header: readonly string[]): ReadonlyMap<ListingColumn, number> {
  const names = header.map((name) => name.normalize('NFKC').replaceAll('’', "'").replaceAll('_', '-'))
  const places = new Map<ListingColumn, number>()
  for (const [column, known] of COLUMNS) {
    const exact = known.map((name) => names.indexOf(name)).find((at) => at !== -1)
    const place =
      exact ?? names.findIndex((name) => /[?\ufffd]/.test(name) && known.some((each) => couldBe(name, each)))
    if (place !== -1) places.set(column, place)
  }
  return places
}

const couldBe = (garbled: string, name: string): boolean =>
  garbled.length === name.length &&
  [...garbled].every((letter, at) => letter === '?' || letter === '\ufffd' || letter === name[at])
