import type { Decided } from '#store/import-record.ts'
import type { Deps } from './deps.ts'

/** An order that Amazon changed longer ago was there before anybody waited for it. */
const AWAITED_FOR = 24 * 3_600_000

/** Counts how long orders took from Amazon's last change until they were placed; called once that is committed (X5). */
export function noteLags(deps: Deps, decided: readonly Decided[]): void {
  const lags = decided.flatMap(({ outcome, order, placed }) =>
    outcome.kind === 'placed' && placed === undefined && order ? [deps.now() - order.updatedAt] : [],
  )
  const awaited = lags.filter((ms) => ms <= AWAITED_FOR).map((ms) => Math.max(0, ms) / 1000)
  if (awaited.length > 0) deps.noteLags(awaited)
}
