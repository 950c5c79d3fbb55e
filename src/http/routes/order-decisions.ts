import { cancelBody, cancellationQuery, listedCancellation, writeListedCancellation } from '#contract/cancellations.ts'
import { cancellationBody, moveBody, orderDetail, orderParams } from '#contract/orders.ts'
import { pageOf } from '#contract/parts.ts'
import { cancelOrder } from '#flows/cancel-order.ts'
import { decideCancellation } from '#flows/decide-cancellation.ts'
import type { Deps } from '#flows/deps.ts'
import { moveOrder } from '#flows/move-order.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'
import { keyOf, replyWithOrder } from './orders.ts'

/** What a person does with an order: move it to another stage, decide about a request to cancel (O16, O20). */
export function orderDecisionRoutes(api: Api, deps: Deps): void {
  const move = about('orders:write', ['moveOrder', 'Orders', 'Moves an order to another stage'], orderDetail)
  const moveOptions = { ...move, schema: { ...move.schema, params: orderParams, body: moveBody } }
  api.post('/orders/:order/move', moveOptions, async (request) => {
    const caller = callerOf(request)
    const order = keyOf(request.params.order)
    const moved = goodValue(await moveOrder(deps, caller.merchant, { order, ...request.body, who: nameOf(caller) }))
    return replyWithOrder(deps, caller.merchant, moved.orderId)
  })

  const decide = about(
    'orders:write',
    ['decideCancellation', 'Orders', "Decides about the buyer's request to cancel: cancel at Amazon, or ship anyway"],
    orderDetail,
  )
  const decideOptions = { ...decide, schema: { ...decide.schema, params: orderParams, body: cancellationBody } }
  api.post('/orders/:order/cancellation', decideOptions, async (request) => {
    const caller = callerOf(request)
    const wanted = { order: keyOf(request.params.order), decided: request.body, who: nameOf(caller) }
    const after = goodValue(await decideCancellation(deps, caller.merchant, wanted))
    return replyWithOrder(deps, caller.merchant, after.orderId)
  })

  const cancel = about(
    'orders:write',
    ['cancelOrder', 'Orders', 'Cancels an order at Amazon, whether the buyer asks for it or not'],
    orderDetail,
  )
  const cancelOptions = { ...cancel, schema: { ...cancel.schema, params: orderParams, body: cancelBody } }
  api.post('/orders/:order/cancel', cancelOptions, async (request) => {
    const caller = callerOf(request)
    const wish = { order: keyOf(request.params.order), reason: request.body.reason, who: nameOf(caller) }
    const after = goodValue(await cancelOrder(deps, caller.merchant, wish))
    return replyWithOrder(deps, caller.merchant, after.orderId)
  })
  cancellationRoutes(api, deps)
}

/** What waits for a person, in one place (O16). */
function cancellationRoutes(api: Api, deps: Deps): void {
  const list = about(
    'orders:read',
    ['listCancellations', 'Orders', 'Requests to cancel and own cancellations, the oldest first'],
    pageOf(listedCancellation),
  )
  const options = { ...list, schema: { ...list.schema, querystring: cancellationQuery } }
  api.get('/cancellations', options, async (request) => {
    const { state, limit, after } = request.query
    const from = readCursor(after, ['number', 'number', 'number'])
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listCancellations({ state, after: from, limit }),
    )
    const keyOfRow = (row: (typeof rows)[number]) => [row.askedAt, row.orderId, row.number]
    return pageReply(rows, { limit, write: writeListedCancellation, keyOf: keyOfRow })
  })
}
