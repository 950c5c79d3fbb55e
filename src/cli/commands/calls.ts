import type { Command } from 'commander'
import { tellLook } from '#core/orders/next-look.ts'
import { waysToRead } from '#core/orders/way-to-read.ts'
import type { BucketLeft } from '#store/buckets.ts'
import type { CallCount } from '#store/calls.ts'
import { aboutMerchant, atDesk, type Desk, type MerchantOptions } from '../open.ts'
import { print, table } from '../table.ts'

const DAY = 24 * 3_600_000
const DAYS = 30

type Sum = { operation: string; calls: number; throttled: number; failed: number }

/** Adds `calls`: what was asked of Amazon, today and in 30 days, against the quota, and why it is asked so often (X5); days are counted in UTC. */
export function callsCommand(program: Command): void {
  aboutMerchant(
    program
      .command('calls')
      .description('calls at Amazon per operation, against the quota, and why it is asked so often (days in UTC)'),
  ).action((options: MerchantOptions) =>
    atDesk(options, async (desk) => {
      const { deps, merchant, store } = desk
      const counted = await deps.deployment.listCalls(merchant.id, deps.now() - (DAYS - 1) * DAY)
      const today = new Date(deps.now()).toISOString().slice(0, 10)
      const orders = Object.values(await store((tx) => tx.countOrders())).reduce((sum, n) => sum + n, 0)
      const month = sumsOf(counted)
      const day = sumsOf(counted.filter((each) => each.day === today))
      const searches = month.find((each) => each.operation === 'searchOrders')?.calls ?? 0
      const perOrder = orders === 0 ? null : Math.round((searches / orders) * 1000) / 1000
      const pace = await paceOf(desk)
      print(options, {
        json: { merchant: merchant.id, today: day, days30: month, searchesPerOrder: perOrder, ...pace },
        lines:
          month.length === 0
            ? [`${merchant.id} has not asked Amazon anything in ${DAYS} days.`]
            : [
                ...spentTable({ month, day, quotas: pace.quotas }),
                '',
                perOrder === null
                  ? 'No order has been imported yet.'
                  : `${searches} searches for ${orders} orders: ${perOrder} searches per order.`,
                ...pace.looks.map(({ connection, why }) => `${connection}: ${why}`),
                ...(pace.backfill === null ? [] : [`The last back-fill: ${pace.backfill}`]),
                '',
                ...table(
                  ['How orders are read', 'Way', 'Since'],
                  pace.ways.map(({ work, way, why }) => [work, way, why]),
                ),
              ],
      })
    }),
  )
}

type Quota = Pick<BucketLeft, 'operation' | 'left' | 'burst' | 'rate'>

/** Why Amazon is asked as often as it is, by which ways, and what is left of each quota. */
async function paceOf({ deps, store }: Desk) {
  const { connections, sweeps, backfills } = await store(async (tx) => ({
    connections: (await tx.listConnections()).filter(({ importing, state }) => importing && state === 'authorized'),
    sweeps: await tx.lastSweeps(),
    backfills: await tx.listReconciliations({ kind: 'back-fill', before: null, limit: 1 }),
  }))
  const partners = connections.map(({ sellingPartnerId }) => sellingPartnerId)
  const quotas: readonly Quota[] = await deps.deployment.bucketsOf(partners, deps.now())
  const looks = sweeps.flatMap(({ connection, look }) =>
    look && connections.some(({ id }) => id === connection) ? [{ connection, ...look, why: tellLook(look) }] : [],
  )
  const perHour = looks[0]?.perHour ?? 0
  const aLook = Math.round((perHour * (looks[0]?.minutes ?? 0)) / 60)
  return { looks, ways: waysToRead({ aLook, aDay: perHour * 24 }), quotas, backfill: backfills[0]?.why ?? null }
}

function spentTable({
  month,
  day,
  quotas,
}: {
  readonly month: readonly Sum[]
  readonly day: readonly Sum[]
  readonly quotas: readonly Quota[]
}): string[] {
  const heads = ['Calls today', 'A day at most', 'Left at once', 'Throttled', 'Failed']
  return table(
    ['Operation', ...heads, `Calls in ${DAYS} days`, 'Throttled', 'Failed'],
    month.map((each) => {
      const now = day.find((one) => one.operation === each.operation)
      const quota = quotas.find((one) => one.operation === each.operation)
      return [
        each.operation,
        now?.calls ?? 0,
        quota ? Math.floor((quota.rate * DAY) / 1000) : '',
        quota ? `${quota.left} of ${quota.burst}` : '',
        now?.throttled ?? 0,
        now?.failed ?? 0,
        each.calls,
        each.throttled,
        each.failed,
      ]
    }),
  )
}

function sumsOf(counted: readonly CallCount[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const { operation, calls, throttled, failed } of counted) {
    const sum = sums.get(operation) ?? { operation, calls: 0, throttled: 0, failed: 0 }
    sums.set(operation, {
      operation,
      calls: sum.calls + calls,
      throttled: sum.throttled + throttled,
      failed: sum.failed + failed,
    })
  }
  return [...sums.values()].sort((a, b) => a.operation.localeCompare(b.operation))
}
