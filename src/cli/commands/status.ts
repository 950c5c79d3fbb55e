import type { Command } from 'commander'
import { writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import { STAGES } from '#core/orders/stage.ts'
import { reviewDueAt } from '#core/people/access-review.ts'
import { levelsWithoutMethod } from '#core/settings/levels-without-method.ts'
import { LEVEL_NAMES } from '#core/shipping/service-level.ts'
import { aboutMerchant, atDesk, type Desk, deskOf, type MerchantOptions, withInstallation } from '../open.ts'
import { said } from '../said.ts'
import { count, print, table } from '../table.ts'

/** Adds `status`: how each merchant's work stands. */
export function statusCommand(program: Command): void {
  aboutMerchant(
    program.command('status').description('how the work stands: connections, orders, what is held, problems'),
  ).action((options: MerchantOptions) => {
    if (options.merchant !== undefined) return atDesk(options, async (desk) => show(options, [await statusOf(desk)]))
    return withInstallation(async (installation) => {
      const each = []
      for (const merchant of await installation.deps.deployment.listMerchants())
        each.push(await statusOf(deskOf(installation, merchant)))
      show(options, each)
    })
  })
}

type Status = { readonly json: object; readonly lines: readonly string[] }

function show(options: MerchantOptions, all: readonly Status[]): void {
  const lines = all.flatMap((each, at) => (at === 0 ? each.lines : ['', '', ...each.lines]))
  const none = ['There is no merchant yet. Make one: ./millrace merchant add --help (in the demo: npm start).']
  print(options, { json: { merchants: all.map((each) => each.json) }, lines: all.length === 0 ? none : lines })
}

type Found = Awaited<ReturnType<typeof load>>

async function statusOf(desk: Desk): Promise<Status> {
  const found = await load(desk)
  return { json: forPrograms(desk, found), lines: linesOf(desk, found) }
}

const load = ({ store }: Desk) =>
  store(async (tx) => {
    const sweeps = await tx.lastSweeps()
    const connections = await tx.listConnections()
    return {
      connections: connections.map((each) => ({ ...each, sweep: sweeps.find((one) => one.connection === each.id) })),
      orders: await tx.countOrders(),
      documents: await tx.countDocuments(),
      problems: await tx.listProblems(),
      settings: await tx.readSettings(),
      methods: await tx.listMethods(),
      reviewDueAt: reviewDueAt(await tx.reviewTimes()),
    }
  })

const forPrograms = ({ merchant }: Desk, { connections, orders, documents, problems, reviewDueAt: dueAt }: Found) => ({
  merchant: merchant.id,
  name: merchant.name,
  suspended: merchant.suspendedAt !== null,
  connections: connections.map(({ id, state, importing, sweep }) => ({
    id,
    state,
    importing,
    readThrough: writeInstantOrNull(sweep?.watermark ?? null),
    lastSweepAt: writeInstantOrNull(sweep?.completedAt ?? null),
    nextSweepAt: writeInstantOrNull(sweep?.nextAt ?? null),
  })),
  orders,
  documents,
  accessReviewDueAt: writeInstantOrNull(dueAt),
  problems: problems.map(({ problem, connection, since }) => ({
    ...writeProblem(problem),
    connection,
    since: writeInstant(since),
  })),
})

const linesOf = (desk: Desk, found: Found): string[] => [
  headOf(desk),
  '',
  ...connectionLines(desk, found),
  '',
  ...table(
    ['Orders', 'Count'],
    STAGES.map((stage) => [stage, found.orders[stage] ?? 0]),
  ),
  '',
  ...documentLines(desk, found),
  ...problemLines(desk, found),
  ...reviewLines(desk, found),
]

const headOf = ({ merchant }: Desk): string => {
  const suspended = merchant.suspendedAt === null ? '' : '  SUSPENDED'
  return `${merchant.id}  ${merchant.name}  (${merchant.timeZone}, ${merchant.currency})${suspended}`
}

function connectionLines({ time }: Desk, { connections, settings, methods }: Found): string[] {
  const or = (at: number | null | undefined) => (at ? time(at) : '')
  const rows = connections.map(({ id, state, importing, startedAt, sweep }) => [
    id,
    state,
    importing ? 'yes' : startedAt === null ? 'not started' : 'paused',
    or(sweep?.watermark),
    or(sweep?.completedAt),
    importing ? or(sweep?.nextAt) : '',
  ])
  const without = levelsWithoutMethod(settings.shipping.levels, methods)
  const names = without.map((level) => LEVEL_NAMES[level]).join(', ')
  return [
    ...(rows.length === 0
      ? ['Not connected yet: ./millrace connect --help']
      : table(['Connection', 'Authorization', 'Importing', 'Read through', 'Last sweep', 'Next sweep'], rows)),
    ...(names === '' ? [] : [`No shipping method in use for ${names}: ./millrace settings show`]),
  ]
}

function documentLines({ merchant }: Desk, { documents }: Found): string[] {
  const rows = Object.entries(documents).sort(([a], [b]) => a.localeCompare(b))
  const held = documents.held ?? 0
  const list = `./millrace errors list --merchant ${merchant.id}`
  return [
    ...(rows.length === 0 ? ['Nothing has arrived from Amazon yet.'] : table(['Documents', 'Count'], rows)),
    '',
    held === 0 ? 'Nothing is held.' : `${count(held, 'order is', 'orders are')} held: ${list}`,
  ]
}

function problemLines({ time }: Desk, { problems }: Found): string[] {
  if (problems.length === 0) return ['No open problems.']
  // Mails belong to no connection.
  const where = (connection: string) => (connection === '' ? 'mails' : connection)
  const each = problems.map((one) => `  since ${time(one.since)}, ${where(one.connection)}: ${said(one.problem)}`)
  return [`${count(problems.length, 'open problem')}:`, ...each]
}

function reviewLines({ deps, merchant, time }: Desk, { reviewDueAt: dueAt }: Found): string[] {
  if (dueAt === null || dueAt > deps.now()) return []
  const [day] = time(dueAt).split(' ')
  return [
    `Nobody has looked through who may do what since it was due on ${day}: ./millrace review show --merchant ${merchant.id}`,
  ]
}
