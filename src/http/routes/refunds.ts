import { orderParams } from '#contract/orders.ts'
import { listOf } from '#contract/parts.ts'
import { refund, refundBody, refundDecisionBody, refundParams, writeRefund } from '#contract/refunds.ts'
import type { RefundEntry } from '#core/orders/check-refund.ts'
import { decideRefund } from '#flows/decide-refund.ts'
import type { Deps } from '#flows/deps.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { checkedValue, foundValue, goodValue } from '../refusal.ts'
import { keyOf } from './orders.ts'

const TAG = 'Refunds'

/** Money that goes back to buyers: enter, list, decide about what nobody is sure of (O16). */
export function refundRoutes(api: Api, deps: Deps): void {
  const list = about('orders:read', ['listRefunds', TAG, 'The refunds of an order, the oldest first'], listOf(refund))
  const listOptions = { ...list, schema: { ...list.schema, params: orderParams } }
  api.get('/orders/:order/refunds', listOptions, (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async ({ store }) => {
      const order = foundValue(await store.findOrder(keyOf(request.params.order)), 'order with this number')
      return { rows: (await store.listRefunds(order.orderId)).map(writeRefund) }
    }),
  )

  const enter = about('orders:write', ['enterRefund', TAG, 'Gives money back to the buyer of an order'], refund)
  const enterOptions = { ...enter, schema: { ...enter.schema, params: orderParams, body: refundBody } }
  api.post('/orders/:order/refunds', enterOptions, async (request) => {
    const caller = callerOf(request)
    const { reason, lines, restockAll, again } = request.body
    const entry: RefundEntry = lines ? { reason, lines } : { reason, full: true, restock: restockAll === true }
    const wish = { order: keyOf(request.params.order), entry, again: again === true, who: nameOf(caller) }
    return writeRefund(checkedValue(await refundOrder(deps, caller.merchant, wish)))
  })

  const decide = about(
    'orders:write',
    ['decideRefund', TAG, 'Says whether a refund was paid that nobody is sure of'],
    refund,
  )
  const decideOptions = { ...decide, schema: { ...decide.schema, params: refundParams, body: refundDecisionBody } }
  api.post('/refunds/:refund/decision', decideOptions, async (request) => {
    const caller = callerOf(request)
    const { decision } = request.body
    const word = { refund: Number(request.params.refund), decision, who: nameOf(caller) }
    return writeRefund(goodValue(await decideRefund(deps, caller.merchant, word)))
  })
}
