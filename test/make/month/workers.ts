import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from '#store/db.ts'
import { type Program, startProgram } from './programs.ts'
import type { Turn, WorkerGround } from './worker-program.ts'

const PROGRAM = join(import.meta.dirname, 'worker-program.ts')

/** How a turn of work ended: done (with what broke it off), standing still in the midst of it, or dead. */
export type Ended =
  | {
      readonly how: 'done'
      readonly next: number | null
      readonly error: string | null
      readonly met: number
      readonly stood: number
    }
  | { readonly how: 'frozen' }
  | { readonly how: 'dead' }

/** A worker in a process of its own. */
export type Worker = {
  work(turn: Turn): Promise<Ended>
  /** Lets one that stands still go on, and tells it how late it is. */
  goOn(at: number): Promise<Ended>
}

/** Workers as a month needs them: one is always loaded ahead, since a process takes a second to load. */
export function openWorkers(
  ground: Omit<WorkerGround, 'name' | 'seed'>,
  { seed, owner }: { readonly seed: string; readonly owner: () => Pool },
) {
  const compiled = mkdtempSync(join(tmpdir(), 'millrace-lives-'))
  const load = () => startProgram([process.execPath, PROGRAM], { NODE_COMPILE_CACHE: compiled })
  const living = new Set<Program>()
  let ahead = load()
  let born = 0
  const hire = async (): Promise<Worker> => {
    const program = ahead
    ahead = load()
    living.add(program)
    born += 1
    const name = `month worker ${born}`
    await program.ask(JSON.stringify({ ...ground, name, seed: `${seed} ${born}` }))
    const read = async (said: Promise<Readonly<Record<string, unknown>> | null>): Promise<Ended> => {
      const answer = await said
      if (answer?.frozen) return { how: 'frozen' }
      if (answer !== null) return { how: 'done', ...(answer as Omit<Extract<Ended, { how: 'done' }>, 'how'>) }
      living.delete(program)
      await gone(owner(), name)
      return { how: 'dead' }
    }
    return {
      work: (turn) => read(program.ask(JSON.stringify(turn))),
      goOn: (at) => read(program.ask(JSON.stringify({ at }))),
    }
  }
  return {
    hire,
    async close(): Promise<void> {
      await Promise.all([...living, ahead].map((program) => program.end()))
      rmSync(compiled, { recursive: true, force: true })
    },
  }
}

/** The server notices by itself that a connection's other end is dead, and rolls its transaction back. */
async function gone(owner: Pool, name: string): Promise<void> {
  const some = async () =>
    (await owner.query('select from pg_stat_activity where application_name = $1', [name])).rowCount
  while (await some()) await new Promise((resolve) => setTimeout(resolve, 5))
}
