// Millrace's dispatcher and worker in a process of its own, to be killed. It waits, with all its code loaded, for one line
// of JSON that tells of its surroundings, and works until it is killed or whoever started it is gone.

import { createInterface } from 'node:readline'
import { startDispatcher } from '#jobs/dispatch.ts'
import { openQueue } from '#jobs/queue.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { startWorker } from '#jobs/worker.ts'
import { openPool } from '#store/db.ts'
import { randomFrom } from '../../src/simulator/random.ts'
import { programAt } from '../make/program-at.ts'
import type { Surroundings } from '../make/swift-clock.ts'
import { swiftClock } from '../make/swift-clock.ts'

const lines = createInterface({ input: process.stdin })
lines.once('line', (line) => void work(JSON.parse(line)))
lines.once('close', () => process.exit())
process.stdout.write('ready\n')

async function work({ appConfig, vaultConfig, amazon, beginning, seed }: Surroundings): Promise<void> {
  const app = openPool(appConfig, { max: 12, applicationName: 'test child' })
  const vault = openPool(vaultConfig, { max: 4, applicationName: 'test child vault' })
  const alarm = (message: string, facts = {}) => void process.stdout.write(`${message} ${JSON.stringify(facts)}\n`)
  const log = { note: () => {}, alarm }
  const random = randomFrom(seed).fraction
  const deps = programAt({ app, vault, amazon, now: swiftClock(beginning), random, log })
  const shop = { pool: app, deps, schedule: SCHEDULE }
  const queue = await openQueue(appConfig, log)
  startDispatcher(shop, queue)
  startWorker(shop, queue)
  process.stdout.write('working\n')
}
