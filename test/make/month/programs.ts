import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A program that is told one line and answers one; it may be killed at any time. */
export type Program = {
  readonly pid: number
  /** What it answers; null when it died instead. */
  ask(line: string): Promise<Readonly<Record<string, unknown>> | null>
  /** What it says next without being asked. */
  next(): Promise<Readonly<Record<string, unknown>> | null>
  end(): Promise<void>
}

/** Starts a program that speaks so. */
export function startProgram(command: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const [name = '', ...words] = command
  const child: ChildProcess = spawn(name, words, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const gone = new Promise<null>((resolve) => child.once('exit', () => resolve(null)))
  const said: string[] = []
  let heard = () => {}
  createInterface({ input: child.stdout! }).on('line', (line) => {
    said.push(line)
    heard()
  })
  child.stdin?.on('error', () => {})
  const next = async () => {
    const spoken = new Promise<'spoken'>((resolve) => {
      heard = () => resolve('spoken')
    })
    if (said.length === 0 && (await Promise.race([spoken, gone])) === null && said.length === 0) return null
    return JSON.parse(said.shift() ?? 'null') as Readonly<Record<string, unknown>>
  }
  return {
    pid: child.pid ?? 0,
    next,
    ask(line) {
      child.stdin?.write(`${line}\n`)
      return next()
    },
    async end() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
