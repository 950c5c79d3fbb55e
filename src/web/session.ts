import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Permission, type Scope, scopesOf } from '#core/permissions.ts'
import { answer, api, queries, Refused, speakFor } from './api.ts'
import { tellTimesIn } from './format.ts'
import type { components } from './generated/api.ts'

/** Who is signed in, how far, and for which merchant. */
export type Session = components['schemas']['Session']

/** Asked once and again whenever something of it may have changed; null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const session = await answer(api.GET('/api/v1/session', { signal }))
      speakFor({ csrf: session.csrf, merchant: session.merchant })
      const mine = session.merchants.find(({ merchant }) => merchant === session.merchant)
      if (mine) tellTimesIn(mine.timeZone)
      return session
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return null
      throw error
    }
  },
})

/** From now on this is the session: a token changes when a second factor is shown again. */
export function adoptSession(session: Session): void {
  speakFor({ csrf: session.csrf, merchant: session.merchant })
  queries.setQueryData(sessionQuery.queryKey, session)
}

/** The session of a page that is shown to people who are signed in only. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('This page is shown without a session.')
  return data
}

/** Whether this person may do what needs a scope. The server decides; this only spares them a refusal. */
export const useMay = (scope: Scope): boolean =>
  scopesOf(useSession().permissions as readonly Permission[]).includes(scope)

/** Works for another merchant: everything shown is forgotten first. */
export async function switchMerchant(merchant: string): Promise<void> {
  const session = await answer(api.POST('/api/v1/session/merchant', { body: { merchant } }))
  queries.clear()
  queries.setQueryData(sessionQuery.queryKey, session)
}

/** Ends the session here and forgets everything that was shown. */
export async function signOut(): Promise<void> {
  await api.DELETE('/api/v1/session')
  queries.clear()
  location.assign('/sign-in')
}
