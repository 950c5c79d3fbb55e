import type { TestDatabase } from './database.ts'

const TABLES = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema') order by 1`

/** Every row of every table of every schema as text, as the owner sees it, by table; without the tables left out. */
export async function dumpTables(
  database: TestDatabase,
  leftOut: readonly string[] = [],
): Promise<Record<string, string[]>> {
  const owner = database.ownerPool()
  const dump: Record<string, string[]> = {}
  for (const { name } of (await owner.query<{ name: string }>(TABLES)).rows) {
    if (leftOut.includes(name)) continue
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
    dump[name] = rows.map(({ row }) => row)
  }
  return dump
}

/** Where a text can be read in the database: in any table of any schema, as text or as bytes, or in the server's log. */
export async function whereReadable(database: TestDatabase, texts: readonly string[]): Promise<string[]> {
  const dump = await dumpTables(database)
  const log = await database
    .ownerPool()
    .query<{ text: string }>(`select string_agg(pg_read_file('log/' || name), '') as text from pg_ls_logdir()`)
  dump['the log of the server'] = [log.rows[0]?.text ?? '']
  return texts.flatMap((text) => {
    const forms = [text, Buffer.from(text).toString('hex'), JSON.stringify(text).slice(1, -1)]
    return Object.entries(dump)
      .filter(([, rows]) => rows.some((row) => forms.some((form) => row.includes(form))))
      .map(([name]) => `${text} in ${name}`)
  })
}

/** Stock whose reserved quantity is not what the orders reserve, or that is not what its history says (O20); must always be empty. */
export async function wrongStock(database: TestDatabase): Promise<unknown[]> {
  const { rows } = await database.ownerPool().query(
    `select coalesce(s.item_id, a.item_id) as item, coalesce(s.center_code, a.center_code) as center,
       s.allocated::int as stock, a.quantity::int as orders
     from millrace.stock s full join (select merchant_id, item_id, center_code, sum(quantity) as quantity
       from millrace.allocations group by 1, 2, 3) a using (merchant_id, item_id, center_code)
     where coalesce(s.allocated, 0) <> coalesce(a.quantity, 0)`,
  )
  return [...rows, ...(await besideHistory(database))]
}

/** Moves that do not follow from the one before them, and stock that is not as the newest one left it; what never moved is left out. */
async function besideHistory(database: TestDatabase): Promise<unknown[]> {
  const { rows } = await database.ownerPool().query(
    `with told as (select *, lag(on_hand) over w as before, lead(move_id) over w is null as newest from millrace.stock_moves
       window w as (partition by merchant_id, item_id, center_code order by move_id))
     select t.item_id as item, t.center_code as center, t.move_id::int as move, t.before::int, t.change::int, t.on_hand::int as told, s.on_hand::int as stock
     from told t left join millrace.stock s using (merchant_id, item_id, center_code)
     where t.on_hand <> t.before + t.change or (t.newest and t.on_hand <> s.on_hand)`,
  )
  return rows
}
