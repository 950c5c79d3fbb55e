import { cellsOf, DAY, type MadeTemplate, textsOf, type Value } from './made-template.ts'
import { madeBarcode } from './unified-columns.ts'
import { amount, type Tongue, WORDS } from './words.ts'

const FIELDS = [
  'feed_product_type',
  'item_sku',
  'brand_name',
  'item_name',
  'external_product_id',
  'external_product_id_type',
  'standard_price',
  'quantity',
  'main_image_url',
  'other_image_url1',
  'parent_child',
  'parent_sku',
  'relationship_type',
  'variation_theme',
  'update_delete',
  'bullet_point1',
  'bullet_point2',
  'generic_keywords',
  'color_name',
  'size_name',
  'condition_type',
  'restock_date',
]

/** Rows of a shirt in two sizes with their parent, of a change of some fields, and of a deletion. */
function rowsOf(tongue: Tongue): readonly (readonly Value[])[] {
  const words = WORDS[tongue]
  const shirt = (sku: string, size: string): Value[] => [
    ...[
      'shirt',
      sku,
      'Harbor',
      `${words.title} ${size}`,
      madeBarcode(size === 'S' ? 1 : 2),
      'EAN',
      amount(24.9, words),
      5,
    ],
    ...['https://images.example.com/1.jpg', null, 'Child', 'SHIRT-1', 'Variation', 'Size', 'Update', 'A', 'B', 'tea'],
    ...['Blue', size, words.fresh, DAY],
  ]
  const parent: Value[] = ['shirt', 'SHIRT-1', 'Harbor', words.title]
  return [
    [...parent, null, null, null, null, null, null, 'Parent', null, null, 'Size', 'Update'],
    shirt('SHIRT-1-S', 'S'),
    shirt('SHIRT-1-M', 'M'),
    ['shirt', '00123', null, null, null, null, null, 9, null, null, null, null, null, null, 'PartialUpdate'],
    ['shirt', 'SHIRT-OLD', null, null, null, null, null, null, null, null, null, null, null, null, 'Delete'],
  ]
}

/** A template of one category: words in row 2, fields in row 3. Older ones name the category where others say fptcustom. */
export function classicTemplate(tongue: Tongue, type: 'fptcustom' | 'Home' = 'fptcustom'): MadeTemplate {
  const signature = Buffer.from('SHIRT').toString('base64')
  const first = [`TemplateType=${type}`, 'Version=2019.0101', `TemplateSignature=${signature}`, WORDS[tongue].hint]
  return classic(tongue, { name: `classic, ${type}`, first, flags: false })
}

/** A late one, which says itself where its rows are; with a row that says what is required, or without. */
export function lateTemplate(tongue: Tongue, flags: boolean): MadeTemplate {
  const { language, marketplace } = WORDS[tongue]
  const settings = [
    `contentLanguageTag=${language}&feedType=113&headerLanguageTag=${language}&metadataVersion=example`,
    `primaryMarketplaceId=amzn1.mp.o.${marketplace}&labelRow=2&attributeRow=3&dataRow=${flags ? 5 : 4}`,
    'templateIdentifier=00000000-0000-4000-8000-000000000000&timestamp=2026-11-01T00%3A00%3A00.000Z',
  ].join('&')
  const signature = Buffer.from('SHIRT').toString('base64')
  const first = [
    'TemplateType=fptcustom',
    'Version=2025.0401',
    `TemplateSignature=${signature}`,
    `settings=${settings}`,
  ]
  const late = classic(tongue, { name: `classic with settings${flags ? ' and flags' : ''}`, first, flags })
  return { ...late, expected: { ...late.expected, marketplace } }
}

type Form = { readonly name: string; readonly first: readonly string[]; readonly flags: boolean }

function classic(tongue: Tongue, { name, first, flags }: Form): MadeTemplate {
  const words = WORDS[tongue]
  const labels = FIELDS.map((field) =>
    field === 'item_sku'
      ? words.labels.sku
      : field === 'item_name'
        ? words.labels.title
        : `${words.labels.group} ${field}`,
  )
  const required = flags ? [FIELDS.map((_, at) => (at < 4 ? words.required : 'Optional'))] : []
  const head = [first, labels, FIELDS, ...required]
  const rows = rowsOf(tongue)
  return {
    name,
    tongue,
    sheets: [
      { name: words.sheets.hints, rows: [[words.hint]], after: '<mergeCells><mergeCell ref="A1:F3"/></mergeCells>' },
      { name: words.sheets.data, rows: [...head, ...rows.map((row, at) => cellsOf(row, head.length + at + 1))] },
      { name: words.sheets.values, hidden: true, rows: [[words.labels.condition, words.fresh, words.used]] },
    ],
    data: 1,
    expected: {
      generation: 'classic',
      dataRow: head.length + 1,
      columns: FIELDS.length,
      productTypes: ['SHIRT'],
      aliased: 0,
      sku: 'item_sku',
      title: 'item_name',
    },
    rows: rows.map(textsOf),
  }
}
