import type { PoolClient, QueryConfig } from 'pg'
import type { Pool } from '#store/db.ts'

/** Where a run meets the outside: a statement about to be sent, a commit that took effect, a request sent or answered. */
export type Boundary = string

/**
 * What happens at a boundary. `lost`: this one connection breaks, the program lives on. `dead`: the program ends there;
 * nothing more leaves it until it is started again.
 */
export type Fault = { readonly at: number; readonly way: 'lost' | 'dead' }

/**
 * Counts the boundaries of a run and breaks it at one of them. A broken database connection is ended by the server
 * itself before the run goes on, so its transaction is really rolled back, or really committed.
 *
 * After a statement that is no commit there is no boundary of its own: an answer lost there is the same rolled back
 * transaction as a connection lost before the next statement. Transactions run one at a time, also those that nobody
 * waits for, so that the nth boundary is the same one in every run.
 */
export class Boundaries {
  readonly #owner: Pool
  readonly #strike: () => void
  #fault: Fault | null = null
  #early: RegExp | null = null
  #turn: Promise<void> = Promise.resolve()
  /** The boundaries of this run, in their order. */
  met: Boundary[] = []
  /** The program has ended and was not started again. */
  dead = false

  /** `strike`: what happens at once where a program dies; a program of its own kills itself there. */
  constructor(owner: Pool, strike = () => {}) {
    this.#owner = owner
    this.#strike = strike
  }

  /**
   * Begins a run, with a fault or without. `early`: a broken Millrace that commits after the first statement like this,
   * and loses its connection right then.
   */
  arm(fault: Fault | null, early: RegExp | null = null): void {
    this.#fault = fault
    this.#early = early
    this.met = []
    this.dead = false
  }

  /** True once the fault has struck. */
  get struck(): boolean {
    return this.#fault !== null && this.met.length >= this.#fault.at
  }

  /** Waits for transactions that nobody waits for. */
  async quiet(): Promise<void> {
    for (let seen: Promise<void> | null = null; seen !== this.#turn; ) {
      seen = this.#turn
      await seen
    }
  }

  /** A pool whose connections meet boundaries; it does all that our transactions ask of a pool. */
  pool(real: Pool): Pool {
    const connect = async () => {
      const leave = await this.#enter()
      try {
        if (this.dead) throw refused()
        return this.#client(await real.connect(), leave)
      } catch (error) {
        leave()
        throw error
      }
    }
    /** One statement by itself. */
    const query = async (text: string, values?: unknown[]) => {
      const client = await connect()
      try {
        return await client.query({ text, values: values ?? [] })
      } finally {
        client.release()
      }
    }
    return { connect, query } as unknown as Pool
  }

  /** Lets a request through to Amazon and its answer back; null when the connection breaks on the way. */
  async exchange<T>(name: string, send: () => Promise<T>): Promise<T | null> {
    await this.quiet()
    if (this.dead || this.#meet(`${name}: to be sent`)) return null
    const answer = await send()
    return this.#meet(`${name}: answered`) ? null : answer
  }

  #meet(boundary: Boundary): boolean {
    this.met.push(boundary)
    const strikes = this.#fault?.at === this.met.length
    if (strikes && this.#fault?.way === 'dead') {
      this.dead = true
      this.#strike()
    }
    return strikes
  }

  async #enter(): Promise<() => void> {
    const before = this.#turn
    let leave = () => {}
    this.#turn = new Promise((resolve) => {
      leave = resolve
    })
    await before
    return leave
  }

  #client(client: PoolClient, leave: () => void): PoolClient {
    let ended = false
    const end = async () => {
      ended = true
      const { processID } = client as PoolClient & { processID: number }
      await this.#owner.query('select pg_terminate_backend($1)', [processID])
      // Its own waiting looks ten times a second only; until it is gone its locks are held.
      const gone = async () =>
        (await this.#owner.query('select from pg_stat_activity where pid = $1', [processID])).rowCount === 0
      while (!(await gone()));
      throw new Error('Connection terminated unexpectedly')
    }
    const send = async (statement: string | QueryConfig) => {
      if (this.dead || ended) throw refused()
      const word = (typeof statement === 'string' ? statement : statement.text).trim().replace(/\s+/g, ' ')
      if (word !== 'rollback' && this.#meet(word)) await end()
      const result = await client.query(statement)
      if (word === 'commit' && this.#meet('committed')) await end()
      if (this.#early?.test(word)) {
        this.#early = null
        await commitEarly(client)
        await end()
      }
      return result
    }
    // An early commit must stand before the statements after it, which may be sent without waiting.
    let last: Promise<unknown> = Promise.resolve()
    const oneByOne = (statement: string | QueryConfig) => {
      const sent = last.then(() => send(statement))
      last = sent.catch(() => {})
      return sent
    }
    const query = this.#early ? oneByOne : send
    const release = (broken?: Error | boolean) => {
      client.release(this.dead || broken)
      leave()
    }
    const on = client.on.bind(client)
    const off = client.off.bind(client)
    return { query, release, on, off } as unknown as PoolClient
  }
}

const refused = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

async function commitEarly(client: PoolClient): Promise<void> {
  const { rows } = await client.query(`select current_setting('millrace.merchant', true) as merchant`)
  await client.query('commit')
  await client.query('begin')
  await client.query(`select set_config('millrace.merchant', $1, true)`, [rows[0]?.merchant])
}
