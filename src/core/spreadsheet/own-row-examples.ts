import type { CatalogItem } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import type { StockInCenter } from '../inventory/stock-entry.ts'
import { tell } from '../problems.ts'
import type { ImportColumn, RowDecision } from './import.ts'
import type { OwnKind } from './own-field.ts'
import { OWN_FIELDS } from './own-fields.ts'
import { type Cells, ownRow } from './own-row.ts'

/** The columns of a file with all fields of a kind. */
export const columnsOf = (kind: OwnKind): ImportColumn[] =>
  OWN_FIELDS[kind].map(({ field, head }, column) => ({ column, header: head, field, samples: [] }))

/** A row as a file brings it back; `how`: as a text with commas has its cells, or as a workbook. */
export const asRow = (kind: OwnKind, cells: Cells, how: (text: string) => string = (text) => text) =>
  ownRow(
    { kind, columns: columnsOf(kind) },
    {
      row: 7,
      faults: [],
      cells: OWN_FIELDS[kind].map(({ field }) => {
        const value = cells[field] ?? ''
        return typeof value === 'boolean'
          ? value
            ? 'yes'
            : 'no'
          : typeof value === 'number'
            ? String(value)
            : how(value)
      }),
    },
  )

/** An id. */
export const id = (text: string) => text as ItemId
/** Two items for examples, and what is known of them. */
export const MUG: CatalogItem = {
  id: id('MUG'),
  description: 'Blue mug',
  price: 1250,
  grams: 300,
  tracksStock: true,
  kit: null,
  leadTimeMinutes: 90,
  barcode: '012345678905',
}
export const PLATE: CatalogItem = { ...MUG, id: id('PLATE'), description: 'Plate', price: null, barcode: null }
export const known = {
  currency: 'USD',
  items: new Map([MUG, PLATE].map((item) => [item.id, item])),
  kits: [{ component: id('PLATE'), kit: id('SET') }],
}
/** What a person is told, and in which column it stands. */
export const toldOf = ({ outcome, fault }: RowDecision, kind: OwnKind) =>
  `${outcome}: ${fault ? `${OWN_FIELDS[kind][fault.column ?? -1]?.field ?? 'row'} | ${tell(fault.problem).sentence}` : ''}`

/** A center, and stock in it. */
export const EAST = 'EAST' as CenterCode
const shelf: StockInCenter = { itemId: MUG.id, center: EAST, onHand: 10, allocated: 2, restockOn: null }
export const STOCK = {
  items: known.items,
  centers: [EAST, 'WEST' as CenterCode],
  level: (itemId: ItemId, center: CenterCode) => (itemId === MUG.id && center === EAST ? shelf : null),
  today: '2026-11-22',
}
