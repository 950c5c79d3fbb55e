import { knownSort, type Sort } from '#core/sorting.ts'
import { dayOf, oneOf, saidIn, textOf } from '../../parts/read-address.ts'

/** The parts of the operator's page. */
export const DEPLOYMENT_TABS = ['merchants', 'health', 'secrets', 'calls', 'audit'] as const
export type DeploymentTab = (typeof DEPLOYMENT_TABS)[number]

/** What stands in the address: the part that is shown, and which rows of its list. */
export type DeploymentSearch = {
  readonly tab?: DeploymentTab | undefined
  readonly text?: string | undefined
  readonly act?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly sort?: CallSort | undefined
}

/** What the calls of a day are sorted by. */
export const CALL_SORT_KEYS = ['connection', 'operation', 'calls', 'share', 'throttled', 'failed'] as const
type CallSort = Sort<(typeof CALL_SORT_KEYS)[number]>

/** Reads it, whatever somebody typed there. */
export const readDeploymentSearch = (search: Record<string, unknown>): DeploymentSearch =>
  saidIn({
    tab: oneOf(search.tab, DEPLOYMENT_TABS),
    text: textOf(search.text, 100),
    act: textOf(search.act, 60),
    from: dayOf(search.from),
    to: dayOf(search.to),
    sort: knownSort(CALL_SORT_KEYS, search.sort),
  })
