import { Temporal } from 'temporal-polyfill'
import type { ProblemCode } from '#core/known-problems.ts'
import type { Confirmation } from '#core/shipments/confirmation.ts'
import type { Question } from './client.ts'

type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json' | 'tellApart'>

/** Confirms one package; its number is a text, and the same one again edits (S1). */
export const confirmPackage = (confirmation: Confirmation): Asks => ({
  operation: 'confirmShipment',
  path: `/orders/v0/orders/${encodeURIComponent(confirmation.amazonOrderId)}/shipmentConfirmation`,
  query: {},
  what: `package ${confirmation.number} of order ${confirmation.amazonOrderId}`,
  json: {
    marketplaceId: confirmation.marketplaceId,
    packageDetail: {
      packageReferenceId: confirmation.number,
      carrierCode: confirmation.carrier.code,
      ...(confirmation.carrier.name === null ? {} : { carrierName: confirmation.carrier.name }),
      ...(confirmation.service === null ? {} : { shippingMethod: confirmation.service }),
      trackingNumber: confirmation.tracking,
      shipDate: Temporal.Instant.fromEpochMilliseconds(confirmation.shippedAt).toString({
        smallestUnit: 'millisecond',
      }),
      orderItems: confirmation.items.map(({ line, quantityAmazon }) => ({
        orderItemId: line,
        quantity: quantityAmazon,
      })),
    },
  },
  tellApart: refusalOfPackage,
})

/** What Amazon's texts mean: all of them come as 400 InvalidInput, so nothing but the words tells them apart (S1, S5). */
const REFUSALS: readonly (readonly [RegExp, ProblemCode])[] = [
  [/PackageToUpdateNotFound|not finding a matching package|order already fulfilled/i, 'package-unknown-at-amazon'],
  [/InvalidPackageVersion/i, 'package-version-refused'],
  [/maximum number of (?:allowed )?updates/i, 'too-many-package-updates'],
  [/NonexistentOrderItem|failed to find order item/i, 'line-unknown-at-amazon'],
  [/\bShip ?\+|Buy Shipping/i, 'confirmed-by-amazon'],
  [/packageReferenceId/i, 'package-number-refused'],
  [
    /tracking ?(?:number|id)\b.*(?:required|missing|must not be (?:empty|null|blank)|cannot be (?:empty|null|blank))/i,
    'tracking-required',
  ],
  [/(?:required|missing|no)\b[^.]{0,40}\btracking ?(?:number|id)/i, 'tracking-required'],
]

/** The problem that a refusal's text means; what nothing tells apart keeps Amazon's words. */
export const refusalOfPackage = (text: string): ProblemCode =>
  REFUSALS.find(([words]) => words.test(text))?.[1] ?? 'confirmation-refused'
