import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { merchantTime } from '#core/orders/merchant-time.ts'
import type { Asker } from '#core/people/giver.ts'
import type { Problem, Result } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import type { Deps, Tx } from '#flows/deps.ts'
import type { Installation } from '#main/installation.ts'
import type { Merchant } from '#store/merchants.ts'
import { CliRefusal } from './refusal.ts'
import { said } from './said.ts'

/** The options that every command about one merchant has. */
export type MerchantOptions = { readonly merchant?: string; readonly json?: boolean }

/** One merchant's desk: its store, and its way to write the time. */
export type Desk = {
  readonly installation: Installation
  readonly deps: Deps
  readonly merchant: Merchant
  time(at: number): string
  store<T>(work: (store: Tx['store']) => Promise<T>): Promise<T>
}

/** The name under which changes by command line are noted. */
export const WHO = 'the command line'

/** Who asks at the command line: the operator, who may everything there (X3). */
export const AS_OPERATOR: Asker = { name: WHO, userId: null, fresh: true }

/** Adds `--json`. */
export const withJson = (command: Command): Command => command.option('--json', 'for programs: JSON instead of tables')

/** Adds `--merchant` and `--json`. */
export const aboutMerchant = (command: Command): Command =>
  withJson(command.option('--merchant <id>', 'the Merchant ID; not needed when there is only one merchant'))

/** Opens the deployment for one command: joins the running embedded database, or starts and stops it. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const { readConfig } = await import('#main/config.ts')
  const { openInstallation } = await import('#main/installation.ts')
  const { createLog } = await import('#main/log.ts')
  const config = readConfig(process.env)
  if (!config.databases && !existsSync(config.dataFolder))
    console.error(`Making a new ${config.mode} database in ${config.dataFolder} ...`)
  const installation = await openInstallation(config, { log: createLog('silent') })
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}

/** The same at the desk of one merchant: the one named, or the only one. */
export const atDesk = <T>(options: MerchantOptions, work: (desk: Desk) => Promise<T>): Promise<T> =>
  withInstallation(async (installation) => work(deskOf(installation, await chooseMerchant(installation, options))))

/** The desk of one merchant. */
export function deskOf(installation: Installation, merchant: Merchant): Desk {
  const deps = { ...installation.deps, by: { who: WHO, way: 'command-line' as const } }
  const clock = { timeZone: merchant.timeZone, country: merchant.shipFrom.country }
  return {
    installation,
    deps,
    merchant,
    time: (at) => merchantTime(at, clock),
    store: (work) => deps.transaction(merchant.id, 'app', (tx) => work(tx.store)),
  }
}

async function chooseMerchant({ deps }: Installation, { merchant }: MerchantOptions): Promise<Merchant> {
  const all = await deps.deployment.listMerchants()
  if (all.length === 0)
    throw new CliRefusal('There is no merchant yet. Make one: ./millrace merchant add --help (in the demo: npm start).')
  const names = all.slice(0, 20).map((each) => each.id)
  if (merchant === undefined) {
    if (all.length === 1 && all[0]) return all[0]
    throw new CliRefusal(`There are ${all.length} merchants. Say which: --merchant ${names.join(' or ')}.`)
  }
  const found = all.find((each) => each.id === merchant)
  if (found) return found
  throw new CliRefusal(`There is no merchant [${merchant}]. Merchants: ${names.join(', ')}.`)
}

/** The value of a good result; a known problem ends the command with its sentence. */
export function goodValue<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw refusalOf([result.problem])
}

/** The value of what was checked; otherwise the command ends with everything that is wrong. */
export function checkedValue<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  throw refusalOf(checked.problems)
}

/** The same where fields were entered as options: each fault names what was typed. */
export function checkedEntry<T>(checked: Checked<T>, typed: Readonly<Record<string, string>>): T {
  if (checked.ok) return checked.value
  throw refusalOf(
    checked.problems.map(({ code, facts }) => {
      const field = String(facts.field).replace(/^\w+\[\d+\]\.?/, '')
      return { code, facts: { ...facts, field: typed[field] ?? typed[field.split('.')[0] ?? ''] ?? field } }
    }),
  )
}

/** The sentences of problems, as a refusal. */
const refusalOf = (problems: readonly Problem[]): CliRefusal => new CliRefusal(problems.map((each) => said(each)))
