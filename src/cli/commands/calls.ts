import type { Command } from 'commander'
import type { CallCount } from '#store/calls.ts'
import { aboutMerchant, atDesk, type MerchantOptions } from '../open.ts'
import { print, table } from '../table.ts'

const DAY = 24 * 3_600_000
const DAYS = 30

type Sum = { operation: string; calls: number; throttled: number; failed: number }

/** Adds `calls`: what was asked of Amazon, today and in 30 days; days are counted in UTC. */
export function callsCommand(program: Command): void {
  aboutMerchant(
    program.command('calls').description('calls at Amazon per operation, today and in 30 days (days in UTC)'),
  ).action((options: MerchantOptions) =>
    atDesk(options, async ({ deps, merchant, store }) => {
      const counted = await deps.deployment.listCalls(merchant.id, deps.now() - (DAYS - 1) * DAY)
      const today = new Date(deps.now()).toISOString().slice(0, 10)
      const orders = Object.values(await store((tx) => tx.countOrders())).reduce((sum, n) => sum + n, 0)
      const month = sumsOf(counted)
      const day = sumsOf(counted.filter((each) => each.day === today))
      const searches = month.find((each) => each.operation === 'searchOrders')?.calls ?? 0
      const perOrder = orders === 0 ? null : Math.round((searches / orders) * 1000) / 1000
      print(options, {
        json: { merchant: merchant.id, today: day, days30: month, searchesPerOrder: perOrder },
        lines:
          month.length === 0
            ? [`${merchant.id} has not asked Amazon anything in ${DAYS} days.`]
            : [
                ...table(
                  ['Operation', 'Calls today', 'Throttled', 'Failed', `Calls in ${DAYS} days`, 'Throttled', 'Failed'],
                  month.map((each) => {
                    const now = day.find((one) => one.operation === each.operation)
                    return [
                      each.operation,
                      now?.calls ?? 0,
                      now?.throttled ?? 0,
                      now?.failed ?? 0,
                      each.calls,
                      each.throttled,
                      each.failed,
                    ]
                  }),
                ),
                '',
                perOrder === null
                  ? 'No order has been imported yet.'
                  : `${searches} searches for ${orders} orders: ${perOrder} searches per order.`,
              ],
      })
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
