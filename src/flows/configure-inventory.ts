import type { MerchantId } from '#core/ids.ts'
import { canonical } from '#core/inventory/canonical.ts'
import type { Checked } from '#core/settings/faults.ts'
import { checkInventorySettings, type InventorySettings } from '#core/settings/inventory-settings.ts'
import type { Deps } from './deps.ts'
import { lookAgainAtAll } from './look-again.ts'
import { noteSettings } from './note-settings.ts'

/** Saves the Inventory section (I1, I3-I6); where it differs, every SKU is looked at again at once. */
export const saveInventorySettings = (
  deps: Deps,
  merchant: MerchantId,
  { entered, who }: { readonly entered: InventorySettings; readonly who: string },
): Promise<Checked<InventorySettings>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const checked = checkInventorySettings(entered)
    if (!checked.ok) return checked
    const before = await tx.store.readInventorySettings()
    if (canonical(checked.value) === canonical(before)) return checked
    const at = deps.now()
    await tx.store.writeInventorySettings({ value: checked.value, at })
    await noteSettings(deps, tx, { section: 'inventory', before, after: checked.value })
    await tx.store.bumpConfiguration()
    await lookAgainAtAll(tx, { who, at })
    return checked
  })
