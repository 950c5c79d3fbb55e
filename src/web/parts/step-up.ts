import { useSyncExternalStore } from 'react'
import { Refused } from '../api.ts'

type Waiting = { shown(): void; left(): void }

let waiting: Waiting | null = null
const listeners = new Set<() => void>()
const put = (next: Waiting | null): void => {
  waiting = next
  for (const each of listeners) each()
}

/** Who waits for a second factor now, for the dialog. */
export const useWaiting = (): Waiting | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )

const OLD = ['second-factor-old', 'second-factor-needed']

/** Does what may need a fresh second factor: where the server asks for it, a dialog does, and it is tried again (U3). */
export async function withSecondFactor<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refused && OLD.includes(error.code))) throw error
    await new Promise<void>((resolve, reject) =>
      put({
        shown: () => {
          put(null)
          resolve()
        },
        left: () => {
          put(null)
          reject(error)
        },
      }),
    )
    return run()
  }
}
