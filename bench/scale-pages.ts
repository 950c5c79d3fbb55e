// The pages beside the worker that is measured: the product's console and API on the product's own pools, asked ten times a second.
import { readConfig } from '#main/config.ts'
import { openInstallation } from '#main/installation.ts'
import { openPages } from '#main/start-pages.ts'
import { whatStops } from '#main/stopping.ts'
import { openWatch } from '#main/watch/open-watch.ts'
import { measureProcess } from '#main/watch/own-metrics.ts'
import { BENCH_LOG as log, used } from './used.ts'

const [dataFolder, simulatorUrl = ''] = process.argv.slice(2)
const ASKED = ['/', '/health', '/metrics', '/sign-in']
const EVERY = 100

const config = readConfig({ MILLRACE_MODE: 'demo', MILLRACE_DATA_FOLDER: dataFolder })
const metrics = measureProcess()
const installation = await openInstallation(config, { log, metrics, simulatorUrl })
const stopping = whatStops(log)
const { app } = await openPages(installation, stopping, openWatch(installation, metrics))
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const before = used()
// Whoever measures may break off.
process.once('disconnect', () => process.exit())
process.send?.({ ready: true })
process.once('message', () => {
  let asked = 0
  const timer = setInterval(() => {
    const path = ASKED[asked++ % ASKED.length] ?? '/'
    void fetch(`${address}${path}`).then((reply) => reply.arrayBuffer())
  }, EVERY)
  process.once('message', async () => {
    clearInterval(timer)
    process.send?.({ before, after: used() })
    await stopping.stop()
    await installation.close()
    process.disconnect()
  })
})
