/** The parts of the page about the audit. */
export const AUDIT_TABS = ['review', 'acts', 'signed', 'retention'] as const
export type AuditTab = (typeof AUDIT_TABS)[number]

/** The filters of the list of acts that are typed or chosen; days as `YYYY-MM-DD`. */
export const ACT_FILTERS = ['who', 'act', 'order', 'from', 'to'] as const
export type ActFilter = (typeof ACT_FILTERS)[number]

/** What stands in the address: the part that is shown, and which acts; `review`: the last row of a signed review. */
export type AuditSearch = { tab?: AuditTab; review?: number } & { [filter in ActFilter]?: string }

const FORMS: Readonly<Record<ActFilter, RegExp>> = {
  who: /^.{1,254}$/,
  act: /^[a-z-]{1,60}$/,
  order: /^[\w-]{1,60}$/,
  from: /^\d{4}-\d\d-\d\d$/,
  to: /^\d{4}-\d\d-\d\d$/,
}

/** Reads it, whatever somebody typed there. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const tab = AUDIT_TABS.find((each) => each === search.tab)
  const review = Number(search.review)
  const read: AuditSearch = { ...(tab && { tab }), ...(Number.isSafeInteger(review) && review > 0 && { review }) }
  for (const filter of ACT_FILTERS) {
    const text = String(search[filter] ?? '')
    if (FORMS[filter].test(text)) read[filter] = text
  }
  return read
}
