import type { MerchantId } from '#core/ids.ts'
import type { Checked } from '#core/settings/faults.ts'
import { carrierKey, type MerchantCarrier } from '#core/shipments/carrier-codes.ts'
import { checkCarriers } from '#core/shipments/check-carriers.ts'
import type { Deps, Tx } from './deps.ts'
import { noteSettings } from './note-settings.ts'

/** Makes this the list of what the merchant's carriers are at Amazon; what waits to be confirmed is tried with it (S3). */
export const saveCarriers = (
  deps: Deps,
  merchant: MerchantId,
  entered: readonly MerchantCarrier[],
): Promise<Checked<MerchantCarrier[]>> => change(deps, merchant, () => entered)

/** Says what one carrier is at Amazon, or with null forgets it; the others stay (S3). */
export const saveCarrier = (
  deps: Deps,
  merchant: MerchantId,
  { carrier, amazon }: { readonly carrier: string; readonly amazon: Omit<MerchantCarrier, 'carrier'> | null },
): Promise<Checked<MerchantCarrier[]>> =>
  change(deps, merchant, (before) => {
    const others = before.filter((each) => carrierKey(each.carrier) !== carrierKey(carrier))
    return amazon === null ? others : [{ carrier, ...amazon }, ...others]
  })

async function change(
  deps: Deps,
  merchant: MerchantId,
  to: (before: readonly MerchantCarrier[]) => readonly MerchantCarrier[],
): Promise<Checked<MerchantCarrier[]>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const before = await tx.store.listCarriers()
    const checked = checkCarriers(to(before))
    if (!checked.ok) return checked
    await tx.store.replaceCarriers(checked.value)
    await noteSettings(deps, tx, { section: 'carriers', before, after: checked.value })
    await tx.store.bumpConfiguration()
    await wakeConfirmations(tx)
    return checked
  })
}

/** A package whose carrier was not known at its turn is tried again with what is known now. */
export async function wakeConfirmations(tx: Tx): Promise<void> {
  for (const { id } of await tx.store.listConnections()) await tx.wake('confirm-shipments', id)
}
