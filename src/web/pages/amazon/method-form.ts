import type { ItemId } from '#core/ids.ts'
import { checkMethods, type EnteredMethod } from '#core/shipping/check-methods.ts'
import type { FieldFaults } from '../../parts/use-section.ts'
import { methodEditorWords } from '../../words/method-editor.ts'
import { faultsOf, numberOrNull } from './form.ts'
import type { Method } from './levels-form.ts'
import { EMPTY_RATE, fromRate, type RateForm, toRate } from './rate-form.ts'

type Zone = Method['zones'][number]
const LISTS = ['states', 'exceptStates', 'postalCodes'] as const
/** The lists of a zone, each typed as one text. */
export type ZoneList = (typeof LISTS)[number]
/** A zone as it is typed; `was` holds it as it came, with all that is not typed here. */
export type ZoneForm = Readonly<Record<ZoneList, string>> & {
  readonly country: string
  readonly rate: RateForm
  readonly was: Zone | null
}
/** A shipping method as it is typed. */
export type MethodForm = {
  readonly id: string
  readonly name: string
  readonly carrier: string
  readonly zones: readonly ZoneForm[]
  readonly maxGrams: string
  readonly maxValue: string
  readonly maxPackages: string
  readonly packageGrams: string
  readonly poBox: boolean
  readonly military: boolean
  readonly enabled: boolean
  readonly onlyItems: readonly string[]
  readonly excludedItems: readonly string[]
}
/** What is wrong with a field of the method, once it is filled in or saving was tried. */
export type Shown = (field: string, typed: string) => string | null

const EMPTY_LISTS = { states: '', exceptStates: '', postalCodes: '' }
/** A zone that says nothing yet but its country. */
export const newZone = (country: string): ZoneForm => ({ country, ...EMPTY_LISTS, rate: EMPTY_RATE, was: null })

const NEW: MethodForm = {
  ...{ id: '', name: '', carrier: '', maxGrams: '', maxValue: '', maxPackages: '', packageGrams: '' },
  ...{ poBox: false, military: false, enabled: true, onlyItems: [], excludedItems: [] },
  zones: [newZone('US')],
}

const listText = (list: readonly string[]): string => list.join(', ')
const numberText = (value: number | null): string => (value === null ? '' : String(value))

const toZone = (zone: Zone): ZoneForm => ({
  country: zone.country,
  states: listText(zone.states),
  exceptStates: listText(zone.exceptStates),
  postalCodes: listText(zone.postalCodes),
  rate: toRate(zone.rate),
  was: zone,
})

/** A method of the server as it is typed; null: a new one. */
export const toMethodForm = (method: Method | null): MethodForm =>
  method === null
    ? NEW
    : {
        ...method,
        zones: method.zones.map(toZone),
        maxGrams: numberText(method.maxGrams),
        maxValue: method.maxValue?.amount ?? '',
        maxPackages: numberText(method.maxPackages),
        packageGrams: numberText(method.packageGrams),
      }

/** The entries of a list as they are typed; one that was not touched stays exactly as it came. */
function entriesOf({ country, was, ...zone }: ZoneForm, list: ZoneList): string[] {
  const text = zone[list]
  if (was && text === listText(was[list])) return was[list]
  const short = country === 'US' && list !== 'postalCodes'
  const entries = text.split(short ? /[\s,;]+/ : /[,;\n]+/).map((entry) => entry.trim())
  return entries.filter(Boolean).map((entry) => (short ? entry.toUpperCase() : entry))
}

const fromZone = (zone: ZoneForm, currency: string): Zone => ({
  ...zone.was,
  country: zone.country,
  states: entriesOf(zone, 'states'),
  exceptStates: entriesOf(zone, 'exceptStates'),
  postalCodes: entriesOf(zone, 'postalCodes'),
  rate: fromRate(zone.rate, currency),
})

/** What is typed, as it is saved; parts of the method that have no field here stay as they came (O9). */
export function fromMethodForm(form: MethodForm, method: Method | null, currency: string): Method {
  const maxValue = form.maxValue.trim()
  return {
    ...method,
    ...form,
    name: form.name.trim(),
    carrier: form.carrier.trim(),
    zones: form.zones.map((zone) => fromZone(zone, currency)),
    maxGrams: numberOrNull(form.maxGrams),
    maxValue: maxValue === '' ? null : { amount: maxValue, currency },
    maxPackages: numberOrNull(form.maxPackages),
    packageGrams: numberOrNull(form.packageGrams),
    onlyItems: [...form.onlyItems],
    excludedItems: [...form.excludedItems],
  }
}

/** The server's own rules for the whole list, told of this method's fields (O9). */
export function methodFaults(entered: Method, others: readonly Method[], currency: string): FieldFaults {
  const list = [...others, entered] as unknown as readonly EnteredMethod[]
  const items = new Set<ItemId>(list.flatMap(({ excludedItems, onlyItems }) => [...excludedItems, ...onlyItems]))
  const all = faultsOf(checkMethods(list, { currency, items, used: new Set() }))
  const mine = `methods[${others.length}].`
  const told = Object.entries(all).flatMap(([field, why]) =>
    field.startsWith(mine) ? [[field.slice(mine.length), why] as const] : [],
  )
  const taken = others.some(({ id }) => id === entered.id)
  return { ...Object.fromEntries(told), ...(taken && { id: methodEditorWords.taken }) }
}

/** What is wrong with a field: itself, its amount, or the first of its entries. */
export function faultAt(faults: FieldFaults, field: string): string | null {
  const own = faults[field] ?? faults[`${field}.amount`]
  if (own !== undefined) return own
  const [entry, why] = Object.entries(faults).find(([each]) => each.startsWith(`${field}[`)) ?? []
  if (entry === undefined || why === undefined) return null
  return methodEditorWords.entry(Number.parseInt(entry.slice(field.length + 1), 10) + 1, why)
}
