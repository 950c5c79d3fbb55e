import {
  configuration,
  configurationBody,
  configurationQuery,
  configurationReply,
  writeChanges,
  writeWhole,
} from '#contract/configuration.ts'
import { applyConfiguration } from '#flows/apply-configuration.ts'
import type { Deps } from '#flows/deps.ts'
import { readConfiguration } from '#flows/read-configuration.ts'
import { acting } from '../acting.ts'
import { type Api, about, BULK_BYTES } from '../api.ts'
import { callerOf } from '../guard.ts'
import { checkedValue } from '../refusal.ts'

/** The whole configuration of a merchant, read and applied (X4). */
export function configurationRoutes(api: Api, deps: Deps): void {
  const get = about(
    ['settings:read', 'items:read'],
    ['getConfiguration', 'Settings', 'The whole configuration'],
    configuration,
  )
  api.get('/configuration', get, async (request) => {
    const whole = await readConfiguration(deps, callerOf(request).merchant)
    return writeWhole(whole)
  })

  const put = about(
    ['settings:write', 'items:write'],
    ['applyConfiguration', 'Settings', 'Applies the sections that are sent: all of them, or none'],
    configurationReply,
  )
  const options = {
    ...put,
    bodyLimit: BULK_BYTES,
    schema: { ...put.schema, body: configurationBody, querystring: configurationQuery },
  }
  api.put('/configuration', options, async (request) => {
    const { merchant } = callerOf(request)
    const dryRun = request.query.dryRun === 'true'
    const prune = request.query.prune === 'true'
    const how = { entered: request.body, dryRun, prune, version: null }
    const applied = checkedValue(await applyConfiguration(acting(deps, request), merchant, how))
    const { currency } = await deps.transaction(merchant, 'app', (tx) => tx.store.merchantFacts())
    return { applied: applied.changed && !dryRun, changes: writeChanges(applied, currency) }
  })
}
