import { type Command, Option } from 'commander'
import { writeMailDetail, writeMailSummary } from '#contract/notifications.ts'
import { MAIL_STATES, type Mail, type MailState } from '#core/notifications/mail.ts'
import { removeWaitingMail, sendTestMail } from '#flows/configure-notifications.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { count, pairs, print } from '../table.ts'

type Wanted = MerchantOptions & { state?: MailState; limit: number }

/** Adds `mail`: the mails that were written, what became of them, and a test (N1-N3). */
export function mailCommand(program: Command): void {
  const noun = program.command('mail').description('mails to people of the merchant: list, show, test, remove')
  aboutMerchant(noun.command('list').description('the newest first; without a mail server all mails are read here'))
    .addOption(new Option('--state <state>', 'only in this state').choices(MAIL_STATES))
    .option('--limit <n>', 'at most so many', readCount, 50)
    .action((options: Wanted) =>
      atDesk(options, async (desk) => {
        const { state, limit } = options
        const mails = await desk.store((tx) => tx.listMails({ state, after: null, limit }))
        print(options, {
          json: { mails: mails.map(writeMailSummary) },
          lines:
            mails.length === 0
              ? ['There are no mails.']
              : [...mails.flatMap((mail) => linesOf(mail, desk)), '', count(mails.length, 'mail')],
        })
      }),
    )
  aboutMerchant(noun.command('show <mail>').description('one mail with its text')).action(
    (number: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const mail = await desk.store((tx) => tx.findMail(readNumber(number)))
        if (!mail) throw new CliRefusal(`There is no mail [${number}]. ./millrace mail list shows them.`)
        print(options, { json: writeMailDetail(mail), lines: longLines(mail, desk) })
      }),
  )
  aboutMerchant(noun.command('remove <mail>').description('take a waiting mail off: it is never sent')).action(
    (number: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const mail = goodValue(await removeWaitingMail(desk.deps, desk.merchant.id, readNumber(number)))
        print(options, { json: writeMailSummary(mail), lines: [`Mail ${mail.mailId} is taken off.`] })
      }),
  )
  addTest(noun)
}

/** Adds `test`: one mail, now. */
export function addTest(noun: Command): void {
  aboutMerchant(noun.command('test <address>').description('send one mail now and say how it came out')).action(
    (address: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const mail = goodValue(await sendTestMail(desk.deps, desk.merchant.id, address))
        print(options, { json: writeMailDetail(mail), lines: [tellTest(mail)] })
        if (mail.state === 'refused') process.exitCode = 1
      }),
  )
}

function tellTest({ state, address, mailId, problem }: Mail): string {
  if (problem) return said(problem)
  return state === 'kept'
    ? `No mail server is set, so the mail is kept here: ./millrace mail show ${mailId}`
    : `The mail server took the mail to ${address}. Look whether it arrived.`
}

function readNumber(entered: string): number {
  if (/^\d{1,15}$/.test(entered)) return Number(entered)
  throw new CliRefusal(`[${entered}] is not the number of a mail.`, 2)
}

function linesOf(mail: Mail, { time }: Pick<Desk, 'time'>): string[] {
  const { mailId, writtenAt, address, subject, state, attempts, nextAt, problem } = mail
  const next = state === 'waiting' ? `, ${count(attempts, 'try', 'tries')}, next ${time(nextAt)}` : ''
  return [
    `${mailId}  ${time(writtenAt)}  ${address}  ${state}${next}`,
    `    ${subject}`,
    ...(problem ? [`  - ${said(problem)}`] : []),
  ]
}

const longLines = (mail: Mail, { time }: Desk): string[] => [
  ...pairs([
    ['To', mail.address],
    ['Subject', mail.subject],
    ['Written', time(mail.writtenAt)],
    ['State', mail.state],
  ]),
  ...(mail.problem ? [`  - ${said(mail.problem)}`] : []),
  '',
  mail.text.trimEnd(),
]
