import { byFilesBody, ownMarketplace } from '#contract/by-files.ts'
import { connection, writeConnection } from '#contract/connections.ts'
import { listOf } from '#contract/parts.ts'
import { REGIONS } from '#core/region.ts'
import type { Deps } from '#flows/deps.ts'
import { workByFiles } from '#flows/work-by-files.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

/** Work by files: a connection without access to Amazon's API, and the marketplaces to choose from (H1, C2). */
export function byFilesRoutes(api: Api, deps: Deps): void {
  const list = about(
    'settings:read',
    ['listMarketplaces', 'Connections', "Amazon's own marketplaces, region by region"],
    listOf(ownMarketplace),
  )
  api.get('/marketplaces', list, () => ({
    rows: REGIONS.flatMap((region) =>
      deps.amazon
        .ownMarketplaces(region)
        .map(({ id, name, country, currency }) => ({ id, name, country, currency, region })),
    ),
  }))

  const put = about(
    'settings:write',
    ['workByFiles', 'Connections', 'Chooses to work by files, or names other marketplaces for it'],
    connection,
  )
  api.put('/connections/by-files', { ...put, schema: { ...put.schema, body: byFilesBody } }, async (request) => {
    const caller = callerOf(request)
    const { raisePlan, ...chosen } = request.body
    const wanted = { ...chosen, who: nameOf(caller), raisesPlan: raisePlan }
    const id = goodValue(await workByFiles(deps, caller.merchant, wanted))
    const found = await deps.transaction(caller.merchant, 'app', (tx) => tx.store.findConnection(id))
    return writeConnection(foundValue(found, 'connection with this id'))
  })
}
