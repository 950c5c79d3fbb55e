import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { sqlState } from './db.ts'

/** The login of the running program: no right on schema `vault`. */
export const APP_ROLE = 'millrace_app'
/** The login that may open the vault as well. */
export const VAULT_ROLE = 'millrace_vault'
const ROLES = [APP_ROLE, VAULT_ROLE] as const

/** Passwords for the two logins, where the server asks for them. */
export type RolePasswords = { readonly app?: string; readonly vault?: string }

/** Schemas of our tables and who may use them; `pgboss` is granted separately, after its own installation. */
const SCHEMAS: readonly { name: string; roles: readonly string[] }[] = [
  { name: 'millrace', roles: ROLES },
  { name: 'deployment', roles: ROLES },
  { name: 'auth', roles: ROLES },
  { name: 'vault', roles: [VAULT_ROLE] },
]

/** Makes the two logins when they are missing; gives back the statements to run when we may not. */
export async function ensureRoles(owner: pg.Client, passwords: RolePasswords): Promise<string[]> {
  const { rows } = await owner.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    ROLES,
  ])
  const present = new Set(rows.map((row) => row.rolname))
  const missing = ROLES.filter((role) => !present.has(role))
  const may = await owner.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  )
  if (missing.length > 0 && !may.rows[0]?.may) return missing.map((role) => `${createRole(role)} password '...';`)
  for (const role of missing) {
    const password = role === APP_ROLE ? passwords.app : passwords.vault
    await owner.query(createRole(role, password)).catch((error: unknown) => {
      // Roles belong to the whole server: another database's migration may make them in the same moment.
      if (!['42710', '23505'].includes(sqlState(error) ?? '')) throw error
    })
  }
  return []
}

/** Logins that could see past row-level security or change rights: with them merchants would not be kept apart. Any login may ask. */
export async function tooPowerfulRoles(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ rolname: string }>(
    `with owner as (select coalesce((select nspowner from pg_namespace where nspname = 'deployment'), current_user::regrole) as id)
     select rolname from pg_roles, owner where rolname = any($1)
        and (rolsuper or rolbypassrls or pg_has_role(oid, owner.id, 'member')) order by rolname`,
    [ROLES],
  )
  return rows.map((row) => row.rolname)
}

function createRole(role: string, password?: string): string {
  const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  return `create role ${role} ${rights}${password ? ` password ${pg.escapeLiteral(scramVerifier(password))}` : ''}`
}

/** The server gets the verifier, never the password: a statement can end up in a server's log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const key = (name: string) => createHmac('sha256', salted).update(name).digest()
  const stored = createHash('sha256').update(key('Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`
}

/**
 * Says which rights new tables get in each schema that is there. Runs before each migration, so that a migration can
 * take rights away again (an append-only table) and no later run gives them back. In the migration that makes the
 * schema itself nothing is granted yet: a table that wants less than all rights there grants them by name.
 */
export async function prepareSchemas(owner: pg.Client): Promise<void> {
  for (const { name, roles } of await presentSchemas(owner)) {
    const to = roles.join(', ')
    await owner.query(`
      revoke all on schema ${name} from public;
      grant usage on schema ${name} to ${to};
      alter default privileges in schema ${name} grant select, insert, update, delete on tables to ${to};
      alter default privileges in schema ${name} grant usage, select on sequences to ${to};
      alter default privileges in schema ${name} grant execute on functions to ${to};`)
  }
}

async function presentSchemas(owner: pg.Client): Promise<typeof SCHEMAS> {
  const { rows } = await owner.query<{ nspname: string }>('select nspname from pg_namespace')
  const present = new Set(rows.map((row) => row.nspname))
  return SCHEMAS.filter((schema) => present.has(schema.name))
}

/** Gives rights where a table got none (another owner made it), and on the queue's schema. Runs after the migrations. */
export async function grantRights(owner: pg.Client): Promise<void> {
  const database = await owner.query<{ name: string }>('select current_database() as name')
  const name = pg.escapeIdentifier(database.rows[0]?.name ?? '')
  await owner.query(`grant connect on database ${name} to ${ROLES.join(', ')}`)
  await owner.query('revoke create on schema public from public').catch((error: unknown) => {
    if (sqlState(error) !== '42501') throw error
  })
  for (const schema of await presentSchemas(owner)) {
    for (const role of schema.roles) await grantForgotten(owner, schema.name, role)
  }
  await owner.query(`revoke insert, update, delete on deployment.migration from ${ROLES.join(', ')}`)
}

async function grantForgotten(owner: pg.Client, schema: string, role: string): Promise<void> {
  const { rows } = await owner.query<{ table: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm')
        and not exists (select from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where r.rolname = $2)`,
    [schema, role],
  )
  for (const row of rows) await owner.query(`grant select, insert, update, delete on ${row.table} to ${role}`)
  await owner.query(`
    grant usage, select on all sequences in schema ${schema} to ${role};
    grant execute on all functions in schema ${schema} to ${role};`)
}

/** What pg-boss needs to run under either login, without owning anything. */
export async function grantQueueRights(owner: pg.Client): Promise<void> {
  const to = ROLES.join(', ')
  await owner.query(`
    grant usage on schema pgboss to ${to};
    grant select, insert, update, delete on all tables in schema pgboss to ${to};
    grant usage, select on all sequences in schema pgboss to ${to};
    grant execute on all functions in schema pgboss to ${to};
    alter default privileges in schema pgboss grant select, insert, update, delete on tables to ${to};
    alter default privileges in schema pgboss grant usage, select on sequences to ${to};
    alter default privileges in schema pgboss grant execute on functions to ${to};`)
}
