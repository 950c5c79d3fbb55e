import type { MerchantId } from '#core/ids.ts'
import { ok, type Result } from '#core/problems.ts'
import { voidPackage as decide, notVoidable } from '#core/shipments/void-package.ts'
import type { Deps } from './deps.ts'
import { aboutPackage, type NamedPackage } from './shippable-order.ts'

/** Takes back a package that was entered by mistake, while Amazon cannot have heard of it; its stock comes back (S2, O20). */
export const voidPackage = (
  deps: Deps,
  merchant: MerchantId,
  { order, number, who }: NamedPackage,
): Promise<Result<{ readonly orderId: number; readonly amazonOrderId: string }>> =>
  aboutPackage(deps, merchant, {
    order,
    number,
    work: async (tx, open, known) => {
      const { orderId } = open.order
      const used = await tx.store.usedByPackage({ orderId, number })
      const decided = decide(open.shippable, { package: known, used, confirmation: known.confirmation })
      if (!decided.ok) return decided
      const { stage, lines, stock } = decided.value
      const from = open.placed.stage
      const facts = { package: number, tracking: known.tracking, ...(stage === from ? {} : { from, to: stage }) }
      const event = { kind: 'package.voided', who, facts }
      const goesUp = open.order.channel === 'amazon'
      if (!(await tx.store.removePackage({ orderId, number, goesUp })))
        return notVoidable(number, open.order.amazonOrderId)
      await tx.store.recordShipped({ orderId, stage, lines, stock, event, at: open.context.now })
      return ok(null)
    },
  })
