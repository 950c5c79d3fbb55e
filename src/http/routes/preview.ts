import { connectionParams } from '#contract/connections.ts'
import { checklistReply, previewReply, writeChecklist, writePreview } from '#contract/preview.ts'
import type { ConnectionId } from '#core/ids.ts'
import type { Deps } from '#flows/deps.ts'
import { preview } from '#flows/preview.ts'
import { readChecklist } from '#flows/read-checklist.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

/** What comes before importing starts: the checklist and the preview (C9). */
export function previewRoutes(api: Api, deps: Deps): void {
  const list = about(
    'settings:read',
    ['getChecklist', 'Connections', 'The steps before importing starts'],
    checklistReply,
  )
  api.get('/checklist', list, async (request) => writeChecklist(await readChecklist(deps, callerOf(request).merchant)))

  const words = ['previewOrders', 'Connections', 'The last 48 hours as what each order would become'] as const
  const shown = about('orders:read', words, previewReply)
  const options = { ...shown, schema: { ...shown.schema, params: connectionParams } }
  api.post('/connections/:connectionId/preview', options, async (request) => {
    const id = request.params.connectionId as ConnectionId
    return writePreview(goodValue(await preview(deps, callerOf(request).merchant, id)))
  })
}
