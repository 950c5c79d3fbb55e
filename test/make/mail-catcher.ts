import { createServer, type Socket } from 'node:net'

/** What the server says at a step of the talk: a reply, silence, or half a reply and silence; `cut` closes the line. */
export type Answer = string | null | { readonly half: string } | 'cut'

/** Answers that differ from those of a kind server. */
export type Answers = Partial<Record<'hello' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'end', Answer>>

/** A mail server of the tests' own: takes mails, or misbehaves as told. `answers` may be changed at any time. */
export async function catchMails(answers: Answers = {}) {
  const taken: string[] = []
  const said: string[] = []
  const open = new Set<Socket>()
  const now: { answers: Answers } = { answers }
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => {})
    const say = (step: keyof Answers, kind: string) => {
      const answer = step in now.answers ? now.answers[step] : kind
      if (answer === 'cut') socket.destroy()
      else if (typeof answer === 'string') socket.write(`${answer}\r\n`)
      else if (answer) socket.write(answer.half)
    }
    let buffer = ''
    let body: string[] | null = null
    say('hello', '220 mail.example.com')
    const line = (text: string) => {
      if (body && text === '.') {
        taken.push(body.join('\r\n'))
        body = null
        return say('end', '250 taken')
      }
      if (body) return void body.push(text.replace(/^\.\./, '.'))
      said.push(text)
      const word = text.split(' ')[0]?.toUpperCase() ?? ''
      if (word === 'EHLO') say('EHLO', '250-mail.example.com\r\n250 AUTH PLAIN')
      else if (word === 'AUTH') say('AUTH', '235 welcome')
      else if (word === 'MAIL') say('MAIL', '250 fine')
      else if (word === 'RCPT') say('RCPT', '250 fine')
      else if (word === 'DATA') {
        if (!('DATA' in now.answers)) body = []
        say('DATA', '354 go on')
      } else if (word === 'QUIT') socket.end('221 bye\r\n')
      else socket.write('250 fine\r\n')
    }
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8')
      const lines = buffer.split('\r\n')
      buffer = lines.pop() ?? ''
      for (const each of lines) line(each)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    /** The mails as they came, the oldest first, and every command line. */
    taken,
    said,
    answer: (next: Answers) => {
      now.answers = next
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
