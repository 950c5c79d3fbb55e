import { CloseButton, Paper, Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { words } from '../words/en.ts'

type News = { readonly text: string; readonly bad: boolean; readonly id: number }
const STAYS = 6_000

let shown: readonly News[] = []
let last = 0
const listeners = new Set<() => void>()
const change = (next: readonly News[]): void => {
  shown = next
  for (const each of listeners) each()
}
const drop = (id: number): void => change(shown.filter((each) => each.id !== id))

/** Says in a corner what happened, aloud for who cannot see it; what went wrong stays until it is closed. */
export function tell(text: string, bad = false): void {
  last += 1
  const id = last
  change([...shown.slice(-3), { text, bad, id }])
  if (!bad) setTimeout(() => drop(id), STAYS)
}

/** The same for an error of any kind. */
export const tellError = (error: Error): void => tell(error.message, true)

/** The corner itself. */
export function ToldCorner() {
  const news = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  return (
    <div className="told" role="status" aria-live="polite">
      {news.map(({ text, bad, id }) => (
        <Paper key={id} shadow="md" withBorder p="sm" data-bad={bad || undefined}>
          <Text size="sm">{text}</Text>
          <CloseButton size="sm" aria-label={words.close} onClick={() => drop(id)} />
        </Paper>
      ))}
    </div>
  )
}
