import { dayOf, numberOf, oneOf, saidIn, textOf } from '../../parts/read-address.ts'

/** The parts of the page about the audit. */
export const AUDIT_TABS = ['review', 'acts', 'signed', 'retention'] as const
export type AuditTab = (typeof AUDIT_TABS)[number]

/** The filters of the list of acts that are typed or chosen; days as `YYYY-MM-DD`. */
export const ACT_FILTERS = ['who', 'act', 'order', 'from', 'to'] as const
export type ActFilter = (typeof ACT_FILTERS)[number]

/** What stands in the address: the part that is shown, and which acts; `review`: the last row of a signed review. */
export type AuditSearch = { readonly tab?: AuditTab | undefined; readonly review?: number | undefined } & {
  readonly [filter in ActFilter]?: string | undefined
}

/** Reads it, whatever somebody typed there. */
export const readAuditSearch = (search: Record<string, unknown>): AuditSearch =>
  saidIn({
    tab: oneOf(search.tab, AUDIT_TABS),
    review: numberOf(search.review),
    who: textOf(search.who, 254),
    act: textOf(search.act, 60),
    order: textOf(search.order, 60),
    from: dayOf(search.from),
    to: dayOf(search.to),
  })
