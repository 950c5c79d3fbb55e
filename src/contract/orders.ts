import { z } from 'zod'
import { CANCEL_REASONS } from '#core/orders/decide-cancellation.ts'
import { LONGEST_SOUGHT } from '#core/orders/order-filter.ts'
import { ORDER_SORT_KEYS, usualOrderSort } from '#core/orders/order-sort.ts'
import { STAGES } from '#core/orders/stage.ts'
import { MOVE_REASONS } from '#core/orders/stage-transitions.ts'
import { WHERE_STEPS } from '#core/orders/where-is.ts'
import { logEntry } from './activity.ts'
import { cancellation } from './cancellations.ts'
import { lineParticulars } from './line-particulars.ts'
import { instant, money, pageQuery, sortBy, text, whole } from './parts.ts'
import { toldProblem } from './problem.ts'
import { refund } from './refunds.ts'
import { packageDetail } from './shipments.ts'

const amount = money.nullable()

/** What is shown of a buyer: where the order goes, as far as it tells nothing of who (U2). */
export const maskedBuyer = z
  .object({
    masked: z.literal(true),
    country: z.string().nullable().describe('The country it goes to, by its two capitals.'),
    state: z
      .string()
      .nullable()
      .describe('The state it goes to; null where the country has none by the name that was written.'),
  })
  .meta({ id: 'MaskedBuyer', description: "The buyer's data is not shown here." })

/** An order in a list. */
export const orderSummary = z
  .object({
    orderNumber: z.int().describe('Our number of the order.'),
    channel: z.string().describe("Where it was ordered: `amazon`, or the code of a channel of the merchant's own."),
    amazonOrderId: z.string().describe('Of another channel: its code and its number there, such as `WEB:1001`.'),
    connection: z.string().describe('Empty for an order of another channel.'),
    marketplaceId: z.string().nullable(),
    stage: z.enum(STAGES),
    amazonStatus: z.string().describe('`NOT_AT_AMAZON` for an order of another channel.'),
    serviceLevel: z.string().nullable().describe("Amazon's shipping service level."),
    shippingMethod: z.string().nullable(),
    paymentMethod: z.string(),
    themeCode: z.string().nullable().describe('The theme it was stamped with.'),
    fulfilledByAmazon: z.boolean().describe('Read-only: Amazon ships it.'),
    toConfirm: z.boolean().describe('False for an order that is in the books only: nothing is confirmed to Amazon.'),
    center: z.string().nullable().describe('The distribution center it takes its stock from.'),
    placedAt: instant,
    shipBy: instant.nullable(),
    total: amount.describe('The grand total as Amazon states it; null until it does.'),
    flags: z
      .array(z.string())
      .describe('What does not add up or is still to come, such as `money-mismatch`, `amounts-missing`.'),
    buyer: maskedBuyer,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'OrderSummary' })

const lineMoney = z
  .object({
    item: amount,
    shipping: amount,
    giftWrap: amount,
    other: amount,
    tax: amount,
    marketplaceTax: amount.describe('The part of `tax` that the marketplace collects and remits.'),
    taxIncluded: z
      .boolean()
      .nullable()
      .describe('Whether the prices hold the tax; null without tax, and where neither adds up.'),
    discount: amount.describe('Is subtracted.'),
    total: amount.describe('The truth of the line.'),
  })
  .meta({ id: 'LineMoney' })

const orderLine = z
  .object({
    lineId: z.string().describe("Amazon's order item id."),
    sellerSku: z.string(),
    asin: z.string().nullable(),
    title: z.string(),
    itemId: z.string().nullable(),
    quantity: z.int().describe('In our units.'),
    quantityAmazon: z.int().describe("In Amazon's units."),
    fulfilledAmazon: z.int().describe("Shipped, in Amazon's units."),
    money: lineMoney,
    gift: z.boolean(),
    particulars: lineParticulars,
    allocations: z.array(z.object({ itemId: z.string(), center: z.string(), quantity: z.int() })),
  })
  .meta({ id: 'OrderLine' })

/** A stage that a person moves an order to (O20). */
export const moveBody = z
  .strictObject({
    to: z.enum(STAGES),
    reason: z.enum(MOVE_REASONS).describe('Why; from this list, so that no buyer stands in it.'),
    restock: z
      .union([z.literal('all'), z.record(z.string().max(200), whole(1, 2_000_000_000))])
      .optional()
      .describe(
        'What came back of an order that Amazon cancelled after it had left: `all`, or our units by order item id or seller SKU.',
      ),
  })
  .meta({ id: 'MoveOrder' })

/** What a person decides about a request to cancel (O16). */
export const cancellationBody = z
  .discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('cancel'),
      reason: z.enum(CANCEL_REASONS).describe("A reason of Amazon's list."),
    }),
    z.strictObject({ decision: z.literal('ship-anyway') }),
  ])
  .meta({ id: 'CancellationDecision' })

/** An order with its lines, amounts, history and log. */
export const orderDetail = orderSummary
  .extend({
    documentId: z.int().describe('The document it was imported from.'),
    methodCost: amount.describe('What the chosen shipping method costs; for the choice only.'),
    deliverBy: instant.nullable(),
    outsideLines: amount.describe('Amounts of the order outside its lines, such as a tip.'),
    programs: z.array(z.string()),
    replaces: z.string().nullable().describe('The Amazon order id that this one replaces.'),
    purchaseOrder: z
      .object({
        number: z.string().nullable().describe("Null where it is the buyer's, which is not shown here."),
        ofBuyer: z.boolean(),
        approvedAt: instant.nullable(),
      })
      .nullable()
      .describe('Null unless it came in as a purchase order.'),
    droppedLines: z.array(z.object({ sellerSku: z.string(), asin: z.string().nullable(), quantity: z.int() })),
    lines: z.array(orderLine),
    packages: z.array(packageDetail).describe('What left, and how far its confirmation to Amazon is.'),
    waits: toldProblem
      .nullable()
      .describe('Why it is not handed to the vendor that runs its center; null where it is, or needs not be.'),
    cancellation: cancellation.nullable().describe('What is asked to be cancelled, and what was decided.'),
    refunds: z.array(refund).describe('Money back to the buyer, the oldest first.'),
    events: z.array(
      z.object({ at: instant, kind: z.string(), who: z.string(), facts: z.record(z.string(), z.unknown()) }),
    ),
    log: z.array(logEntry).describe('What the import did, step by step.'),
  })
  .meta({ id: 'Order', description: 'An order, without its buyer.' })

/** Where an order is, and why (O19). */
export const whereReply = z
  .object({
    amazonOrderId: z.string(),
    step: z.enum(WHERE_STEPS),
    sentence: z.string().describe('Where it is and why; for people.'),
    orderNumber: z.int().nullable(),
    stage: z.enum(STAGES).nullable(),
    documentId: z.int().nullable(),
    problems: z.array(toldProblem),
    asked: z.boolean().describe('Whether Amazon was asked for it just now: it had never been seen.'),
    imported: z.boolean().describe('Whether it was taken through the import by that.'),
  })
  .meta({ id: 'WhereIsOrder', description: 'The step at which an order is.' })

/** An Amazon order id in the path. */
export const amazonOrderParams = z.strictObject({
  amazonOrderId: z
    .string()
    .max(60)
    .describe('An Amazon order id, such as 111-2222222-3333333, or the name of an order of another channel.'),
})

const day = z.string().max(10).optional()

/** Which orders are wanted. */
export const orderQuery = pageQuery.extend({
  find: text(0, LONGEST_SOUGHT)
    .optional()
    .describe(
      'An Amazon order id or the name in another channel, our order number, or the seller SKU or item of one of its lines. Never a buyer.',
    ),
  stage: z.enum(STAGES).optional(),
  sort: sortBy(ORDER_SORT_KEYS, usualOrderSort(false))
    .unwrap()
    .optional()
    .describe(
      'With a minus: the largest first. When left out: the newest first, by deadline where a deadline is asked for. The next page needs the same.',
    ),
  amazonOrderId: z
    .string()
    .max(60)
    .optional()
    .describe('Only the order with this Amazon order id, or with this name in another channel, such as `WEB:1001`.'),
  amazonStatus: text(1, 40).optional().describe('Only orders with this status at Amazon, such as `UNSHIPPED`.'),
  connection: text(1, 80).optional(),
  channel: text(1, 20).optional().describe('Only what was ordered there: `amazon`, or the code of another channel.'),
  marketplaceId: text(1, 40).optional(),
  placedFrom: day.describe(
    "The first day on which they were placed, `YYYY-MM-DD` in the merchant's time zone (`timeZone` of `/status`).",
  ),
  placedTo: day.describe('The last day on which they were placed.'),
  shipByFrom: day.describe('The first day of the deadline, in the same zone.'),
  shipByTo: day.describe('The last day of the deadline; orders without one are left out.'),
})

/** An order in the path: our number or the Amazon order id. */
export const orderParams = z.strictObject({
  order: z
    .string()
    .regex(
      /^(\d{1,15}|\d{3}-\d{7}-\d{7}|[A-Z0-9]{1,10}:[!-~]{1,49})$/,
      'must be an order number or an Amazon order id, such as 111-2222222-3333333',
    )
    .describe('Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`.'),
})
