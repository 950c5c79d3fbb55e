import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The real server with its worker, its database and the simulator, as a program of its own: where it listens, and how it ends. */
export type RunningDemo = { readonly url: string; stop(): Promise<void> }

/** Starts the demo in a folder and waits until it says where it is to be opened. */
export async function startDemo({ folder, port }: { folder: string; port: number }): Promise<RunningDemo> {
  const program = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'serve'], {
    cwd: root,
    env: { ...process.env, MILLRACE_DATA_FOLDER: folder, MILLRACE_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      if (program.exitCode !== null) return resolve()
      program.once('exit', () => resolve())
      program.kill('SIGTERM')
    })
  return { url: await addressOf(program), stop }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    program.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Open\s+(http:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    program.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${said}`)))
  })
}
