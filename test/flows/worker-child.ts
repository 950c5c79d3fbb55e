// Millrace's dispatcher and worker in a process of its own, to be killed. Told of its surroundings as JSON in the argument.

import { startDispatcher } from '#jobs/dispatch.ts'
import { openQueue } from '#jobs/queue.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { startWorker } from '#jobs/worker.ts'
import { openPool } from '#store/db.ts'
import { programAt } from '../make/program-at.ts'
import type { Surroundings } from '../make/swift-clock.ts'
import { swiftClock } from '../make/swift-clock.ts'

const { appConfig, vaultConfig, amazon, beginning } = JSON.parse(process.argv[2] ?? '{}') as Surroundings
const app = openPool(appConfig, { max: 12, applicationName: 'test child' })
const vault = openPool(vaultConfig, { max: 4, applicationName: 'test child vault' })
const alarm = (message: string, facts = {}) => void process.stdout.write(`${message} ${JSON.stringify(facts)}\n`)
const log = { note: () => {}, alarm }
const deps = programAt({ app, vault, amazon, now: swiftClock(beginning), random: Math.random, log })
const shop = { pool: app, deps, schedule: SCHEDULE }
const queue = await openQueue(appConfig, log)
startDispatcher(shop, queue)
startWorker(shop, queue)
process.stdout.write('working\n')
