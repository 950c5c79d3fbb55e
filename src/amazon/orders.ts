import type { Parts } from '#core/orders/missing-parts.ts'
import type { CreatedParams, SearchParams } from '#core/orders/search-window.ts'
import { DATASETS } from '#core/orders/search-window.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Question, Told } from './client.ts'
import type { WireOrder, WirePage } from './port.ts'
import { isObject } from './read-wire.ts'
import { NOT_AN_ORDER } from './strip-buyer.ts'

/** The part of a question that says what is asked. */
type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what'>

const PATH = '/orders/2026-01-01/orders'

/** Asks for one page of orders; with a page token every other parameter stays the same (O1). */
export function askForOrders(params: SearchParams, token: string | null): Asks {
  const query: Record<string, string> = {
    lastUpdatedAfter: params.lastUpdatedAfter,
    lastUpdatedBefore: params.lastUpdatedBefore,
    maxResultsPerPage: '100',
  }
  if (params.marketplaceIds.length > 0) query.marketplaceIds = params.marketplaceIds.join(',')
  if (params.includedData.length > 0) query.includedData = params.includedData.join(',')
  if (token !== null) query.paginationToken = token
  return { operation: 'searchOrders', path: PATH, query, what: 'these orders' }
}

/** Asks for one page of the orders created in a range, for a back-fill (O18). */
export function askForCreated({ createdAfter, createdBefore, ...params }: CreatedParams, token: string | null): Asks {
  const query: Record<string, string> = {
    createdAfter,
    createdBefore,
    maxResultsPerPage: '100',
    marketplaceIds: params.marketplaceIds.join(','),
    includedData: params.includedData.join(','),
  }
  if (token !== null) query.paginationToken = token
  return { operation: 'searchOrders', path: PATH, query, what: 'these orders' }
}

/** Asks for one order with every dataset but those that Amazon refuses. */
export const askForOrder = (orderId: string, leftOut: Parts = []): Asks => ({
  operation: 'getOrder',
  path: `${PATH}/${encodeURIComponent(orderId)}`,
  query: { includedData: DATASETS.filter((dataset) => !leftOut.includes(dataset)).join(',') },
  what: `the order ${orderId}`,
})

/** Reads a page. An entry that is no object stays in it, marked, and becomes an unreadable document: nothing is dropped. */
export function readPage({ body, amazonNow }: Told): Result<WirePage> {
  const unreadable = (why: string) => failed('answer-unreadable', { operation: 'searchOrders', why })
  if (!isObject(body)) return unreadable('it is not an object')
  if (!Array.isArray(body.orders)) return unreadable('it holds no list of orders')
  const { pagination } = body
  const nextToken = isObject(pagination) ? (pagination.nextToken ?? null) : null
  const isToken = typeof nextToken === 'string' && /^[\x21-\x7e]*$/.test(nextToken)
  if (nextToken !== null && !isToken) return unreadable('its page token is not one')
  const through = typeof body.lastUpdatedBefore === 'string' ? Date.parse(body.lastUpdatedBefore) : Number.NaN
  return ok({
    orders: body.orders.map(
      (order: unknown): WireOrder => (isObject(order) ? order : { [NOT_AN_ORDER]: order ?? null }),
    ),
    nextToken: nextToken || null,
    through: Number.isNaN(through) ? null : through,
    amazonNow,
  })
}

/** Reads the answer to a question for one order. */
export function readOrder({ body }: Told): Result<WireOrder> {
  if (isObject(body) && isObject(body.order)) return ok(body.order)
  return failed('answer-unreadable', { operation: 'getOrder', why: 'it holds no order' })
}
