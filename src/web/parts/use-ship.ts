import { useQuery } from '@tanstack/react-query'
import { isChannelOrderName } from '#core/channel-orders/channel-order.ts'
import { answer, api, queries } from '../api.ts'
import type { components } from '../generated/api.ts'
import { useMay } from '../session.ts'
import { orderWords } from '../words/order.ts'
import type { Carrier } from './carrier-for.ts'

/** The carriers that a package may be entered with; none for who enters no packages. */
export function useCarriers(): readonly Carrier[] {
  const may = useMay('shipments:write')
  const { data } = useQuery({
    queryKey: ['settings', 'shipping-carriers'],
    enabled: may,
    staleTime: 300_000,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shipping-queue/carriers', { signal })),
  })
  return data?.carriers ?? []
}

type Entry = components['schemas']['ShipmentsInput']['shipments'][number]

/** A package as it was taken: what to say of it, and by which it can be voided. */
export type TakenPackage = {
  readonly text: string
  readonly order: number
  readonly number: number
  readonly known: boolean
}

/** Enters one package; gives what to say of it, or throws the sentence of the refusal (S1, S2). Amazon is told after so many seconds. */
export async function enterPackage(entry: Entry, keepBack = 0): Promise<TakenPackage> {
  const { results } = await answer(api.POST('/api/v1/shipments', { body: { shipments: [entry], keepBack } }))
  const [result] = results
  if (!result?.package || result.outcome === 'refused')
    throw new Error(result?.problem?.sentence ?? 'It was not entered.')
  const order = result.orderNumber ?? 0
  const named = String(result.orderNumber ?? entry.order)
  orderChanged()
  const known = result.outcome === 'known'
  const { ship } = orderWords
  const done = isChannelOrderName(result.amazonOrderId ?? '') ? ship.doneThere : ship.done
  const text = known ? ship.known(named) : done(named)
  return { text, order, number: result.package.number, known }
}

/** Takes a package back that never left; throws the sentence where it is too late (S2). */
export async function voidPackage({ order, number }: Pick<TakenPackage, 'order' | 'number'>): Promise<void> {
  await answer(
    api.DELETE('/api/v1/orders/{order}/packages/{number}', { params: { path: { order: `${order}`, number } } }),
  )
  orderChanged()
}

const orderChanged = (): void =>
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => ['order', 'orders', 'today'].includes(`${queryKey[0]}`),
  })
