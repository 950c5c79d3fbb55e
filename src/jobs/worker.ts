import { hold, JOB_CHANNEL, type Leased, renew, start, startAll } from '#store/due.ts'
import { listen } from '#store/listen.ts'
import { errorCode } from './back-off.ts'
import type { Running } from './dispatch.ts'
import { BEAT_SECONDS, type Queue, type Taken } from './queue.ts'
import { inDeployment, leaseEnd, recordRun, runWork } from './run-work.ts'
import { type Work, type Workshop, workOf } from './work.ts'

/** How long a stop waits for running jobs; what is not done by then is left to its lease. */
export type WorkerOptions = { readonly stopWithinSeconds?: number; readonly kinds?: readonly string[] }

/** Notifications tell of new jobs at once; this only covers a lost one. */
const LOOK_EVERY = 5_000

/** How long a free place waits for others before there is a look for more jobs. */
const LOOK_TOGETHER_WITHIN = 25

/** A kind of work in this process: what runs now, and whether there may be more waiting. */
type Lane = {
  readonly work: Work
  readonly running: Map<Taken, number>
  feeding: boolean
  more: boolean
  soon?: NodeJS.Timeout | undefined
}

/** Takes jobs and runs them, many merchants at once, until it is stopped. */
export function startWorker(shop: Workshop, queue: Queue, options: WorkerOptions = {}): Running {
  const crew = new Crew(shop, queue, options.kinds ?? shop.schedule.map((work) => work.kind))
  const listening = listen(shop.pool, JOB_CHANNEL, (kind) => crew.feed(kind))
  const looking = setInterval(() => crew.feed(null), LOOK_EVERY)
  const beating = setInterval(() => crew.beat(), BEAT_SECONDS * 1000)
  crew.feed(null)
  return {
    async stop() {
      listening.close()
      clearInterval(looking)
      await crew.finish((options.stopWithinSeconds ?? 20) * 1000)
      clearInterval(beating)
    },
  }
}

class Crew {
  readonly #shop: Workshop
  readonly #queue: Queue
  readonly #lanes: Map<string, Lane>
  readonly #pending = new Set<Promise<void>>()
  #stopping = false

  constructor(shop: Workshop, queue: Queue, kinds: readonly string[]) {
    this.#shop = shop
    this.#queue = queue
    const lane = (work: Work): Lane => ({ work, running: new Map(), feeding: false, more: false })
    this.#lanes = new Map(kinds.map((kind) => [kind, lane(workOf(shop.schedule, kind))]))
  }

  /** Looks for jobs of one kind (null: of every kind). */
  feed(kind: string | null): void {
    const lanes = kind === null ? [...this.#lanes.values()] : [this.#lanes.get(kind)]
    for (const lane of lanes) if (lane) this.#track(this.#feedLane(lane))
  }

  /** Says that we are still at our jobs, to the queue and to the due table. */
  beat(): void {
    for (const lane of this.#lanes.values()) if (lane.running.size > 0) void this.#beatLane(lane)
  }

  /** Takes no more and waits for what runs, at most so long. */
  async finish(patience: number): Promise<void> {
    this.#stopping = true
    let timer: NodeJS.Timeout | undefined
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience)
    })
    await Promise.race([this.#allEnded(), enough])
    clearTimeout(timer)
  }

  /** What is pending may take jobs yet, or begin runs of those it took. */
  async #allEnded(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled([...this.#pending])
  }

  #track(work: Promise<void>): void {
    this.#pending.add(work)
    void work.finally(() => this.#pending.delete(work))
  }

  /** Fills the free places of a lane. Called while it is at it, it looks once more afterwards. */
  async #feedLane(lane: Lane): Promise<void> {
    lane.more = true
    if (lane.feeding) return
    lane.feeding = true
    try {
      while (lane.more && !this.#stopping) {
        const free = lane.work.atOnce - lane.running.size
        if (free <= 0) break
        lane.more = false
        const jobs = await this.#queue.take(lane.work.kind, free)
        if (jobs.length === free) lane.more = true
        const leaseUntil = leaseEnd(this.#shop, lane.work.kind)
        for (const job of jobs) lane.running.set(job, leaseUntil)
        if (jobs.length > 0) this.#track(this.#startJobs(lane, jobs, leaseUntil))
      }
    } catch (error) {
      this.#trouble('Jobs could not be taken.', lane.work.kind, error)
    } finally {
      lane.feeding = false
    }
  }

  /** Begins the runs of what was taken, all in one statement; a row that somebody holds is waited for by its own run. */
  async #startJobs(lane: Lane, jobs: readonly Taken[], leaseUntil: number): Promise<void> {
    const seqs = new Map<string, number>()
    try {
      const started = await inDeployment(this.#shop, (tx) => startAll(tx, jobs, leaseUntil))
      for (const { merchant, subject, seq } of started) seqs.set(`${merchant}/${subject}`, seq)
    } catch (error) {
      this.#trouble('Runs could not be begun together; each is begun alone.', lane.work.kind, error)
    }
    for (const job of jobs) this.#track(this.#runJob(lane, job, seqs.get(`${job.merchant}/${job.subject}`)))
  }

  async #runJob(lane: Lane, job: Taken, seq: number | undefined): Promise<void> {
    try {
      await this.#run(lane, job, seq)
    } catch (error) {
      // The job stays claimed, falls silent and is freed; the lease makes the work due again.
      this.#trouble('A run could not be recorded; it will be repeated.', job.kind, error)
    } finally {
      lane.running.delete(job)
      if (lane.more && !this.#stopping) this.#feedSoon(lane)
    }
  }

  /** Looks for more: at once when a quarter of the places is free, else in a moment, so that places that become free together cost one look. */
  #feedSoon(lane: Lane): void {
    const free = lane.work.atOnce - lane.running.size
    if (free * 4 >= lane.work.atOnce) {
      this.#track(this.#feedLane(lane))
      return
    }
    lane.soon ??= setTimeout(() => {
      lane.soon = undefined
      if (!this.#stopping) this.#track(this.#feedLane(lane))
    }, LOOK_TOGETHER_WITHIN)
  }

  async #run(lane: Lane, job: Taken, seq: number | undefined): Promise<void> {
    const shop = this.#shop
    const { merchant, kind, subject } = job
    const leaseUntil = lane.running.get(job) ?? leaseEnd(shop, kind)
    const started = seq === undefined ? await inDeployment(shop, (tx) => start(tx, job, leaseUntil)) : { seq }
    const begun = started && { merchant, kind, subject, seq: started.seq }
    const outcome = begun && (await runWork(shop, begun))
    // The job ends with its record, in one transaction: a wake that is announced by it finds the key free.
    await inDeployment(shop, async (tx) => {
      await hold(tx, job)
      const ours = await this.#queue.finish(tx, job)
      if (ours && begun && outcome) await recordRun(tx, shop, { begun, outcome })
      if (!ours)
        shop.deps.log.alarm('A job was taken from its worker while it ran.', { kind, merchant, connection: subject })
    })
  }

  async #beatLane({ work, running }: Lane): Promise<void> {
    const jobs = [...running.keys()]
    try {
      const lost = await this.#queue.beat(work.kind, jobs)
      const leaseUntil = leaseEnd(this.#shop, work.kind)
      const leased: (Leased & { job: Taken })[] = []
      for (const job of jobs) {
        const from = running.get(job)
        if (from !== undefined && !lost.includes(job)) leased.push({ ...keyOf(job), from, leaseUntil, job })
      }
      await inDeployment(this.#shop, (tx) => renew(tx, leased))
      for (const { job } of leased) if (running.has(job)) running.set(job, leaseUntil)
    } catch (error) {
      this.#trouble('A worker could not say that it is alive.', work.kind, error)
    }
  }

  #trouble(message: string, kind: string, error: unknown): void {
    this.#shop.deps.log.alarm(message, { kind, error: errorCode(error) })
  }
}

const keyOf = ({ merchant, kind, subject }: Taken) => ({ merchant, kind, subject })
