import type { MerchantId } from '#core/ids.ts'
import { ok, type Result } from '#core/problems.ts'
import { type Correction, correctPackage as decide } from '#core/shipments/correct-package.ts'
import type { Deps } from './deps.ts'
import { aboutPackage, type NamedPackage } from './shippable-order.ts'

/** Corrects what stands on the label of a package; Amazon is told again (S2). Saying again what is so already changes nothing. */
export const correctPackage = (
  deps: Deps,
  merchant: MerchantId,
  { order, number, who, correction }: NamedPackage & { readonly correction: Correction },
): Promise<Result<{ readonly orderId: number; readonly amazonOrderId: string }>> =>
  aboutPackage(deps, merchant, {
    order,
    number,
    work: async (tx, open, known) => {
      const decided = decide(open.shippable, { known, correction }, open.context)
      if (!decided.ok) return decided
      const { label, changed, way } = decided.value
      if (changed.length === 0) return ok(null)
      const { orderId, channel, connection, marketplaceId, shipBy } = open.order
      const at = open.context.now
      await tx.store.writeLabel({ orderId, number, ...label })
      const facts = {
        package: number,
        version: known.version + 1,
        ...Object.fromEntries(changed.map((field) => [field, { from: known[field], to: label[field] }])),
      }
      await tx.store.tellOrder({ orderId, event: { kind: 'package.corrected', who, facts }, at })
      if (channel !== 'amazon') return ok(null)
      const sent = { kind: 'confirmation', connection, marketplaceId: marketplaceId ?? '', orderId } as const
      await tx.store.putInOutbox({ things: [{ ...sent, subject: number, way, dueBy: shipBy }], at })
      await tx.wake('confirm-shipments', connection)
      if (way === 'feed') await tx.wake('order-feeds', connection)
      return ok(null)
    },
  })
