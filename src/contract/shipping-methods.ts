import { z } from 'zod'
import type { MethodId } from '#core/ids.ts'
import type { Rate, ShippingMethod } from '#core/shipping/shipping-method.ts'
import { idText, money, text, whole, writeMoney } from './parts.ts'

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
  ])
  .meta({ id: 'Rate', description: 'The price; of rising steps the first that holds counts.' })

const states = z.array(text(1, 60)).max(100).default([])

const zone = z
  .strictObject({
    country: z.string().max(2).describe('Two capitals, such as "US".'),
    states: states.describe('Only these states; empty for all.'),
    exceptStates: states.describe('Not these states.'),
    postalCodes: z
      .array(text(1, 21))
      .max(1000)
      .default([])
      .describe('Beginnings ("967") or ranges ("10000-19999"); empty for all.'),
    rate,
  })
  .meta({ id: 'Zone', description: 'Where a rate holds. The first zone that holds the destination counts.' })

/** A shipping method (O9). */
export const shippingMethod = z
  .strictObject({
    id: methodId,
    name: text(1, 100),
    carrier: text(1, 100),
    zones: z.array(zone).min(1).max(100),
    maxGrams: grams.nullable().default(null).describe('The heaviest parcel; null for no limit.'),
    poBox: z.boolean().describe('Whether it delivers to PO boxes.'),
    military: z.boolean().describe('Whether it delivers to military addresses.'),
    enabled: z.boolean().default(true),
  })
  .meta({ id: 'ShippingMethod', description: 'A carrier service of the merchant, with its rates.' })

/** All shipping methods. */
export const allMethods = z
  .strictObject({ methods: z.array(shippingMethod).max(200).describe('All of them; one left out is removed.') })
  .meta({ id: 'AllShippingMethods' })

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
})

function writeRate(from: Rate, currency: string): z.output<typeof rate> {
  const amount = (minor: number) => writeMoney(minor, currency)
  if (from.kind === 'flat') return { kind: 'flat', amount: amount(from.amount) }
  if (from.kind === 'by-weight') {
    return { kind: from.kind, steps: from.steps.map((step) => ({ ...step, amount: amount(step.amount) })) }
  }
  return {
    kind: from.kind,
    steps: from.steps.map((step) => ({ upTo: amount(step.upTo), amount: amount(step.amount) })),
  }
}
