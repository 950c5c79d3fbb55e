import type { LivePages } from '#http/api.ts'
import type { Pool } from '#store/db.ts'
import { listen } from '#store/listen.ts'

/** Where every committed change tells the pages that show it (migration 0022). */
const CHANNEL = 'millrace_live'

/** A process listens once, for all pages that it serves; after a lost connection every page is told to look again. */
export function openLivePages(pool: Pool): LivePages & { close(): void } {
  const watchers = new Map<string, Set<(topic: string) => void>>()
  const listening = listen(pool, CHANNEL, (text) => {
    const [merchant = '', topic = ''] = (text ?? '').split(' ')
    const told = text === null ? [...watchers.values()].flatMap((each) => [...each]) : (watchers.get(merchant) ?? [])
    for (const tell of told) tell(text === null ? 'all' : topic)
  })
  return {
    onChange(merchant, tell) {
      const mine = watchers.get(merchant) ?? new Set()
      watchers.set(merchant, mine.add(tell))
      return () => {
        mine.delete(tell)
        if (mine.size === 0) watchers.delete(merchant)
      }
    },
    close: () => listening.close(),
  }
}
