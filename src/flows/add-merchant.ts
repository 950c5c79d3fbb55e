import { checkMerchant, drawMerchantId, type EnteredMerchant } from '#core/merchants/check-merchant.ts'
import { problem } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import type { Merchant } from '#store/merchants.ts'
import type { Deps } from './deps.ts'

const DRAWS = 50

/** Creates a merchant with an empty configuration; its Merchant ID is given or drawn (M1, M2). */
export async function addMerchant(deps: Deps, entered: EnteredMerchant, by: string): Promise<Checked<Merchant>> {
  const checked = checkMerchant(entered)
  if (!checked.ok) return checked
  const { id, ...rest } = checked.value
  for (let draw = 0; draw < DRAWS; draw++) {
    const merchant = { ...rest, id: id ?? drawMerchantId(deps.random), createdAt: deps.now() }
    const note = {
      at: deps.now(),
      act: 'merchant-added',
      who: by,
      about: merchant.name,
      merchant: merchant.id,
    } as const
    if (await deps.deployment.addMerchant(merchant, (tx) => deps.deployment.noteAct(note, tx)))
      return { ok: true, value: { ...merchant, suspendedAt: null } }
    if (id !== null) return { ok: false, problems: [problem('already-exists', { what: `The merchant ${id}` })] }
  }
  throw new Error('No free Merchant ID was drawn.')
}
