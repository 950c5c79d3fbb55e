import type { Item } from '#core/catalog/item.ts'
import type { CenterCode, ItemId } from '#core/ids.ts'
import type { StockChange, StockChangeKind, StockReason } from '#core/inventory/shelf-move.ts'
import { stockChange } from '#core/inventory/stock-change.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import { sentence } from '../../parts/use-section.ts'
import { stockWords } from '../../words/stock.ts'
import { type Center, type Shelved, shelfIn } from './stock-api.ts'

/** What can be done with what lies in a center. */
export const CHANGE_KINDS = ['adjustment', 'transfer', 'receipt', 'count', 'restock'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** A change as it is typed. */
export type ChangeForm = {
  readonly kind: ChangeKind
  readonly number: string
  readonly to: string | null
  readonly reason: StockReason
  readonly reference: string
  readonly day: string
}

/** The reason that each kind begins with. */
export const USUAL_REASON: Readonly<Record<StockChangeKind, StockReason>> = {
  adjustment: 'correction',
  transfer: 'moved',
  receipt: 'delivery',
  count: 'counted',
}

/** What is wrong with it, beside its fields; what then lies where, when nothing is. */
export type Checked = {
  readonly faults: {
    readonly number?: string
    readonly to?: string
    readonly reference?: string
    readonly day?: string
  }
  readonly after: readonly { readonly center: string; readonly onHand: number }[] | null
}

type Of = { readonly item: Shelved; readonly center: string; readonly centers: readonly Center[] }

const numberIn = (text: string): number => (/^[+-]?\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** The change as the API takes it. */
export function changeOf(form: ChangeForm & { readonly kind: StockChangeKind }, { item, center }: Of): StockChange {
  const why = { itemId: item.itemId as ItemId, reason: form.reason, reference: form.reference.trim() }
  const at = center as CenterCode
  const number = numberIn(form.number)
  if (form.kind === 'adjustment') return { kind: 'adjustment', center: at, by: number, belowZero: false, ...why }
  if (form.kind === 'transfer')
    return { kind: 'transfer', from: at, to: (form.to ?? '') as CenterCode, quantity: number, ...why }
  return form.kind === 'receipt'
    ? { kind: 'receipt', center: at, quantity: number, ...why }
    : { kind: 'count', center: at, counted: number, ...why }
}

/** Checks a change by the very rules of the server, as it is typed (O20). */
export function checkChange(form: ChangeForm, of: Of): Checked {
  if (form.kind === 'restock') {
    const fault = form.day === '' ? null : faultOfDay(form.day)
    return { faults: fault === null ? {} : { day: sentence(fault) }, after: fault === null ? [] : null }
  }
  if (form.number.trim() === '') return { faults: {}, after: null }
  if (Number.isNaN(numberIn(form.number))) return { faults: { number: stockWords.change.whole }, after: null }
  const checked = stockChange([changeOf({ ...form, kind: form.kind }, of)], {
    items: new Map([[of.item.itemId as ItemId, COUNTED]]),
    centers: new Set(of.centers.map(({ code }) => code as CenterCode)),
    level: (_, center) => shelfIn(of.item, center),
  })
  if (checked.ok) return { faults: {}, after: checked.value }
  const told = checked.problems.map(({ facts }) => [String(facts.field), sentence(String(facts.why))] as const)
  const at = (...names: readonly string[]) =>
    told.find(([field]) => names.some((name) => field.endsWith(`.${name}`)))?.[1]
  return {
    faults: dropEmpty({ number: at('by', 'quantity', 'counted'), to: at('to'), reference: at('reference') }),
    after: null,
  }
}

const dropEmpty = (faults: Readonly<Record<string, string | undefined>>): Checked['faults'] =>
  Object.fromEntries(Object.entries(faults).filter(([, why]) => why !== undefined))

/** What is in the table is counted and no kit. */
const COUNTED = { kit: null, tracksStock: true } as unknown as Item
