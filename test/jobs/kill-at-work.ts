import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startDispatcher } from '#jobs/dispatch.ts'
import { startWorker } from '#jobs/worker.ts'
import type { TestDatabase } from '../make/database.ts'
import { dueRow, key, makeJobsDatabase, openShop, until, wakeNow, work } from './workshop.ts'

const FIXTURE = join(import.meta.dirname, 'fixture-worker.ts')

/**
 * Kills a worker at its work and lets another one take the job up. `meanwhile`: what happens right after the kill.
 * Gives how often the job ran, and after how many seconds it was taken up.
 */
export async function killAtWork(
  meanwhile: (database: TestDatabase) => Promise<void> = async () => {},
): Promise<{ readonly runs: number; readonly seconds: number }> {
  const database = await makeJobsDatabase(['ADAMS'])
  const runs: number[] = []
  const schedule = [work('import-page', async () => void runs.push(Date.now()))]
  const { shop, queue, close } = await openShop(database.appConfig, schedule)
  const dispatcher = startDispatcher(shop, queue)
  const told = [FIXTURE, JSON.stringify(database.appConfig)]
  const child = spawn(process.execPath, told, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text
    })
    await wakeNow(shop.pool, key('ADAMS', 'import-page'))
    await until(() => said.includes('running'), 15_000)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    process.kill(child.pid ?? 0, 'SIGKILL')
    await gone
    const killedAt = Date.now()
    await meanwhile(database)
    const worker = startWorker(shop, queue)
    await until(() => runs.length > 0, 60_000)
    const seconds = ((runs[0] ?? 0) - killedAt) / 1000
    await until(async () => (await dueRow(shop.pool, key('ADAMS', 'import-page')))?.at === null)
    await worker.stop()
    return { runs: runs.length, seconds }
  } finally {
    child.kill('SIGKILL')
    await dispatcher.stop()
    await close()
    await database.close()
  }
}
