import { Argument, type Command, Option } from 'commander'
import { writeBuyerMailSummary } from '#contract/buyer-mails.ts'
import {
  BUYER_MAIL_STATES,
  type BuyerMail,
  type BuyerMailState,
  MAIL_DECISIONS,
  type MailDecision,
} from '#core/buyer-mails/buyer-mail.ts'
import { MAIL_KINDS, type MailKind } from '#core/settings/email-settings.ts'
import { askBuyerMail } from '#flows/ask-buyer-mail.ts'
import { decideBuyerMail } from '#flows/decide-buyer-mail.ts'
import { readCount, readOrder } from '../arguments.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { readText } from '../read-file.ts'
import { said } from '../said.ts'
import { count, print } from '../table.ts'

const ABOUT_ASKING = `
Kinds: ${MAIL_KINDS.join(', ')}. An invoice is written from the order; for the others the text comes from a file, or from standard
input with -, so that it stands in no history of commands. No link, e-mail address or telephone number may be in it.`

/** Adds `buyer-mail`: mails to buyers, of the kinds that Amazon permits (O8). */
export function buyerMailCommand(program: Command): void {
  const noun = program.command('buyer-mail').description('mails to buyers: ask for one, list, decide')
  aboutMerchant(noun.command('ask <order>').description('write to the buyer of an order'))
    .addArgument(new Argument('<kind>', 'what it is').choices(MAIL_KINDS))
    .option('--text <file>', 'the file with the text, or - for standard input')
    .addHelpText('after', ABOUT_ASKING)
    .action((order: string, ...[kind, options]: [MailKind, MerchantOptions & { text?: string }]) => {
      const text = options.text === undefined ? '' : readText(options.text).trim()
      return atDesk(options, async ({ deps, merchant }) => {
        const asked = { order: readOrder(order), kind, text, who: WHO }
        const mail = goodValue(await askBuyerMail(deps, merchant.id, asked))
        const lines = [
          `Mail ${mail.mailId} to the buyer of ${mail.amazonOrderId} is written down and goes within a minute.`,
        ]
        print(options, { json: writeBuyerMailSummary(mail), lines })
      })
    })
  addList(noun)
  aboutMerchant(
    noun.command('decide <mail>').description('say what becomes of a mail that is unclear, refused or waiting'),
  )
    .addArgument(
      new Argument('<decision>', 'was-sent, send (perhaps a second time), or remove').choices(MAIL_DECISIONS),
    )
    .action((mail: string, ...[decision, options]: [MailDecision, MerchantOptions]) =>
      atDesk(options, async ({ deps, merchant }) => {
        const mailId = /^\d{1,15}$/.test(mail) ? Number(mail) : 0
        const said = goodValue(await decideBuyerMail(deps, merchant.id, { mailId, decision, who: WHO }))
        print(options, { json: writeBuyerMailSummary(said), lines: [`Mail ${said.mailId} is [${said.state}].`] })
      }),
    )
}

type Wanted = MerchantOptions & { state?: BuyerMailState; limit: number }

function addList(noun: Command): void {
  aboutMerchant(noun.command('list').description('the newest first; neither the buyer nor the text is shown'))
    .addOption(new Option('--state <state>', 'only in this state').choices(BUYER_MAIL_STATES))
    .option('--limit <n>', 'at most so many', readCount, 50)
    .action((options: Wanted) =>
      atDesk(options, async (desk) => {
        const { state, limit } = options
        const mails = await desk.store((tx) => tx.listBuyerMails({ state, after: null, limit }))
        const lines = [...mails.flatMap((mail) => linesOf(mail, desk)), '', count(mails.length, 'mail')]
        print(options, {
          json: { mails: mails.map(writeBuyerMailSummary) },
          lines: mails.length === 0 ? ['No mail to a buyer was written.'] : lines,
        })
      }),
    )
}

function linesOf(mail: BuyerMail, { time }: Pick<Desk, 'time'>): string[] {
  const next = mail.state === 'waiting' ? `, ${count(mail.attempts, 'try', 'tries')}, next ${time(mail.nextAt)}` : ''
  return [
    `${mail.mailId}  ${time(mail.askedAt)}  ${mail.amazonOrderId}  ${mail.kind}  ${mail.state}${next}  (${mail.askedBy})`,
    ...(mail.problem ? [`  - ${said(mail.problem)}`] : []),
  ]
}
