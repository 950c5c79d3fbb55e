/** The parts of the page about the audit. */
export const AUDIT_TABS = ['review', 'retention'] as const
export type AuditTab = (typeof AUDIT_TABS)[number]

/** What stands in the address: the part that is shown, and which rows. */
export type AuditSearch = { tab?: AuditTab; who?: string; act?: string }

/** Reads it, whatever somebody typed there. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const tab = AUDIT_TABS.find((each) => each === search.tab)
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 254) : undefined)
  const who = text(search.who)
  const act = text(search.act)
  return { ...(tab && { tab }), ...(who && { who }), ...(act && { act }) }
}
