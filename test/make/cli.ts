import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { vi } from 'vitest'

// Each command is a program of its own: a busy machine takes seconds where an idle one takes a third of one.
vi.setConfig({ testTimeout: 90_000 })

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')

/** What a command printed, and how it ended. */
export type Said = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `millrace` as a program of its own, with these settings and no others. */
export function runCli(
  args: readonly string[],
  { env = {}, input = '', cwd }: { env?: Record<string, string>; input?: string; cwd?: string } = {},
): Promise<Said> {
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

/** The command line on one data folder: gives what was printed and fails on any other end than the wanted one. */
export function cliOn(dataFolder: string) {
  const run = (args: readonly string[], input = '') =>
    runCli(args, { env: { MILLRACE_DATA_FOLDER: dataFolder }, input })
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
