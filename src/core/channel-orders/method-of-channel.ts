import type { Need } from '../orders/allocate.ts'
import type { AmazonLine } from '../orders/amazon-order.ts'
import type { ImportContext } from '../orders/import-context.ts'
import { parcelOf } from '../orders/parcel-of.ts'
import type { ChosenMethod } from '../shipping/choose-shipping-method.ts'
import { rateMethod } from '../shipping/rate-method.ts'
import type { ShippingMethod } from '../shipping/shipping-method.ts'
import { visibleText } from '../visible-text.ts'
import type { CellFault, ChannelOrder } from './channel-order.ts'

/** The method an order of another channel goes by, what is worth a warning, and what keeps it out. */
export type MethodOfChannel = {
  readonly chosen: ChosenMethod | null
  readonly warnings: readonly CellFault[]
  readonly faults: readonly CellFault[]
}

const NOTHING: MethodOfChannel = { chosen: null, warnings: [], faults: [] }

/** The method that the order names, where it takes it; else the cheapest of those that it names, or of all (H3, O9). */
export function methodOfChannel(
  read: ChannelOrder,
  { lines, needs }: { readonly lines: readonly AmazonLine[]; readonly needs: readonly Need[] },
  { methods, merchant, items }: ImportContext,
): MethodOfChannel {
  const { destination } = read
  if (read.storeCompleted || !destination) return NOTHING
  const all = [...methods.values()]
  const found = read.methods.map((name) => ({ name, method: called(all, name) }))
  const strange = found
    .filter(({ method }) => !method)
    .map(({ name }) => note(read, `there is no shipping method [${visibleText(name, 60)}]`))
  const named = found.flatMap(({ method }) => method ?? [])
  const parcel = parcelOf(needs, { lines, currency: read.currency }, items)
  const cheapest = (of: readonly ShippingMethod[]) => {
    let best: ChosenMethod | null = null
    for (const method of of) {
      const rating = rateMethod(method, { parcel, destination, merchantCurrency: merchant.currency })
      if (rating.ok && (best === null || rating.cost < best.cost)) best = { methodId: method.id, cost: rating.cost }
    }
    return best
  }
  const own = cheapest(named)
  if (own) return { ...NOTHING, chosen: own, warnings: strange }
  const any = cheapest(all)
  const refusing =
    named.length > 0 ? [note(read, `[${named.map(({ id }) => id).join(', ')}] does not take this order there`)] : []
  if (any) return { chosen: any, warnings: [...strange, ...refusing], faults: [] }
  const none = note(read, 'none of your shipping methods takes this order there: look at their zones and limits')
  return { chosen: null, warnings: [], faults: [...strange, ...refusing, none] }
}

const called = (methods: readonly ShippingMethod[], name: string): ShippingMethod | undefined =>
  methods.find(({ id }) => id.toLowerCase() === name.toLowerCase()) ??
  methods.find((each) => each.name.toLowerCase() === name.toLowerCase())

const note = ({ rows }: ChannelOrder, why: string): CellFault => ({
  row: rows[0] ?? 0,
  column: -1,
  header: 'order.shippingMethod',
  why,
})
