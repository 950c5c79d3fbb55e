import type { MerchantId } from '#core/ids.ts'
import { checkEmailSettings, type EmailSettings, type EnteredEmails } from '#core/settings/email-settings.ts'
import type { Checked } from '#core/settings/faults.ts'
import { checkThemes, type Theme } from '#core/settings/theme.ts'
import type { Deps } from './deps.ts'
import { noteSettings } from './note-settings.ts'

/** Makes this the list of themes (O7). */
export const saveThemes = (deps: Deps, merchant: MerchantId, entered: readonly Theme[]): Promise<Checked<Theme[]>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    // Alone in its turn: an import that is stamping orders with a theme has committed.
    await tx.store.lockConfiguration()
    const checked = checkThemes(entered, new Set(await tx.store.usedThemes()))
    if (!checked.ok) return checked
    const before = await tx.store.listThemes()
    await tx.store.replaceThemes(checked.value)
    await noteSettings(deps, tx, { section: 'themes', before, after: checked.value })
    await tx.store.bumpConfiguration()
    return checked
  })

/** Saves the Emails section; who confirmed Amazon's policy is kept (O8). */
export const saveEmailSettings = (
  deps: Deps,
  merchant: MerchantId,
  { entered, who }: { entered: EnteredEmails; who: string },
): Promise<Checked<EmailSettings>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const at = deps.now()
    const before = await tx.store.readEmailSettings()
    const checked = checkEmailSettings(entered, before, { by: who, at })
    if (!checked.ok) return checked
    await tx.store.writeEmailSettings({ value: checked.value, at })
    await noteSettings(deps, tx, { section: 'emails', before, after: checked.value })
    await tx.store.bumpConfiguration()
    const confirmed = checked.value.policyConfirmed
    if (confirmed?.at === at) tx.audit.note({ at, act: 'buyer-mails-confirmed', who })
    await tx.wake('mail-buyers')
    return checked
  })
