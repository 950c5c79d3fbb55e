import type { MerchantId } from '#core/ids.ts'
import { type HeldTotals, heldTotals, withHeld } from '#core/pii/held-totals.ts'
import type { HeldBuyerData } from '#core/pii/retention.ts'
import type { AccessRow } from '#vault/audit.ts'
import type { KeyInUse } from '#vault/keys-in-use.ts'
import type { Deps, VaultTx } from './deps.ts'

const AT_ONCE = 1000
const PURGES = 100
const NOTED = ['buyers', 'documents'] as const
const FEW = ['pages', 'files'] as const

/** What is kept of buyers, and what was purged when (U4). */
export type RetentionReport = {
  readonly days: number
  readonly held: readonly HeldTotals[]
  readonly keys: readonly KeyInUse[]
  /** The latest purges, the newest first, as the audit has them. */
  readonly purges: readonly AccessRow[]
}

/** Counts what is kept of buyers without opening any of it, and lists the keys and what was purged: the proof that U4 holds. */
export async function reportRetention(deps: Deps, merchant: MerchantId): Promise<RetentionReport> {
  const limits = { days: deps.retention.days, now: deps.now() }
  return deps.transaction(merchant, { vault: 'purge' }, async (tx) => {
    const held: HeldTotals[] = []
    for (const kind of NOTED) held.push(await countNoted(tx, kind, limits))
    for (const kind of FEW) held.push(await countAll(tx, kind, limits))
    const keys = await tx.vault.listKeys()
    return { days: deps.retention.days, held, keys, purges: await tx.audit.lastPurges(PURGES) }
  })
}

type Limits = { readonly days: number; readonly now: number }

/** What has its day noted is summed up by the database; the rest is looked at one by one. */
async function countNoted(tx: VaultTx, kind: (typeof NOTED)[number], limits: Limits): Promise<HeldTotals> {
  const { unknown, ...noted } = await tx.vault.notedTotals({ kind, ...limits })
  let totals: HeldTotals = { kind, ...noted }
  for (let from = 0; from < unknown.length; from += AT_ONCE) {
    const some = await tx.vault.held({ kind, ids: unknown.slice(from, from + AT_ONCE) })
    totals = some.reduce((sum, each) => withHeld(sum, each, limits), totals)
  }
  return totals
}

async function countAll(tx: VaultTx, kind: HeldBuyerData['kind'], limits: Limits): Promise<HeldTotals> {
  let totals = heldTotals(kind)
  for (let after: number | null = 0; after !== null; ) {
    const page = await tx.vault.held({ kind, after, limit: AT_ONCE })
    totals = page.reduce((sum, each) => withHeld(sum, each, limits), totals)
    after = page.at(-1)?.id ?? null
  }
  return totals
}
