import type { MerchantId } from '#core/ids.ts'
import type { StandingUp } from '#core/inventory/standing-up.ts'
import { AUDIT_PROBLEMS } from '#core/known-audit-problems.ts'
import { FEED_PROBLEMS } from '#core/known-feed-problems.ts'
import type { Deps } from './deps.ts'

const CODES: readonly string[] = [
  'brake-pulled',
  'cycle-skipped',
  ...Object.keys(FEED_PROBLEMS),
  ...Object.keys(AUDIT_PROBLEMS),
]

/** How what goes up stands, connection by connection: switches, brake, what is under way, what is wrong (I1, I8, I10, I12). */
export const readGoingUp = (deps: Deps, merchant: MerchantId): Promise<readonly StandingUp[]> =>
  deps.transaction(merchant, 'app', async ({ store }) => {
    const connections = await store.listConnections()
    const [standings, counts, problems] = await Promise.all([
      store.standingOf(),
      store.countChanges(),
      store.listProblems(),
    ])
    return Promise.all(
      connections.map(async (connection): Promise<StandingUp> => {
        const mine = <T extends { readonly connection: string }>(rows: readonly T[]) =>
          rows.filter((row) => row.connection === connection.id)
        const [stands] = mine(standings)
        return {
          connection,
          switches: await store.readSwitches(connection.id),
          lastLookAt: stands?.lastLookAt ?? null,
          completeSince: stands?.completeSince ?? null,
          feedSince: stands?.feedSince ?? null,
          feedId: stands?.feedId ?? null,
          nextAuditAt: stands?.nextAuditAt ?? null,
          counts: Object.fromEntries(mine(counts).map(({ state, count }) => [state, count])),
          problems: mine(problems).filter(({ problem }) => CODES.includes(problem.code)),
        }
      }),
    )
  })
