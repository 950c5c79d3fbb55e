import { dayOf, numberOf, oneOf, saidIn, textOf } from '../../parts/read-address.ts'

/** The parts of the page about what goes up. */
export const SUBMISSION_TABS = ['changes', 'orders', 'runs', 'approvals', 'audits', 'files'] as const
export type SubmissionTab = (typeof SUBMISSION_TABS)[number]
/** How far a change is; without one all are shown. Today links to these. */
export const CHANGE_STATES = ['due', 'sent', 'refused', 'differs', 'confirmed'] as const
export type ChangeState = (typeof CHANGE_STATES)[number]
/** What changes are of; without one both are shown. */
export const CHANGE_FIELDS = ['stock', 'price'] as const
export type ChangeField = (typeof CHANGE_FIELDS)[number]
/** The classes of what an audit finds. */
export const DRIFT_CLASSES = ['missing', 'unknown', 'quantity', 'price', 'channel', 'inactive'] as const
export type DriftClass = (typeof DRIFT_CLASSES)[number]

/** What stands in the address. `run`: a Manual Upload; `file`: a feed or file; `audit` and `what`: rows of an audit. */
export type SubmissionsSearch = {
  readonly tab?: SubmissionTab | undefined
  readonly state?: ChangeState | undefined
  readonly field?: ChangeField | undefined
  readonly day?: string | undefined
  readonly sku?: string | undefined
  readonly connection?: string | undefined
  readonly kind?: string | undefined
  readonly run?: number | undefined
  readonly file?: number | undefined
  readonly audit?: number | undefined
  readonly what?: DriftClass | undefined
}

/** Reads it, whatever somebody typed there. */
export const readSubmissionsSearch = (search: Record<string, unknown>): SubmissionsSearch =>
  saidIn({
    tab: oneOf(search.tab, SUBMISSION_TABS),
    state: oneOf(search.state, CHANGE_STATES),
    field: oneOf(search.field, CHANGE_FIELDS),
    day: dayOf(search.day),
    sku: textOf(search.sku, 200),
    connection: textOf(search.connection, 100),
    kind: textOf(search.kind, 20),
    run: numberOf(search.run),
    file: numberOf(search.file),
    audit: numberOf(search.audit),
    what: oneOf(search.what, DRIFT_CLASSES),
  })
