import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigRefusal } from '../config.ts'

/** What a running demo notes in its data folder, so that commands beside it find its simulator, and a second start finds it. */
type Running = { readonly simulator: string; readonly address: string | null }

const fileOf = (config: Pick<Config, 'dataFolder'>) => join(config.dataFolder, 'running.json')

/** Notes where the demo's simulator listens, and where the demo itself does once it does. */
export const noteRunning = (config: Config, running: Running): void =>
  writeFileSync(fileOf(config), JSON.stringify(running))

/** Where the demo's simulator was last seen listening, or null. */
export const simulatorUrl = (config: Config): string | null => read(config)?.simulator ?? null

/** Where the demo was last seen listening, or null. */
export const addressOfDemo = (config: Pick<Config, 'dataFolder'>): string | null => read(config)?.address ?? null

/** Refuses to start a second demo on one data folder: two simulated Amazons would contradict each other. */
export async function refuseSecond(config: Config): Promise<void> {
  const address = read(config)?.address
  if (!address) return
  const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(1000) }).catch(() => null)
  if (answer?.ok) throw new ConfigRefusal(`The demo is already running at ${address}. Open it there, or stop it first.`)
}

function read(config: Pick<Config, 'dataFolder'>): Running | null {
  const file = fileOf(config)
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running
  } catch {
    // Cut off by a crash while it was written: as if it were not there.
    return null
  }
}
