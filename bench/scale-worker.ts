// The process that is measured: the product's dispatcher and worker on the product's own pools, and nothing else.

import { startDispatcher } from '#jobs/dispatch.ts'
import { openQueue } from '#jobs/queue.ts'
import { startWorker } from '#jobs/worker.ts'
import { readConfig } from '#main/config.ts'
import { openInstallation } from '#main/installation.ts'
import { BENCH_LOG as log, used } from './used.ts'

const [dataFolder, simulatorUrl = '', places] = process.argv.slice(2)

const config = readConfig({ MILLRACE_MODE: 'demo', MILLRACE_DATA_FOLDER: dataFolder })
const installation = await openInstallation(config, { log, simulatorUrl })
const queue = await openQueue(installation.appDatabase, log)
/** The product's work; the sweeps in so many places where that is asked for. */
const shop = {
  ...installation.shop,
  schedule: installation.shop.schedule.map((work) =>
    places !== undefined && work.kind === 'sweep-orders' ? { ...work, atOnce: Number(places) } : work,
  ),
}
const before = used()
// Whoever measures may break off.
process.once('disconnect', () => process.exit())
process.send?.({ ready: true })
process.once('message', async (ask) => {
  if (ask === 'start') {
    const worker = startWorker(shop, queue)
    const dispatcher = startDispatcher(shop, queue)
    process.once('message', async () => {
      process.send?.({ before, after: used() })
      await dispatcher.stop()
      await worker.stop()
      await queue.close()
      await installation.close()
      process.disconnect()
    })
  }
})
