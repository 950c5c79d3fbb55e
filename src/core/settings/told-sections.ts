import type { NamedCenter } from '../inventory/stock-entry.ts'
import { formatAmount } from '../money.ts'
import type { MerchantCarrier } from '../shipments/carrier-codes.ts'
import { LEVEL_NAMES, LEVELS } from '../shipping/service-level.ts'
import type { Rate, ShippingMethod, Zone } from '../shipping/shipping-method.ts'
import type { MerchantDetails } from './configuration.ts'
import type { Value } from './configuration-diff.ts'
import type { EmailSettings } from './email-settings.ts'
import type { InventorySettings } from './inventory-settings.ts'
import type { OrderSettings, ShippingSettings } from './settings.ts'
import type { ChangedSection, ToldSection } from './settings-change.ts'
import type { Theme } from './theme.ts'

/** The part of a connection that was set: whether its orders are imported, or its last day. */
type ConnectionPart = { readonly importing: boolean } | { readonly lapsesOn: string | null }

/** The value of each section whose history is kept. */
export type SectionValues = {
  readonly importing: Readonly<Record<string, ConnectionPart>>
  readonly orders: OrderSettings
  readonly shipping: ShippingSettings
  readonly methods: readonly ShippingMethod[]
  readonly carriers: readonly MerchantCarrier[]
  readonly centers: readonly NamedCenter[]
  readonly inventory: InventorySettings
  readonly sending: Readonly<Record<string, { readonly stock: boolean; readonly price: boolean }>>
  readonly themes: readonly Theme[]
  readonly emails: EmailSettings
  readonly merchant: MerchantDetails
}

type Telling = { readonly [S in ChangedSection]: (value: SectionValues[S], currency: string) => ToldSection }

const TELLING: Telling = {
  importing: (value) => entries(Object.entries(value), ([id, fields]) => ({ id, name: id, fields })),
  orders: (value) => ({ fields: value as Value }),
  shipping: (value) => tellLevels(value),
  methods: (value, currency) =>
    entries(value, (each) => ({ id: each.id, name: each.name, fields: tellMethod(each, currency) })),
  carriers: (value) =>
    entries(value, ({ carrier, ...fields }) => ({ id: carrier.toLowerCase(), name: carrier, fields })),
  centers: (value) => entries(value, ({ code, ...fields }) => ({ id: code, name: fields.name, fields })),
  inventory: (value) => ({ fields: value as Value }),
  sending: (value) =>
    entries(Object.entries(value), ([id, { stock, price }]) => ({ id, name: id, fields: { stock, price } })),
  themes: (value) => entries(value, ({ code, ...fields }) => ({ id: code, name: fields.name, fields })),
  // Since when invoices go out by themselves follows from the switch; who confirmed the policy is told, the instant is that of the change.
  emails: ({ sendDirectly, policyConfirmed, kinds }) => ({
    fields: { sendDirectly, policyConfirmedBy: policyConfirmed?.by ?? null, kinds },
  }),
  merchant: (value) => ({ fields: value as unknown as Value }),
}

/** A section as its history compares it: entries by the names that people gave them, amounts as decimals (D38). */
export const toldSection = <S extends ChangedSection>(
  section: S,
  { value, currency }: { readonly value: SectionValues[S]; readonly currency: string },
): ToldSection => TELLING[section](value, currency)

type Entry = { readonly id: string; readonly name: string; readonly fields: object }

const entries = <T>(list: readonly T[], tell: (each: T) => Entry): ToldSection => ({
  entries: list.map(tell).map((entry) => ({ ...entry, fields: entry.fields as Value })),
})

/** Each row of each table is an entry; the further levels are one. */
function tellLevels({ levels, further }: ShippingSettings): ToldSection {
  const rows = LEVELS.flatMap((level) =>
    levels[level].map(({ methodId, valid, priority }) => ({
      id: `${level} ${methodId}`,
      name: `${LEVEL_NAMES[level]}: ${methodId}`,
      fields: { valid, priority },
    })),
  )
  return entries([...rows, { id: 'further', name: 'further', fields: further }], (row) => row)
}

function tellMethod({ id: _id, name, zones, maxValue, ...rest }: ShippingMethod, currency: string): object {
  const money = (minor: number) => formatAmount({ minor, currency })
  return {
    name,
    ...rest,
    maxValue: maxValue === null ? null : money(maxValue),
    zones: zones.map((zone) => tellZone(zone, money)),
  }
}

type Write = (minor: number) => string

/** A zone in one line: where, and for how much. */
function tellZone({ country, states, exceptStates, postalCodes, rate }: Zone, money: Write): string {
  const where = [
    states.length > 0 ? states.join(' ') : null,
    exceptStates.length > 0 ? `not ${exceptStates.join(' ')}` : null,
    postalCodes.length > 0 ? `postal codes ${postalCodes.join(' ')}` : null,
  ].filter(Boolean)
  return `${[country, ...where].join(', ')}: ${tellRate(rate, money)}`
}

function tellRate(rate: Rate, money: Write): string {
  switch (rate.kind) {
    case 'flat':
      return money(rate.amount)
    case 'per-item':
      return `${money(rate.first)}, each further unit ${money(rate.further)}`
    case 'by-weight':
      return rate.steps.map(({ upToGrams, amount }) => `up to ${upToGrams} g ${money(amount)}`).join(', ')
    case 'by-subtotal':
      return rate.steps.map(({ upTo, amount }) => `up to ${money(upTo)} ${money(amount)}`).join(', ')
    default: {
      const least = rate.minimum === null ? [] : [`at least ${money(rate.minimum)}`]
      const most = rate.maximum === null ? [] : [`at most ${money(rate.maximum)}`]
      return [`${rate.basisPoints / 100} % of the subtotal`, ...least, ...most].join(', ')
    }
  }
}
