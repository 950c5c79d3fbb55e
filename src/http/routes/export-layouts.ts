import { fileLayout, layoutParams, namedLayout, writeLayout } from '#contract/export-layouts.ts'
import { listOf } from '#contract/parts.ts'
import type { Deps } from '#flows/deps.ts'
import { forgetLayout, saveLayout } from '#flows/save-layout.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { checkedValue, goodValue } from '../refusal.ts'

const TAG = 'Exports of addresses'

/** How files for carriers' programs look, by name: kept for the merchant, without any buyer (D35). */
export function exportLayoutRoutes(api: Api, deps: Deps): void {
  const list = about('pii:export', ['listExportLayouts', TAG, 'All saved layouts of files'], listOf(namedLayout))
  api.get('/export-layouts', list, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listLayouts())
    return { rows: rows.map(writeLayout) }
  })

  const put = about(
    'pii:export',
    ['saveExportLayout', TAG, 'Saves a layout under a name; the one of that name is replaced'],
    namedLayout,
  )
  const schema = { ...put.schema, params: layoutParams, body: fileLayout }
  api.put('/export-layouts/:name', { ...put, schema }, async (request) => {
    const caller = callerOf(request)
    const layout = { ...request.body, name: request.params.name.trim(), savedBy: nameOf(caller), savedAt: deps.now() }
    return writeLayout(checkedValue(await saveLayout(deps, caller.merchant, layout)))
  })

  const remove = about('pii:export', ['removeExportLayout', TAG, 'Forgets a layout'], namedLayout)
  api.delete(
    '/export-layouts/:name',
    { ...remove, schema: { ...remove.schema, params: layoutParams } },
    async (request) =>
      writeLayout(goodValue(await forgetLayout(deps, callerOf(request).merchant, request.params.name))),
  )
}
