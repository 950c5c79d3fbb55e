import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import type { StockLevel } from '../orders/import-context.ts'
import { type Checked, checkedAs, collectFaults, type Faults, isText, isWhole } from '../settings/faults.ts'
import type { ShelfMove, StockChange, StockChangeKind } from './shelf-move.ts'
import type { StockEntry } from './stock-entry.ts'

/** What changing stock needs: the items named, the centers, and what lies where; null: the center has none of it yet. */
export type Shelves = {
  readonly items: ReadonlyMap<ItemId, Item>
  readonly centers: ReadonlySet<CenterCode>
  level(itemId: ItemId, center: CenterCode): StockLevel | null
}

const MOST_UNITS = 1_000_000_000
const LIST: Readonly<Record<StockChangeKind, string>> = {
  adjustment: 'adjustments',
  transfer: 'transfers',
  receipt: 'receipts',
  count: 'counts',
}

/**
 * The moves that changes of stock make, one after the other, each with what lies there afterwards; or everything that is wrong with
 * them, and then nothing moves. No stock is made or lost by a transfer, and it takes only what no order has reserved (O20).
 */
export function stockChange(entered: readonly StockChange[], shelves: Shelves): Checked<ShelfMove[]> {
  const faults = collectFaults()
  const now = new Map<string, StockLevel>()
  const levelOf = (itemId: ItemId, center: CenterCode): StockLevel =>
    now.get(`${itemId}\n${center}`) ?? shelves.level(itemId, center) ?? { onHand: 0, allocated: 0 }
  const moves = entered.flatMap((change, at) => {
    const field = `${LIST[change.kind]}[${at}]`
    checkNames(change, { field, shelves, faults })
    const wrong = faults.problems.length
    const steps = stepsOf(change, { field, faults, levelOf })
    if (faults.problems.length > wrong) return []
    return steps.map(([center, by]): ShelfMove => {
      const { itemId, kind, reason, reference } = change
      const before = levelOf(itemId, center)
      const onHand = before.onHand + by
      now.set(`${itemId}\n${center}`, { ...before, onHand })
      return { kind, itemId, center, change: by, onHand, reason, reference }
    })
  })
  return checkedAs(moves, faults)
}

/** Stock that is set, as the counts it makes: only what differs, and what the center gets for the first time. */
export const countsOf = (entered: readonly StockEntry[], level: Shelves['level']): ShelfMove[] =>
  entered.flatMap(({ itemId, center, onHand }) => {
    const before = level(itemId, center)
    if (before?.onHand === onHand) return []
    return [
      {
        kind: 'count',
        itemId,
        center,
        change: onHand - (before?.onHand ?? 0),
        onHand,
        reason: 'counted',
        reference: '',
      },
    ]
  })

type Where = { readonly field: string; readonly faults: Faults }

function checkNames(change: StockChange, { field, shelves, faults }: Where & { readonly shelves: Shelves }): void {
  const item = shelves.items.get(change.itemId)
  if (!item) faults.add(`${field}.itemId`, 'is not an item of this merchant')
  else if (item.kit !== null) faults.add(`${field}.itemId`, 'is a kit: change the stock of its components')
  else faults.need(item.tracksStock, `${field}.itemId`, 'is an item whose stock is not counted')
  const named = change.kind === 'transfer' ? (['from', 'to'] as const) : (['center'] as const)
  for (const name of named) {
    const center = (change as unknown as Record<string, CenterCode>)[name] as CenterCode
    faults.need(shelves.centers.has(center), `${field}.${name}`, 'is not a center of this merchant')
  }
  faults.need(
    isText(change.reference, 0, 100),
    `${field}.reference`,
    'must have at most 100 characters, none of them control characters',
  )
  faults.need(
    change.reason !== 'other' || change.reference !== '',
    `${field}.reference`,
    'must say why, where the reason is other',
  )
}

type Levels = Where & { levelOf(itemId: ItemId, center: CenterCode): StockLevel }
type Step = readonly [center: CenterCode, by: number]

/** What a change adds to which centers. */
function stepsOf(change: StockChange, levels: Levels): readonly Step[] {
  if (change.kind === 'adjustment') return adjustment(change, levels)
  if (change.kind === 'transfer') return transfer(change, levels)
  const { field, faults, levelOf } = levels
  const { onHand } = levelOf(change.itemId, change.center)
  if (change.kind === 'receipt') {
    const room = MOST_UNITS - Math.max(0, onHand)
    faults.need(isWhole(change.quantity, 1, room), `${field}.quantity`, `must be ${wholeFrom(1, room)}`)
    return [[change.center, change.quantity]]
  }
  const whole = isWhole(change.counted, 0, MOST_UNITS)
  faults.need(whole, `${field}.counted`, `must be ${wholeFrom(0, MOST_UNITS)}: a count is never negative`)
  return [[change.center, change.counted - onHand]]
}

function adjustment(change: StockChange & { readonly kind: 'adjustment' }, levels: Levels): readonly Step[] {
  const { field, faults, levelOf } = levels
  const { itemId, center, by, belowZero } = change
  const { onHand } = levelOf(itemId, center)
  const whole = isWhole(by, -MOST_UNITS, MOST_UNITS) && by !== 0
  const after = onHand + by
  if (!whole) faults.add(`${field}.by`, `must be ${wholeFrom(-MOST_UNITS, MOST_UNITS)}, and not 0`)
  else if (Math.abs(after) > MOST_UNITS) faults.add(`${field}.by`, `would leave ${after}, more than can be stored`)
  else if (after < 0 && by < 0 && !belowZero)
    faults.add(`${field}.by`, `would leave ${after} in ${center}, where ${onHand} lie; say belowZero if that is right`)
  return [[center, by]]
}

function transfer(change: StockChange & { readonly kind: 'transfer' }, levels: Levels): readonly Step[] {
  const { field, faults, levelOf } = levels
  const { itemId, from, to, quantity } = change
  const { onHand, allocated } = levelOf(itemId, from)
  const free = Math.max(0, onHand - allocated)
  faults.need(from !== to, `${field}.to`, 'must be another center than the one it comes from')
  if (!isWhole(quantity, 1, MOST_UNITS)) faults.add(`${field}.quantity`, `must be ${wholeFrom(1, MOST_UNITS)}`)
  else if (quantity > free) {
    const why = `is more than there is: ${free} free in ${from} (${onHand} on hand, ${allocated} reserved by orders)`
    faults.add(`${field}.quantity`, why)
  }
  const full = levelOf(itemId, to).onHand + quantity > MOST_UNITS
  faults.need(!full, `${field}.quantity`, `would leave more in ${to} than can be stored`)
  return [
    [from, -quantity],
    [to, quantity],
  ]
}

const wholeFrom = (least: number, most: number): string =>
  `a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`
