// Bringing, applying and undoing files as tests do it: each step with the work that it wakes.
import type { ItemId, SellerSku } from '#core/ids.ts'
import { bringImport } from '#flows/bring-import.ts'
import { applyImport, undoImport } from '#flows/steer-import.ts'
import type { makeSeller } from './seller.ts'

/** Amazon.com. */
export const US = 'ATVPDKIKX0DER'
/** Who brings files. */
export const WHO = { who: 'cora@example.com' }

type Seller = Awaited<ReturnType<typeof makeSeller>>

/** Brings a file and lets the job look through it. */
export async function bring(seller: Seller, bytes: Uint8Array) {
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

/** An import as it is stored, with its rows. */
export const look = (seller: Seller, importId: number) =>
  seller.store(async (store) => {
    const found = await store.findImport(importId)
    const rows = await store.listImportRows({ importId, outcome: null, unlinks: false, after: null, limit: 500 })
    if (!found) throw new Error('The import is gone.')
    return { ...found, rows }
  })

/** Applies an import and waits for it. */
export async function apply(seller: Seller, importId: number, confirmUnlink = false) {
  const asked = await applyImport(seller.deps, seller.merchant, { importId, confirmUnlink, ...WHO })
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem))
  await seller.run()
  return look(seller, importId)
}

/** Takes an import back and waits for it. */
export async function undo(seller: Seller, importId: number) {
  const asked = await undoImport(seller.deps, seller.merchant, { importId, ...WHO })
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem))
  await seller.run()
  return look(seller, importId)
}

/** A row that is good. */
export const SHIRT = {
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

/** What there is of a SKU. */
export const ofSku = (seller: Seller, sku: string) =>
  seller.store(async (store) => ({
    item: (await store.findItems([sku as ItemId]))[0] ?? null,
    mapping: (await store.findMappings([sku as SellerSku]))[0] ?? null,
    tab: await store.findTab({ itemId: sku as ItemId, marketplaceId: US }),
  }))
