import { type Command, Option } from 'commander'
import { writeOutbox } from '#contract/outbox.ts'
import { ERROR_SECTIONS } from '#core/error-log.ts'
import {
  OUTBOX_KINDS,
  OUTBOX_STATES,
  type OutboxKind,
  type OutboxRow,
  type OutboxState,
} from '#core/shipments/outbox.ts'
import { removeOutbox, retryOutbox } from '#flows/decide-outbox.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { said } from '../said.ts'
import { count, print } from '../table.ts'

type Wanted = MerchantOptions & { kind?: OutboxKind; state?: OutboxState; limit: number }

/** Adds `outbox`: what goes up to Amazon, what went wrong, Retry now and Remove (E6). */
export function outboxCommand(program: Command): void {
  const noun = program.command('outbox').description('what goes up to Amazon (the retry queue): list, retry, remove')
  aboutMerchant(noun.command('list').description('what waits for a person first; without --state what is not over'))
    .addOption(new Option('--kind <kind>', 'only these').choices(OUTBOX_KINDS))
    .addOption(new Option('--state <state>', 'only in this state').choices(OUTBOX_STATES))
    .option('--limit <n>', 'at most so many', readCount, 50)
    .action((options: Wanted) =>
      atDesk(options, async (desk) => {
        const { kind, state, limit } = options
        const rows = await desk.store((tx) => tx.listOutbox({ kind, state, after: null, limit }))
        print(options, {
          json: { outbox: rows.map(writeOutbox) },
          lines:
            rows.length === 0
              ? ['Nothing of that kind is on its way to Amazon.']
              : [...rows.flatMap((row) => linesOf(row, desk)), '', count(rows.length, 'entry', 'entries')],
        })
      }),
    )
  addDeed(noun, { name: 'retry', does: 'send it now, from the beginning', said: 'goes up now' }, retryOutbox)
  addDeed(noun, { name: 'remove', does: 'take it off: it is never sent', said: 'is taken off' }, removeOutbox)
}

/** How an entry is told in one line, and below it what went wrong. */
export function linesOf(row: OutboxRow, { time }: Pick<Desk, 'time'>): string[] {
  const { outboxId, kind, subject, orderId, amazonOrderId, state, attempts, nextAt, way } = row
  const tried = attempts === 0 ? '' : `, ${count(attempts, 'try', 'tries')}`
  const next = state === 'waiting' ? `, next ${time(nextAt)}` : ''
  const what = { confirmation: `package ${subject}`, cancellation: 'cancellation', refund: `refund ${subject}` }[kind]
  return [
    `${outboxId}  ${what} of order ${orderId} (${amazonOrderId})  ${state} by ${way}${tried}${next}`,
    ...(row.problem ? [`  - ${said(row.problem)}`] : []),
    ...mendingLine(row),
  ]
}

/** A refund that may have been paid is decided and not simply sent again (O16). */
function mendingLine({ outboxId, kind, subject, state }: OutboxRow): string[] {
  if (state !== 'refused' && state !== 'unsure') return []
  return kind === 'refund' && state === 'unsure'
    ? [`      ./millrace refund decide ${subject} --paid   (or --not-paid)`]
    : [`      ./millrace outbox retry ${outboxId}   (or outbox remove ${outboxId})`]
}

/** The sections of the Error Log about what went up: what waits for a person (E5). */
export const sectionLines = (rows: readonly OutboxRow[], desk: Pick<Desk, 'time'>): string[] =>
  OUTBOX_KINDS.flatMap((kind) => {
    const mine = rows.filter((row) => row.kind === kind)
    return mine.length === 0 ? [] : [ERROR_SECTIONS[kind], ...mine.flatMap((row) => linesOf(row, desk)), '']
  })

function addDeed(
  noun: Command,
  { name, does, said }: { readonly name: string; readonly does: string; readonly said: string },
  deed: typeof retryOutbox,
): void {
  aboutMerchant(
    noun.command(name).description(does).argument('<entry>', 'its number in outbox list', readCount),
  ).action((outboxId: number, options: MerchantOptions) =>
    atDesk(options, async ({ deps, merchant }) => {
      const row = goodValue(await deed(deps, merchant.id, { outboxId, who: WHO }))
      print(options, { json: writeOutbox(row), lines: [`${row.outboxId} of order ${row.amazonOrderId} ${said}.`] })
    }),
  )
}
