import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The simulated Seller Central as a process of its own. */
export type SimulatorProcess = { readonly url: string; readonly exited: Promise<void>; stop(): Promise<void> }

const PROGRAM = join(import.meta.dirname, '..', 'simulator', 'server.ts')

/** Starts the simulator beside us; it ends by itself when we are gone. */
export async function startSimulatorProcess(options: readonly string[]): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [PROGRAM, '--port', '0', '--with-parent', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve((JSON.parse(line) as { listening: string }).listening),
    )
    child.once('exit', (code) => reject(new Error(`The simulator ended at once (code ${code}).`)))
    child.once('error', reject)
  })
  return {
    url,
    exited,
    async stop() {
      child.stdin.end()
      const patience = setTimeout(() => child.kill('SIGKILL'), 3000)
      await exited
      clearTimeout(patience)
    },
  }
}
