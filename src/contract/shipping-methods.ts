import { z } from 'zod'
import type { MethodId } from '#core/ids.ts'
import type { Rate, ShippingMethod } from '#core/shipping/shipping-method.ts'
import { itemId } from './items.ts'
import { idText, money, text, whole, writeMoney, writeMoneyOrNull } from './parts.ts'

/** The id of a shipping method. */
export const methodId = idText<MethodId>(40, 'The id of the shipping method.')

const grams = whole(1, 10_000_000)

const rate = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('flat'), amount: money }),
    z.strictObject({
      kind: z.literal('by-weight'),
      steps: z
        .array(z.strictObject({ upToGrams: grams, amount: money }))
        .min(1)
        .max(100),
    }),
    z.strictObject({
      kind: z.literal('by-subtotal'),
      steps: z
        .array(z.strictObject({ upTo: money, amount: money }))
        .min(1)
        .max(100),
    }),
    z.strictObject({
      kind: z.literal('percentage'),
      percent: z
        .string()
        .max(10)
        .describe(
          'Of the subtotal, rounded half up: a decimal number as text with at most 2 decimals, such as "12.5".',
        ),
      minimum: money.nullable().default(null).describe('It costs no less; null for no bound.'),
      maximum: money.nullable().default(null).describe('It costs no more; null for no bound.'),
    }),
    z.strictObject({
      kind: z.literal('per-item'),
      first: money.describe('The price of the first unit.'),
      further: money.describe('The price of each further unit.'),
    }),
  ])
  .meta({
    id: 'Rate',
    description: 'The price of sending an order, once for the order; of rising steps the first that holds counts.',
  })

const states = z.array(text(1, 60)).max(100).default([])

const zone = z
  .strictObject({
    country: z.string().max(2).describe('Two capitals, such as "US".'),
    states: states.describe('Only these states; empty for all.'),
    exceptStates: states.describe('Not these states.'),
    postalCodes: z
      .array(text(1, 40))
      .max(1000)
      .default([])
      .describe('Beginnings ("967") or ranges ("10000-19999", "K1A-K2C", "BT1-BT17"); empty for all.'),
    rate,
  })
  .meta({ id: 'Zone', description: 'Where a rate holds. The first zone that holds the destination counts.' })

const items = z.array(itemId).max(1000).default([])

/** A shipping method (O9). */
export const shippingMethod = z
  .strictObject({
    id: methodId,
    name: text(1, 100),
    carrier: text(1, 100),
    zones: z.array(zone).min(1).max(100),
    maxGrams: grams.nullable().default(null).describe('The heaviest order; null for no limit.'),
    maxValue: money.nullable().default(null).describe('The highest subtotal; null for no limit.'),
    maxPackages: whole(1, 10_000)
      .nullable()
      .default(null)
      .describe('The most packages, counted by weight with packageGrams in each; null for no limit.'),
    packageGrams: grams.nullable().default(null).describe('How many grams fit one package; only with maxPackages.'),
    poBox: z.boolean().describe('Whether it delivers to PO boxes.'),
    military: z.boolean().describe('Whether it delivers to military addresses.'),
    excludedItems: items.describe('Orders with one of these items, or a kit of one, do not go this way.'),
    onlyItems: items.describe(
      'Only these items go this way; a kit is listed itself or all its components are. Empty for all items.',
    ),
    enabled: z.boolean().default(true),
  })
  .meta({ id: 'ShippingMethod', description: 'A carrier service of the merchant, with its rates.' })

const version = z.string().max(64).describe('Another one after each change of the list.')

/** All shipping methods. */
export const allMethods = z
  .strictObject({
    methods: z.array(shippingMethod).max(200).describe('All of them; one left out is removed.'),
    version: version
      .optional()
      .describe('The version of the list that was changed: refused where somebody saved another one meanwhile.'),
  })
  .meta({ id: 'AllShippingMethods' })

/** The shipping methods as they are, with the version that a change of them names. */
export const methodList = z.object({ rows: z.array(shippingMethod), version }).meta({ id: 'ShippingMethodList' })

/** Writes a shipping method. */
export const writeMethod = (method: ShippingMethod, currency: string): z.output<typeof shippingMethod> => ({
  ...method,
  zones: method.zones.map((each) => ({
    ...each,
    states: [...each.states],
    exceptStates: [...each.exceptStates],
    postalCodes: [...each.postalCodes],
    rate: writeRate(each.rate, currency),
  })),
  maxValue: writeMoneyOrNull(method.maxValue, currency),
  excludedItems: [...method.excludedItems],
  onlyItems: [...method.onlyItems],
})

function writeRate(from: Rate, currency: string): z.output<typeof rate> {
  const amount = (minor: number) => writeMoney(minor, currency)
  switch (from.kind) {
    case 'flat':
      return { kind: from.kind, amount: amount(from.amount) }
    case 'by-weight':
      return { kind: from.kind, steps: from.steps.map((step) => ({ ...step, amount: amount(step.amount) })) }
    case 'by-subtotal':
      return {
        kind: from.kind,
        steps: from.steps.map((step) => ({ upTo: amount(step.upTo), amount: amount(step.amount) })),
      }
    case 'percentage':
      return {
        kind: from.kind,
        percent: writePercent(from.basisPoints),
        minimum: writeMoneyOrNull(from.minimum, currency),
        maximum: writeMoneyOrNull(from.maximum, currency),
      }
    case 'per-item':
      return { kind: from.kind, first: amount(from.first), further: amount(from.further) }
  }
}

/** Writes hundredths of a percent as a decimal number without needless zeros: 1250 is `12.5`. */
export const writePercent = (basisPoints: number): string => String(basisPoints / 100)
