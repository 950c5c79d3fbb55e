import { allThemes, emailSettings, emailsBody, theme, writeEmails, writeTheme } from '#contract/mails.ts'
import { listOf, saved } from '#contract/parts.ts'
import { saveEmailSettings, saveThemes } from '#flows/configure-mails.ts'
import type { Deps } from '#flows/deps.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { checkedValue } from '../refusal.ts'

/** Themes, and what may be mailed to buyers (O7, O8). */
export function mailRoutes(api: Api, deps: Deps): void {
  const list = about('settings:read', ['listThemes', 'Settings', 'Screen branding themes'], listOf(theme))
  api.get('/themes', list, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listThemes())
    return { rows: rows.map(writeTheme) }
  })

  const put = about('settings:write', ['saveThemes', 'Settings', 'Replaces the list of themes'], saved)
  api.put('/themes', { ...put, schema: { ...put.schema, body: allThemes } }, async (request) => {
    const checked = await saveThemes(acting(deps, request), callerOf(request).merchant, request.body.themes)
    return { saved: checkedValue(checked).length }
  })

  const emails = about('settings:read', ['getEmailSettings', 'Settings', 'The Emails section'], emailSettings)
  api.get('/settings/emails', emails, async (request) =>
    writeEmails(await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.readEmailSettings())),
  )

  const putEmails = about(
    'settings:write',
    ['saveEmailSettings', 'Settings', 'Saves the Emails section'],
    emailSettings,
  )
  api.put('/settings/emails', { ...putEmails, schema: { ...putEmails.schema, body: emailsBody } }, async (request) => {
    const caller = callerOf(request)
    const entered = { entered: request.body, who: nameOf(caller) }
    return writeEmails(checkedValue(await saveEmailSettings(acting(deps, request), caller.merchant, entered)))
  })
}
