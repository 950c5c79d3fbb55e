import { spawn } from 'node:child_process'
import type { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { format } from 'node:util'
import { vi } from 'vitest'
import { runProgram } from '#cli/program.ts'

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')

/** What a command printed, and how it ended. */
export type Said = { readonly code: number | null; readonly out: string; readonly err: string }

/** What surrounds a command: its settings (it sees no others) and what comes on standard input. */
type Surroundings = { readonly env?: Readonly<Record<string, string>>; readonly input?: string; readonly cwd?: string }

/** Runs `millrace` as a program of its own, with these settings and no others. */
export function runCli(args: readonly string[], { env = {}, input = '', cwd }: Surroundings = {}): Promise<Said> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { PATH: process.env.PATH, ...env }, cwd })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

let last: Promise<unknown> = Promise.resolve()

/** Runs `millrace` in this process, which is much cheaper: one command after the other, since each takes over what a program has but once. */
export function runHere(args: readonly string[], surroundings: Omit<Surroundings, 'cwd'> = {}): Promise<Said> {
  const mine = last.then(() => runAlone(args, surroundings))
  last = mine.catch(() => {})
  return mine
}

async function runAlone(args: readonly string[], { env = {}, input = '' }: Surroundings): Promise<Said> {
  const { said, giveBack } = takeOver({ PATH: process.env.PATH, ...env }, input)
  try {
    await runProgram([process.execPath, PROGRAM, ...args])
    return { code: Number(process.exitCode ?? 0), ...said }
  } finally {
    giveBack()
  }
}

/** Puts the settings, standard input, what is printed and the exit code of this process in the command's hands, until they are given back. */
function takeOver(env: NodeJS.ProcessEnv, input: string) {
  const said = { out: '', err: '' }
  const before = { env: process.env, exitCode: process.exitCode }
  const forgets = HEARD.map(({ by, what }) => forgetLater(by, what))
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor
  const write = (to: 'out' | 'err') =>
    ((text: unknown) => {
      said[to] += String(text)
      return true
    }) as typeof process.stdout.write
  const print =
    (to: 'out' | 'err') =>
    (...words: unknown[]): void => {
      said[to] += `${format(...words)}\n`
    }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(write('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(write('err')),
    vi.spyOn(console, 'log').mockImplementation(print('out')),
    vi.spyOn(console, 'error').mockImplementation(print('err')),
  ]
  process.env = env
  process.exitCode = undefined
  Object.defineProperty(process, 'stdin', { value: Readable.from(input === '' ? [] : [input]), configurable: true })
  const giveBack = () => {
    for (const spy of spies) spy.mockRestore()
    process.env = before.env
    process.exitCode = before.exitCode
    Object.defineProperty(process, 'stdin', stdin)
    for (const forget of forgets) forget()
  }
  return { said, giveBack }
}

/** What a command listens to for as long as its program lives. */
const HEARD: readonly { readonly by: EventEmitter; readonly what: string }[] = [
  { by: process.stdout, what: 'error' },
  ...['SIGINT', 'SIGTERM', 'SIGHUP'].map((what) => ({ by: process, what })),
]

/** Removes, when called, the listeners that have come since. */
function forgetLater(by: EventEmitter, what: string): () => void {
  const before = by.listeners(what)
  return () => {
    for (const listener of by.listeners(what))
      if (!before.includes(listener)) by.off(what, listener as (...args: unknown[]) => void)
  }
}

/** The command line on one data folder: gives what was printed and fails on any other end than the wanted one. */
export function cliOn(dataFolder: string, settings: Readonly<Record<string, string>> = {}) {
  const env = { MILLRACE_DATA_FOLDER: dataFolder, ...settings }
  // What reads a file called `-` reads the descriptor of standard input, which only a program of its own has.
  const run = (args: readonly string[], input = '') =>
    args.includes('-') ? runCli(args, { env, input }) : runHere(args, { env, input })
  const ended = async (code: number, args: readonly string[], input?: string) => {
    const said = await run(args, input)
    if (said.code !== code)
      throw new Error(`millrace ${args.join(' ')} ended with ${said.code}:\n${said.out}\n${said.err}`)
    return said
  }
  return {
    run,
    /** A command that must succeed; gives what it printed. */
    ok: async (args: readonly string[], input?: string) => (await ended(0, args, input)).out,
    /** The same with `--json`, read. */
    // biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
    json: async (args: readonly string[], input?: string): Promise<any> =>
      JSON.parse((await ended(0, [...args, '--json'], input)).out),
    /** A command that must be refused; gives what it said on standard error. */
    refused: async (args: readonly string[], input?: string) => (await ended(1, args, input)).err,
    /** A command that was mistyped. */
    mistyped: async (args: readonly string[]) => (await ended(2, args)).err,
  }
}
