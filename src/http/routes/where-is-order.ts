import { amazonOrderParams, whereReply } from '#contract/orders.ts'
import { writeProblem } from '#contract/problem.ts'
import type { Deps } from '#flows/deps.ts'
import { whereIsOrder } from '#flows/where-is-order.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

/** "Where is my order?" It is a POST: one never seen is asked for at Amazon, and may come in by that (O19). */
export function whereRoutes(api: Api, deps: Deps): void {
  const words = ['whereIsOrder', 'Orders', 'Where an Amazon order is, and why'] as const
  const where = about('orders:write', words, whereReply)
  const options = { ...where, schema: { ...where.schema, params: amazonOrderParams } }
  api.post('/where-is-order/:amazonOrderId', options, async (request) => {
    const caller = callerOf(request)
    const { amazonOrderId } = request.params
    const found = goodValue(await whereIsOrder(deps, caller.merchant, { amazonOrderId, who: nameOf(caller) }))
    return { ...found, problems: found.problems.map(writeProblem) }
  })
}
