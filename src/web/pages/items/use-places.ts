import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'

/** A marketplace in which a connection sells. */
export type Place = components['schemas']['SellingPlace']

/** Where the merchant sells, and its own currency. */
export function usePlaces() {
  const found = useQuery({
    queryKey: ['connections', 'places'],
    staleTime: 60_000,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/selling-places', { signal })),
  })
  const rows: readonly Place[] = found.data?.rows ?? []
  return {
    rows,
    isPending: found.isPending,
    error: found.error,
    currency: found.data?.currency ?? null,
    /** "US", or the id of a marketplace that is not sold in any more. */
    countryOf: (marketplaceId: string) =>
      rows.find((each) => each.marketplaceId === marketplaceId)?.country ?? marketplaceId,
    nameOf: (marketplaceId: string) => rows.find((each) => each.marketplaceId === marketplaceId)?.name ?? marketplaceId,
  }
}
