export type ClockMode = 'real' | 'virtual'

/** Something that happens at Amazon at a set time, e.g. a buyer orders. */
export type PlannedEvent = { readonly at: number; readonly run: () => void }

/** The simulated time of Amazon. Virtual: stands still until moved. Real: the wall clock plus an offset. Planned events run in order, each at its own time. */
export class SimulatedClock {
  mode: ClockMode
  #offset = 0
  #standing: number
  #replayAt: number | undefined
  #planned: PlannedEvent[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(mode: ClockMode, start?: number) {
    this.mode = mode
    const wall = Date.now()
    this.#standing = start ?? wall
    if (start !== undefined) this.#offset = start - wall
  }

  /** The time now; while a planned event runs, the time of that event. */
  now(): number {
    if (this.#replayAt !== undefined) return this.#replayAt
    return this.mode === 'virtual' ? this.#standing : Date.now() + this.#offset
  }

  /** Moves to a time. Forward runs what is planned until then; backward runs nothing. */
  set(target: number): void {
    this.#runUntil(target)
    if (this.mode === 'virtual') this.#standing = target
    else this.#offset = target - Date.now()
    this.#arm()
  }

  advance(ms: number): void {
    this.set(this.now() + ms)
  }

  /** Changes between standing and running without a jump. */
  switchTo(mode: ClockMode): void {
    const now = this.now()
    this.mode = mode
    this.set(now)
  }

  plan(event: PlannedEvent): void {
    let index = this.#planned.length
    while (index > 0 && (this.#planned[index - 1] as PlannedEvent).at > event.at) index--
    this.#planned.splice(index, 0, event)
    this.#arm()
  }

  nextEventAt(): number | undefined {
    return this.#planned[0]?.at
  }

  /** Runs the events whose time has come; called before every request is answered. */
  runDue(): void {
    const next = this.nextEventAt()
    this.#runUntil(this.now())
    if (this.nextEventAt() !== next) this.#arm()
  }

  forgetPlans(): void {
    this.#planned = []
    clearTimeout(this.#timer)
  }

  #runUntil(target: number): void {
    if (this.#replayAt !== undefined) return
    while (this.#planned[0] !== undefined && this.#planned[0].at <= target) {
      const event = this.#planned.shift() as PlannedEvent
      this.#replayAt = event.at
      try {
        event.run()
      } finally {
        this.#replayAt = undefined
      }
    }
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const next = this.nextEventAt()
    if (this.mode !== 'real' || next === undefined || this.#replayAt !== undefined) return
    const wait = Math.min(Math.max(next - this.now(), 0), 60_000)
    this.#timer = setTimeout(() => {
      this.#runUntil(this.now())
      this.#arm()
    }, wait)
    this.#timer.unref()
  }
}
