/** The status by which the way to Amazon tells a worker's line that no answer ever comes; no Amazon sends it. */
export const SILENT = 599

/** So long a worker's clients wait for an answer; nothing else in a worker waits exactly so long. */
export const ANSWER_LIMIT = 30_001
const NEVER = 2 ** 31 - 1

/**
 * Takes the real clock from the clients of this program: a slow machine must not end their wait, nor while a worker stands still, and a
 * month has no time to wait for them. Each call of what it gives ends every wait for an answer, as the time-out would.
 */
export function losePatienceAtWill(): () => void {
  const waits = new Map<unknown, () => void>()
  const { setTimeout: set, clearTimeout: clear } = globalThis
  globalThis.setTimeout = ((act: (...more: unknown[]) => void, ms?: number, ...more: unknown[]) => {
    if (ms !== ANSWER_LIMIT) return set(act, ms, ...more)
    const wait = set(act, NEVER)
    waits.set(wait, act)
    return wait
  }) as typeof setTimeout
  globalThis.clearTimeout = (wait) => {
    waits.delete(wait)
    clear(wait)
  }
  // Documents go up and down with one of these.
  AbortSignal.timeout = () => {
    const stop = new AbortController()
    waits.set(stop, () => stop.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')))
    return stop.signal
  }
  return () => {
    const all = [...waits.values()]
    waits.clear()
    for (const act of all) act()
  }
}
