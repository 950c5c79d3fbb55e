import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigRefusal } from '../config.ts'
import { joinEmbedded } from '../embedded/start.ts'

/** What a demo puts into its data folder; anything else there is somebody's own. */
const OURS = /^(postgres|postgres-.*|demo\.key|running\.json|socket|upgrading)$/

/** Removes the demo's data folder, if it is a demo's and nothing runs on it; says whether there was one (M5). */
export async function resetDemo(config: Config): Promise<boolean> {
  const { dataFolder, mode } = config
  if (mode === 'real') throw new ConfigRefusal('MILLRACE_MODE is real. Only the data of a demo is removed.')
  if (config.databases)
    throw new ConfigRefusal(
      'DATABASE_URL is set: this data lies in your own database. Only the embedded one is removed.',
    )
  if (!existsSync(dataFolder)) return false
  const found = readdirSync(dataFolder)
  if (found.length === 0) return false
  // Only a demo keeps its key in its data folder, and it writes it after it has seen that the database is a demo's.
  if (!found.includes('demo.key'))
    throw new ConfigRefusal(`${dataFolder} does not hold a demo (there is no demo.key in it). Nothing was removed.`)
  const strange = found.filter((name) => !OURS.test(name))
  if (strange.length > 0)
    throw new ConfigRefusal(
      `${dataFolder} holds what is not the demo's: ${strange.slice(0, 5).join(', ')}. Nothing was removed.`,
    )
  if (await joinEmbedded(dataFolder))
    throw new ConfigRefusal(`Millrace is running on ${dataFolder}. Stop it first (Ctrl-C); nothing was removed.`)
  for (const name of found) rmSync(join(dataFolder, name), { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true, force: true })
  return true
}
