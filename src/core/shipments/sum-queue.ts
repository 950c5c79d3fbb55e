import type { QueueDeadline, QueueFilter } from './queue-filter.ts'

/** Orders that wait at one center, for one method, from one channel: in all, and by deadline. */
export type QueueGroup = {
  readonly center: string | null
  readonly method: string | null
  readonly channel: string
} & Readonly<Record<'all' | QueueDeadline, number>>

type Counted = { readonly name: string | null; readonly count: number }

/** How many orders wait: by deadline, and by where they leave from, by which method and whence they come. */
export type QueueSums = Readonly<Record<'all' | QueueDeadline, number>> & {
  readonly centers: readonly Counted[]
  readonly methods: readonly Counted[]
  readonly channels: readonly Counted[]
}

const NAMED = ['center', 'method', 'channel'] as const
type Named = (typeof NAMED)[number]

/** Sums up the queue for its filters: what each choice would show beside the other filters that are set (S6, X1). */
export function sumQueue(groups: readonly QueueGroup[], filter: QueueFilter): QueueSums {
  const fits = (group: QueueGroup, but: Named | null) =>
    NAMED.every((name) => name === but || filter[name] === undefined || filter[name] === group[name])
  const among = groups.filter((group) => fits(group, null))
  const sum = (of: 'all' | QueueDeadline) => among.reduce((total, each) => total + each[of], 0)
  const by = (name: Named): readonly Counted[] => {
    const counts = new Map<string | null, number>()
    for (const group of groups) {
      const more = fits(group, name) ? group[filter.deadline ?? 'all'] : 0
      counts.set(group[name], (counts.get(group[name]) ?? 0) + more)
    }
    return [...counts]
      .map(([each, count]) => ({ name: each, count }))
      .sort((one, other) => (one.name ?? '\uffff').localeCompare(other.name ?? '\uffff'))
  }
  return {
    all: sum('all'),
    late: sum('late'),
    today: sum('today'),
    tomorrow: sum('tomorrow'),
    centers: by('center'),
    methods: by('method'),
    channels: by('channel'),
  }
}
