import type pg from 'pg'
import { getConstructionPlans, getMigrationPlans, PgBoss, type QueueOptions } from 'pg-boss'
import queuePackage from 'pg-boss/package.json' with { type: 'json' }
import { grantQueueRights } from './roles.ts'

/** A queue that must exist: its name and what differs from our defaults. */
export type QueueToCreate = { readonly name: string; readonly options?: Omit<QueueOptions, 'partition'> }

/**
 * Installs or upgrades pg-boss's schema `pgboss` as the owner and creates the queues.
 *
 * What pg-boss 12.35 needs beyond rows, and who does it: its tables and functions are made here from the statements it
 * prints (they bring their own transaction and lock; an upgrade builds its indexes inline, so nothing is left for a
 * background index build, which only an instance with `migrate: true` would run). A queue without `partition` is one
 * row in `pgboss.queue` and its jobs lie in `pgboss.job_common`, so creating it makes no table; a partitioned queue
 * would, and is not used. `persistQueueStats` makes one table a day at run time and must stay off (the default).
 * The application runs with `migrate: false, createSchema: false` and the rights to read and write rows is all it has.
 */
export async function installQueues(owner: pg.Client, queues: readonly QueueToCreate[]): Promise<void> {
  const version = await installedVersion(owner)
  if (version === undefined) await owner.query(getConstructionPlans('pgboss', { createSchema: true }))
  else if (version < queuePackage.pgboss.schema) await owner.query(getMigrationPlans('pgboss', version))
  await createQueues(owner, queues)
  await grantQueueRights(owner)
}

/** True when the queue's schema is missing or older than the package. */
export async function queuesNeedMigration(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const version = await installedVersion(client)
  return version === undefined || version < queuePackage.pgboss.schema
}

async function installedVersion(client: Pick<pg.Client, 'query'>): Promise<number | undefined> {
  const found = await client.query<{ found: boolean }>(`select to_regclass('pgboss.version') is not null as found`)
  if (!found.rows[0]?.found) return undefined
  const { rows } = await client.query<{ version: number }>('select version from pgboss.version')
  return rows[0] && Number(rows[0].version)
}

async function createQueues(owner: pg.Client, queues: readonly QueueToCreate[]): Promise<void> {
  const executeSql = (text: string, values?: unknown[]) => owner.query(text, values)
  const boss = new PgBoss({ db: { executeSql }, schema: 'pgboss', migrate: false, supervise: false, schedule: false })
  await boss.start()
  try {
    for (const { name, options } of queues) {
      const { policy = 'stately', ...rest } = { ...options }
      await boss.createQueue(name, { policy, ...rest })
      // The policy of a queue that is already there cannot be changed; its other options follow the program.
      if (Object.keys(rest).length > 0) await boss.updateQueue(name, rest)
    }
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}
