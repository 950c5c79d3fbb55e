import type { MerchantId } from '#core/ids.ts'
import type { Checked } from '#core/settings/faults.ts'
import { checkVendors, type KnownForVendors } from '#core/vendors/check-vendors.ts'
import type { Vendor } from '#core/vendors/vendor.ts'
import type { Deps, Tx } from './deps.ts'
import { watchVendors } from './watch-vendors.ts'

/** Makes this the list of vendors that run centers; who changed what of them stands in the audit (U5, D48). */
export const saveVendors = (
  deps: Deps,
  merchant: MerchantId,
  { entered, who }: { readonly entered: readonly Vendor[]; readonly who: string },
): Promise<Checked<Vendor[]>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const centers = (await tx.store.listCenters()).map(({ code }) => code)
    const checked = checkVendors(entered, await knownForVendors(tx, centers))
    if (!checked.ok) return checked
    await writeVendors(deps, tx, { vendors: checked.value, who })
    await tx.store.bumpConfiguration()
    return checked
  })

/** What the check of vendors must know. */
export const knownForVendors = async (
  tx: Tx,
  centers: readonly Parameters<KnownForVendors['centers']['has']>[0][],
): Promise<KnownForVendors> => ({ centers: new Set(centers), holding: new Set(await tx.store.holdingVendors()) })

/** Writes the list, notes what differs, and tells anew which orders wait. */
export async function writeVendors(
  deps: Deps,
  tx: Tx,
  { vendors, who }: { readonly vendors: readonly Vendor[]; readonly who: string },
): Promise<void> {
  const before = new Map((await tx.store.listVendors()).map((vendor) => [vendor.id, JSON.stringify(vendor)]))
  await tx.store.replaceVendors(vendors)
  const after = new Map((await tx.store.listVendors()).map((vendor) => [vendor.id, JSON.stringify(vendor)]))
  const at = deps.now()
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(id) === after.get(id)) continue
    const change = before.has(id) ? (after.has(id) ? 'changed' : 'removed') : 'added'
    tx.audit.note({ at, act: 'vendor-changed', who, facts: { vendor: id, change } })
  }
  await watchVendors(deps, tx)
}
