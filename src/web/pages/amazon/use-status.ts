import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

/** How the merchant's work stands; the same that Today shows. */
export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/status', { signal })),
  })

/** The merchant's currency, in which rates are written. */
export const useCurrency = (): string => useStatus().data?.merchant.currency ?? 'USD'
