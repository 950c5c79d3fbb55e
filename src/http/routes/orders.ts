import type { z } from 'zod'
import { writeLog } from '#contract/activity.ts'
import { writeCancellation } from '#contract/cancellations.ts'
import { writeParticulars } from '#contract/line-particulars.ts'
import { orderDetail, orderParams, orderQuery, orderSummary } from '#contract/orders.ts'
import { pageOf, writeInstant, writeInstantOrNull, writeMoneyOrNull } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import { writeRefund } from '#contract/refunds.ts'
import { writePackageDetail } from '#contract/shipments.ts'
import type { MerchantId } from '#core/ids.ts'
import { readSought, spanOf } from '#core/orders/order-filter.ts'
import type { OrderLog } from '#core/orders/order-log.ts'
import { ORDER_PLACES, usualOrderSort } from '#core/orders/order-sort.ts'
import type { KnownRefund } from '#core/orders/refund.ts'
import { taxInside } from '#core/orders/tax-inside.ts'
import { carrierMap } from '#core/shipments/carrier-codes.ts'
import { readSort } from '#core/sorting.ts'
import type { Deps, Tx } from '#flows/deps.ts'
import { vendorWait } from '#flows/watch-vendors.ts'
import type { OrderDetail, OrderLineDetail, OrderSummary } from '#store/orders.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

/** Orders as they are, without their buyers (U2). */
export function orderRoutes(api: Api, deps: Deps): void {
  const list = about(
    'orders:read',
    ['listOrders', 'Orders', 'Orders, the newest first or sorted as asked'],
    pageOf(orderSummary),
  )
  api.get('/orders', { ...list, schema: { ...list.schema, querystring: orderQuery } }, async (request) => {
    const { limit, shipByFrom, shipByTo } = request.query
    const sort = request.query.sort ?? usualOrderSort(shipByFrom !== undefined || shipByTo !== undefined)
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      findOrders(tx, { ...request.query, sort }),
    )
    const placeOf = ORDER_PLACES[readSort(sort).key]
    return pageReply(rows, { limit, write: writeSummary, keyOf: (row) => [placeOf(row), row.orderId] })
  })

  const get = about(
    'orders:read',
    ['getOrder', 'Orders', 'One order by our number or the Amazon order id'],
    orderDetail,
  )
  api.get('/orders/:order', { ...get, schema: { ...get.schema, params: orderParams } }, async (request) =>
    replyWithOrder(deps, callerOf(request).merchant, keyOf(request.params.order)),
  )
}

/** An order in the path: our number, or that of its channel. */
export const keyOf = (order: string): number | string => (/^\d+$/.test(order) ? Number(order) : order)

/** The reply about one order, with the log of its import. */
export const replyWithOrder = (deps: Deps, merchant: MerchantId, key: number | string) =>
  deps.transaction(merchant, 'app', async (tx) => {
    const found = foundValue(await tx.store.findOrder(key), 'order with this number')
    const document = await tx.store.findDocument(found.documentId)
    const { currency } = await tx.store.merchantFacts()
    const refunds = await tx.store.listRefunds(found.orderId)
    const packages = await tx.store.listPackages(found.orderId)
    const carriers = carrierMap(await tx.store.listCarriers())
    const waits = await vendorWait(deps, tx, found)
    return {
      ...writeOrder(found, { log: document?.log ?? [], currency, refunds }),
      packages: packages.map((each) => writePackageDetail(each, carriers)),
      waits: waits && writeProblem(waits),
    }
  })

/** The orders that are wanted; days are the merchant's (X1). */
async function findOrders(tx: Tx, wanted: z.output<typeof orderQuery>): Promise<readonly OrderSummary[]> {
  const { find = '', placedFrom, placedTo, shipByFrom, shipByTo } = wanted
  const after = readCursor(wanted.after, ['number', 'number'])
  const { timeZone } = await tx.store.merchantFacts()
  const placed = { from: ['placedFrom', placedFrom], to: ['placedTo', placedTo] } as const
  const shipBy = { from: ['shipByFrom', shipByFrom], to: ['shipByTo', shipByTo] } as const
  return tx.store.listOrders({
    ...wanted,
    after,
    sought: readSought(find),
    placed: goodValue(spanOf(placed, timeZone)),
    shipBy: goodValue(spanOf(shipBy, timeZone)),
  })
}

const writeSummary = (order: OrderSummary): z.output<typeof orderSummary> => ({
  orderNumber: order.orderId,
  channel: order.channel,
  amazonOrderId: order.amazonOrderId,
  connection: order.connection,
  marketplaceId: order.marketplaceId,
  stage: order.stage,
  amazonStatus: order.amazonStatus,
  serviceLevel: order.serviceLevel,
  shippingMethod: order.methodId,
  paymentMethod: order.paymentMethod,
  themeCode: order.themeCode,
  fulfilledByAmazon: order.fulfilledByAmazon,
  toConfirm: order.toConfirm,
  center: order.center,
  placedAt: writeInstant(order.placedAt),
  shipBy: writeInstantOrNull(order.shipBy),
  total: writeMoneyOrNull(order.grandTotal, order.currency),
  flags: [...order.flags],
  buyer: { masked: true, country: order.shipCountry, state: order.shipState },
  createdAt: writeInstant(order.createdAt),
  updatedAt: writeInstant(order.updatedAt),
})

type Around = { readonly log: OrderLog; readonly currency: string; readonly refunds: readonly KnownRefund[] }

const writeOrder = (
  order: OrderDetail,
  { log, currency, refunds }: Around,
): Omit<z.output<typeof orderDetail>, 'packages' | 'waits'> => ({
  ...writeSummary(order),
  documentId: order.documentId,
  methodCost: writeMoneyOrNull(order.methodCost, currency),
  deliverBy: writeInstantOrNull(order.deliverBy),
  outsideLines: writeMoneyOrNull(order.outsideLines, order.currency),
  programs: [...order.programs],
  replaces: order.replaces,
  purchaseOrder: writePurchaseOrder(order),
  droppedLines: [...order.dropped],
  lines: order.lines.map((line) => writeLine(line, order.currency)),
  cancellation: order.cancellation && writeCancellation(order.cancellation),
  refunds: refunds.map(writeRefund),
  events: order.events.map((event) => ({ ...event, at: writeInstant(event.at), facts: { ...event.facts } })),
  log: writeLog(log),
})

const writePurchaseOrder = (order: OrderDetail): z.output<typeof orderDetail>['purchaseOrder'] =>
  order.paymentMethod === 'Purchase Order'
    ? {
        number: order.purchaseOrderNumber,
        ofBuyer: order.buyerPurchaseOrder,
        approvedAt: writeInstantOrNull(order.approvedAt),
      }
    : null

function writeLine(line: OrderLineDetail, currency: string | null): z.output<typeof orderDetail>['lines'][number] {
  const amount = (minor: number | null) => writeMoneyOrNull(minor, currency)
  return {
    lineId: line.lineId,
    sellerSku: line.sellerSku,
    asin: line.asin,
    title: line.title,
    itemId: line.itemId,
    quantity: line.quantity,
    quantityAmazon: line.quantityAmazon,
    fulfilledAmazon: line.fulfilledAmazon,
    money: {
      item: amount(line.item),
      shipping: amount(line.shipping),
      giftWrap: amount(line.giftWrap),
      other: amount(line.other),
      tax: amount(line.tax),
      marketplaceTax: amount(line.marketplaceTax),
      taxIncluded: taxInside(line),
      discount: amount(line.discount),
      total: amount(line.total),
    },
    gift: line.gift,
    particulars: writeParticulars(line.particulars, currency),
    allocations: [...line.allocations],
  }
}
