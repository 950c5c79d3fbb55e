import type { Command } from 'commander'
import { writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { sumsOf } from '#core/orders/reconciliation-sums.ts'
import { askBackfill, askReconciliation, cancelBackfill } from '#flows/ask-reconciliation.ts'
import type { Reconciliation } from '#store/reconciliations.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { print, table } from '../table.ts'
import { chooseConnection, withConnection } from './start.ts'

const WHO_WORKS = 'The server does the work (npm start); ./millrace run does what is due once.'

type Wanted = MerchantOptions & { connection?: string }

/** Adds `reconcile`: what Amazon lists against what is known, every night and on demand (O18). */
export function reconcileCommand(program: Command): void {
  const noun = withConnection(program.command('reconcile'))
    .description("compare Amazon's list of orders with ours: list, or --now")
    .option('--now', 'begin one now')
    .action((options: Wanted & { now?: boolean }) =>
      atDesk(options, async (desk) => {
        if (!options.now) return listNights(desk, { ...options, limit: 5 })
        const connection = await chooseConnection(desk, options)
        const { runId } = goodValue(await askReconciliation(desk.deps, desk.merchant.id, { connection, who: WHO }))
        const begun = runId === null ? 'A reconciliation begins.' : `Reconciliation ${runId} is under way already.`
        print(options, { json: { connection, run: runId }, lines: [begun, WHO_WORKS] })
      }),
    )
  aboutMerchant(noun.command('list').description('reconciliations, the newest first'))
    .option('--limit <n>', 'at most so many', readCount, 20)
    .action((_: object, command: Command) => {
      const options = command.optsWithGlobals() as MerchantOptions & { limit: number }
      return atDesk(options, (desk) => listNights(desk, options))
    })
}

async function listNights(desk: Desk, options: MerchantOptions & { limit: number }): Promise<void> {
  const { runs, next } = await desk.store(async (tx) => ({
    runs: await tx.listReconciliations({ kind: 'night', before: null, limit: options.limit }),
    next: await tx.nextReconciliations(),
  }))
  const planned = next.flatMap(({ connection, nextAt }) =>
    nextAt === null ? [] : [`Next for ${connection}: ${desk.time(nextAt)}.`],
  )
  show(desk, options, { runs, none: 'Nothing has been reconciled yet.', last: planned })
}

type FillWish = Wanted & { from?: string; to?: string }

/** Adds `backfill`: the orders of a range of days, once (O18). */
export function backfillCommand(program: Command): void {
  const noun = withConnection(program.command('backfill'))
    .description('fetch the orders of a range of days: --from and --to, list, cancel')
    .option('--from <day>', 'the first day, YYYY-MM-DD')
    .option('--to <day>', 'the last day, included')
    .action((options: FillWish) => {
      const { from, to } = options
      if ((from === undefined) !== (to === undefined)) throw new CliRefusal('Say both: --from <day> --to <day>.', 2)
      return atDesk(options, async (desk) => {
        if (from === undefined || to === undefined) return listFills(desk, { ...options, limit: 5 })
        const connection = await chooseConnection(desk, options)
        const wish = { connection, from, to, who: WHO }
        const begun = goodValue(await askBackfill(desk.deps, desk.merchant.id, wish))
        print(options, {
          json: {
            ...begun,
            from: writeInstant(begun.from),
            to: writeInstant(begun.to),
            cutOff: writeInstantOrNull(begun.cutOff),
          },
          lines: [
            `Back-fill ${begun.runId} of the orders placed from ${desk.time(begun.from)} to ${desk.time(begun.to)} begins.`,
            ...(begun.cutOff === null
              ? []
              : [`Orders placed before ${desk.time(begun.cutOff)} are not imported, so those days are left out.`]),
            WHO_WORKS,
          ],
        })
      })
    })
  aboutMerchant(noun.command('list').description('back-fills, the newest first'))
    .option('--limit <n>', 'at most so many', readCount, 20)
    .action((_: object, command: Command) => {
      const options = command.optsWithGlobals() as MerchantOptions & { limit: number }
      return atDesk(options, (desk) => listFills(desk, options))
    })
  aboutMerchant(noun.command('cancel').description('cancel a back-fill; what it fetched stays'))
    .argument('<run>', 'its number', readCount)
    .action((run: number, _: object, command: Command) => {
      const options = command.optsWithGlobals() as MerchantOptions
      return atDesk(options, async ({ deps, merchant }) => {
        goodValue(await cancelBackfill(deps, merchant.id, run))
        print(options, { json: { run, state: 'cancelled' }, lines: [`Back-fill ${run} is cancelled.`] })
      })
    })
}

async function listFills(desk: Desk, options: MerchantOptions & { limit: number }): Promise<void> {
  const runs = await desk.store((tx) =>
    tx.listReconciliations({ kind: 'back-fill', before: null, limit: options.limit }),
  )
  show(desk, options, { runs, none: 'There was no back-fill yet. ./millrace backfill --help', last: [] })
}

type Shown = { readonly runs: readonly Reconciliation[]; readonly none: string; readonly last: readonly string[] }

function show(desk: Desk, options: MerchantOptions, { runs, none, last }: Shown): void {
  print(options, {
    json: {
      runs: runs.map(({ progress: _, from, to, beganAt, endedAt, ...run }) => ({
        ...run,
        ...sumsOf(run),
        from: writeInstant(from),
        to: writeInstant(to),
        beganAt: writeInstant(beganAt),
        endedAt: writeInstantOrNull(endedAt),
      })),
    },
    lines: [
      ...(runs.length === 0
        ? [none]
        : table(
            ['Run', 'Connection', 'Began', 'State', 'Listed', 'Accounted for', 'Differing', 'Fetched', 'Still open'],
            runs.map((run) => {
              const sums = sumsOf(run)
              return [
                run.runId,
                run.connection,
                desk.time(run.beganAt),
                run.state,
                run.listed,
                sums.accountedFor,
                sums.differing,
                sums.fetched,
                sums.stillOpen,
              ]
            }),
          )),
      ...runs.flatMap((run) => [
        ...(run.why === null ? [] : ['', `${run.runId}: ${run.why}`]),
        ...(run.problem === null ? [] : ['', `${run.runId}: ${said(run.problem)}`]),
      ]),
      ...(last.length > 0 ? ['', ...last] : []),
    ],
  })
}
