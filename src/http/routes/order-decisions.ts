import { cancellationBody, moveBody, orderDetail, orderParams } from '#contract/orders.ts'
import { decideCancellation } from '#flows/decide-cancellation.ts'
import type { Deps } from '#flows/deps.ts'
import { moveOrder } from '#flows/move-order.ts'
import { type Api, about } from '../api.ts'
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
}
