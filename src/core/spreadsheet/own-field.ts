/** The kinds of a merchant's own spreadsheets that come in as they go out (T5). */
export const OWN_KINDS = ['items', 'stock', 'mappings'] as const
export type OwnKind = (typeof OWN_KINDS)[number]

/**
 * A field of an own spreadsheet: the head under which it goes out, and the words by which a column is known when it comes in, in small
 * letters with blanks between. The first words are ours; others are those of shops and languages that people bring.
 */
export type OwnField = {
  readonly field: string
  readonly head: string
  readonly words: readonly string[]
  /** What it is, for whoever chooses the columns. */
  readonly about: string
  /** What the empty template shows as an example. */
  readonly sample: string
  readonly required?: true
  /** How a workbook shows its column: texts keep their zeros, amounts have decimals. */
  readonly form?: 'text' | 'amount'
}

/** Words for the id of an item. */
export const ITEM_WORDS = [
  ...['item id', 'item number', 'item no', 'item code', 'product id', 'product code', 'part number', 'article number'],
  ...['artikelnummer', 'artikelnr', 'artikel nr', 'artikel', 'reference article', 'code article', 'codigo articulo'],
  ...['codigo del articulo', 'articulo', 'codice articolo', 'articolo', 'id'],
]
/** Words for a SKU; where nothing else says what an item is, its id. */
export const SKU_WORDS = ['sku', 'merchant sku', 'amazon sku', 'msku', 'handler sku', 'sku vendeur', 'sku del vendedor']
/** Words for notes. */
export const NOTE_WORDS = [
  'notes',
  'comment',
  'comments',
  'remark',
  'bemerkung',
  'notiz',
  'remarque',
  'nota',
  'observaciones',
]

/** The column of the item, which every kind has. */
export const ITEM: Pick<OwnField, 'field' | 'head' | 'form' | 'required'> = {
  field: 'item',
  head: 'Item',
  form: 'text',
  required: true,
}
