// A worker in a process of its own, told of its database as JSON in the first argument. Without a second one it never ends its job: to
// be killed. With one it also dispatches, notes each run in the table test_runs under that name, and stops in order at SIGTERM.
import { startDispatcher } from '#jobs/dispatch.ts'
import { startWorker } from '#jobs/worker.ts'
import { openShop, pause, work } from './workshop.ts'

const [, , database = '{}', name] = process.argv
const say = () => process.stdout.write('running\n')

const endless = work('import-page', () => {
  say()
  return new Promise(() => {})
})
const noted = work('import-page', async (merchant) => {
  const { rows } = await shop.pool.query<{ run: number }>(
    'insert into public.test_runs (merchant, worker, began) values ($1, $2, clock_timestamp()) returning run',
    [merchant, name],
  )
  say()
  await pause(100)
  await shop.pool.query('update public.test_runs set ended = clock_timestamp() where run = $1', [rows[0]?.run])
})

const { shop, queue, close } = await openShop(JSON.parse(database), [name === undefined ? endless : noted])
const worker = startWorker(shop, queue)
if (name !== undefined) {
  const dispatcher = startDispatcher(shop, queue)
  process.once('SIGTERM', async () => {
    await dispatcher.stop()
    await worker.stop()
    await close()
  })
}
