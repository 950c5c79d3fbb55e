import { describe, expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { bringImport } from '#flows/bring-import.ts'
import { runImports } from '#flows/run-imports.ts'
import { applyImport, dropImport, undoImport } from '#flows/steer-import.ts'
import { apply, bring, look, ofSku, SHIRT, US, undo, WHO } from '../make/importing.ts'
import { makeSeller } from '../make/seller.ts'
import { shirtTemplate } from '../make/templates.ts'

describe('Amazon’s inventory template', () => {
  test('[T3] a new row is shown before it is applied; then it is an item without a price, its SKU mapping and its Amazon tab', async () => {
    const seller = await makeSeller()
    const shown = await bring(seller, shirtTemplate([SHIRT]))
    expect(shown).toMatchObject({ state: 'previewed', kind: 'template', rowsRead: 1, counts: { created: 1 } })
    expect(shown.rows).toMatchObject([{ row: 7, target: 'SHIRT-RED-M', outcome: 'created' }])
    expect(await ofSku(seller, 'SHIRT-RED-M')).toEqual({ item: null, mapping: null, tab: null })

    const done = await apply(seller, shown.importId)
    expect(done).toMatchObject({ state: 'applied', counts: { created: 1 }, appliedBy: WHO.who })
    const { item, mapping, tab } = await ofSku(seller, 'SHIRT-RED-M')
    expect(item).toEqual({
      id: 'SHIRT-RED-M',
      description: 'A red shirt',
      price: null,
      grams: 227,
      tracksStock: true,
      kit: null,
      leadTimeMinutes: null,
      barcode: '036000291452',
    })
    expect(mapping).toMatchObject({ itemId: 'SHIRT-RED-M', ratio: { amazon: 1, ours: 1 } })
    const at = { marketplace_id: US }
    const text = { ...at, language_tag: 'en_US' }
    expect(tab).toMatchObject({ productType: 'SHIRT', requirements: 'LISTING' })
    expect(tab?.attributes).toEqual({
      item_name: [{ ...text, value: 'A red shirt' }],
      bullet_point: [
        { ...text, value: 'Soft' },
        { ...text, value: 'Red' },
      ],
      condition_type: [{ ...at, value: 'new_new' }],
      item_package_weight: [{ ...at, value: 0.5, unit: 'pounds' }],
      externally_assigned_product_identifier: [{ ...at, type: 'upc', value: '036000291452' }],
    })
  })

  test('[T3] the same file again changes nothing, and an undone import leaves nothing', async () => {
    const seller = await makeSeller()
    const first = await bring(seller, shirtTemplate([SHIRT]))
    await apply(seller, first.importId)
    const again = await bring(seller, shirtTemplate([SHIRT]))
    expect(again.counts).toEqual({ unchanged: 1, unlinks: 0 })
    // As an older version kept what undoing needs.
    await seller.database.ownerPool().query(`
      update millrace.import_rows r set before = u.before, after = u.after from millrace.import_undo u where u.import_id = r.import_id and u.row = r.row;
      delete from millrace.import_undo`)
    const back = await undo(seller, first.importId)
    expect(back).toMatchObject({ state: 'undone', counts: { undone: 1 } })
    expect(await ofSku(seller, 'SHIRT-RED-M')).toEqual({ item: null, mapping: null, tab: null })
  })

  test('[T3] undoing keeps what was changed or used since, and says so', async () => {
    const seller = await makeSeller()
    const shown = await bring(
      seller,
      shirtTemplate([SHIRT, { ...SHIRT, SKU: 'SHIRT-BLUE-M', Title: 'A blue shirt', 'Product Id': '' }]),
    )
    await apply(seller, shown.importId)
    const { item } = await ofSku(seller, 'SHIRT-RED-M')
    if (item) await seller.store((store) => store.upsertItems([{ ...item, price: 1999 }]))
    const back = await undo(seller, shown.importId)
    expect(back.counts).toMatchObject({ undone: 1, kept: 1 })
    expect(back.rows).toMatchObject([
      { undone: 'kept', problem: { problem: { code: 'import-changed-since' } } },
      { undone: 'undone' },
    ])
    expect((await ofSku(seller, 'SHIRT-RED-M')).item?.price).toBe(1999)
    expect((await ofSku(seller, 'SHIRT-BLUE-M')).item).toBeNull()
  })

  test('[T3] a dropped import leaves neither file nor rows', async () => {
    const seller = await makeSeller()
    const shown = await bring(seller, shirtTemplate([SHIRT]))
    expect((await dropImport(seller.deps, seller.merchant, { importId: shown.importId, ...WHO })).ok).toBe(true)
    expect(await look(seller, shown.importId)).toMatchObject({ state: 'dropped', rows: [] })
    const left = await seller.database.ownerPool().query('select 1 from millrace.import_files')
    expect(left.rows).toEqual([])
  })

  test('[T3] a refused row names its cell, what stands in it and what to write instead; the others go on', async () => {
    const seller = await makeSeller()
    const shown = await bring(
      seller,
      shirtTemplate([
        { ...SHIRT, 'Product Id': '3.6E+11' },
        { ...SHIRT, SKU: '', Title: 'Nameless' },
        SHIRT,
        { ...SHIRT, Title: 'Another red shirt' },
        { ...SHIRT, SKU: 'SHIRT-ODD', 'Listing Action': 'Explode', 'Product Id': '' },
        { ...SHIRT, SKU: 'SHIRT-HEAVY', 'Package Weight': 'heavy', 'Product Id': '' },
      ]),
    )
    expect(shown.counts).toMatchObject({ refused: 6 })
    const codes = shown.rows.map(({ row, problem }) => [row, problem?.column ?? null, problem?.problem.code])
    expect(codes).toEqual([
      [7, 5, 'import-cell'],
      [8, 0, 'import-cell'],
      [9, null, 'import-twice'],
      [10, null, 'import-twice'],
      [11, 2, 'import-cell'],
      [12, 12, 'import-cell'],
    ])
    expect(shown.rows[0]?.problem).toMatchObject({
      value: '3.6E+11',
      problem: { facts: { field: 'Product Id', why: 'was cut by Excel' } },
    })
    const again = await bring(seller, shirtTemplate([SHIRT, { ...SHIRT, Title: 'Another red shirt' }]))
    expect(again.counts).toMatchObject({ created: 1, refused: 1 })
  })

  test('[T3] price and quantity are ignored and said so; FBA rows are stock managed by Amazon', async () => {
    const seller = await makeSeller()
    const shown = await bring(seller, shirtTemplate([{ ...SHIRT, Channel: 'Fulfillment by Amazon' }]))
    const ignored = shown.recognized?.columns.filter(({ ignored }) => ignored).map(({ header }) => header)
    expect(ignored).toEqual(['Quantity', 'Your Price'])
    await apply(seller, shown.importId)
    const { item, tab } = await ofSku(seller, 'SHIRT-RED-M')
    expect(item?.price).toBeNull()
    expect(Object.keys(tab?.attributes ?? {})).not.toContain('fulfillment_availability')
    const marked = () =>
      seller.store(
        async (store) => (await store.mappingsAround({ items: [], skus: ['SHIRT-RED-M'] }))[0]?.stockByAmazon,
      )
    expect(await marked()).toBe(true)
    const back = await bring(seller, shirtTemplate([SHIRT]))
    await apply(seller, back.importId)
    expect(await marked()).toBe(false)
  })

  test('[T3] a partial row leaves blank cells as they are, a full one takes them out of the tab', async () => {
    const seller = await makeSeller()
    await apply(seller, (await bring(seller, shirtTemplate([SHIRT]))).importId)
    const sparse = { SKU: 'SHIRT-RED-M', Title: 'A redder shirt' }
    const partial = { ...sparse, 'Listing Action': 'Edit (Partial Update)' }
    await apply(seller, (await bring(seller, shirtTemplate([partial]))).importId)
    expect(Object.keys((await ofSku(seller, 'SHIRT-RED-M')).tab?.attributes ?? {})).toContain('bullet_point')
    const full = await bring(seller, shirtTemplate([sparse]))
    await apply(seller, full.importId)
    const { tab, item } = await ofSku(seller, 'SHIRT-RED-M')
    // The number of a product is no text that one takes back.
    expect(Object.keys(tab?.attributes ?? {}).sort()).toEqual(['externally_assigned_product_identifier', 'item_name'])
    expect(item).toMatchObject({ description: 'A red shirt', barcode: '036000291452' })
    await undo(seller, full.importId)
    expect(Object.keys((await ofSku(seller, 'SHIRT-RED-M')).tab?.attributes ?? {})).toContain('bullet_point')
  })

  test('[T3] items are found by mapping, then item id, then barcode; a parent becomes none', async () => {
    const seller = await makeSeller()
    const [mug] = await seller.store((store) => store.findItems(['MUG-BLUE' as ItemId]))
    if (!mug) throw new Error('No mug.')
    await seller.store((store) => store.upsertItems([{ ...mug, barcode: '0036000291452' }]))
    const mapping = { itemId: 'TEA-EARL' as ItemId, ratio: { amazon: 1, ours: 1 }, unit: '', note: '' }
    await seller.store((store) => store.upsertMappings([{ ...mapping, sellerSku: 'TEA-AT-AMAZON' as SellerSku }]))
    const shown = await bring(
      seller,
      shirtTemplate([
        { ...SHIRT, SKU: 'TEA-AT-AMAZON', 'Product Id': '' },
        { ...SHIRT, SKU: 'MUG-RED', 'Product Id': '' },
        SHIRT,
        { ...SHIRT, SKU: 'SHIRT-PARENT', Parentage: 'Parent', 'Product Id': '' },
      ]),
    )
    const done = await apply(seller, shown.importId)
    expect(done.rows.map(({ outcome }) => outcome)).toEqual(['updated', 'updated', 'updated', 'unchanged'])
    const tabs = await seller.store((store) => store.listTabs(null))
    expect(tabs.map(({ itemId }) => itemId)).toEqual(['MUG-BLUE', 'MUG-RED', 'TEA-EARL'])
    expect((await ofSku(seller, 'SHIRT-RED-M')).mapping?.itemId).toBe('MUG-BLUE')
    expect((await ofSku(seller, 'SHIRT-PARENT')).item).toBeNull()
  })

  test('[T3] a delete row unlinks its listing after confirmation, deletes no item, and can be undone', async () => {
    const seller = await makeSeller()
    const { connection } = seller
    await seller.database
      .ownerPool()
      .query(
        `insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id) values ($1, $2, 'MUG-BLUE', $3, 'MUG-BLUE')`,
        [seller.merchant, connection, US],
      )
    const linked = async () => {
      const { rows } = await seller.database.ownerPool().query('select item_id as item from millrace.listings')
      return rows.map(({ item }) => item)
    }
    const gone = (sku: string) => ({ SKU: sku, 'Listing Action': 'Delete' })
    const shown = await bring(seller, shirtTemplate([gone('MUG-BLUE'), gone('NOBODY')]))
    expect(shown.counts).toMatchObject({ updated: 1, unchanged: 1, unlinks: 1 })
    const { importId } = shown
    const asked = await applyImport(seller.deps, seller.merchant, { importId, confirmUnlink: false, ...WHO })
    expect(asked).toMatchObject({ ok: false, problem: { code: 'import-unlinks' } })
    await apply(seller, importId, true)
    expect(await linked()).toEqual([null])
    expect((await ofSku(seller, 'MUG-BLUE')).item).not.toBeNull()
    await undo(seller, importId)
    expect(await linked()).toEqual(['MUG-BLUE'])
  })

  test('[T3] an import that is stopped at any transaction goes on where it was, and ends the same', async () => {
    const seller = await makeSeller()
    const rows = Array.from({ length: 1500 }, (_, at) => ({ SKU: `S-${at}`, Title: `Shirt ${at}` }))
    // The second row about a barcode, on another page, is for the item that the first one makes.
    for (const at of [3, 1400])
      Object.assign(rows[at] ?? {}, { 'Product Id Type': 'UPC', 'Product Id': SHIRT['Product Id'] })
    const counts = { created: 1499, updated: 1, unlinks: 0 }
    const brought = await bringImport(seller.deps, seller.merchant, {
      bytes: shirtTemplate(rows),
      fileName: 'many.xlsx',
      kind: null,
      ...WHO,
    })
    if (!brought.ok) throw new Error(brought.problem.code)
    const { importId } = brought.value
    /** Runs the job, which dies at each of its transactions in turn: from there on none goes through. */
    const broken = async () => {
      let breaks = 0
      for (let at = 1; ; at++) {
        let left = at
        const transaction: typeof seller.deps.transaction = (async (...args: never) => {
          if (left-- <= 0) throw Object.assign(new Error('gone'), { code: '57P01' })
          return (seller.deps.transaction as (...all: never) => unknown)(...(args as never))
        }) as never
        const run = runImports({ ...seller.deps, isPassing: () => true, transaction }, seller.merchant)
        const ended = await run.then(
          ({ again }) => again,
          () => 'broken' as const,
        )
        if (ended === 'broken') breaks++
        if (ended === null) return breaks
      }
    }
    expect(await broken()).toBeGreaterThan(1)
    expect((await look(seller, importId)).counts).toEqual(counts)
    await applyImport(seller.deps, seller.merchant, { importId, confirmUnlink: false, ...WHO })
    expect(await broken()).toBeGreaterThan(1)
    expect(await look(seller, importId)).toMatchObject({ state: 'applied', rowsRead: 1500, counts })
    expect((await ofSku(seller, 'S-1400')).mapping?.itemId).toBe('S-3')
    await undoImport(seller.deps, seller.merchant, { importId, ...WHO })
    expect(await broken()).toBeGreaterThan(1)
    expect(await look(seller, importId)).toMatchObject({ state: 'undone', counts: { undone: 1500 } })
    expect((await ofSku(seller, 'S-1499')).item).toBeNull()
  })
})
