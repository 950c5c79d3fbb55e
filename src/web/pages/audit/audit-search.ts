/** The parts of the page about the audit. */
export const AUDIT_TABS = ['review', 'acts', 'signed', 'retention'] as const
export type AuditTab = (typeof AUDIT_TABS)[number]

/** The filters of the list of acts; days as `YYYY-MM-DD`, `review` is the last row of a signed review. */
export const ACT_FILTERS = ['who', 'act', 'order', 'from', 'to', 'review'] as const
export type ActFilter = (typeof ACT_FILTERS)[number]

/** What stands in the address: the part that is shown, and which acts. */
export type AuditSearch = { tab?: AuditTab } & { [filter in ActFilter]?: string }

const FORMS: Readonly<Record<ActFilter, RegExp>> = {
  who: /^.{1,254}$/,
  act: /^[a-z-]{1,60}$/,
  order: /^[\w-]{1,60}$/,
  from: /^\d{4}-\d\d-\d\d$/,
  to: /^\d{4}-\d\d-\d\d$/,
  review: /^[1-9]\d{0,14}$/,
}

/** Reads it, whatever somebody typed there. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const tab = AUDIT_TABS.find((each) => each === search.tab)
  const read: AuditSearch = tab ? { tab } : {}
  for (const filter of ACT_FILTERS) {
    const text = typeof search[filter] === 'number' ? String(search[filter]) : search[filter]
    if (typeof text === 'string' && FORMS[filter].test(text)) read[filter] = text
  }
  return read
}
