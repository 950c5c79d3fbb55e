import type { MethodId } from '../ids.ts'
import { isAmazonOrderId } from '../ids.ts'
import { FURTHER_LEVELS, LEVEL_NAMES, LEVELS } from '../shipping/service-level.ts'
import { faultOfDay } from './calendar-day.ts'
import { type Checked, checkedAs, collectFaults, type Faults, findTwice, isText, isWhole } from './faults.ts'
import { levelsWithoutMethod, type MethodInUse } from './levels-without-method.ts'
import type { LevelMethod, OrderSettings, ShippingSettings } from './settings.ts'

/** How many orders, and how many items, a merchant may ignore by their ids (O3, O4). */
export const MOST_IGNORED = 10_000

/** What must hold to save the Orders section (O2-O4, O7); an id that stands twice is kept once. `themes` are the merchant's codes. */
export function checkOrderSettings(entered: OrderSettings, themes: ReadonlySet<string>): Checked<OrderSettings> {
  const faults = collectFaults()
  const day = entered.notBefore === null ? null : faultOfDay(entered.notBefore)
  if (day !== null) faults.add('notBefore', day)
  checkList(entered.ignoredOrders, { field: 'ignoredOrders', faults }, (id) =>
    isAmazonOrderId(id) ? null : 'must be one Amazon order id, such as 111-2222222-3333333',
  )
  checkList(entered.ignoredItems, { field: 'ignoredItems', faults }, (id) =>
    isText(id, 1, 200) ? null : 'must be one ASIN, seller SKU or order item id of 1 to 200 characters',
  )
  faults.need(isWhole(entered.sweepEveryMinutes, 3, 60), 'sweepEveryMinutes', 'must be a whole number from 3 to 60')
  const { themeCode } = entered
  faults.need(themeCode === null || themes.has(themeCode), 'themeCode', 'is not a theme of this merchant')
  const once = (ids: readonly string[]) => [...new Set(ids)]
  const value = { ...entered, ignoredOrders: once(entered.ignoredOrders), ignoredItems: once(entered.ignoredItems) }
  return checkedAs(value, faults)
}

function checkList(
  entries: readonly string[],
  { field, faults }: { field: string; faults: Faults },
  faultOf: (entry: string) => string | null,
): void {
  faults.need(entries.length <= MOST_IGNORED, field, `may have at most 10,000 entries; these are ${entries.length}`)
  entries.slice(0, MOST_IGNORED).forEach((entry, at) => {
    const why = faultOf(entry)
    if (why !== null) faults.add(`${field}[${at}]`, why)
  })
}

/** What must hold to save the Shipping section: each level has a method in use, every method is the merchant's (O9, O10). */
export function checkShippingSettings(
  entered: ShippingSettings,
  methods: readonly MethodInUse[],
): Checked<ShippingSettings> {
  const faults = collectFaults()
  const without = new Set(levelsWithoutMethod(entered.levels, methods))
  const ids = new Set(methods.map(({ id }) => id))
  for (const level of LEVELS) {
    const why = `needs at least one valid shipping method that is not disabled for ${LEVEL_NAMES[level]} shipping`
    faults.need(!without.has(level), `levels.${level}`, why)
    checkRows(entered.levels[level], `levels.${level}`, { methods: ids, faults })
  }
  for (const level of FURTHER_LEVELS) {
    const chosen: string = entered.further[level]
    const known = chosen === 'hold' || LEVELS.some((each) => each === chosen)
    faults.need(known, `further.${level}`, `must be one of ${LEVELS.join(', ')}, or hold`)
  }
  return checkedAs(entered, faults)
}

const MOST_METHODS = 200

function checkRows(
  rows: readonly LevelMethod[],
  field: string,
  { methods, faults }: { methods: ReadonlySet<MethodId>; faults: Faults },
): void {
  faults.need(rows.length <= MOST_METHODS, field, `may have at most ${MOST_METHODS} methods`)
  rows.slice(0, MOST_METHODS).forEach((row, at) => {
    faults.need(methods.has(row.methodId), `${field}[${at}].methodId`, 'is not a shipping method of this merchant')
    const priority = row.priority === null || isWhole(row.priority, 1, 1_000_000)
    faults.need(priority, `${field}[${at}].priority`, 'must be a whole number from 1 to 1,000,000, or absent')
  })
  const ids = rows.map((row) => row.methodId)
  findTwice(ids, (at) => `${field}[${at}].methodId`, faults)
}
