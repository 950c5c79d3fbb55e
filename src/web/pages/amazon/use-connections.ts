import { useQuery } from '@tanstack/react-query'
import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'

/** A connection to Amazon as the API tells it. */
export type Connection = components['schemas']['ListedConnection']

/** The merchant's connections. */
export const useConnections = () =>
  useQuery({
    queryKey: ['connections'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/connections', { signal }))).rows,
  })

/** What shows connections is fetched again, with the tabs and the checklist that hang on them. */
export const connectionsChanged = (): Promise<unknown> =>
  Promise.all(
    ['connections', 'checklist', 'status', 'sending'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
  )

/** The path of a connection. */
export const pathOf = ({ id }: Pick<Connection, 'id'>) => ({ params: { path: { connectionId: id } } })
