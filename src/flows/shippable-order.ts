import type { MerchantId } from '#core/ids.ts'
import { unitsCancelling } from '#core/orders/refund.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { carrierMap } from '#core/shipments/carrier-codes.ts'
import type { EntryContext } from '#core/shipments/enter-package.ts'
import type { ShippableOrder } from '#core/shipments/package-entry.ts'
import type { StoredPackage } from '#store/packages.ts'
import type { Deps, Tx } from './deps.ts'
import { type OpenOrder, openOrder } from './move-order.ts'

/** An order that is open for a word about its packages, with what the decision needs. */
export type OpenShipment = OpenOrder & {
  readonly shippable: ShippableOrder
  readonly packages: readonly StoredPackage[]
  readonly context: Omit<EntryContext, 'named'>
}

const NUMBER = /^\d{1,15}$/
/** What the number of an order can be at its channel. */
const NAME = /^[!-~]{1,60}$/

/** Opens an order by our number or its channel's, alone in its turn, for a word about its packages (S2). */
export async function openShipment(tx: Tx, key: string, now: number): Promise<OpenShipment | null> {
  const opened = NUMBER.test(key) ? await openOrder(tx, Number(key)) : NAME.test(key) ? await openOrder(tx, key) : null
  if (!opened) return null
  const { order, placed, loaded } = opened
  const packages = await tx.store.listPackages(order.orderId)
  const refunds = await tx.store.listRefunds(order.orderId)
  const skus = new Map(order.lines.map((line) => [line.lineId, line.sellerSku]))
  const method = order.methodId === null ? null : (loaded.context.methods.get(order.methodId) ?? null)
  return {
    ...opened,
    packages,
    shippable: {
      ...placed,
      amazonOrderId: order.amazonOrderId,
      placedAt: order.placedAt,
      method,
      lines: placed.lines.map((line) => ({
        ...line,
        sellerSku: skus.get(line.lineId) ?? '',
        cancelling: unitsCancelling(line.lineId, refunds),
      })),
      packages,
      nextNumber: await tx.store.nextPackageNumber(order.orderId),
    },
    context: { carriers: carrierMap(await tx.store.listCarriers()), clock: loaded.context.merchant, now },
  }
}

/** A package of an order, by the words of a person about it. */
export type NamedPackage = { readonly order: string; readonly number: number; readonly who: string }

/** One word about a package that is there: opens its order, decides and writes, and gives the package as it is then. */
export function aboutPackage(
  deps: Deps,
  merchant: MerchantId,
  {
    order,
    number,
    work,
  }: Pick<NamedPackage, 'order' | 'number'> & {
    readonly work: (tx: Tx, open: OpenShipment, known: StoredPackage) => Promise<Result<null>>
  },
): Promise<Result<{ readonly orderId: number; readonly amazonOrderId: string }>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const open = await openShipment(tx, order, deps.now())
    if (!open) return failed('not-found', { what: `order [${order}]` })
    const { orderId, amazonOrderId } = open.order
    const known = open.packages.find((each) => each.number === number)
    if (!known) return failed('package-unknown', { order: amazonOrderId, number })
    const done = await work(tx, open, known)
    return done.ok ? ok({ orderId, amazonOrderId }) : done
  })
}
