import { z } from 'zod'
import { instant, writeInstant, writeInstantOrNull } from './parts.ts'

/** How all work of the deployment stands, for its operators: counts and dates, nothing of any order (M2). */
export const deploymentWork = z
  .object({
    at: instant,
    workers: z.int().describe('How many processes wait for work.'),
    database: z.object({ bytes: z.int(), version: z.string() }),
    backups: z
      .object({ isDaily: z.boolean(), newestAt: instant.nullable(), bytes: z.int(), count: z.int() })
      .nullable()
      .describe('Null where the program does not know its machine.'),
    work: z.array(
      z.object({
        kind: z.string(),
        due: z.int().describe('Due and not begun.'),
        oldestAt: instant.nullable().describe('Since when the oldest of it is due.'),
        waiting: z.int().describe('Jobs in the queue.'),
        running: z.int(),
        failing: z.int().describe('Pieces of it whose last run failed.'),
        mostFailures: z.int().describe('The longest row of failures.'),
        lastError: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DeploymentWork' })

type Work = {
  readonly at: number
  readonly workers: number
  readonly database: { readonly bytes: number; readonly version: string }
  readonly backups: {
    readonly isDaily: boolean
    readonly newestAt: number | null
    readonly bytes: number
    readonly count: number
  } | null
  readonly work: readonly (Omit<z.output<typeof deploymentWork>['work'][number], 'oldestAt'> & {
    readonly oldestAt: number | null
  })[]
}

/** Writes how the work stands. */
export const writeWork = ({ at, workers, database, backups, work }: Work): z.output<typeof deploymentWork> => ({
  at: writeInstant(at),
  workers,
  database: { ...database },
  backups: backups && { ...backups, newestAt: writeInstantOrNull(backups.newestAt) },
  work: work.map((each) => ({ ...each, oldestAt: writeInstantOrNull(each.oldestAt) })),
})

/** The secrets of the deployment by their dates; never a secret (C5, D18). */
export const deploymentSecrets = z
  .object({
    applications: z.array(
      z.object({
        region: z.string(),
        slot: z.enum(['current', 'next']),
        fromEnvironment: z.boolean(),
        addedAt: instant,
        lapsesOn: z.string().nullable().describe('The last day; null: not known.'),
        provenAt: instant.nullable(),
      }),
    ),
    masterKeys: z.array(
      z.object({
        key: z.string(),
        state: z.enum(['current', 'old', 'destroyed']),
        madeAt: instant,
        destroyedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'DeploymentSecrets' })

/** The calls of a connection today (UTC), against what its quota lets through in a day. */
export const connectionCalls = z
  .object({
    merchantId: z.string(),
    connection: z.string(),
    operation: z.string(),
    calls: z.int(),
    throttled: z.int(),
    failed: z.int(),
    aDay: z.int().nullable().describe('How many Amazon lets through in a day; null: not known yet.'),
  })
  .meta({ id: 'ConnectionCalls' })

/** One thing that the doctor looked at. */
export const finding = z
  .object({
    about: z.string(),
    state: z.enum(['ok', 'warn', 'bad']),
    sentence: z.string(),
    mend: z.string().nullable().describe('A command or a step.'),
  })
  .meta({ id: 'Finding' })
