import type { ItemId } from '../ids.ts'
import {
  type Checked,
  checkedAs,
  collectFaults,
  type EnteredMoney,
  type Faults,
  findTwice,
  isKey,
  isText,
  isWhole,
  readAmount,
} from '../settings/faults.ts'
import { faultOfBarcode } from './barcode.ts'
import type { CatalogItem, Item, SkuMapping } from './item.ts'

/** An item as it is entered: its price is a decimal string; what its listings need may be left out. */
export type EnteredItem = Omit<Item, 'price'> & { readonly price: EnteredMoney | null } & Partial<
    Pick<CatalogItem, 'leadTimeMinutes' | 'barcode'>
  >

/** What checking items needs: the merchant's currency, the items these name, and which kits hold them. */
export type KnownItems = {
  readonly currency: string
  readonly items: ReadonlyMap<ItemId, Item>
  readonly kits: readonly { readonly component: ItemId; readonly kit: ItemId }[]
}

const MOST_GRAMS = 10_000_000
const MOST_COMPONENTS = 100
/** 60 days. */
const MOST_LEAD_MINUTES = 60 * 24 * 60

/** What must hold to save items; all of them are saved, or none. */
export function checkItems(entered: readonly EnteredItem[], known: KnownItems): Checked<CatalogItem[]> {
  const faults = collectFaults()
  const items = entered.map((item, at) => readItem(item, { field: `items[${at}]`, currency: known.currency }, faults))
  findTwice(
    items.map((item) => item.id),
    (at) => `items[${at}].id`,
    faults,
  )
  const after = new Map<ItemId, Item>([...known.items, ...items.map((item) => [item.id, item] as const)])
  items.forEach((item, at) => {
    checkKit(item, { field: `items[${at}].kit`, items: after }, faults)
    const holding =
      item.kit && known.kits.find(({ component, kit }) => component === item.id && !isRewritten(kit, items))
    if (holding) faults.add(`items[${at}].kit`, `cannot be a kit: it is a component of the kit ${holding.kit}`)
  })
  return checkedAs(items, faults)
}

const isRewritten = (kit: ItemId, items: readonly Item[]): boolean => items.some((item) => item.id === kit)

function readItem(entered: EnteredItem, at: { field: string; currency: string }, faults: Faults): CatalogItem {
  const { field, currency } = at
  faults.need(
    isKey(entered.id, 40),
    `${field}.id`,
    'must have 1 to 40 characters, no control characters, no space at its ends',
  )
  faults.need(
    isText(entered.description, 1, 500),
    `${field}.description`,
    'must have 1 to 500 characters, none of them control characters',
  )
  faults.need(isWhole(entered.grams, 0, MOST_GRAMS), `${field}.grams`, 'must be a whole number from 0 to 10,000,000')
  const price = entered.price && readAmount(entered.price, { field: `${field}.price`, currency }, faults)
  const { leadTimeMinutes = null, barcode = null } = entered
  faults.need(
    leadTimeMinutes === null || isWhole(leadTimeMinutes, 0, MOST_LEAD_MINUTES),
    `${field}.leadTimeMinutes`,
    'must be a whole number of minutes from 0 to 86,400 (60 days)',
  )
  const wrong = barcode === null ? null : faultOfBarcode(barcode)
  if (wrong !== null) faults.add(`${field}.barcode`, wrong)
  return { ...entered, price, leadTimeMinutes, barcode }
}

function checkKit(item: Item, at: { field: string; items: ReadonlyMap<ItemId, Item> }, faults: Faults): void {
  const { field, items } = at
  if (item.kit === null) return
  const name = (index: number) => `${field}[${index}].itemId`
  faults.need(isWhole(item.kit.length, 1, MOST_COMPONENTS), field, `must have 1 to ${MOST_COMPONENTS} components`)
  faults.need(
    !item.tracksStock,
    field.replace(/kit$/, 'tracksStock'),
    'must be false for a kit: its components hold the stock',
  )
  item.kit.slice(0, MOST_COMPONENTS).forEach(({ itemId, quantity }, index) => {
    const component = items.get(itemId)
    if (!component) faults.add(name(index), 'is not an item of this merchant')
    else if (component.kit) faults.add(name(index), itemId === item.id ? 'is the kit itself' : 'is a kit itself')
    faults.need(
      isWhole(quantity, 1, 100_000),
      `${field}[${index}].quantity`,
      'must be a whole number from 1 to 100,000',
    )
  })
  findTwice(
    item.kit.map((part) => part.itemId),
    name,
    faults,
  )
}

/** What must hold to save SKU mappings (O11); a seller SKU may have any characters that can be stored. */
export function checkMappings(entered: readonly SkuMapping[], items: ReadonlySet<ItemId>): Checked<SkuMapping[]> {
  const faults = collectFaults()
  entered.forEach((mapping, at) => {
    const field = `mappings[${at}]`
    faults.need(
      isText(mapping.sellerSku, 1, 200),
      `${field}.sellerSku`,
      'must have 1 to 200 characters, none of them control characters',
    )
    faults.need(items.has(mapping.itemId), `${field}.itemId`, 'is not an item of this merchant')
    for (const side of ['amazon', 'ours'] as const) {
      const whole = isWhole(mapping.ratio[side], 1, 1_000_000)
      faults.need(whole, `${field}.ratio.${side}`, 'must be a whole number from 1 to 1,000,000')
    }
    faults.need(
      isText(mapping.unit, 0, 40),
      `${field}.unit`,
      'must have at most 40 characters, none of them control characters',
    )
    faults.need(isNote(mapping.note), `${field}.note`, 'must have at most 1,000 characters')
  })
  findTwice(
    entered.map((mapping) => mapping.sellerSku),
    (at) => `mappings[${at}].sellerSku`,
    faults,
  )
  return checkedAs([...entered], faults)
}

/** A note may have line breaks and tabs. */
const isNote = (note: string): boolean => isText(note.replace(/[\r\n\t]/g, ' '), 0, 1000)
