import { useEffect } from 'react'
import { queries } from './api.ts'

/** Which fetched things a topic of the server touches, by the first part of their names. */
const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  orders: ['orders', 'order', 'status', 'deadlines', 'shipping'],
  errors: ['error-log', 'retry-queue', 'status'],
  outbox: ['order', 'error-log', 'retry-queue', 'status', 'outbox', 'files'],
  items: ['items', 'item'],
  stock: ['items', 'item', 'stock', 'moves'],
  sending: ['sending', 'items', 'item', 'error-log', 'status', 'going-up', 'drift'],
  submissions: ['going-up', 'files'],
  connections: ['connections', 'status', 'checklist', 'going-up'],
  settings: ['settings', 'checklist'],
}
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
