import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'

/** All numbers of the merchant's day, of one moment. */
export type Today = components['schemas']['Today']

/** Reads them; news fetch them again sooner. */
export const useToday = () =>
  useQuery({
    queryKey: ['status', 'today'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/today', { signal })),
    refetchInterval: 30_000,
  })

/** How many things wait for a person: the day is well when there is none. */
export function openCount({ orders, stock, price, problems }: Today): number {
  const ofFields = [stock, price].flatMap(({ held = 0, refused = 0, differs = 0 }) => [held, refused, differs])
  return [orders.held, orders.late, orders.refused, problems, ...ofFields].reduce((sum, each) => sum + each, 0)
}
