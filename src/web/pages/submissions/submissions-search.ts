import { faultOfDay } from '#core/settings/calendar-day.ts'

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
export function readSubmissionsSearch(search: Record<string, unknown>): SubmissionsSearch {
  const text = (name: string, most: number) => {
    const value = search[name]
    const written = typeof value === 'number' ? String(value) : value
    return typeof written === 'string' && written !== '' ? { [name]: written.slice(0, most) } : {}
  }
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) => {
    const value = values.find((each) => each === search[name])
    return value === undefined ? {} : { [name]: value }
  }
  const number = (name: string) => {
    const value = Number(search[name])
    return Number.isSafeInteger(value) && value > 0 ? { [name]: value } : {}
  }
  const { day } = search
  return {
    ...oneOf('tab', SUBMISSION_TABS),
    ...oneOf('state', CHANGE_STATES),
    ...oneOf('field', CHANGE_FIELDS),
    ...(typeof day === 'string' && faultOfDay(day) === null && { day }),
    ...text('sku', 200),
    ...text('connection', 100),
    ...text('kind', 20),
    ...number('run'),
    ...number('file'),
    ...number('audit'),
    ...oneOf('what', DRIFT_CLASSES),
  }
}
