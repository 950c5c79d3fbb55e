import { type Command, Option } from 'commander'
import { writeCancellation } from '#contract/cancellations.ts'
import type { RestockWish } from '#core/orders/check-return.ts'
import { CANCEL_REASONS, type CancelReason } from '#core/orders/decide-cancellation.ts'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import { MOVE_REASONS, type MoveReason } from '#core/orders/stage-transitions.ts'
import type { Result } from '#core/problems.ts'
import { cancelOrder } from '#flows/cancel-order.ts'
import { decideCancellation } from '#flows/decide-cancellation.ts'
import { moveOrder } from '#flows/move-order.ts'
import type { OrderDetail } from '#store/orders.ts'
import { readOrder } from '../arguments.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { readRestock } from '../refund-line.ts'
import { print } from '../table.ts'
import { writeOrder } from '../write-order.ts'

/** Adds what a person does with an order: move, cancel, ship-anyway (O16, O20). */
export function addDecisions(noun: Command): void {
  aboutMerchant(noun.command('move <order>').description('move an order to another stage; stock follows'))
    .addOption(new Option('--to <stage>', 'the stage').choices(STAGES).makeOptionMandatory())
    .addOption(new Option('--reason <reason>', 'why').choices(MOVE_REASONS).makeOptionMandatory())
    .option(
      '--restock <what>',
      'what came back of an order that Amazon cancelled after it had left: all, or SKU=UNITS (ours); may be repeated',
      readRestock,
    )
    .action((order: string, options: MerchantOptions & { to: Stage; reason: MoveReason; restock?: RestockWish }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const { to, reason, restock } = options
        const wanted = { order: readOrder(order), to, reason, restock, who: WHO }
        tell(options, await moveOrder(deps, merchant.id, wanted))
      }),
    )
  aboutMerchant(noun.command('cancel <order>').description('cancel at Amazon, whether the buyer asks for it or not'))
    .addOption(
      new Option('--reason <reason>', "a reason of Amazon's list").choices(CANCEL_REASONS).makeOptionMandatory(),
    )
    .action((order: string, options: MerchantOptions & { reason: CancelReason }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const wish = { order: readOrder(order), reason: options.reason, who: WHO }
        tell(options, await cancelOrder(deps, merchant.id, wish), 'Amazon is told by the next feed.')
      }),
    )
  aboutMerchant(
    noun.command('ship-anyway <order>').description('ship, although the buyer asks to cancel, or you did'),
  ).action((order: string, options: MerchantOptions) =>
    atDesk(options, async ({ deps, merchant }) => {
      const wanted = { order: readOrder(order), decided: { decision: 'ship-anyway' }, who: WHO } as const
      tell(options, await decideCancellation(deps, merchant.id, wanted))
    }),
  )
}

function tell(options: MerchantOptions, result: Result<OrderDetail>, ...more: readonly string[]): void {
  const order = goodValue(result)
  print(options, {
    json: { ...writeOrder(order), cancellation: order.cancellation && writeCancellation(order.cancellation) },
    lines: [`Order ${order.orderId} (${order.amazonOrderId}) is in stage [${order.stage}].`, ...more],
  })
}
