import { useEffect } from 'react'
import { queries } from './api.ts'
import { TOUCHED } from './live-topics.ts'

/** News within this time are one: a page of a hundred orders is not a hundred fetches. In milliseconds. */
const TOGETHER = 700

/** Fetches again what is shown and has changed, for as long as the page is open. */
export function useLive(merchant: string | null): void {
  useEffect(() => {
    if (merchant === null) return
    const stream = new EventSource('/api/v1/events')
    const waiting = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const names = new Set([...waiting].flatMap((topic) => TOUCHED[topic] ?? []))
      const all = waiting.has('all')
      waiting.clear()
      timer = undefined
      void queries.invalidateQueries({ predicate: ({ queryKey }) => all || names.has(String(queryKey[0])) })
    }
    stream.addEventListener('changed', (event) => {
      waiting.add(String(event.data))
      timer ??= setTimeout(look, TOGETHER)
    })
    return () => {
      stream.close()
      clearTimeout(timer)
    }
  }, [merchant])
}
