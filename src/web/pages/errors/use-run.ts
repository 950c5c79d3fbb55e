import { useCallback, useRef, useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { useMay } from '../../session.ts'
import { type Detail, documentAt } from './error-api.ts'

/** A run over documents: what became of each so far, and whether it goes on. */
export type Run = {
  readonly ends: readonly Detail[]
  readonly all: number
  readonly going: boolean
  /** Nobody asks: the server tries them by itself, and it is only watched. */
  readonly watching: boolean
  readonly error: string | null
}

export type Deed = 'reprocess' | 'ignore'

/** So many at once: the log moves, and a long run can be stopped. */
const AT_ONCE = 5
const LOOK_EVERY = 1_500
/** The server tries what was mended within seconds; longer than this nobody waits. */
const LOOKS = 40
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Reprocesses or ignores documents a few at a time, with what became of each as it comes (E2). */
export function useRun() {
  const may = useMay('orders:write')
  const [run, setRun] = useState<Run | null>(null)
  const stopped = useRef(false)
  const start = useCallback(
    async (deed: Deed, ids: readonly number[]) => {
      stopped.current = false
      const watching = !may
      setRun({ ends: [], all: ids.length, going: true, watching, error: null })
      try {
        for (let at = 0; at < ids.length && !stopped.current; at += AT_ONCE) {
          const some = ids.slice(at, at + AT_ONCE)
          const rows = watching ? await watched(some, stopped) : await done(deed, some)
          setRun((before) => before && { ...before, ends: [...before.ends, ...rows] })
        }
        setRun((before) => before && { ...before, going: false })
      } catch (error) {
        setRun((before) => before && { ...before, going: false, error: (error as Error).message })
      }
      await queries.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.includes(String(queryKey[0])) })
    },
    [may],
  )
  const stop = useCallback(() => {
    stopped.current = true
  }, [])
  return { run, start, stop, clear: useCallback(() => setRun(null), []) }
}

const TOUCHED = ['error-log', 'retry-queue', 'status', 'orders', 'order', 'shipping']

async function done(deed: Deed, documentIds: readonly number[]): Promise<readonly Detail[]> {
  const body = { documentIds: [...documentIds] }
  const sent =
    deed === 'ignore'
      ? api.POST('/api/v1/error-log/ignore', { body })
      : api.POST('/api/v1/error-log/reprocess', { body })
  return (await answer(sent)).rows
}

/** Looks until each was decided anew, or long enough. */
async function watched(ids: readonly number[], stopped: { readonly current: boolean }): Promise<readonly Detail[]> {
  let rows = await Promise.all(ids.map((id) => documentAt(id)))
  for (let look = 0; look < LOOKS && !stopped.current && rows.some(({ state }) => state === 'held'); look++) {
    await pause(LOOK_EVERY)
    rows = await Promise.all(ids.map((id) => documentAt(id)))
  }
  return rows
}
