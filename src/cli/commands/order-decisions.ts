import { type Command, Option } from 'commander'
import { CANCEL_REASONS, type CancellationDecision, type CancelReason } from '#core/orders/decide-cancellation.ts'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import { MOVE_REASONS, type MoveReason } from '#core/orders/stage-transitions.ts'
import type { Result } from '#core/problems.ts'
import { decideCancellation } from '#flows/decide-cancellation.ts'
import { moveOrder } from '#flows/move-order.ts'
import type { OrderDetail } from '#store/orders.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { print } from '../table.ts'
import { writeOrder } from '../write-order.ts'

const keyOf = (order: string): number | string => (/^\d{1,15}$/.test(order) ? Number(order) : order)

/** Adds what a person does with an order: move, cancel, ship-anyway (O16, O20). */
export function addDecisions(noun: Command): void {
  aboutMerchant(noun.command('move <order>').description('move an order to another stage; stock follows'))
    .addOption(new Option('--to <stage>', 'the stage').choices(STAGES).makeOptionMandatory())
    .addOption(new Option('--reason <reason>', 'why').choices(MOVE_REASONS).makeOptionMandatory())
    .action((order: string, options: MerchantOptions & { to: Stage; reason: MoveReason }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const { to, reason } = options
        tell(options, await moveOrder(deps, merchant.id, { order: keyOf(order), to, reason, who: WHO }))
      }),
    )
  aboutMerchant(noun.command('cancel <order>').description('cancel at Amazon, as the buyer asks'))
    .addOption(
      new Option('--reason <reason>', "a reason of Amazon's list").choices(CANCEL_REASONS).makeOptionMandatory(),
    )
    .action((order: string, options: MerchantOptions & { reason: CancelReason }) =>
      decide(order, options, { decision: 'cancel', reason: options.reason }),
    )
  aboutMerchant(noun.command('ship-anyway <order>').description('ship, although the buyer asks to cancel')).action(
    (order: string, options: MerchantOptions) => decide(order, options, { decision: 'ship-anyway' }),
  )
}

const decide = (order: string, options: MerchantOptions, decided: CancellationDecision): Promise<void> =>
  atDesk(options, async ({ deps, merchant }) =>
    tell(options, await decideCancellation(deps, merchant.id, { order: keyOf(order), decided, who: WHO })),
  )

function tell(options: MerchantOptions, result: Result<OrderDetail>): void {
  const order = goodValue(result)
  print(options, {
    json: { ...writeOrder(order), cancellation: order.cancellation },
    lines: [`Order ${order.orderId} (${order.amazonOrderId}) is in stage [${order.stage}].`],
  })
}
