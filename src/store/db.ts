import pg from 'pg'
import { parserFor } from './row-values.ts'
import { statementName } from './statement-names.ts'

/** Where a database is and who connects: an address, or the parts of one. */
export type DatabaseConfig = Pick<
  pg.ClientConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'
>

/** A pool of connections under one login. */
export type Pool = pg.Pool

/**
 * One open transaction: the only way SQL is sent. Statements that do not wait for each other's answers may be sent at once
 * (`Promise.all`): the server runs them one after the other in the order in which they were sent.
 */
export type Tx = {
  query<Row = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<Row[]>
}

/** How many connections a pool may hold and the name the server shows for them. */
export type PoolOptions = { readonly max: number; readonly applicationName: string }

const LIMITS = { statement_timeout: 60_000, lock_timeout: 20_000, idle_in_transaction_session_timeout: 60_000 }

/**
 * Kept statements are read once, but planned for the values of each call: tables grow, and merchants differ (decision 0022). None is compiled:
 * ours take milliseconds, compiling takes longer, and a PostgreSQL of today compiles what it takes for costly.
 */
const PLANNING = 'set plan_cache_mode = force_custom_plan; set jit = off'

/** Opens a pool with our time limits and our reading of numbers and instants. */
export function openPool(config: DatabaseConfig, options: PoolOptions): Pool {
  const pool = new pg.Pool({
    ...config,
    ...LIMITS,
    max: options.max,
    pipeline: true,
    application_name: options.applicationName,
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser: parserFor as pg.CustomTypesConfig['getTypeParser'] },
  })
  // An idle connection that the server closes is dropped by the pool; without a listener it would end the program.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.query(PLANNING).catch(() => {}))
  return pool
}

/** Runs `fn` in one transaction that sees only this merchant's rows. */
export function withMerchant<T>(pool: Pool, merchantId: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (tx) => {
    await tx.query(`select set_config('millrace.merchant', $1, true)`, [merchantId])
    return fn(tx)
  })
}

/** Runs `fn` in one transaction with no merchant set: for schema `deployment` only, every merchant's rows are hidden. */
export function withoutMerchant<T>(pool: Pool, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, fn)
}

async function inTransaction<T>(pool: Pool, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // While checked out nobody else listens: a connection lost between two statements would end the program.
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  const { tx, close, firstError } = openTx(client)
  try {
    await client.query('begin')
    const result = await fn(tx)
    close()
    const done = await client.query('commit')
    // After a swallowed error the server answers "commit" with a rollback and no error: that would be a lost write.
    if (done.command !== 'COMMIT')
      throw new Error('The transaction had failed and was rolled back instead of committed.')
    return result
  } catch (error) {
    close()
    if (isOutdatedStatement(error)) broken = error as Error
    await client.query('rollback').catch((failure: Error) => {
      broken ??= failure
    })
    // Statements sent together fail together: what came first says why, the others only that the transaction is over.
    throw sqlState(error) === IN_FAILED_TRANSACTION ? (firstError() ?? error) : error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

const IN_FAILED_TRANSACTION = '25P02'

/** After the end nothing may be sent: a forgotten `await` would run in a stranger's transaction. */
function openTx(client: pg.PoolClient): { tx: Tx; close: () => void; firstError: () => unknown } {
  let open = true
  let first: unknown
  const tx: Tx = {
    async query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]> {
      if (!open) throw new Error('This transaction has ended.')
      try {
        const result = await client.query(
          params === undefined ? text : { text, values: [...params], name: statementName(text) },
        )
        return result.rows as Row[]
      } catch (error) {
        if (sqlState(error) !== IN_FAILED_TRANSACTION) first ??= error
        throw error
      }
    },
  }
  return {
    tx,
    close: () => {
      open = false
    },
    firstError: () => first,
  }
}

/** The five-letter state PostgreSQL gives with every error, or undefined when the error is not from PostgreSQL. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** True when a row with that key is already there; with a name, only when that constraint says so. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint
}

/** True when two transactions met and this one may simply be tried again (serialization failure or deadlock). */
export function isSerializationFailure(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(error) ?? '')
}

const LOST_SOCKET = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]
/** Classes of PostgreSQL's errors that pass: no resources, in use or locked, stopped, its own trouble. */
const PASSING = /^(53|55|57|58|XX)/

const LOST_WORDS =
  /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/i

/** True when the database went away or does not answer: the work may be tried again once it is back. */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== undefined && (state.startsWith('08') || /^57P0[123]$/.test(state))) return true
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return LOST_SOCKET.includes(code ?? '') || LOST_WORDS.test(message ?? '')
}

/** True when a migration changed a table under a statement that the connection had kept: a new connection reads it anew. */
const isOutdatedStatement = (error: unknown): boolean =>
  sqlState(error) === '0A000' && /cached plan must not change result type/.test((error as Error).message)

/** True when work failed for a reason that passes: the database is away, busy or stopped, or two transactions met. */
export const isPassing = (error: unknown): boolean =>
  isConnectionLost(error) ||
  isSerializationFailure(error) ||
  isOutdatedStatement(error) ||
  PASSING.test(sqlState(error) ?? '')
