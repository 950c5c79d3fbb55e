import { certificateContent, type Deleted, type DeletedCounts, deletesAt } from '#core/authorization/deletion-clock.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { DeletionClock } from '#store/deletion-clocks.ts'
import type { Deps, Tx, VaultTx } from './deps.ts'

const SEALED = ['pages', 'documents', 'buyers'] as const
const SNAPSHOTS = ['listings', 'skuFields', 'skuHistory', 'audits', 'reconciliations'] as const
/** Originals in a transaction, and rows of tables. */
const PAGE = 200
const ROWS = 5000

/**
 * Deletes what Amazon gave for a connection whose clock has ended, in pages of their own transactions, each with its tally; then writes the
 * certificate, bound into the audit (C6). Safe to break off anywhere and to run twice: what is gone is not counted again. Each page looks
 * whether the clock still runs: connecting again stops it. False when it stopped.
 */
export async function deleteConnectionContent(deps: Deps, merchant: MerchantId, id: ConnectionId): Promise<boolean> {
  for (const kind of SEALED) {
    for (let after: number | null = 0; after !== null; ) {
      const page: SealedPage = { connection: id, kind, after, limit: PAGE }
      const went: Went = await deps.transaction(merchant, { vault: 'purge' }, (tx) => eraseSealed(deps, tx, page))
      if (went === 'stopped') return false
      after = went.after
    }
  }
  for (const what of SNAPSHOTS) {
    for (let more = true; more; ) {
      const went = await whileDue(deps, { merchant, connection: id }, async (tx) => ({
        [what]: await tx.store.deleteSnapshots({ connection: id, what, limit: ROWS }),
      }))
      if (went === null) return false
      more = (went[what] ?? 0) === ROWS
    }
  }
  const rest = await whileDue(deps, { merchant, connection: id }, async (tx) => ({
    submissions: await tx.store.emptySubmissions(id),
    amazonTabs: await tx.store.emptyTabs(id),
  }))
  if (rest === null) return false
  return certify(deps, merchant, id)
}

type SealedPage = {
  readonly connection: ConnectionId
  readonly kind: (typeof SEALED)[number]
  readonly after: number
  readonly limit: number
}
type Went = 'stopped' | { readonly after: number | null }

async function eraseSealed(deps: Deps, tx: VaultTx, page: SealedPage): Promise<Went> {
  const clock = await dueClock(deps, tx, page.connection)
  if (!clock) return 'stopped'
  const ids = await tx.store.broughtBy(page)
  const gone = await tx.vault.erase(page.kind, ids)
  if (page.kind === 'pages') await tx.store.removePages(ids)
  await tally(tx, { connection: page.connection, clock, went: { [page.kind]: gone } })
  return { after: ids.length === page.limit ? (ids.at(-1) ?? null) : null }
}

async function whileDue(
  deps: Deps,
  { merchant, connection }: { readonly merchant: MerchantId; readonly connection: ConnectionId },
  work: (tx: Tx) => Promise<DeletedCounts>,
): Promise<DeletedCounts | null> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const clock = await dueClock(deps, tx, connection)
    if (!clock) return null
    const went = await work(tx)
    await tally(tx, { connection, clock, went })
    return went
  })
}

/** The clock, held for this transaction; null when it was stopped or has not come to its end. */
async function dueClock(deps: Deps, tx: Tx, connection: ConnectionId): Promise<DeletionClock | null> {
  const clock = await tx.store.lockClock(connection)
  return clock && deletesAt(clock.beganAt) <= deps.now() ? clock : null
}

async function tally(
  tx: Tx,
  { connection, clock, went }: { connection: ConnectionId; clock: DeletionClock; went: DeletedCounts },
): Promise<void> {
  const deleted: Partial<Record<Deleted, number>> = { ...clock.deleted }
  for (const [what, count] of Object.entries(went) as [Deleted, number][]) deleted[what] = (deleted[what] ?? 0) + count
  await tx.store.countDeleted({ connection, deleted })
}

function certify(deps: Deps, merchant: MerchantId, connection: ConnectionId): Promise<boolean> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const clock = await dueClock(deps, tx, connection)
    if (!clock) return false
    const at = deps.now()
    const { why, beganAt, deleted } = clock
    const content = JSON.stringify(certificateContent({ merchant, connection, why, beganAt, counts: deleted }, at))
    const fingerprint = deps.digest(content).toString('hex')
    await tx.store.addCertificate({ connection, writtenAt: at, content, fingerprint })
    await tx.store.endClock({ connection, at })
    await tx.store.forgetToken(connection)
    const found = await tx.store.findConnection(connection)
    if (found) await tx.store.releaseSellingPartner(found)
    await tx.store.clearProblems({ connection, codes: ['deletion-overdue'], at })
    tx.audit.note({ at, act: 'clock-ended', who: 'the program', facts: { connection, fingerprint, ...clock.deleted } })
    return true
  })
}
