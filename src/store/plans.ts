import type { MerchantId } from '#core/ids.ts'
import type { Plan } from '#core/merchants/plan.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'

const PLANS = 'select name, includes_channel as "includesChannel" from deployment.plans order by position'

/** The plans of the deployment, the lowest first; none: plans are not used (C8). */
export const listPlans = (pool: Pool): Promise<Plan[]> => withoutMerchant(pool, (tx) => tx.query<Plan>(PLANS))

/** Replaces the plans; merchants of a plan that is gone have none. */
export const savePlans = (pool: Pool, plans: readonly Plan[]) =>
  withoutMerchant(pool, async (tx) => {
    await tx.query('delete from deployment.plans where name <> all($1)', [plans.map(({ name }) => name)])
    await tx.query('update deployment.plans set position = -1 - position')
    await tx.query(
      `insert into deployment.plans (position, name, includes_channel)
       select p.position, p.name, p.includes from unnest($1::integer[], $2::text[], $3::boolean[]) as p (position, name, includes)
       on conflict (name) do update set position = excluded.position, includes_channel = excluded.includes_channel`,
      [plans.map((_, at) => at), plans.map(({ name }) => name), plans.map((plan) => plan.includesChannel)],
    )
  })

/** Puts a merchant on a plan. Says whether there are such a merchant and such a plan. */
export const choosePlan = (pool: Pool, merchant: MerchantId, plan: string): Promise<boolean> =>
  withoutMerchant(pool, async (tx) => (await setPlan(tx, merchant, plan)) === 1)

/** The merchant's plan, or null. */
export const planOf = (pool: Pool, merchant: MerchantId): Promise<string | null> =>
  withoutMerchant(pool, (tx) => readPlan(tx, merchant))

/** The plans, and the merchant's own among them or null, inside a transaction that may raise it. */
export async function plansOf(tx: Tx, merchant: MerchantId): Promise<{ plans: readonly Plan[]; plan: string | null }> {
  return { plans: await tx.query<Plan>(PLANS), plan: await readPlan(tx, merchant) }
}

/** Raises the merchant's plan (C8). */
export const raisePlan = (tx: Tx, merchant: MerchantId, plan: string) => setPlan(tx, merchant, plan)

async function readPlan(tx: Tx, merchant: MerchantId): Promise<string | null> {
  const rows = await tx.query<{ plan: string | null }>('select plan from deployment.merchants where merchant_id = $1', [
    merchant,
  ])
  return rows[0]?.plan ?? null
}

const setPlan = async (tx: Tx, merchant: MerchantId, plan: string): Promise<number> =>
  (
    await tx.query(
      'update deployment.merchants set plan = $2 where merchant_id = $1 and exists (select from deployment.plans where name = $2) returning 1',
      [merchant, plan],
    )
  ).length
