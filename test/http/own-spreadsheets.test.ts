import XLSX from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OWN_KINDS } from '#core/spreadsheet/own-field.ts'
import { runImports } from '#flows/run-imports.ts'
import { MILLS, makeApi, mug } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
  await api.call('PUT', '/distribution-centers', {
    centers: [
      { code: 'EAST', name: 'East', isDefault: true },
      { code: 'WEST', name: 'West', isDefault: false },
    ],
  })
})
afterAll(() => api.close())

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FORMS = [
  ['csv', 'text/csv'],
  ['xlsx', WORKBOOK],
] as const
const LISTS = { items: '/items', stock: '/stock', mappings: '/sku-mappings' } as const
const COUNTS = { created: 0, updated: 0, unchanged: 0, refused: 0, skipped: 0 }

const fileOf = async (path: string, accept: string): Promise<Buffer> =>
  (await api.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${api.key}`, accept } })).rawPayload

const post = (payload: Buffer | string) =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/imports?fileName=file',
    headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/octet-stream' },
    payload,
  })

/** Brings a file and looks through it. */
async function bring(bytes: Buffer | string) {
  const reply = await post(bytes)
  expect(reply.statusCode, reply.body).toBe(200)
  return looked(reply.json().import)
}
async function looked(id: number) {
  await runImports(api.deps, MILLS)
  return (await api.call('GET', `/imports/${id}`)).body as never as Found
}
type Found = {
  readonly import: number
  readonly kind: string
  readonly state: string
  readonly counts: Record<string, number>
  readonly remembered: boolean
  readonly columns: { readonly header: string; readonly field: string | null }[]
}
async function step(found: Found, what: 'apply' | 'undo') {
  expect((await api.call('POST', `/imports/${found.import}/${what}`, {})).status).toBe(200)
  return looked(found.import)
}
const rowsOf = async ({ import: id }: Found) =>
  (
    (await api.call('GET', `/imports/${id}/rows`)).body as {
      rows: { cell: string; outcome: string; problem: { sentence: string } | null; undone: string | null }[]
    }
  ).rows
const bodyOf = async (path: string) => (await api.call('GET', path)).body as { rows: Record<string, unknown>[] }

const item = (id: string, more: object = {}) => ({ ...mug, id, ...more })
beforeEach(async () => {
  const owner = api.database.ownerPool()
  for (const table of ['imports', 'import_columns', 'sku_mappings', 'stock_moves', 'stock', 'items'])
    await owner.query(`delete from millrace.${table} where merchant_id = $1`, [MILLS])
  const items = [
    item('MUG', { description: '=Mug; "blue", 5" – Krug 🫖', barcode: '012345678905', leadTimeMinutes: 30 }),
    item('-PLATE', { description: '@Plate', price: null, barcode: '00012345678905' }),
    item('SET', {
      tracksStock: false,
      kit: [
        { itemId: 'MUG', quantity: 2 },
        { itemId: '-PLATE', quantity: 1 },
      ],
    }),
  ]
  expect((await api.call('PUT', '/items', { items })).status).toBe(200)
  await api.call('PUT', '/stock', {
    stock: [
      { itemId: 'MUG', center: 'EAST', onHand: 10 },
      { itemId: 'MUG', center: 'WEST', onHand: -2 },
      { itemId: '-PLATE', center: 'EAST', onHand: 0 },
    ],
  })
  await api.call('PUT', '/stock/restock-days', { restock: [{ itemId: 'MUG', center: 'EAST', on: '2026-12-24' }] })
  const mappings = [
    { sellerSku: '=SKU+1', itemId: 'MUG', ratio: { amazon: 1, ours: 6 }, unit: 'box', note: 'two\nlines' },
    { sellerSku: '000123', itemId: '-PLATE' },
  ]
  expect((await api.call('PUT', '/sku-mappings', { mappings })).status).toBe(200)
})

describe.each(FORMS)('as %s', (ending, accept) => {
  test.each(OWN_KINDS)('[T5] what goes out of %s comes in again, and every row is unchanged', async (kind) => {
    const rows = (await bodyOf(LISTS[kind])).rows.length
    const found = await bring(await fileOf(LISTS[kind], accept))
    expect(found).toMatchObject({ kind, state: 'previewed', counts: { ...COUNTS, unchanged: rows } })
    const moves = (await bodyOf('/stock/moves')).rows.length
    expect(await step(found, 'apply')).toMatchObject({ state: 'applied', counts: { ...COUNTS, unchanged: rows } })
    expect((await bodyOf('/stock/moves')).rows.length).toBe(moves)
  })

  test.each(OWN_KINDS)('[T5] the empty template of %s is known, and its example is nobody’s row', async (kind) => {
    const bytes = await fileOf(`/imports/templates/${kind}`, accept)
    expect(await bring(bytes)).toMatchObject({ kind, state: 'previewed', counts: { ...COUNTS, skipped: 1 } })
    const [heads] =
      ending === 'csv'
        ? (parse(bytes, { bom: true }) as string[][])
        : (XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets[`${kind}-template`] ?? {}, { header: 1 }) as string[][])
    const told = (await api.call('GET', `/imports/templates/${kind}`)).body as { fields: { head: string }[] }
    expect(heads).toEqual(told.fields.map(({ head }) => head))
  })
})

test('[T5] in a workbook of items barcodes are texts with their zeros, prices numbers, and new cells of text columns are texts', async () => {
  const sheet = XLSX.read(await fileOf('/items', WORKBOOK), { cellNF: true }).Sheets.items ?? {}
  const heads = Object.entries(sheet).filter(([name]) => /^[A-Z]1$/.test(name))
  const column = (head: string) => heads.find(([, cell]) => cell.v === head)?.[0].charAt(0)
  const row = [2, 3, 4].find((at) => sheet[`A${at}`]?.v === 'MUG')
  expect(sheet[`${column('Barcode')}${row}`]).toMatchObject({ t: 's', v: '012345678905' })
  expect(sheet[`${column('Price')}${row}`]).toMatchObject({ t: 'n', v: 12.5, w: '12.50' })
  const template = XLSX.read(await fileOf('/imports/templates/items', WORKBOOK), { cellNF: true, sheetStubs: true })
  expect(template.Sheets['items-template']?.[`${column('Barcode')}100`]).toMatchObject({ t: 'z', z: '@' })
})

test('[T5] items are created and changed by a file; what it does not say stays; all of it is taken back', async () => {
  const before = await bodyOf('/items')
  const found = await bring(
    'Artikelnummer;Bezeichnung;Preis;EAN\nMUG;;13,75;\nNEW;Lampe;8;4006381333931\nBAD;;1;\nBOWL;Bowl;1.234;1.23457E+12\n',
  )
  expect(found).toMatchObject({ kind: 'items', counts: { ...COUNTS, created: 1, updated: 1, refused: 2 } })
  expect((await rowsOf(found)).filter(({ outcome }) => outcome === 'refused')).toMatchObject([
    { cell: 'B4', problem: { sentence: 'Description is blank. Say what the new item is.' } },
    { cell: 'C5', problem: { sentence: 'Price may mean thousands or a fraction. Write it such as 1200.50.' } },
  ])
  expect(await bodyOf('/items')).toEqual(before)
  const applied = await step(found, 'apply')
  expect((await bodyOf('/items')).rows).toMatchObject([
    { id: '-PLATE' },
    { id: 'MUG', price: { amount: '13.75' }, barcode: '012345678905', leadTimeMinutes: 30 },
    { id: 'NEW', description: 'Lampe', price: { amount: '8.00' }, barcode: '4006381333931', tracksStock: true },
    { id: 'SET' },
  ])
  expect(await step(applied, 'undo')).toMatchObject({ state: 'undone', counts: { undone: 2, kept: 0 } })
  expect(await bodyOf('/items')).toEqual(before)
})

test('[T5] a kit may stand below its components; what is used or was changed since stays when the import is taken back', async () => {
  const csv =
    'Item,Description,Kit\nCUP,Cup,\nPAN,Pan,\nLID,Lid,\nPOT,Pot,PAN; 1 x LID\nTOO-SOON,Kit,LATER\nLATER,Later,\n'
  const found = await bring(csv)
  expect(found.counts).toMatchObject({ created: 5, refused: 1 })
  const applied = await step(found, 'apply')
  expect(applied.counts).toMatchObject({ created: 5, refused: 1 })
  await api.call('PUT', '/sku-mappings', { mappings: [{ sellerSku: 'CUP-1', itemId: 'CUP' }] })
  await api.call('PUT', '/items/LATER', { ...mug, id: undefined, description: 'Sooner' })
  expect(await step(applied, 'undo')).toMatchObject({ counts: { undone: 3, kept: 2 } })
  expect((await bodyOf('/items')).rows.map(({ id }) => id)).toEqual(['-PLATE', 'CUP', 'LATER', 'MUG', 'SET'])
  expect((await rowsOf(applied)).filter(({ undone }) => undone === 'kept')).toMatchObject([
    { problem: { sentence: '[CUP] is used by now (a SKU mapping), so it stays.' } },
    { problem: { sentence: '[LATER] was changed after this import, so it stays as it is now.' } },
  ])
})

test('[T5][O20] counts and changes of a file leave their rows in the history of stock, and are taken back by others', async () => {
  const found = await bring(
    'SKU,Warehouse,Qty,Change,Reason,More comes\nMUG,EAST,12,,,none\nMUG,WEST,,5,found,\n-PLATE,WEST,3,,,2026-12-01\nSET,EAST,1,,,\n',
  )
  expect(found).toMatchObject({ kind: 'stock', counts: { ...COUNTS, created: 1, updated: 2, refused: 1 } })
  const applied = await step(found, 'apply')
  const { rows } = await bodyOf('/stock/moves')
  const reference = `import ${found.import}`
  expect(rows.slice(0, 3)).toMatchObject([
    { kind: 'count', itemId: '-PLATE', center: 'WEST', change: 3, onHand: 3, reason: 'counted', reference },
    { kind: 'adjustment', itemId: 'MUG', center: 'WEST', change: 5, onHand: 3, reason: 'found', reference },
    { kind: 'count', itemId: 'MUG', center: 'EAST', change: 2, onHand: 12, reason: 'counted', reference },
  ])
  expect((await bodyOf('/stock')).rows).toMatchObject([
    { itemId: '-PLATE', center: 'EAST', onHand: 0 },
    { itemId: '-PLATE', center: 'WEST', onHand: 3, restockOn: '2026-12-01' },
    { itemId: 'MUG', center: 'EAST', onHand: 12, restockOn: null },
    { itemId: 'MUG', center: 'WEST', onHand: 3 },
  ])
  await api.call('PUT', '/stock', { stock: [{ itemId: 'MUG', center: 'WEST', onHand: 4 }] })
  expect(await step(applied, 'undo')).toMatchObject({ counts: { undone: 2, kept: 1 } })
  expect((await bodyOf('/stock')).rows).toMatchObject([
    { itemId: '-PLATE', center: 'EAST', onHand: 0 },
    { itemId: '-PLATE', center: 'WEST', onHand: 0, restockOn: null },
    { itemId: 'MUG', center: 'EAST', onHand: 10, restockOn: '2026-12-24' },
    { itemId: 'MUG', center: 'WEST', onHand: 4 },
  ])
})

test('[T5] an export that a person filled in counts what they changed, and nothing that was sold meanwhile', async () => {
  const rows = parse(await fileOf('/stock', 'text/csv'), { bom: true, columns: true }) as Record<string, string>[]
  await api.call('PUT', '/stock', { stock: [{ itemId: 'MUG', center: 'EAST', onHand: 7 }] })
  const filled = rows.map((row) => (row.Item === "'-PLATE" ? { ...row, 'On hand': '4' } : row))
  const sheet = XLSX.utils.json_to_sheet(filled)
  const bytes = XLSX.write({ SheetNames: ['S'], Sheets: { S: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer
  const applied = await step(await bring(bytes), 'apply')
  expect(applied.counts).toMatchObject({ updated: 1, unchanged: 2, refused: 0 })
  expect((await bodyOf('/stock')).rows.map(({ onHand }) => onHand)).toEqual([4, 7, -2])
})

test('[T5] mappings are made and changed by a file, and taken back', async () => {
  const before = await bodyOf('/sku-mappings')
  const found = await bring('sku\titem\tpack size\n000123\tMUG\t2\nNEW SKU\tSET\t\nWRONG\tNOBODY\t1\n')
  expect(found).toMatchObject({ kind: 'mappings', counts: { ...COUNTS, created: 1, updated: 1, refused: 1 } })
  const applied = await step(found, 'apply')
  expect((await bodyOf('/sku-mappings')).rows).toMatchObject([
    { sellerSku: '000123', itemId: 'MUG', ratio: { amazon: 1, ours: 2 } },
    { sellerSku: '=SKU+1', note: 'two\nlines' },
    { sellerSku: 'NEW SKU', itemId: 'SET', ratio: { amazon: 1, ours: 1 } },
  ])
  expect(await step(applied, 'undo')).toMatchObject({ counts: { undone: 2, kept: 0 } })
  expect(await bodyOf('/sku-mappings')).toEqual(before)
})

test('[T5] columns that a person named are known in the next file with these headings, in whatever order', async () => {
  const found = await bring('Code;Was;VK\nMUG;Tasse;13\n')
  expect(found).toMatchObject({ kind: null, state: 'columns' })
  const named = {
    kind: 'items',
    fields: [
      { column: 0, field: 'item' },
      { column: 1, field: 'description' },
      { column: 2, field: 'price' },
    ],
  }
  expect((await api.call('PUT', `/imports/${found.import}/columns`, named)).status).toBe(200)
  expect(await looked(found.import)).toMatchObject({ kind: 'items', state: 'previewed', counts: { updated: 1 } })
  const next = await bring('vk;CODE;was\n14;MUG;Tasse\n')
  expect(next).toMatchObject({ kind: 'items', state: 'previewed', remembered: true, counts: { updated: 1 } })
  expect(next.columns.map(({ field }) => field)).toEqual(['price', 'item', 'description'])
  expect(await bring('vk;code\n14;MUG\n')).toMatchObject({ state: 'columns', remembered: false })
})

test('[T5][U3] a file with a column of buyers is refused, whatever else it holds', async () => {
  const reply = await post('Item;On hand;Customer name\nMUG;1;x\n')
  expect([reply.statusCode, reply.json().code]).toEqual([422, 'import-buyers'])
})
