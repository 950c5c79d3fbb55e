import { retentionReport, writeRetention } from '#contract/retention.ts'
import type { Deps } from '#flows/deps.ts'
import { reportRetention } from '#flows/report-retention.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'

/** What is kept of buyers, until when, and what was purged (U4). */
export function retentionRoutes(api: Api, deps: Deps): void {
  const words = [
    'reportRetention',
    'Buyer data',
    'What is kept of buyers, until when, and what was purged; no buyer data is in it',
  ] as const
  api.get('/retention', about('settings:read', words, retentionReport), async (request) =>
    writeRetention(await reportRetention(deps, callerOf(request).merchant)),
  )
}
