import { showBody, shownBuyer, writeBuyer } from '#contract/buyers.ts'
import { listOf } from '#contract/parts.ts'
import { endedRun, openShippingRun, runBody, shippingRun, writeRun } from '#contract/shipping-run.ts'
import type { Deps } from '#flows/deps.ts'
import { beginShippingRun, endShippingRun, findShippingRun } from '#flows/shipping-run.ts'
import { showInRun } from '#flows/show-in-run.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'
import { viewerOf } from '../viewer.ts'

const TAG = 'Shipping run'

/** A shipping run: one second factor shows the addresses of orders that wait to be shipped for some hours (U3). */
export function shippingRunRoutes(api: Api, deps: Deps): void {
  const begin = about(
    ['pii:reveal', 'shipments:write'],
    ['beginShippingRun', TAG, 'Begins a shipping run in this session; an older one of the same person ends'],
    shippingRun,
  )
  api.post('/shipping-run', { ...begin, schema: { ...begin.schema, body: runBody } }, async (request) => {
    const caller = callerOf(request)
    const asked = { viewer: viewerOf(caller), ...request.body }
    return writeRun(goodValue(await beginShippingRun(deps, caller.merchant, asked)))
  })

  const find = about('pii:reveal', ['findShippingRun', TAG, 'The run that is open in this session'], openShippingRun)
  api.get('/shipping-run', find, async (request) => {
    const caller = callerOf(request)
    const run = await findShippingRun(deps, caller.merchant, viewerOf(caller))
    return { run: run && writeRun(run) }
  })

  const end = about('pii:reveal', ['endShippingRun', TAG, 'Ends your shipping run; safe to repeat'], endedRun)
  api.delete('/shipping-run', end, async (request) => {
    const caller = callerOf(request)
    const viewer = viewerOf(caller)
    if (viewer.kind === 'key') return { ended: false }
    return { ended: await endShippingRun(deps, caller.merchant, { userId: viewer.userId, who: nameOf(caller) }) }
  })

  const show = about(
    'pii:reveal',
    ['showInRun', TAG, 'Where orders of the run go; each stands in the audit'],
    listOf(shownBuyer),
  )
  api.post('/shipping-run/show', { ...show, schema: { ...show.schema, body: showBody } }, async (request) => {
    const caller = callerOf(request)
    const asked = { viewer: viewerOf(caller), ...request.body }
    return { rows: goodValue(await showInRun(deps, caller.merchant, asked)).map(writeBuyer) }
  })
}
