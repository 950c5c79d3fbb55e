import type { MerchantId } from '#core/ids.ts'
import { planForChannel } from '#core/merchants/plan.ts'
import { ok, type Result } from '#core/problems.ts'
import type { Deps, Tx } from './deps.ts'

/** Whose plan it is, who asks, and whether they agree that it is raised. */
type Agreed = { readonly merchant: MerchantId; readonly who: string; readonly raisesPlan: boolean }

/** Raises the merchant's plan to the lowest that includes the channel, if that was agreed to (C8). */
export async function raisePlan(deps: Deps, tx: Tx, { merchant, who, raisesPlan }: Agreed): Promise<Result<null>> {
  const { plans, plan } = await tx.store.plansOf()
  const step = planForChannel(plans, plan)
  if (step.kind === 'fine') return ok(null)
  if (step.kind === 'none' || !raisesPlan) return { ok: false, problem: step.problem }
  await tx.store.raisePlan(step.to)
  tx.noteAct({ at: deps.now(), act: 'plan-changed', who, about: `${merchant}: ${step.to}`, merchant })
  return ok(null)
}
