import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  isConnectionLost,
  isPassing,
  isSerializationFailure,
  isUniqueViolation,
  openPool,
  type Pool,
  type Tx,
  withMerchant,
  withoutMerchant,
} from '#store/db.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'

let database: TestDatabase
let pool: Pool
const read = <Row = Record<string, unknown>>(sql: string) => withoutMerchant(pool, (tx) => tx.query<Row>(sql))

beforeAll(async () => {
  database = await makeDatabase()
  pool = database.ownerPool()
  await read('create table public.kept (id int primary key)')
})
afterAll(() => database.close())

describe('a connection', () => {
  test('it plans for the values of each call and compiles nothing, whatever the server is set to', async () => {
    await read(`do $$ begin execute format('alter database %I set jit = on', current_database()); end $$`)
    const asked = `select current_setting('jit') as jit, current_setting('plan_cache_mode') as plans`
    const [row] = await withoutMerchant(database.appPool(), (tx) => tx.query(asked))
    expect(row).toEqual({ jit: 'off', plans: 'force_custom_plan' })
  })
})

describe('a transaction', () => {
  test('the merchant is set inside it and gone after it', async () => {
    const sql = `select current_setting('millrace.merchant', true) as merchant`
    expect(await withMerchant(pool, 'm-1', (tx) => tx.query(sql))).toEqual([{ merchant: 'm-1' }])
    const [row] = await read<{ merchant: string }>(sql)
    expect(row?.merchant || null).toBeNull()
  })

  test('it is kept as a whole, or rolled back when anything throws', async () => {
    await withoutMerchant(pool, (tx) => tx.query('insert into public.kept values (1)'))
    const failing = withoutMerchant(pool, async (tx) => {
      await tx.query('insert into public.kept values (2)')
      throw new Error('changed our mind')
    })
    await expect(failing).rejects.toThrow('changed our mind')
    expect(await read('select id from public.kept')).toEqual([{ id: 1 }])
  })

  test('a swallowed error never looks like a commit', async () => {
    const swallowing = withoutMerchant(pool, async (tx) => {
      await tx.query('insert into public.kept values (3)')
      await tx.query('select 1 / 0').catch(() => {})
    })
    await expect(swallowing).rejects.toThrow(/rolled back instead of committed/)
  })

  test('nothing can be sent after its end', async () => {
    let kept: Tx | undefined
    await withoutMerchant(pool, async (tx) => {
      kept = tx
    })
    await expect(kept?.query('select 1')).rejects.toThrow('This transaction has ended.')
  })

  test('a table that a migration changed under a kept statement fails once as something that passes, and then works', async () => {
    const one = openPool(database.ownerConfig, { max: 1, applicationName: 'test changed table' })
    const all = () => withoutMerchant(one, (tx) => tx.query('select * from public.changed where id = $1', [1]))
    await read('create table public.changed (id int primary key)')
    await read('insert into public.changed values (1)')
    expect(await all()).toEqual([{ id: 1 }])
    await read('alter table public.changed add column name text')
    const error = await all().catch((failure: unknown) => failure)
    expect(isPassing(error)).toBe(true)
    expect(await all()).toEqual([{ id: 1, name: null }])
    await one.end()
  })

  test('a statement is read once by a connection, and planned for the values of each call', async () => {
    await withoutMerchant(pool, async (tx) => {
      const sql = 'select id from public.kept where id = $1'
      for (const id of [1, 2, 3]) await tx.query(sql, [id])
      const kept = 'select generic_plans::int, custom_plans::int from pg_prepared_statements where statement = $1'
      expect(await tx.query(kept, [sql])).toEqual([{ generic_plans: 0, custom_plans: 3 }])
    })
  })

  test('a connection lost in the middle is thrown away, and the next one works', async () => {
    const lost = withoutMerchant(pool, async (tx) => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
      await withoutMerchant(pool, (other) => other.query('select pg_terminate_backend($1)', [row?.pid]))
      await tx.query('select 1')
    })
    expect(isConnectionLost(await lost.catch((error: unknown) => error))).toBe(true)
    expect(await read('select 1 as one')).toEqual([{ one: 1 }])
  })

  test('statements, locks and idle transactions have limits', async () => {
    const names = `select name, setting from pg_settings where name in
      ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`
    expect((await read(names)).map((row) => row.setting)).toEqual(['60000', '20000', '60000'])
  })
})

describe('values', () => {
  test('whole numbers and instants are numbers, decimals and dates are text', async () => {
    const rows = await read(`select 9007199254740991::int8 as big, 12.30::numeric as amount, date '2026-02-28' as day,
      timestamptz '2026-01-15 12:00:00.123456+02' as at, timestamptz '0044-03-15 00:00Z' as early,
      array[1, 2]::int8[] as bigs, array[1.50]::numeric[] as amounts,
      array[timestamptz '1970-01-01 00:00:01Z', null] as instants, null::timestamptz as never, count(*) as rows`)
    expect(rows).toEqual([
      {
        big: 9007199254740991,
        amount: '12.30',
        day: '2026-02-28',
        at: Date.UTC(2026, 0, 15, 10, 0, 0, 123),
        early: Date.parse('0044-03-15T00:00:00Z'),
        bigs: [1, 2],
        amounts: ['1.50'],
        instants: [1000, null],
        never: null,
        rows: 1,
      },
    ])
  })

  test('an instant written as milliseconds comes back as the same milliseconds, in any time zone of the server', async () => {
    for (const at of [0, 1, 999, 1_700_000_000_123, -62_000_000_000_001, Date.UTC(2027, 5, 30, 23, 59, 59, 999)]) {
      for (const zone of ['UTC', 'Asia/Kolkata', 'America/St_Johns']) {
        const rows = await withoutMerchant(pool, async (tx) => {
          await tx.query(`select set_config('timezone', $1, true)`, [zone])
          return tx.query<{ at: number }>('select to_timestamp($1::double precision / 1000) as at', [at])
        })
        expect(rows[0]?.at).toBe(at)
      }
    }
  })

  test('a number that cannot be held exactly is an error, never rounded', async () => {
    await expect(read('select 9007199254740993::int8')).rejects.toThrow(/too large to be held exactly/)
  })
})

describe('errors', () => {
  test('a key that is there already is told by its constraint', async () => {
    const error = await read('insert into public.kept values (1)').catch((thrown: unknown) => thrown)
    expect([
      isUniqueViolation(error),
      isUniqueViolation(error, 'kept_pkey'),
      isUniqueViolation(error, 'other'),
    ]).toEqual([true, true, false])
    expect([isConnectionLost(error), isSerializationFailure(error)]).toEqual([false, false])
  })

  test('a server that is not there is a lost connection', async () => {
    const nowhere = openPool({ host: '/nonexistent', database: 'x', user: 'x' }, { max: 1, applicationName: 'x' })
    const error = await withoutMerchant(nowhere, (tx) => tx.query('select 1')).catch((thrown: unknown) => thrown)
    expect(isConnectionLost(error)).toBe(true)
    await nowhere.end()
  })

  test('two transactions that wait for each other: one is told to try again', async () => {
    await read('insert into public.kept values (10), (20)')
    const lock = (tx: Tx, id: number) => tx.query('select from public.kept where id = $1 for update', [id])
    let entered = 0
    const both = [
      [10, 20],
      [20, 10],
    ].map(([first, second]) =>
      withoutMerchant(pool, async (tx) => {
        await lock(tx, first ?? 0)
        entered++
        while (entered < 2) await new Promise((resolve) => setTimeout(resolve, 5))
        await lock(tx, second ?? 0)
      }),
    )
    const results = await Promise.allSettled(both)
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(reasons.map(isSerializationFailure)).toEqual([true])
  })
})
