import type { Command } from 'commander'
import { writeAlarm, writeReview, writeSigned } from '#contract/audit.ts'
import { MERCHANT_ACTS, type MerchantAct } from '#core/audit/acts.ts'
import { tellAlarm } from '#core/audit/look-for-alarms.ts'
import { closeAlarm, readReview, setCanary, signOff } from '#flows/review-audit.ts'
import { readCount, readOrder } from '../arguments.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { count, print } from '../table.ts'

/** Adds the review every two weeks, and alarms (D41, D42). */
export function reviewCommands(noun: Command): void {
  aboutMerchant(
    noun.command('review').description('what people did with buyer data since the last review, and alarms'),
  ).action((options: MerchantOptions) =>
    atDesk(options, async ({ deps, merchant, time }) => {
      const review = await readReview(deps, merchant.id)
      const { last, dueAt, isOverdue, through, counts, alarms } = review
      print(options, {
        json: writeReview(review),
        lines: [
          last ? `Last reviewed ${time(last.signedAt)} by ${last.signedBy}.` : 'Nobody has reviewed it yet.',
          ...(dueAt === null ? [] : [`${isOverdue ? 'OVERDUE since' : 'Due by'} ${time(dueAt)}.`]),
          ...Object.entries(counts).map(
            ([act, many]) => `${count(many, 'time')}: ${MERCHANT_ACTS[act as MerchantAct] ?? act}`,
          ),
          ...alarms.map((each) => `ALARM ${each.alarmId} of ${time(each.raisedAt)}: ${tellAlarm(each)}`),
          `./millrace audit list shows each row. Sign off: ./millrace audit sign-off ${through} --by NAME`,
        ],
      })
    }),
  )
  aboutMerchant(noun.command('sign-off').description('note that the audit was looked through up to this row'))
    .argument('<row>', 'its number', readCount)
    .requiredOption('--by <name>', 'who looked')
    .option('--word <text>', 'what was seen', '')
    .action((through: number, options: MerchantOptions & { by: string; word: string }) =>
      atDesk(options, async ({ deps, merchant, time }) => {
        const signed = goodValue(
          await signOff(deps, merchant.id, {
            who: `${options.by} (${WHO})`,
            through,
            word: options.word,
          }),
        )
        print(options, {
          json: writeSigned(signed),
          lines: [`Signed off up to row ${signed.through}, ${time(signed.signedAt)}.`],
        })
      }),
    )
  aboutMerchant(noun.command('close-alarm').description('close an alarm with what it was'))
    .argument('<alarm>', 'its number', readCount)
    .requiredOption('--by <name>', 'who looked into it')
    .requiredOption('--word <text>', 'what it was')
    .action((alarmId: number, options: MerchantOptions & { by: string; word: string }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const asked = { alarmId, who: `${options.by} (${WHO})`, word: options.word }
        const closed = goodValue(await closeAlarm(deps, merchant.id, asked))
        print(options, { json: writeAlarm(closed), lines: [`Alarm ${closed.alarmId} is closed.`] })
      }),
    )
  aboutMerchant(
    noun.command('canary <order>').description('an order that nobody has a reason to open: who does raises an alarm'),
  )
    .option('--off', 'an ordinary order again')
    .action((order: string, options: MerchantOptions & { off?: boolean }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const all = goodValue(
          await setCanary(deps, merchant.id, { order: readOrder(order), set: !options.off, who: WHO }),
        )
        print(options, {
          json: { canaries: all },
          lines: [all.length === 0 ? 'There is no canary.' : `Canaries: ${all.join(', ')}`],
        })
      }),
    )
}
