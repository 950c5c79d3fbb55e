import { ITEM_FIELDS } from './fields-of-items.ts'
import { ITEM, ITEM_WORDS, NOTE_WORDS, type OwnField, type OwnKind, SKU_WORDS } from './own-field.ts'

const STOCK: readonly OwnField[] = [
  {
    ...ITEM,
    words: ['item', ...ITEM_WORDS, ...SKU_WORDS],
    about: 'The id of an item that you have.',
    sample: 'EXAMPLE-1',
  },
  {
    field: 'center',
    head: 'Center',
    words: [
      ...['center', 'centre', 'distribution center', 'dc', 'warehouse', 'location', 'lager', 'lagerort', 'standort'],
      ...['entrepot', 'depot', 'almacen', 'magazzino'],
    ],
    about: 'The code of the center. May be left out where you have only one.',
    sample: 'MAIN',
    form: 'text',
  },
  {
    field: 'onHand',
    head: 'On hand',
    words: [
      ...[
        'on hand',
        'quantity on hand',
        'on hand quantity',
        'counted',
        'count',
        'quantity',
        'qty',
        'stock',
        'available',
      ],
      ...['bestand', 'lagerbestand', 'menge', 'anzahl', 'quantite', 'cantidad', 'existencias', 'quantita', 'giacenza'],
    ],
    about: 'How many lie there: a count.',
    sample: '12',
  },
  {
    field: 'onHandBefore',
    head: 'On hand before',
    words: ['on hand before', 'on hand at export', 'previous on hand', 'bestand vorher'],
    about: 'What the export said. A row that says the same in On hand is left alone, whatever was sold meanwhile.',
    sample: '',
  },
  {
    field: 'change',
    head: 'Change',
    words: ['change', 'adjustment', 'adjust by', 'adjust', 'difference', 'delta', 'anderung', 'differenz', 'variation'],
    about: 'So many more, or with a minus fewer, instead of a count.',
    sample: '',
  },
  {
    field: 'reason',
    head: 'Reason',
    words: ['reason', 'reason code', 'grund', 'raison', 'motif', 'motivo'],
    about: 'Why: delivery, damaged, lost, found, returned, sold-elsewhere, given-away, correction, other.',
    sample: '',
  },
  {
    field: 'reference',
    head: 'Reference',
    words: ['reference', 'referenz', 'referencia', 'riferimento', ...NOTE_WORDS],
    about: 'Your own words: a delivery number. Nothing of a buyer.',
    sample: '',
    form: 'text',
  },
  {
    field: 'restockOn',
    head: 'More comes',
    words: ['more comes', 'more comes on', 'restock date', 'restock on', 'restock', 'expected on', 'wieder da am'],
    about: 'The day on which more comes, 2026-12-24. Write none where none is known any more.',
    sample: '',
    form: 'text',
  },
]

const MAPPINGS: readonly OwnField[] = [
  {
    field: 'sellerSku',
    head: 'Seller SKU',
    words: ['seller sku', ...SKU_WORDS],
    about: 'The SKU under which it is sold at Amazon.',
    sample: 'EXAMPLE-SKU-1',
    required: true,
    form: 'text',
  },
  { ...ITEM, words: ['item', ...ITEM_WORDS], about: 'The id of the item that it is.', sample: 'EXAMPLE-1' },
  {
    field: 'amazonUnits',
    head: 'Units at Amazon',
    words: ['units at amazon', 'amazon units', 'amazon quantity', 'ratio amazon'],
    about: 'So many units at Amazon … A new mapping has 1 where it says nothing.',
    sample: '1',
  },
  {
    field: 'ourUnits',
    head: 'Units of the item',
    words: ['units of the item', 'item units', 'our units', 'units per pack', 'pack size', 'ratio ours'],
    about: '… are so many units of the item.',
    sample: '1',
  },
  {
    field: 'unit',
    head: 'Unit',
    words: ['unit', 'unit of measure', 'uom', 'einheit', 'unite', 'unidad', 'unita'],
    about: 'What a unit is called.',
    sample: '',
    form: 'text',
  },
  { field: 'note', head: 'Note', words: ['note', ...NOTE_WORDS], about: 'Your own words.', sample: '', form: 'text' },
]

/** The fields of each kind, in the order in which they go out (T5). */
export const OWN_FIELDS: Readonly<Record<OwnKind, readonly OwnField[]>> = {
  items: ITEM_FIELDS,
  stock: STOCK,
  mappings: MAPPINGS,
}
