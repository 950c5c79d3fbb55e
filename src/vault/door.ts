import type { MerchantId } from '#core/ids.ts'
import type { Tx } from '#store/db.ts'
import type { Access } from './audit.ts'
import type { KeyRing } from './key-ring.ts'
import type { SearchIndex } from './search-index.ts'

/** Who holds the door: one merchant's vault inside one transaction; what is opened and erased is counted. */
export type VaultDoor = {
  readonly tx: Tx
  readonly merchant: MerchantId
  readonly keys: KeyRing
  readonly search: SearchIndex
  readonly now: number
  readonly access: Access
}
