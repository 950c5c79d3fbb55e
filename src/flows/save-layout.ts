import type { MerchantId } from '#core/ids.ts'
import { checkLayout, type NamedLayout } from '#core/pii/file-layout.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import { visibleText } from '#core/visible-text.ts'
import type { Deps } from './deps.ts'

/** Saves how a file for a carrier's program looks; the layout of that name is replaced (D35). */
export async function saveLayout(deps: Deps, merchant: MerchantId, layout: NamedLayout): Promise<Checked<NamedLayout>> {
  const checked = checkLayout(layout)
  if (checked.ok) await deps.transaction(merchant, 'app', (tx) => tx.store.saveLayout(layout))
  return checked
}

/** Forgets a layout by its name; gives what it was. */
export const forgetLayout = (deps: Deps, merchant: MerchantId, name: string): Promise<Result<NamedLayout>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const layout = (await tx.store.listLayouts()).find((each) => each.name === name)
    if (!layout) return failed('not-found', { what: `layout [${visibleText(name, 60)}]` })
    await tx.store.removeLayout(name)
    return ok(layout)
  })
