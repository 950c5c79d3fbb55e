import { answer, api, Refused } from '../../../api.ts'
import type { components } from '../../../generated/api.ts'

type Tab = components['schemas']['AmazonTab']
/** What Amazon says of a tab. */
export type Verdict = components['schemas']['TabVerdict']
/** The tab as it is typed; `told`: what the server said of what was saved last, null before anything was. */
export type TabForm = {
  readonly productType: string
  readonly requirements: Tab['requirements']
  readonly attributes: Readonly<Record<string, unknown>>
  readonly told: Pick<Tab, 'faults' | 'submission' | 'problem'> | null
}
const EMPTY: TabForm = { productType: '', requirements: 'LISTING', attributes: {}, told: null }

/** An item and a marketplace in the path. */
export const tabPath = (itemId: string, marketplaceId: string) => ({ params: { path: { itemId, marketplaceId } } })
const URL = '/api/v1/items/{itemId}/amazon/{marketplaceId}'

/** Reads the tab; an item without one has an empty one. */
export async function readTab(itemId: string, place: string, signal: AbortSignal): Promise<TabForm> {
  try {
    const tab = await answer(api.GET(URL, { signal, ...tabPath(itemId, place) }))
    const { productType, requirements, attributes, faults, submission, problem } = tab
    return { productType, requirements, attributes, told: { faults, submission, problem } }
  } catch (error) {
    if (error instanceof Refused && error.code === 'tab-missing') return EMPTY
    throw error
  }
}

/** Saves it, faults and all: it may be filled in over several days. */
export const saveTab = (itemId: string, place: string, { productType, requirements, attributes }: TabForm) =>
  answer(
    api.PUT(URL, { ...tabPath(itemId, place), body: { productType, requirements, attributes: { ...attributes } } }),
  )

/** Asks Amazon whether it would take it (preview), or creates the listing. */
export const judgeTab = (
  { item, place, sellerSku }: { item: string; place: string; sellerSku: string | null },
  confirmed: boolean,
): Promise<Verdict> => {
  const body = sellerSku === null ? {} : { sellerSku }
  return confirmed
    ? answer(api.POST(`${URL}/submit`, { ...tabPath(item, place), body: { ...body, confirmed } }))
    : answer(api.POST(`${URL}/preview`, { ...tabPath(item, place), body }))
}

/** Faults by path, for the fields that they are about. */
export const faultsByPath = (form: TabForm): Readonly<Record<string, string>> =>
  Object.fromEntries((form.told?.faults ?? []).map(({ path, problem }) => [path, problem.sentence]))

/** Amazon's remarks by attribute; those about the whole stand under ''. */
export function issuesByField(verdict: Verdict | null): Readonly<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const { message, fields } of verdict?.issues ?? [])
    for (const { attribute } of fields.length > 0 ? fields : [{ attribute: '' }])
      told[attribute] = [told[attribute], message].filter(Boolean).join(' ')
  return told
}
