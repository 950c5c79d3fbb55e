// A worker in a process of its own, which never ends its job: to be killed. Told of its database as JSON in the argument.
import { startWorker } from '#jobs/worker.ts'
import { openShop, work } from './workshop.ts'

const schedule = [
  work('import-page', () => {
    process.stdout.write('running\n')
    return new Promise(() => {})
  }),
]
const { shop, queue } = await openShop(JSON.parse(process.argv[2] ?? '{}'), schedule)
startWorker(shop, queue)
