import { describe, expect, onTestFinished, test } from 'vitest'
import { tell } from '#core/problems.ts'
import { readConfig } from '#main/config.ts'
import { mailServerOf, sendBySmtp } from '#main/mailer.ts'
import { type Answers, catchMails } from '../make/mail-catcher.ts'

const PATIENCE = { step: 300, whole: 2000 }
const mail = {
  name: 'hrbor.17.1794322800000',
  to: 'office@example.com',
  subject: 'Harbor Goods: Größe & „Maß“ – 3 new',
  text: '- Amazon order 111-0000001-0000001 is held.\n.\nEnd — ✓\n',
  html: '<p>Amazon order 111-0000001-0000001 &amp; more</p>\n',
  writtenAt: Date.parse('2026-11-10T15:00Z'),
}
const SECRET = 'p@ss:wor%d'

async function trySending(answers: Answers = {}, user: string | null = null) {
  const server = await catchMails(answers)
  onTestFinished(() => server.close())
  const smtp = { host: '127.0.0.1', port: server.port, secure: false, user, password: SECRET, plainAllowed: true }
  const outcome = await sendBySmtp({ smtp, from: 'millrace@example.com' }, mail, PATIENCE)
  return { server, outcome, sentence: outcome.ok ? null : tell(outcome.problem).sentence }
}

describe('a mail by SMTP', () => {
  test('[N1] it arrives as text and HTML, under its own name, with special characters whole', async () => {
    const { server, outcome } = await trySending()
    expect(outcome).toEqual({ ok: true, value: 'sent' })
    const [message = ''] = server.taken
    expect(message).toContain('To: office@example.com')
    expect(message).toContain('Message-ID: <millrace.hrbor.17.1794322800000@example.com>')
    expect(message).toContain('Auto-Submitted: auto-generated')
    expect(message).toMatch(/multipart\/alternative/)
    expect(message).toMatch(/text\/plain; charset=utf-8/)
    expect(message).toMatch(/text\/html; charset=utf-8/)
    expect(message).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(message).toContain('E2=9C=93')
    expect(server.said.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<office@example.com>'])
  })

  test('[O7] a mail to a buyer comes from the sender of its theme, and answers go to the service contact', async () => {
    const server = await catchMails()
    onTestFinished(() => server.close())
    const smtp = { host: '127.0.0.1', port: server.port, secure: false, user: null, password: '', plainAllowed: true }
    const sender = { name: 'Invented Service', address: 'orders@example.com', replyTo: 'service@example.com' }
    await sendBySmtp({ smtp, from: 'millrace@example.com' }, { ...mail, sender }, PATIENCE)
    expect(server.taken[0]).toContain('From: Invented Service <orders@example.com>')
    expect(server.taken[0]).toContain('Reply-To: Invented Service <service@example.com>')
    expect(server.said.find((line) => line.startsWith('MAIL'))).toContain('<orders@example.com>')
  })

  test('[N1] with a login it logs in', async () => {
    const { server, outcome } = await trySending({}, 'harbor')
    expect(outcome.ok).toBe(true)
    expect(server.said.some((line) => line.startsWith('AUTH'))).toBe(true)
  })

  test.each([
    ['the address is unknown', { RCPT: '550 5.1.1 no such user' }, 'mail-refused', /550 5\.1\.1 no such user/],
    ['the address is to be tried later', { RCPT: '451 4.7.1 greylisted' }, 'mail-refused', /451/],
    ['the text is not taken', { end: '554 5.7.1 looks like spam' }, 'mail-refused', /554/],
    ['the sender is not taken', { MAIL: '550 5.7.1 who are you' }, 'mail-server-away', /550/],
    ['the server goes down', { RCPT: '421 4.3.0 closing' }, 'mail-server-away', /421/],
    ['no greeting comes', { hello: null }, 'mail-server-away', /ETIMEDOUT/],
    ['half a greeting comes', { hello: { half: '22' } }, 'mail-server-away', /ETIMEDOUT/],
    ['half an answer comes', { RCPT: { half: '25' } }, 'mail-server-away', /ETIMEDOUT/],
    ['silence after the text', { end: null }, 'mail-answer-lost', /ETIMEDOUT/],
    ['the line is cut after the text', { end: 'cut' }, 'mail-answer-lost', /ECONN|ESOCKET/],
    ['it goes down after the text', { end: '421 4.3.0 closing' }, 'mail-server-away', /421/],
    ['it takes the text later', { end: '451 4.3.0 try later' }, 'mail-refused', /451/],
    ['the line is cut', { DATA: 'cut' }, 'mail-server-away', /ECONN|ESOCKET/],
    ['it speaks something else', { hello: 'HTTP/1.1 400 Bad Request' }, 'mail-server-away', /EPROTOCOL|Invalid/],
  ] as const)('[N1] %s: a problem that says so, soon', async (...[, answers, code, words]) => {
    const { outcome, sentence } = await trySending(answers)
    expect(outcome.ok ? null : outcome.problem.code).toBe(code)
    expect(sentence).toMatch(words)
  })

  test('[N1] a refused login is told without the password or what the server repeats of it', async () => {
    const { sentence } = await trySending({ AUTH: `535 wrong password ${SECRET}` }, 'harbor')
    expect(sentence).toMatch(/refuses our login \(535\)/)
    expect(sentence).not.toContain(SECRET)
  })

  test('[N1] beyond this machine nothing is sent without TLS', async () => {
    const server = await catchMails()
    onTestFinished(() => server.close())
    const smtp = {
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      user: 'harbor',
      password: SECRET,
      plainAllowed: false,
    }
    const outcome = await sendBySmtp({ smtp, from: 'millrace@example.com' }, mail, PATIENCE)
    expect(outcome.ok ? null : outcome.problem.code).toBe('mail-server-away')
    expect(server.said.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([])
  })
})

describe('the settings of mail', () => {
  const read = (env: Record<string, string>) =>
    readConfig({ MILLRACE_MAIL_FROM: 'millrace@example.com', ...env }).mail?.smtp

  test('[N1] the address of the server says whether TLS begins at once or by STARTTLS', () => {
    expect(read({ MILLRACE_SMTP_URL: 'smtp://harbor:p%40ss@mail.example.com' })).toEqual({
      host: 'mail.example.com',
      port: 587,
      secure: false,
      user: 'harbor',
      password: 'p@ss',
      plainAllowed: false,
    })
    expect(read({ MILLRACE_SMTP_URL: 'smtps://mail.example.com' })).toMatchObject({
      port: 465,
      secure: true,
      user: null,
    })
    expect(read({ MILLRACE_SMTP_URL: 'smtp://localhost:2525' })).toMatchObject({ port: 2525, plainAllowed: true })
  })

  test.each([
    [{ MILLRACE_SMTP_URL: 'https://harbor:hush-hush@mail.example.com' }],
    [{ MILLRACE_SMTP_URL: 'smtp://harbor:hush-hush%@mail.example.com' }],
    [{ MILLRACE_SMTP_URL: 'harbor:hush-hush' }],
    [{ MILLRACE_SMTP_URL: 'smtp://harbor:hush-hush@mail.example.com', MILLRACE_MAIL_FROM: 'Millrace' }],
    [{ MILLRACE_SMTP_URL: 'smtp://harbor:hush-hush@mail.example.com', MILLRACE_MAIL_FROM: '' }],
    [{ MILLRACE_PUBLIC_URL: 'ftp://hush-hush' }],
  ])('[N1] a setting that cannot be is refused, without its password: %j', (env) => {
    const refusal = (() => {
      try {
        read(env as unknown as Record<string, string>)
        return ''
      } catch (error) {
        return (error as Error).message
      }
    })()
    expect(refusal).toMatch(/^(Set )?MILLRACE_/)
    expect(refusal).not.toContain('hush')
  })

  test('[N1] without a mail server the demo keeps its mails, and real mode lets them wait', async () => {
    const none = { mail: null, publicUrl: null }
    expect(await mailServerOf({ ...none, mode: 'demo' }).send(mail)).toEqual({ ok: true, value: 'kept' })
    expect(await mailServerOf({ ...none, mode: 'real' }).send(mail)).toMatchObject({
      problem: { code: 'mail-server-missing' },
    })
  })
})
