import type { Command } from 'commander'
import { writeDeadlines } from '#contract/deadlines.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type MerchantOptions } from '../open.ts'
import { count, print, table } from '../table.ts'

const HOUR = 3_600_000

/** Adds `deadlines`: what must be shipped soon, or should have been, and what is missing (S6). */
export function deadlinesCommand(program: Command): void {
  aboutMerchant(
    program
      .command('deadlines')
      .description('orders near or past their time to ship, without a confirmation that Amazon knows'),
  )
    .option('--within-hours <n>', 'how far ahead', readCount, 24)
    .option('--limit <n>', 'at most so many', readCount, 100)
    .action((options: MerchantOptions & { withinHours: number; limit: number }) =>
      atDesk(options, async ({ deps, store, time }) => {
        const now = deps.now()
        const until = now + options.withinHours * HOUR
        const found = await store((tx) => tx.ordersWithDeadline({ until, after: null, limit: options.limit }))
        const rows = writeDeadlines(found, { now, time })
        print(options, {
          json: { deadlines: rows },
          lines:
            rows.length === 0
              ? [`Nothing must be shipped within ${count(options.withinHours, 'hour')} that Amazon does not know.`]
              : [
                  ...table(
                    ['Ship by', '', 'Order', 'Amazon order', 'Stage', 'What is missing'],
                    rows.map((row) => [
                      row.shipByLocal,
                      row.late ? 'LATE' : '',
                      row.orderNumber,
                      row.amazonOrderId,
                      row.stage,
                      row.sentence,
                    ]),
                  ),
                  '',
                  count(rows.length, 'order'),
                ],
        })
      }),
    )
}
