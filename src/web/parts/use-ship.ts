import { useQuery } from '@tanstack/react-query'
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

/** Enters one package; gives what to say of it, or throws the sentence of the refusal (S1, S2). */
export async function enterPackage(entry: Entry): Promise<string> {
  const { results } = await answer(api.POST('/api/v1/shipments', { body: { shipments: [entry] } }))
  const [result] = results
  if (!result || result.outcome === 'refused') throw new Error(result?.problem?.sentence ?? 'It was not entered.')
  const order = String(result.orderNumber ?? entry.order)
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => ['order', 'orders', 'today'].includes(`${queryKey[0]}`),
  })
  return result.outcome === 'known' ? orderWords.ship.known(order) : orderWords.ship.done(order)
}
