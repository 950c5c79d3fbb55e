import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startDispatcher } from '#jobs/dispatch.ts'
import { BEAT_SECONDS, LOOK_SECONDS, QUEUES, SILENCE_SECONDS } from '#jobs/queue.ts'
import { KINDS, LEASE_SECONDS } from '#jobs/work.ts'
import { startWorker } from '#jobs/worker.ts'
import { dueRow, key, makeJobsDatabase, openShop, until, wakeNow, work } from './workshop.ts'

test('a dead worker is noticed before its work is due again, and both within a minute', () => {
  expect(QUEUES.map((queue) => queue.name)).toEqual(KINDS)
  for (const { options } of QUEUES) expect(options).toMatchObject({ heartbeatSeconds: SILENCE_SECONDS, retryLimit: 0 })
  const freeAfter = SILENCE_SECONDS + LOOK_SECONDS
  expect(freeAfter).toBeLessThan(LEASE_SECONDS - BEAT_SECONDS)
  expect(LEASE_SECONDS).toBeLessThan(60)
})

test('the job of a worker killed by kill -9 is taken up by another within a minute, on the default numbers', async () => {
  const database = await makeJobsDatabase(['ADAMS'])
  const runs: number[] = []
  const schedule = [work('import-page', async () => void runs.push(Date.now()))]
  const { shop, queue, close } = await openShop(database.appConfig, schedule)
  const dispatcher = startDispatcher(shop, queue)
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'fixture-worker.ts'), JSON.stringify(database.appConfig)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text
    })
    await wakeNow(shop.pool, key('ADAMS', 'import-page'))
    await until(() => said.includes('running'), 15_000)
    const gone = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
    process.kill(child.pid ?? 0, 'SIGKILL')
    expect(await gone).toBe('SIGKILL')
    const killedAt = Date.now()
    const worker = startWorker(shop, queue)
    await until(() => runs.length > 0, 60_000)
    const took = (runs[0] ?? 0) - killedAt
    console.log(`taken up ${Math.round(took / 100) / 10} s after kill -9`)
    expect(took).toBeLessThan(45_000)
    await until(async () => (await dueRow(shop.pool, key('ADAMS', 'import-page')))?.at === null)
    expect(runs).toHaveLength(1)
    await worker.stop()
  } finally {
    child.kill('SIGKILL')
    await dispatcher.stop()
    await close()
    await database.close()
  }
}, 90_000)
