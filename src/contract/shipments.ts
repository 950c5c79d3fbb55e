import { z } from 'zod'
import type { Problem } from '#core/problems.ts'
import { amazonCarrier, type CarrierMap } from '#core/shipments/carrier-codes.ts'
import { OUTBOX_STATES, WAYS_UP } from '#core/shipments/outbox.ts'
import type { Package } from '#core/shipments/package.ts'
import { instant, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

const MOST_SHIPMENTS = 100

/** What people type is checked entry by entry, each with its own sentence; the shape only bounds it. */
const typed = z.string().max(500)

const item = z
  .strictObject({
    line: typed.nullable().default(null).describe("Amazon's order item id."),
    sku: typed.nullable().default(null).describe('The seller SKU.'),
    item: typed.nullable().default(null).describe('The item id.'),
    quantity: z.number().nullable().default(null).describe('In our units; null for everything that is open of it.'),
  })
  .meta({ id: 'ShipmentItem', description: 'What is in a package. One of `line`, `sku` and `item` names it.' })

const anyOrder = (shape: z.ZodString) =>
  shape.describe(
    'Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`.',
  )

/** A package that left, as it is entered (S1, S2). */
export const shipment = z
  .strictObject({
    order: anyOrder(typed),
    carrier: typed.nullable().default(null).describe("Your name for it; null for that of the order's shipping method."),
    service: typed.nullable().default(null).describe("Null for the name of the order's shipping method."),
    tracking: typed.nullable().default(null).describe('Null for a package without tracking: it goes up by feed.'),
    shippedAt: typed.nullable().default(null).describe('An instant, or a day (2026-11-24); null for now.'),
    reference: typed.nullable().default(null).describe('Your own name for it: sent again, it is the same package.'),
    items: z.array(item).max(1000).nullable().default(null).describe('Null for everything that is open.'),
  })
  .meta({ id: 'Shipment', description: 'A package that left.' })

/** Packages of one call. */
export const shipmentsBody = z
  .strictObject({
    shipments: z.array(shipment).min(1).max(MOST_SHIPMENTS),
    keepBack: z
      .int()
      .min(0)
      .max(30)
      .default(0)
      .describe('For so many seconds Amazon is not told yet: until then each can be voided.'),
  })
  .meta({ id: 'Shipments', description: `1 to ${MOST_SHIPMENTS} packages.` })

const packageOfOrder = z
  .object({
    number: z.int().describe("Its number in the order; Amazon's packageReferenceId."),
    carrier: z.string(),
    amazonCarrier: z
      .object({ code: z.string(), name: z.string().nullable() })
      .nullable()
      .describe('What Amazon is told; null when the carrier is no longer known.'),
    service: z.string().nullable(),
    tracking: z.string().nullable(),
    shippedAt: instant,
    version: z.int().describe('Rises with each correction.'),
    items: z.array(
      z.object({
        line: z.string().describe("Amazon's order item id."),
        quantity: z.int().describe('In our units.'),
        quantityAmazon: z.int().describe("In Amazon's units."),
      }),
    ),
  })
  .meta({ id: 'Package' })

/** A package in the detail of an order, with how far Amazon's knowledge of it is (S4, E6). */
export const packageDetail = packageOfOrder
  .extend({
    reference: z.string().nullable(),
    enteredBy: z.string(),
    enteredAt: instant,
    confirmation: z
      .object({
        state: z.enum(OUTBOX_STATES).describe('`settled` when Amazon shows it.'),
        way: z.enum(WAYS_UP),
        attempts: z.int(),
        nextAt: instant.nullable().describe('When it is tried next; null when it is not waiting.'),
        sentAt: instant.nullable(),
        settledAt: instant.nullable(),
        problem: toldProblem.nullable().describe('What went wrong last.'),
      })
      .nullable(),
  })
  .meta({ id: 'PackageDetail' })

/** What became of each entry, in their order. */
export const shipmentsReply = z
  .object({
    results: z.array(
      z
        .object({
          outcome: z.enum(['entered', 'known', 'refused']).describe('`known`: it was entered before.'),
          orderNumber: z.int().nullable(),
          amazonOrderId: z.string().nullable(),
          package: packageOfOrder.nullable(),
          trackingCleaned: z.boolean().describe('Spaces or dashes were taken out of the tracking number.'),
          problem: toldProblem.nullable(),
        })
        .meta({ id: 'ShipmentResult' }),
    ),
  })
  .meta({ id: 'ShipmentResults', description: 'One result for each package, in their order.' })

/** What is corrected on the label of a package; what is left out stays (S2). */
export const correctionBody = z
  .strictObject({
    carrier: typed.optional(),
    service: typed.nullable().optional(),
    tracking: typed.nullable().optional().describe('Null takes the number away.'),
    shippedAt: typed.optional(),
  })
  .meta({ id: 'PackageCorrection', description: 'What is in the package stays as it was.' })

/** A package of an order in the path. */
export const packageParams = z.strictObject({
  order: anyOrder(z.string().max(60)),
  number: z.coerce.number<string>().int().min(1).max(1_000_000_000).describe("The package's number."),
})

/** Writes a package with the carrier that Amazon is told. */
export function writePackage(from: Package, carriers: CarrierMap): z.output<typeof packageOfOrder> {
  const { number, carrier, service, tracking, version } = from
  const known = amazonCarrier(carrier, carriers)
  return {
    number,
    carrier,
    amazonCarrier: known.ok ? { ...known.value } : null,
    service,
    tracking,
    shippedAt: writeInstant(from.shippedAt),
    version,
    items: from.items.map(({ line, quantity, quantityAmazon }) => ({ line, quantity, quantityAmazon })),
  }
}

type Detailed = Package & {
  readonly reference: string | null
  readonly enteredBy: string
  readonly enteredAt: number
  readonly confirmation:
    | (Pick<NonNullable<z.output<typeof packageDetail>['confirmation']>, 'state' | 'way' | 'attempts'> & {
        readonly nextAt: number
        readonly sentAt: number | null
        readonly settledAt: number | null
        readonly problem: Problem | null
      })
    | null
}

/** Writes a package with its confirmation. */
export function writePackageDetail(from: Detailed, carriers: CarrierMap): z.output<typeof packageDetail> {
  const { reference, enteredBy, enteredAt, confirmation } = from
  return {
    ...writePackage(from, carriers),
    reference,
    enteredBy,
    enteredAt: writeInstant(enteredAt),
    confirmation: confirmation && {
      state: confirmation.state,
      way: confirmation.way,
      attempts: confirmation.attempts,
      nextAt: confirmation.state === 'waiting' ? writeInstant(confirmation.nextAt) : null,
      sentAt: writeInstantOrNull(confirmation.sentAt),
      settledAt: writeInstantOrNull(confirmation.settledAt),
      problem: confirmation.problem && writeProblem(confirmation.problem),
    },
  }
}
