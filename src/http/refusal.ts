import { type Problem, problem, type Result } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'

/** A request that ends with a refusal; `replies.ts` writes it. */
export class Refusal extends Error {
  readonly status: number
  readonly title: string
  readonly problems: readonly Problem[]

  constructor(refused: { status: number; title: string; detail: string; problems?: readonly Problem[] }) {
    super(refused.detail)
    this.status = refused.status
    this.title = refused.title
    this.problems = refused.problems ?? []
  }
}

/** The reply's status and title for a known problem; every other one is Amazon's answer to what was asked: 422. */
const STATUS: Readonly<Record<string, readonly [number, string]>> = {
  'not-found': [404, 'Not found'],
  'already-exists': [409, 'Exists already'],
  'still-used': [409, 'Still used'],
  'held-by-other-merchant': [409, 'Connected elsewhere'],
  'plan-lacks-channel': [409, 'Confirm first'],
  'no-plan-has-channel': [409, 'Not allowed'],
  'consent-unknown': [404, 'Not found'],
  'consent-used': [409, 'Over already'],
  'consent-expired': [409, 'Over already'],
  'configuration-moved': [409, 'Changed meanwhile'],
  'methods-moved': [409, 'Changed meanwhile'],
  'alarms-open': [409, 'Not ready'],
  'nothing-to-review': [409, 'Nothing to decide'],
  'search-quota': [429, 'Too many'],
  'not-ready-to-start': [409, 'Not ready'],
  'works-by-files': [409, 'Not allowed'],
  'works-by-api': [409, 'Connected already'],
  'authorization-over': [409, 'Not allowed'],
  'stage-not-allowed': [409, 'Not allowed'],
  'no-cancellation-request': [409, 'Nothing to decide'],
  'cannot-cancel': [409, 'Not allowed'],
  'cancellation-under-way': [409, 'Under way'],
  'cannot-refund': [409, 'Not allowed'],
  'refund-repeated': [409, 'Entered already'],
  'refund-not-unsure': [409, 'Nothing to decide'],
  'no-restock': [409, 'Not allowed'],
  'vendor-key-unbound': [403, 'Not allowed'],
  'orders-not-permitted': [403, 'Not allowed'],
  'vendor-not-approved': [409, 'Not allowed'],
  'buyer-mail-not-permitted': [409, 'Not allowed'],
  'buyer-mail-repeated': [409, 'Written already'],
  'buyer-mail-decided': [409, 'Over already'],
  'package-unknown': [404, 'Not found'],
  'package-not-voidable': [409, 'Not allowed'],
  'backfill-running': [409, 'Running already'],
  'backfill-over': [409, 'Over already'],
  'file-over': [409, 'Over already'],
  'import-not-permitted': [403, 'Not allowed'],
  'report-stays': [409, 'Not allowed'],
  'import-state': [409, 'Not allowed'],
  'import-unlinks': [409, 'Confirm first'],
  'import-rows-gone': [410, 'Gone'],
  'tab-missing': [404, 'Not found'],
  'product-type-unknown': [404, 'Not found'],
  'product-type-withdrawn': [409, 'Withdrawn'],
  'submit-not-confirmed': [409, 'Confirm first'],
  'sku-listed-already': [409, 'Exists already'],
  'file-braked': [409, 'Not allowed'],
  'file-may-be-uploaded': [409, 'Confirm first'],
  'nothing-to-carry': [409, 'Nothing waits'],
  'outbox-refund-unsure': [409, 'Must be decided'],
  'outbox-under-way': [409, 'Under way'],
  'outbox-over': [409, 'Over already'],
  'sign-in-refused': [401, 'Not signed in'],
  'session-over': [401, 'Not signed in'],
  'too-many-tries': [429, 'Too many tries'],
  'sign-in-locked': [429, 'Locked'],
  'second-factor-needed': [403, 'Second factor'],
  'last-factor': [409, 'Not allowed'],
  'password-too-young': [409, 'Not allowed'],
  'link-over': [410, 'Over already'],
  'account-known': [409, 'Exists already'],
  'invitation-for-other': [409, 'Not allowed'],
  'owner-there': [409, 'Exists already'],
  'buyer-only-for-people': [403, 'Not allowed'],
  'buyer-not-permitted': [403, 'Not allowed'],
  'limits-only-by-owner': [403, 'Not allowed'],
  'shipping-run-closed': [403, 'Not allowed'],
  'reveal-quota': [429, 'Limit reached'],
  'buyer-gone': [410, 'Gone'],
  'export-used-up': [410, 'Gone'],
  'may-not-change-people': [403, 'Not allowed'],
  'may-not-give': [403, 'Not allowed'],
  'may-not-give-oneself': [403, 'Not allowed'],
  'person-needed': [403, 'Not allowed'],
  'only-the-owner': [403, 'Not allowed'],
  'owner-stays': [409, 'Not allowed'],
  'invitation-over': [409, 'Over already'],
  'review-moved': [409, 'Changed meanwhile'],
  throttled: [503, 'Try again later'],
  'amazon-down': [503, 'Try again later'],
  'answer-unreadable': [502, 'Amazon cannot be understood'],
  'answer-too-large': [502, 'Amazon cannot be understood'],
}

/** The value of a good result; a bad one ends the request with its problem. */
export function goodValue<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw refusalFor([result.problem])
}

/** The value of what was checked; otherwise the request ends with everything that is wrong, each with its field. */
export function checkedValue<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  throw refusalFor(checked.problems)
}

/** The same with fields named as the sender of one entry knows them: without `prefix`. */
export function underField<T>(checked: Checked<T>, prefix: string): Checked<T> {
  if (checked.ok) return checked
  const problems = checked.problems.map(({ code, facts }) => {
    const field = String(facts.field)
    return { code, facts: { ...facts, field: field.startsWith(prefix) ? field.slice(prefix.length) : field } }
  })
  return { ok: false, problems }
}

/** The value, or a 404 that says what there is not. */
export function foundValue<T>(value: T | null | undefined, what: string): T {
  if (value !== null && value !== undefined) return value
  throw refusalFor([problem('not-found', { what })])
}

function refusalFor(problems: readonly Problem[]): Refusal {
  const [status, title] = STATUS[problems[0]?.code ?? ''] ?? [422, 'Cannot be done']
  return new Refusal({ status, title, detail: '', problems })
}
