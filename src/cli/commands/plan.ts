import type { Command } from 'commander'
import { plansFile } from '#contract/plans.ts'
import type { MerchantId } from '#core/ids.ts'
import { checkPlans } from '#core/merchants/plan.ts'
import { WHO, withInstallation, withJson } from '../open.ts'
import { readFile } from '../read-file.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'

/** Adds `plan`: the plans of the deployment and who is on which; off unless any are saved (C8). */
export function planCommand(program: Command): void {
  const noun = program.command('plan').description('plans of this deployment, if it has any: list, set, choose')
  withJson(noun.command('list').description('the plans, the lowest first, and who is on which')).action(
    (options: { json?: boolean }) =>
      withInstallation(async ({ deps }) => {
        const plans = await deps.deployment.listPlans()
        const merchants = await deps.deployment.listMerchants()
        const on = await Promise.all(merchants.map(async ({ id }) => ({ id, plan: await deps.deployment.planOf(id) })))
        const rows = plans.map(({ name, includesChannel }) => [
          name,
          includesChannel ? 'yes' : 'no',
          on.flatMap(({ id, plan }) => (plan === name ? [id] : [])).join(' '),
        ])
        print(options, {
          json: { plans, merchants: on },
          lines:
            plans.length === 0
              ? ['There are no plans: every merchant may be connected.']
              : table(['Plan', 'Amazon Seller Central', 'Merchants'], rows),
        })
      }),
  )
  withJson(noun.command('set <file>').description('replace the plans; an empty list switches them off'))
    .addHelpText(
      'after',
      '\nThe file: {"plans": [{"name": "Small", "includesChannel": false}, {"name": "Large", "includesChannel": true}]}, the lowest first.',
    )
    .action((file: string, options: { json?: boolean }) =>
      withInstallation(async ({ deps }) => {
        const { value, checked } = readFile(file, plansFile)
        const plans = checked(checkPlans(value.plans))
        await deps.deployment.savePlans(plans)
        const about = plans.map(({ name }) => name).join(', ')
        await deps.deployment.noteAct({ at: deps.now(), act: 'plan-changed', who: WHO, about })
        print(options, { json: { plans }, lines: [plans.length === 0 ? 'Plans are off.' : `The plans: ${about}.`] })
      }),
    )
  withJson(noun.command('choose <merchant> <plan>').description('put a merchant on a plan')).action(
    (merchant: string, plan: string, options: { json?: boolean }) =>
      withInstallation(async ({ deps }) => {
        if (!(await deps.deployment.choosePlan(merchant as MerchantId, plan)))
          throw new CliRefusal(
            `There is no merchant [${merchant}] or no plan [${plan}]. ./millrace plan list shows them.`,
          )
        const about = `${merchant}: ${plan}`
        await deps.deployment.noteAct({ at: deps.now(), act: 'plan-changed', who: WHO, about, merchant })
        print(options, { json: { merchant, plan }, lines: [`${merchant} is on the plan ${plan}.`] })
      }),
  )
}
