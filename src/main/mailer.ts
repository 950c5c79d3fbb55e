import { createTransport } from 'nodemailer'
import { failed, ok, type Result } from '#core/problems.ts'
import { visibleText } from '#core/visible-text.ts'
import type { MailServer, OutgoingMail } from '#flows/deps.ts'
import type { Config, MailConfig } from './config.ts'

/** How long each step of the talk with a mail server may take, and all of it. */
export type Patience = { readonly step: number; readonly whole: number }

const PATIENCE: Patience = { step: 15_000, whole: 60_000 }

/** How many mails of this process the demo's mailbox remembers. */
const MOST_KEPT = 100

/** Where this deployment's mails go: its mail server; without one they are kept in the demo, and wait in real mode. */
export function mailServerOf({ mode, mail, publicUrl }: Pick<Config, 'mode' | 'mail' | 'publicUrl'>): MailServer {
  if (mail) return { publicUrl, send: (outgoing) => sendBySmtp(mail, outgoing) }
  if (mode !== 'demo') return { publicUrl, send: async () => failed('mail-server-missing') }
  const kept: OutgoingMail[] = []
  return {
    publicUrl,
    send: async (outgoing) => {
      // What holds buyer data is kept nowhere.
      if (!outgoing.sender) kept.unshift(outgoing)
      kept.splice(MOST_KEPT)
      return ok('kept')
    },
    kept: () => kept,
  }
}

/** Sends one mail over a connection of its own; whatever goes wrong is told without a secret, and nothing waits for ever. */
export async function sendBySmtp(
  { smtp, from }: MailConfig,
  mail: OutgoingMail,
  patience: Patience = PATIENCE,
): Promise<Result<'sent' | 'kept'>> {
  const { host, port, secure, user, password, plainAllowed } = smtp
  const handedOver = { whole: false }
  const transport = createTransport({
    logger: noticing(handedOver),
    host,
    port,
    secure,
    requireTLS: !secure && !plainAllowed,
    ...(user === null ? {} : { auth: { user, pass: password } }),
    connectionTimeout: patience.step,
    greetingTimeout: patience.step,
    socketTimeout: patience.step,
    dnsTimeout: patience.step,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let clock: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })), patience.whole)
  })
  try {
    await Promise.race([tooLong, transport.sendMail(messageOf(from, mail))])
    return ok('sent')
  } catch (error) {
    return told(error as SmtpError, mail.to, handedOver.whole)
  } finally {
    clearTimeout(clock)
    transport.close()
  }
}

/** Says nothing, and notices when the last byte of a mail was written: from then on the server may have it, whatever it answers. */
const noticing = (handedOver: { whole: boolean }) => {
  const silent = () => {}
  const info = ({ tnx }: { readonly tnx?: string }) => {
    if (tnx === 'message') handedOver.whole = true
  }
  return { level: silent, trace: silent, debug: silent, info, warn: silent, error: silent, fatal: silent }
}

const messageOf = (from: string, { name, to, sender, subject, text, html, writtenAt }: OutgoingMail) => ({
  from: sender ? { name: sender.name, address: sender.address } : from,
  ...(sender ? { replyTo: { name: sender.name, address: sender.replyTo } } : {}),
  to: { name: '', address: to },
  subject,
  text,
  html,
  date: new Date(writtenAt),
  // The same at every try: who gets it twice can tell.
  messageId: `<millrace.${name}@${from.split('@')[1]?.replace(/[^\w.-]/g, '') || 'localhost'}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
})

type SmtpError = {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

const OF_THE_MAIL = ['RCPT TO', 'DATA']

/** What a person must know of a failed try. A refused login is told without the server's words: they may repeat what was sent. */
function told(error: SmtpError, address: string, handedOver: boolean): Result<never> {
  const { code = 'an unknown error', command = '', responseCode, response = '' } = error
  if (code === 'EAUTH') return failed('mail-server-away', { why: `it refuses our login (${responseCode ?? code})` })
  const said = responseCode === undefined ? code : visibleText(response, 200)
  const isOfTheMail =
    responseCode !== undefined && responseCode !== 421 && OF_THE_MAIL.some((step) => command.startsWith(step))
  if (isOfTheMail) return failed('mail-refused', { address, why: said, reply: responseCode })
  // Without an answer to the whole mail nobody knows whether it was taken.
  return failed(handedOver && responseCode === undefined ? 'mail-answer-lost' : 'mail-server-away', { why: said })
}
