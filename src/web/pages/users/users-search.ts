/** The parts of the page about people. */
export const USERS_TABS = ['people', 'groups', 'keys', 'review'] as const
export type UsersTab = (typeof USERS_TABS)[number]

/** Which part stands in the address. */
export const readUsersSearch = (search: Record<string, unknown>): { tab?: UsersTab } => {
  const tab = USERS_TABS.find((each) => each === search.tab)
  return tab ? { tab } : {}
}
