import { amazonCarrier, type CarrierMap } from '#core/shipments/carrier-codes.ts'
import type { PackageAtAmazon } from '#core/shipments/package.ts'
import { type Shown, shownOf } from '#core/shipments/read-back.ts'
import type { ConfirmationRow } from '#store/confirmations.ts'

/** What Amazon shows of a confirmation's package (S4). */
export function shownPackage(carriers: CarrierMap, row: ConfirmationRow, packages: readonly PackageAtAmazon[]): Shown {
  const carrier = amazonCarrier(row.carrier, carriers)
  return shownOf({ ...row, carrier: carrier.ok ? carrier.value : null }, packages, row.others)
}
