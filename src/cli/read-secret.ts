import { CliRefusal } from './refusal.ts'

const LONGEST = 8192

/** Reads a secret from standard input; at a terminal it is asked for and not shown. */
export async function readSecret(question: string): Promise<string> {
  const text = process.stdin.isTTY ? await askHidden(question) : await readAll()
  const secret = text.trim()
  if (secret === '') throw new CliRefusal('Nothing arrived on standard input.')
  return secret
}

async function readAll(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) {
    text += String(chunk)
    if (text.length > LONGEST) throw new CliRefusal('What arrived on standard input is too long for a token.')
  }
  return text
}

/** Raw mode: the terminal shows nothing of what is typed or pasted. */
function askHidden(question: string): Promise<string> {
  const { stdin } = process
  process.stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed = ''
    const end = (finish: () => void) => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      process.stderr.write('\n')
      finish()
    }
    const onData = (chunk: string) => {
      for (const key of chunk) {
        if (key === '\r' || key === '\n') return end(() => resolve(typed))
        if (key === '\u0003' || key === '\u0004') return end(() => reject(new CliRefusal('Nothing was changed.')))
        if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1)
        else if (key >= ' ' && typed.length < LONGEST) typed += key
      }
    }
    stdin.on('data', onData)
    stdin.resume()
  })
}
