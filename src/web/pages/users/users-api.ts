import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { useRows } from '../../parts/use-rows.ts'

export type User = components['schemas']['User']
export type UserGroup = components['schemas']['Group']
export type Invitation = components['schemas']['Invitation']
export type Invited = components['schemas']['Invited']

/** Everybody who works for the merchant. */
export const useUsers = () =>
  useRows<User>(['people', 'users'], (signal) => answer(api.GET('/api/v1/users', { signal })))

/** The groups of the merchant. */
export const useGroups = () =>
  useRows<UserGroup>(['people', 'groups'], (signal) => answer(api.GET('/api/v1/groups', { signal })))

/** Invitations, the newest first. */
export const useInvitations = () =>
  useRows<Invitation>(['people', 'invitations'], (signal) => answer(api.GET('/api/v1/invitations', { signal })))

/** Fetches again whatever shows people, after one of them was changed. */
export const peopleChanged = () => queries.invalidateQueries({ queryKey: ['people'] })

/** How somebody is called: by name, or by address before they said one. */
export const callOf = ({ name, email }: Pick<User, 'name' | 'email'>): string => name || email
