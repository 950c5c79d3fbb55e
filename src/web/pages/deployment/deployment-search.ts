import { knownSort, type Sort } from '#core/sorting.ts'

/** The parts of the operator's page. */
export const DEPLOYMENT_TABS = ['merchants', 'health', 'secrets', 'calls', 'audit'] as const
export type DeploymentTab = (typeof DEPLOYMENT_TABS)[number]

/** What stands in the address: the part that is shown, and which rows of its list. */
export type DeploymentSearch = {
  tab?: DeploymentTab
  text?: string
  act?: string
  from?: string
  to?: string
  sort?: CallSort
}

/** What the calls of a day are sorted by. */
export const CALL_SORT_KEYS = ['connection', 'operation', 'calls', 'share', 'throttled', 'failed'] as const
type CallSort = Sort<(typeof CALL_SORT_KEYS)[number]>

/** Reads it, whatever somebody typed there. */
export function readDeploymentSearch(search: Record<string, unknown>): DeploymentSearch {
  const tab = DEPLOYMENT_TABS.find((each) => each === search.tab)
  const fits = (value: unknown, form: RegExp) => (form.test(String(value ?? '')) ? String(value) : undefined)
  const text = fits(search.text, /^.{1,100}$/)
  const act = fits(search.act, /^[a-z-]{1,60}$/)
  const from = fits(search.from, /^\d{4}-\d\d-\d\d$/)
  const to = fits(search.to, /^\d{4}-\d\d-\d\d$/)
  const sort = knownSort(CALL_SORT_KEYS, search.sort)
  return {
    ...(tab && { tab }),
    ...(text && { text }),
    ...(act && { act }),
    ...(from && { from }),
    ...(to && { to }),
    ...(sort && { sort }),
  }
}
