import { type Command, Option } from 'commander'
import { writeListedCancellation } from '#contract/cancellations.ts'
import { CANCELLATION_STATES, type CancellationState } from '#core/orders/cancellation-request.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type MerchantOptions } from '../open.ts'
import { said } from '../said.ts'
import { count, print, table } from '../table.ts'

type Wanted = MerchantOptions & { state: CancellationState; limit: number }

/** Adds `cancellations`: which orders wait for a decision, and what became of the others (O16). */
export function cancellationsCommand(program: Command): void {
  aboutMerchant(
    program
      .command('cancellations')
      .description('requests to cancel that wait for you, the oldest first; --state for others'),
  )
    .addOption(new Option('--state <state>', 'which').choices(CANCELLATION_STATES).default('open'))
    .option('--limit <n>', 'at most so many', readCount, 50)
    .action((options: Wanted) =>
      atDesk(options, async ({ store, time }) => {
        const { state, limit } = options
        const found = await store((tx) => tx.listCancellations({ state, after: null, limit }))
        const rows = found.map((each) => [
          each.orderId,
          each.amazonOrderId,
          time(each.askedAt),
          each.byMerchant ? 'you' : 'the buyer',
          each.stage,
          each.shipBy === null ? '' : time(each.shipBy),
          [each.state, each.reason, each.up].filter((word) => word !== null).join(', '),
        ])
        const told = found.flatMap(({ orderId, problem }) => (problem ? [`Order ${orderId}: ${said(problem)}`] : []))
        const mend = './millrace orders cancel ORDER --reason REASON, or ./millrace orders ship-anyway ORDER'
        print(options, {
          json: { cancellations: found.map(writeListedCancellation) },
          lines:
            found.length === 0
              ? [state === 'open' ? 'Nothing waits for you.' : 'There are none.']
              : [
                  ...table(['Order', 'Amazon order', 'Since', 'Wanted by', 'Stage', 'Ship by', 'State'], rows),
                  ...(told.length > 0 ? ['', ...told] : []),
                  '',
                  ...(state === 'open' ? [mend] : []),
                  count(found.length, 'cancellation'),
                ],
        })
      }),
    )
}
