import type { Command } from 'commander'
import { writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import type { HintTopic } from '#core/hints/hint-topic.ts'
import { tell } from '#core/problems.ts'
import type { Installation } from '#main/installation.ts'
import { deskOf, withInstallation, withJson } from '../open.ts'
import { print, table } from '../table.ts'

/** Adds `sqs`: how Amazon's notifications come in (C5, X3). */
export function sqsCommand(program: Command): void {
  withJson(
    program
      .command('sqs')
      .description("Amazon's notifications by SQS: the queue, the last message, what each connection is told of"),
  ).action((options: { json?: boolean }) =>
    withInstallation(async (installation) => {
      const found = await load(installation)
      print(options, { json: forPrograms(found), lines: linesOf(found) })
    }),
  )
}

const TOPICS: Readonly<Record<HintTopic, string>> = { orders: 'orders', feeds: 'feeds', reports: 'reports' }

type Found = Awaited<ReturnType<typeof load>>

async function load(installation: Installation) {
  const { deps, config } = installation
  const subscriptions = []
  for (const merchant of await deps.deployment.listMerchants()) {
    const { store } = deskOf(installation, merchant)
    for (const each of await store((tx) => tx.listSubscriptions()))
      subscriptions.push({ merchant: merchant.id, ...each })
  }
  return {
    set: config.hintQueue?.arn ?? null,
    queue: await deps.deployment.hintQueue(),
    destinations: await deps.deployment.listDestinations(),
    subscriptions,
  }
}

const forPrograms = ({ set, queue, destinations, subscriptions }: Found) => ({
  set,
  queue: queue && {
    arn: queue.arn,
    answeredAt: writeInstantOrNull(queue.answeredAt),
    messageAt: writeInstantOrNull(queue.messageAt),
    problem: queue.problem && writeProblem(queue.problem),
  },
  destinations: destinations.map(({ region, arn, checkedAt, problem }) => ({
    ...{ region, arn, checkedAt: writeInstant(checkedAt) },
    problem: problem && writeProblem(problem),
  })),
  subscriptions: subscriptions.map(({ merchant, connection, topic, checkedAt, heardAt, problem }) => ({
    ...{ merchant, connection, topic, checkedAt: writeInstant(checkedAt), heardAt: writeInstantOrNull(heardAt) },
    problem: problem && writeProblem(problem),
  })),
})

function linesOf({ set, queue, destinations, subscriptions }: Found): string[] {
  const at = (instant: number | null) => (instant === null ? 'never' : writeInstant(instant))
  if (!set && !queue) return ['No queue is set: orders come by the sweeps alone (docs/notifications-by-sqs.md).']
  const head = set
    ? [`The queue is ${set}.`]
    : ['No queue is set any more; what follows is as it was (docs/notifications-by-sqs.md).']
  const rows = subscriptions.map(({ merchant, connection, topic, checkedAt, heardAt, problem }) => [
    ...[merchant, connection, TOPICS[topic], at(checkedAt), heardAt === null ? 'not in a day' : at(heardAt)],
    problem ? tell(problem).sentence : 'asked for',
  ])
  return [
    ...head,
    `It answered last ${at(queue?.answeredAt ?? null)}; the last message came ${at(queue?.messageAt ?? null)}.`,
    ...(queue?.problem ? [tell(queue.problem).sentence] : []),
    ...destinations.flatMap(({ region, problem }) => (problem ? [`Region ${region}: ${tell(problem).sentence}`] : [])),
    '',
    ...(rows.length === 0
      ? ['No connection is told of anything yet: the server asks for it while it runs.']
      : table(['Merchant', 'Connection', 'Of', 'Looked for', 'Heard', 'State'], rows)),
  ]
}
