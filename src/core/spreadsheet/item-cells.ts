import type { EnteredItem } from '../catalog/check-items.ts'
import type { SkuMapping } from '../catalog/item.ts'
import type { StockInCenter } from '../inventory/stock-entry.ts'
import { kitCell } from './kit-cell.ts'
import type { Cells } from './own-row.ts'

/** An item as a row of a spreadsheet (T5). */
export const itemCells = ({ id, price, kit, ...item }: EnteredItem): Cells => ({
  item: id,
  description: item.description,
  price: price?.amount ?? null,
  currency: price?.currency ?? null,
  grams: item.grams,
  tracksStock: item.tracksStock,
  kit: kitCell(kit),
  leadTimeMinutes: item.leadTimeMinutes ?? null,
  barcode: item.barcode ?? null,
})

/** What lies of an item in a center as a row of a spreadsheet; twice, so that only rows that a person changed are taken (T5). */
export const stockCells = ({ itemId, center, onHand, restockOn }: Omit<StockInCenter, 'allocated'>): Cells => ({
  item: itemId,
  center,
  onHand,
  onHandBefore: onHand,
  change: null,
  reason: null,
  reference: null,
  restockOn,
})

/** A SKU mapping as a row of a spreadsheet (T5). */
export const mappingCells = ({ sellerSku, itemId, ratio, unit, note }: SkuMapping): Cells => ({
  sellerSku,
  item: itemId,
  amazonUnits: ratio.amazon,
  ourUnits: ratio.ours,
  unit,
  note,
})
