import type { MerchantId } from '#core/ids.ts'
import type { Deps } from '#flows/deps.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'

/** Another merchant of the same deployment. */
export async function addMerchantOf(deps: Deps, id: string): Promise<MerchantId> {
  const merchant = id as MerchantId
  await deps.deployment.addMerchant({ ...MERCHANT, id: merchant, name: `The ${id}`, createdAt: deps.now() })
  return merchant
}
