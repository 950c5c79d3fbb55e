import type { Log } from '#flows/deps.ts'

/** What was started, to be stopped in the opposite order; a part that does not stop keeps no other from it. */
export type Stopping = {
  add(step: () => unknown): void
  stop(): Promise<void>
}

/** Keeps what must be stopped; stopping twice stops once. */
export function whatStops(log: Log): Stopping {
  const steps: (() => unknown)[] = []
  return {
    add: (step) => void steps.push(step),
    async stop() {
      for (const step of steps.splice(0).reverse())
        await Promise.resolve()
          .then(step)
          .catch((error: Error) => log.alarm('A part did not stop.', { error: error.name }))
    },
  }
}
