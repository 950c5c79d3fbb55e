import { useQuery } from '@tanstack/react-query'
import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { connectionWords } from '../../words/connections.ts'
import { submissionsWords } from '../../words/submissions.ts'

/** How what goes up of a connection stands. */
export type Standing = components['schemas']['StandingUp']
/** A change of stock or price on its way, or at its end. */
export type Change = components['schemas']['ChangeUp']

/** How often what is under way is asked after, where no news come, in milliseconds. */
export const WHILE_UNDER_WAY = 4_000

/** How what goes up stands, connection by connection; asked by whoever may see items. */
export const useStanding = (enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ['going-up', 'overview'],
    refetchInterval: 30_000,
    queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/sending/overview', { signal }))).rows,
  })

/** What a connection is called. */
export const nameOfConnection = ({ region, sellingPartnerId }: Pick<Standing, 'region' | 'sellingPartnerId'>) =>
  submissionsWords.connection(connectionWords.regions[region], sellingPartnerId)

/** The path of a connection. */
export const at = (connection: string) => ({ params: { path: { connectionId: connection } } })

/** What shows what goes up is fetched again. */
export const goingUpChanged = (): Promise<unknown> =>
  Promise.all(
    ['going-up', 'sending', 'drift', 'files', 'outbox'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
  )
