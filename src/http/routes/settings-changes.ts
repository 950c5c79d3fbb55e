import { pageOf } from '#contract/parts.ts'
import { settingsChange, settingsChangesQuery, writeSettingsChange } from '#contract/settings-changes.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'

/** The history of the settings: who changed which option, from what to what, by which door (D38). */
export function settingsChangeRoutes(api: Api, deps: Deps): void {
  const list = about(
    'settings:read',
    ['listSettingsChanges', 'Settings', 'Who changed what of the settings, the newest first'],
    pageOf(settingsChange),
  )
  const options = { ...list, schema: { ...list.schema, querystring: settingsChangesQuery } }
  api.get('/settings/history', options, async (request) => {
    const { limit, section = null } = request.query
    const after = readCursor(request.query.after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listSettingsChanges({ section, after, limit }),
    )
    return pageReply(rows, { limit, write: writeSettingsChange, keyOf: ({ changeId }) => [changeId] })
  })
}
