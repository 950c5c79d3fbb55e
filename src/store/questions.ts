import type pg from 'pg'

/**
 * A question to the tables of all merchants together: its name, and SQL that answers with counts, ages and dates only. `$1` is the
 * instant in seconds.
 */
export type Question = { readonly name: string; readonly sql: string }

const functionOf = (name: string): string => `deployment.ask_${name.replaceAll(' ', '_')}`

/**
 * Makes each question a function that reads with its owner's rights. So the logins of the running program can ask how the whole
 * deployment is, and still see the rows of one merchant at a time; decision 0032 (X5, M1).
 */
export async function installQuestions(owner: pg.ClientBase, questions: readonly Question[]): Promise<void> {
  // A test may stop at older tables: what a question needs is looked for when it is asked.
  await owner.query('set check_function_bodies = off')
  for (const { name, sql } of questions)
    await owner.query(
      `create or replace function ${functionOf(name)}(double precision) returns setof json
         language sql stable security definer set search_path = pg_catalog, pg_temp
         as $question$ select row_to_json(answer) from (${sql}) answer $question$;
       revoke all on function ${functionOf(name)}(double precision) from public`,
    )
  await owner.query('reset check_function_bodies')
}

/** Asks one of them; gives its rows. */
export async function askQuestion<Row>(
  client: Pick<pg.ClientBase, 'query'>,
  name: string,
  now: number,
): Promise<readonly Row[]> {
  const sql = `select answer from ${functionOf(name)}($1) as answer`
  const { rows } = await client.query<{ answer: Row }>(sql, [now / 1000])
  return rows.map(({ answer }) => answer)
}
