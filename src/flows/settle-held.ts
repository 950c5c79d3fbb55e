import type { MerchantId } from '#core/ids.ts'
import { goneBy } from '#core/pii/retention.ts'
import type { Deps } from './deps.ts'

const AT_ONCE = 200
const KINDS = ['documents', 'buyers'] as const

/**
 * Notes by when each thing that is kept of a buyer must be gone, where that is not noted yet or something was changed since (U4): so that
 * counting what is kept need not look at each. What somebody is changing right now is left for the next time.
 */
export async function settleHeld(deps: Deps, merchant: MerchantId): Promise<void> {
  const { days } = deps.retention
  for (const kind of KINDS) {
    const asked = { kind, days, now: deps.now() }
    const { unknown } = await deps.transaction(merchant, { vault: 'purge' }, (tx) => tx.vault.notedTotals(asked))
    for (let from = 0; from < unknown.length; from += AT_ONCE)
      await deps.transaction(merchant, { vault: 'purge' }, async (tx) => {
        const ids = await tx.vault.lockHeld(kind, unknown.slice(from, from + AT_ONCE))
        const held = await tx.vault.held({ kind, ids })
        await tx.vault.noteHeld(
          asked,
          held.map((each) => ({ ...each, goneBy: goneBy(each, days) })),
        )
      })
  }
}
