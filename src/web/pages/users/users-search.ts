import { knownSort, type Sort } from '#core/sorting.ts'
import { oneOf, saidIn } from '../../parts/read-address.ts'

/** The parts of the page about people. */
export const USERS_TABS = ['people', 'groups', 'keys', 'webhooks', 'review'] as const
export type UsersTab = (typeof USERS_TABS)[number]

/** What people and keys are sorted by. */
export const PEOPLE_SORT_KEYS = ['name', 'since'] as const
export const KEY_SORT_KEYS = ['name', 'owner', 'used', 'ends', 'state'] as const
type PeopleSort = Sort<(typeof PEOPLE_SORT_KEYS)[number]>
type KeySort = Sort<(typeof KEY_SORT_KEYS)[number]>

/** What stands in the address: the part that is shown, and how its list is sorted. */
export type UsersSearch = {
  readonly tab?: UsersTab | undefined
  readonly sort?: PeopleSort | KeySort | undefined
}

/** Reads it, whatever somebody typed there. */
export const readUsersSearch = (search: Record<string, unknown>): UsersSearch => {
  const tab = oneOf(search.tab, USERS_TABS)
  return saidIn({ tab, sort: knownSort(tab === 'keys' ? KEY_SORT_KEYS : PEOPLE_SORT_KEYS, search.sort) })
}
