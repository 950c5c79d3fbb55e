import type { Command } from 'commander'
import { writeRetention } from '#contract/retention.ts'
import { reportRetention } from '#flows/report-retention.ts'
import { aboutMerchant, atDesk, type Desk, type MerchantOptions } from '../open.ts'
import { count, print, table } from '../table.ts'

const KINDS = {
  buyers: 'Buyers of orders',
  documents: 'Originals with a buyer',
  pages: 'Pages not imported',
  files: 'Files not applied',
} as const
const LINES = 20

/** Adds `retention report`: what is kept of buyers, until when, and what was purged (U4). */
export function retentionCommand(program: Command): void {
  const noun = program.command('retention').description('for how long buyer data is kept')
  aboutMerchant(
    noun
      .command('report')
      .description('what is kept of buyers, until when, under which keys, and what was purged when'),
  ).action((options: MerchantOptions) =>
    atDesk(options, async (desk) => {
      const report = await reportRetention(desk.deps, desk.merchant.id)
      print(options, { json: writeRetention(report), lines: linesOf(desk, report) })
    }),
  )
}

function linesOf({ time }: Desk, { days, held, keys, purges }: Awaited<ReturnType<typeof reportRetention>>): string[] {
  const overdue = held.reduce((sum, each) => sum + each.overdue, 0)
  const when = (at: number | null) => (at === null ? '-' : time(at))
  return [
    `Buyer data is kept for ${count(days, 'day')} after shipment.`,
    '',
    ...table(
      ['Kept', 'Count', 'Oldest', 'Gone by', 'Overdue'],
      held.map((each) => [KINDS[each.kind], each.count, when(each.oldest), when(each.goneBy), each.overdue]),
    ),
    '',
    ...(keys.length === 0
      ? ['There is no key yet.']
      : table(
          ['Key', 'Made', 'Buyers', 'Originals', 'Pages', 'Files', 'Mails'],
          keys.map((key) => [
            ...[key.id, time(key.createdAt), key.buyers, key.documents, key.pages],
            ...[key.brought_files, key.mail_texts],
          ]),
        )),
    '',
    ...(purges.length === 0
      ? ['Nothing had to be purged yet.']
      : table(
          ['Purged', 'Row of the audit', 'What'],
          purges.slice(0, LINES).map((row) => [
            time(row.at),
            row.seq,
            Object.entries(row.counts)
              .map(([kind, many]) => `${many} ${kind}`)
              .join(', '),
          ]),
        )),
    ...(overdue === 0 ? [] : ['', `OVERDUE: ${overdue} should be gone. ./millrace status says what is wrong.`]),
  ]
}
