/** The status by which the way to Amazon tells a worker's line that no answer ever comes; no Amazon sends it. */
export const SILENT = 599

/** So long a worker's clients wait for an answer; nothing else in a worker waits exactly so long. */
export const ANSWER_LIMIT = 30_001

/** Lets clients of this program lose their patience at will, since a month has no time to wait for them: each call of what it gives ends every wait for an answer, as its time-out would. */
export function losePatienceAtWill(): () => void {
  const waits: (() => void)[] = []
  const timeout = globalThis.setTimeout
  globalThis.setTimeout = ((act: (...more: unknown[]) => void, ms?: number, ...more: unknown[]) => {
    if (ms === ANSWER_LIMIT) waits.push(act)
    return timeout(act, ms, ...more)
  }) as typeof setTimeout
  // Documents go up and down with one of these.
  const signal = AbortSignal.timeout
  AbortSignal.timeout = (ms) => {
    const stop = new AbortController()
    waits.push(() => stop.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')))
    return AbortSignal.any([signal.call(AbortSignal, ms), stop.signal])
  }
  return () => {
    for (const act of waits.splice(0)) act()
  }
}
