import { describe, expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { bringImport } from '#flows/bring-import.ts'
import { applyImport, dropImport, undoImport } from '#flows/steer-import.ts'
import { makeSeller } from '../make/seller.ts'
import { shirtTemplate } from '../make/templates.ts'

const US = 'ATVPDKIKX0DER'
const WHO = { who: 'cora@example.com' }

type Seller = Awaited<ReturnType<typeof makeSeller>>

/** Brings a file and lets the job look through it. */
async function bring(seller: Seller, bytes: Uint8Array) {
  const brought = await bringImport(seller.deps, seller.merchant, {
    bytes,
    fileName: 'shirts.xlsm',
    kind: null,
    ...WHO,
  })
  if (!brought.ok) throw new Error(JSON.stringify(brought.problem))
  await seller.run()
  return look(seller, brought.value.importId)
}

const look = (seller: Seller, importId: number) =>
  seller.store(async (store) => {
    const found = await store.findImport(importId)
    const rows = await store.listImportRows({ importId, outcome: null, unlinks: false, after: null, limit: 500 })
    if (!found) throw new Error('The import is gone.')
    return { ...found, rows }
  })

async function apply(seller: Seller, importId: number, confirmUnlink = false) {
  const asked = await applyImport(seller.deps, seller.merchant, { importId, confirmUnlink, ...WHO })
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem))
  await seller.run()
  return look(seller, importId)
}

async function undo(seller: Seller, importId: number) {
  const asked = await undoImport(seller.deps, seller.merchant, { importId, ...WHO })
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem))
  await seller.run()
  return look(seller, importId)
}

const SHIRT = {
  SKU: 'SHIRT-RED-M',
  Title: 'A red shirt',
  'Product Id Type': 'UPC',
  'Product Id': '036000291452',
  'Bullet Point': ['Soft', 'Red'],
  Condition: 'New',
  Channel: 'Fulfillment by Merchant (Default)',
  Quantity: 12,
  'Your Price': 19.99,
  'Package Weight': '0.5',
  'Package Weight Unit': 'Pounds',
}

const ofSku = (seller: Seller, sku: string) =>
  seller.store(async (store) => ({
    item: (await store.findItems([sku as ItemId]))[0] ?? null,
    mapping: (await store.findMappings([sku as SellerSku]))[0] ?? null,
    tab: await store.findTab({ itemId: sku as ItemId, marketplaceId: US }),
  }))

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
})
