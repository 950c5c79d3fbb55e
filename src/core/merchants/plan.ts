import { type Problem, problem } from '../problems.ts'
import { type Checked, checkedAs, collectFaults, findTwice, isText } from '../settings/faults.ts'

/** A plan of the deployment, and whether it includes the channel Amazon Seller Central (C8). */
export type Plan = { readonly name: string; readonly includesChannel: boolean }

/** What connecting does to a merchant's plan: nothing, raise it after the merchant agreed, or it cannot be. */
export type PlanStep =
  | { readonly kind: 'fine' }
  | { readonly kind: 'raise'; readonly to: string; readonly problem: Problem }
  | { readonly kind: 'none'; readonly problem: Problem }

/** Says whether a merchant's plan includes the channel, and else to which it is raised: the lowest above it that does (C8). Without plans nothing is asked. */
export function planForChannel(plans: readonly Plan[], plan: string | null): PlanStep {
  if (plans.length === 0) return { kind: 'fine' }
  const at = plans.findIndex(({ name }) => name === plan)
  if (plans[at]?.includesChannel) return { kind: 'fine' }
  const next = plans.find((each, place) => place > at && each.includesChannel)
  if (!next) return { kind: 'none', problem: problem('no-plan-has-channel') }
  return {
    kind: 'raise',
    to: next.name,
    problem: problem('plan-lacks-channel', { plan: plan ?? '(none)', next: next.name }),
  }
}

/** What must hold to save the plans: names that differ. */
export function checkPlans(entered: readonly Plan[]): Checked<Plan[]> {
  const faults = collectFaults()
  faults.need(entered.length <= 50, 'plans', 'must be at most 50')
  entered.forEach(({ name }, at) => {
    faults.need(isText(name, 1, 60), `plans[${at}].name`, 'must be 1 to 60 characters')
  })
  findTwice(
    entered.map(({ name }) => name),
    (at) => `plans[${at}].name`,
    faults,
  )
  return checkedAs([...entered], faults)
}
