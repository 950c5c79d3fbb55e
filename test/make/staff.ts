import type { NotedAct } from '#core/audit/acts.ts'
import { makePeople } from './browser.ts'

type People = Awaited<ReturnType<typeof makePeople>>

/** Somebody who works for a merchant, in a browser in which that person is signed in. */
export type Joined = Awaited<ReturnType<People['join']>> & { readonly userId: string }

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
type Answered = { readonly status: number; readonly body: any; readonly text: string }

/** The API under https with the owner of MILLS, and a way to let more people in. */
export async function makeStaff() {
  const people = await makePeople()
  const join = async (email: string, change: Parameters<People['join']>[1] = {}): Promise<Joined> => {
    const who = await people.join(email, change)
    const [row] = await people.sql('select user_id from auth.users where email = $1', [email])
    return { ...who, userId: row.user_id }
  }
  return {
    ...people,
    boss: await join('boss@example.com', { owner: true, permissions: [] }),
    join,
    ask: (who: Joined, ...rest: Parameters<Joined['page']['ask']>): Promise<Answered> => who.page.ask(...rest),
    /** Lets more than a quarter of an hour pass for somebody's second factor. */
    ageFactor: ({ userId }: Joined) =>
      people.sql(
        `update auth.sessions set second_factor_at = second_factor_at - interval '15 minutes 1 second' where user_id = $1`,
        [userId],
      ),
    /** What people did, as the deployment's audit has it. */
    async acts(): Promise<readonly Partial<NotedAct>[]> {
      const rows = await people.deps.deployment.withAudit('app', (audit) => audit.list({ after: 0, limit: 1000 }))
      return rows.flatMap((row) => ('who' in row ? [row as Partial<NotedAct>] : []))
    },
    /** Waits until so many transactions wait for a lock. */
    async waitingFor(count: number): Promise<void> {
      for (;;) {
        const rows = await people.sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        if (rows.length >= count) return
        await new Promise(setImmediate)
      }
    },
  }
}
