/** Something that serves until it is stopped: what it says at its start, and what ends it by itself. */
type Begun = {
  readonly lines: readonly string[]
  /** Ends with a sentence when it cannot go on. */
  readonly broken: Promise<string>
  stop(): Promise<void>
}

/**
 * How long a stop may take before it is forced, and how close two signals are one Ctrl-C: npm and the terminal both send it. Work that is
 * under way has 20 seconds of it (`jobs/worker.ts`).
 */
const PATIENCE = 30_000
const ONE_PRESS = 1000

/** Serves until a signal comes, then stops in order: no new work, what runs is finished, streams to pages are closed (X3). */
export async function serveUntilSignal(start: () => Promise<Begun>): Promise<never> {
  const stopped = untilSignal()
  const { lines, broken, stop } = await start()
  console.log(lines.join('\n'))
  const why = await Promise.race([stopped, broken])
  console.log(`\n${why ?? 'Stopping ...'}`)
  const late = setTimeout(() => process.exit(1), PATIENCE)
  await stop()
  clearTimeout(late)
  console.log('Stopped.')
  // Nothing is left to do; a forgotten timer shall not keep the program.
  process.exit(why ? 1 : 0)
}

/** Resolves at the first signal; a second one ends the program at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0
    const onSignal = () => {
      const now = performance.now()
      if (first === 0) first = now
      else if (now - first > ONE_PRESS) process.exit(130)
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  })
}
