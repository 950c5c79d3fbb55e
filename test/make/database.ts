import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type DatabaseConfig, openPool, type Pool, sqlState } from '#store/db.ts'

/** A database of its own for one test file, with all tables and no rows. */
export type TestDatabase = {
  readonly name: string
  readonly appConfig: DatabaseConfig
  readonly vaultConfig: DatabaseConfig
  readonly ownerConfig: DatabaseConfig
  /** Pools under each login, opened when first asked for and closed with the database. */
  appPool(): Pool
  vaultPool(): Pool
  ownerPool(): Pool
  close(): Promise<void>
  /** Closes the pools and leaves the database to be copied; it goes with the server. Gives its name. */
  keep(): Promise<string>
}

/** Makes a database from the migrated template, or another one (`empty`: from PostgreSQL's own, without tables). */
export async function makeDatabase(
  options: { readonly empty?: boolean; readonly template?: string } = {},
): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = options.empty ? 'template0' : (options.template ?? server.template)
  // Copied as files: quicker than by way of the log, which is PostgreSQL's own choice.
  await asOwner(`create database ${name} template ${template} strategy file_copy`)
  const configFor = (user: string): DatabaseConfig => ({ host: server.host, port: server.port, user, database: name })
  const pools = new Map<string, Pool>()
  const poolFor = (user: string): Pool => {
    const pool = pools.get(user) ?? openPool(configFor(user), { max: 4, applicationName: `test ${user}` })
    pools.set(user, pool)
    return pool
  }
  const closePools = async () => {
    for (const pool of pools.values()) await pool.end()
  }
  return {
    name,
    appConfig: configFor('millrace_app'),
    vaultConfig: configFor('millrace_vault'),
    ownerConfig: configFor('millrace_owner'),
    appPool: () => poolFor('millrace_app'),
    vaultPool: () => poolFor('millrace_vault'),
    ownerPool: () => poolFor('millrace_owner'),
    async close() {
      await closePools()
      await asOwner(`drop database if exists ${name} with (force)`)
    },
    async keep() {
      await closePools()
      return name
    },
  }
}

/** Two workers may copy the template at the same moment: PostgreSQL then refuses one of them for an instant. */
async function asOwner(statement: string): Promise<void> {
  const { host, port } = inject('testServer')
  const client = new pg.Client({ host, port, user: 'millrace_owner', database: 'postgres' })
  await client.connect()
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(statement)
        return
      } catch (error) {
        if (attempt >= 50 || !['55006', '42P04', '23505'].includes(sqlState(error) ?? '')) throw error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  } finally {
    await client.end()
  }
}
