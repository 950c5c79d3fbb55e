import type { MerchantId } from '#core/ids.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import { FILE_DAYS, goneBy } from '#core/pii/retention.ts'
import { problem } from '#core/problems.ts'
import type { Deps, VaultTx } from './deps.ts'
import { indexBuyers } from './index-buyers.ts'
import { reportRetention } from './report-retention.ts'
import { settleHeld } from './settle-held.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const AGAIN = 6 * HOUR
/** How long the loss of a page is told. */
const TOLD_FOR = 30 * DAY
/** As many as `overduePages` shows at once. */
const AT_ONCE = 100

/** What of buyers is kept, each kind in a place of its own. */
const KINDS = ['pages', 'documents', 'buyers'] as const

/**
 * Erases buyer data whose day has come or comes within a day, in pages of their own transactions, each with its row in the audit
 * (U4). Safe to run twice and to break off anywhere. A kind that fails stops no other; what is overdue is an alarm.
 */
export async function purgeBuyers(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  const failures: unknown[] = []
  const attempt = (work: () => Promise<unknown>) => work().catch((error: unknown) => failures.push(error))
  for (const kind of KINDS) await attempt(() => purgeKind(deps, merchant, kind))
  await attempt(() =>
    deps.transaction(merchant, { vault: 'purge' }, async (tx) => {
      await tx.vault.eraseIdleKeys()
      await tx.audit.prune({ before: deps.now() - deps.retention.auditDays * DAY, now: deps.now() })
    }),
  )
  await attempt(() =>
    deps.deployment.withAudit('vault', (audit) =>
      audit.prune({ before: deps.now() - deps.retention.auditDays * DAY, now: deps.now() }),
    ),
  )
  await attempt(() => forgetFiles(deps, merchant))
  await attempt(() => indexBuyers(deps, merchant))
  await attempt(() => settleHeld(deps, merchant))
  await attempt(() => watchOverdue(deps, merchant))
  if (failures.length > 0) throw failures[0]
  return { again: deps.now() + AGAIN }
}

/** Files of orders of other channels go when their import has ended; one that nobody applied in a week is dropped (H3). */
async function forgetFiles(deps: Deps, merchant: MerchantId): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const page = { kind: 'files', after, limit: AT_ONCE } as const
    after = await deps.transaction(merchant, { vault: 'purge' }, async (tx) => {
      const held = await tx.vault.held(page)
      const before = deps.now() - FILE_DAYS * DAY
      const ids = await tx.store.filesToForget({ importIds: held.map(({ id }) => id), before })
      await tx.vault.erase('brought_files', ids)
      for (const importId of ids) await dropWaiting(deps, tx, importId)
      return held.at(-1)?.id ?? null
    })
  }
}

async function dropWaiting(deps: Deps, tx: VaultTx, importId: number): Promise<void> {
  const found = await tx.store.lockImport(importId)
  if (found?.state !== 'previewed' && found?.state !== 'reading') return
  await tx.store.dropImportRows(importId)
  await tx.store.saveImport({ ...found, state: 'dropped', endedAt: deps.now() })
}

async function purgeKind(deps: Deps, merchant: MerchantId, kind: (typeof KINDS)[number]): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const page = { kind, after, limit: AT_ONCE }
    after = await deps.transaction(merchant, { vault: 'purge' }, async (tx) => {
      const held = await tx.vault.held(page)
      const due = held.filter((each) => {
        const day = goneBy(each, deps.retention.days)
        return day !== null && day <= deps.now() + DAY
      })
      const ids = due.map(({ id }) => id)
      if (kind === 'pages') await sayPagesGo(deps, tx, { merchant, ids })
      await tx.vault.erase(kind, ids)
      if (kind === 'pages') await tx.store.removePages(ids)
      return held.at(-1)?.id ?? null
    })
  }
}

/** A page that was never imported takes orders along that nobody has seen: that is told for a while. */
async function sayPagesGo(
  deps: Deps,
  tx: VaultTx,
  { merchant, ids }: { readonly merchant: MerchantId; readonly ids: readonly number[] },
): Promise<void> {
  if (ids.length === 0) return
  const facts = await tx.store.merchantFacts()
  const waiting = await tx.store.overduePages(deps.now())
  for (const page of waiting.filter(({ page_id }) => ids.includes(page_id))) {
    const told = { orders: page.orders, fetched: merchantTime(page.fetched_at, facts), days: deps.retention.days }
    await tx.store.noteProblem({
      connection: page.connection_id,
      subject: String(page.page_id),
      problem: problem('page-purged', told),
      at: deps.now(),
    })
    const { connection_id: connection, page_id: name } = page
    deps.log.alarm('A page that was never imported is erased.', { merchant, connection, page: name })
  }
}

/** Alarms when buyer data is still there after its day, and clears the alarm once it is gone; one connection tells it for all. */
async function watchOverdue(deps: Deps, merchant: MerchantId): Promise<void> {
  const { held } = await reportRetention(deps, merchant)
  const count = held.reduce((sum, kind) => sum + kind.overdue, 0)
  const since = Math.min(...held.map((kind) => kind.goneBy ?? Number.POSITIVE_INFINITY))
  await deps.transaction(merchant, 'app', async (tx) => {
    const facts = await tx.store.merchantFacts()
    const at = deps.now()
    const told = (await tx.store.listProblems()).filter((p) => p.problem.code === 'page-purged')
    for (const [index, { id }] of (await tx.store.listConnections()).entries()) {
      const old = told.filter((p) => p.connection === id && p.lastSeen < at - TOLD_FOR).map((p) => p.subject)
      await tx.store.clearProblems({ connection: id, codes: ['page-purged'], subjects: old, at })
      if (count === 0 || index > 0) await tx.store.clearProblems({ connection: id, codes: ['buyer-data-overdue'], at })
      else
        await tx.store.noteProblem({
          connection: id,
          problem: problem('buyer-data-overdue', { count, since: merchantTime(since, facts) }),
          at,
        })
    }
  })
  if (count > 0) deps.log.alarm('Buyer data is overdue.', { merchant, count })
}
