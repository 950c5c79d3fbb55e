import { startDispatcher } from '#jobs/dispatch.ts'
import { openQueue } from '#jobs/queue.ts'
import { startHintReceiver } from '#jobs/receive-hints.ts'
import { startWorker } from '#jobs/worker.ts'
import { startDailyBackups } from './backup/daily-backup.ts'
import type { Installation } from './installation.ts'
import type { Stopping } from './stopping.ts'

/**
 * Starts what does the work of a deployment: the queue, a worker, a dispatcher and the daily backup. Any number of processes may
 * do so on one database.
 */
export async function startWork(installation: Installation, stopping: Stopping): Promise<void> {
  const { shop, deps } = installation
  const queue = await openQueue(installation.appDatabase, deps.log)
  stopping.add(() => queue.close())
  const worker = startWorker(shop, queue)
  stopping.add(() => worker.stop())
  const dispatcher = startDispatcher(shop, queue)
  stopping.add(() => dispatcher.stop())
  if (deps.hintQueue) await deps.deployment.wakeSubscriptions({ arn: deps.hintQueue.arn, at: deps.now() })
  const hints = startHintReceiver(shop)
  stopping.add(() => hints.stop())
  const backups = startDailyBackups(installation)
  stopping.add(() => backups.stop())
}
