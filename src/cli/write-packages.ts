import { writePackageDetail } from '#contract/shipments.ts'
import { type CarrierMap, carrierMap } from '#core/shipments/carrier-codes.ts'
import type { OrderDetail } from '#store/orders.ts'
import type { StoredPackage } from '#store/packages.ts'
import type { Desk } from './open.ts'
import { CliRefusal } from './refusal.ts'
import { said } from './said.ts'
import { table } from './table.ts'

/** The packages of an order: as programs read them, and as they lie in the database. */
export type FoundPackages = {
  readonly order: OrderDetail
  readonly packages: readonly ReturnType<typeof writePackageDetail>[]
  readonly stored: readonly StoredPackage[]
}

/** Finds an order by our number or Amazon's, with its packages. */
export const packagesOf = ({ store }: Pick<Desk, 'store'>, order: string): Promise<FoundPackages> =>
  store(async (tx) => {
    const found = await tx.findOrder(/^\d{1,15}$/.test(order) ? Number(order) : order)
    if (!found) throw new CliRefusal(`There is no order [${order}]. Was it held? ./millrace where ${order}`)
    const stored = await tx.listPackages(found.orderId)
    const carriers: CarrierMap = carrierMap(await tx.listCarriers())
    return { order: found, stored, packages: stored.map((each) => writePackageDetail(each, carriers)) }
  })

/** Packages as people read them: what left, and how far each is at Amazon (S4, E6). */
export function packageLines({ order, stored }: FoundPackages, { time }: Pick<Desk, 'time'>): string[] {
  if (stored.length === 0) return [`No package of it has been entered. ./millrace ship ${order.amazonOrderId}`]
  const skus = new Map(order.lines.map((line) => [line.lineId, line.sellerSku]))
  const rows = stored.map((each) => [
    each.number,
    each.carrier,
    each.service,
    each.tracking ?? '(none)',
    time(each.shippedAt),
    each.items.map(({ line, quantity }) => `${quantity} × ${skus.get(line) ?? line}`).join(', '),
    atAmazon(each),
  ])
  const problems = stored.flatMap(({ number, confirmation }) =>
    confirmation?.problem ? [`Package ${number}: ${said(confirmation.problem)}`] : [],
  )
  return [...table(['Package', 'Carrier', 'Service', 'Tracking', 'Left', 'Holds', 'At Amazon'], rows), ...problems]
}

const atAmazon = ({ confirmation }: StoredPackage): string => {
  if (!confirmation) return ''
  const { state, way, attempts } = confirmation
  const words: Readonly<Record<typeof state, string>> = {
    waiting: attempts === 0 ? `waits to be sent by ${way}` : `waits; ${attempts} tries so far`,
    taken: `on its way by ${way}`,
    sent: 'sent, not yet seen there',
    settled: 'known',
    refused: 'refused',
    unsure: 'unsure: a person decides',
    removed: 'taken off',
  }
  return words[state]
}
