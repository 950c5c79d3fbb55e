import type { MerchantId } from '#core/ids.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import { problem } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { watchAudit } from './watch-audit.ts'

const HOUR = 3_600_000

/** Alarms when a fetched page has not been imported within 24 hours, and clears the alarm once it has (O1). */
export async function watchPages(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  const now = deps.now()
  await deps.transaction(merchant, 'app', async (tx) => {
    const facts = await tx.store.merchantFacts()
    const overdue = await tx.store.overduePages(now - 24 * HOUR)
    const sawAll = overdue.length < 100
    const told = (await tx.store.listProblems()).filter((p) => p.problem.code === 'page-overdue')
    for (const connection of await tx.store.listConnections()) {
      const pages = overdue.filter((page) => page.connection_id === connection.id)
      for (const page of pages) {
        const fault = problem('page-overdue', { orders: page.orders, fetched: merchantTime(page.fetched_at, facts) })
        await tx.store.noteProblem({
          connection: connection.id,
          subject: String(page.page_id),
          problem: fault,
          at: now,
        })
      }
      const waiting = pages.map((page) => String(page.page_id))
      // With more overdue pages than one look shows, those that were not looked at may still wait: their alarms stay.
      const over = told.filter((p) => sawAll && p.connection === connection.id && !waiting.includes(p.subject))
      const subjects = over.map((p) => p.subject)
      await tx.store.clearProblems({ connection: connection.id, codes: ['page-overdue'], subjects, at: now })
      if (pages.length > 0)
        deps.log.alarm('Pages wait for more than 24 hours.', {
          merchant,
          connection: connection.id,
          pages: pages.length,
        })
    }
    if (overdue.length > 0) await tx.wake('import-page')
  })
  // By the hour as well: what people did with buyer data.
  await watchAudit(deps, merchant)
  return { again: now + HOUR }
}
