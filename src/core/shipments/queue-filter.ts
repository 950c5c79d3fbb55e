import { Temporal } from 'temporal-polyfill'
import { dayOf, startOfDay } from '../orders/merchant-time.ts'

/** What the clerk's queue is narrowed to by its deadline: those that passed it, and those of the merchant's day. */
export const QUEUE_DEADLINES = ['late', 'today', 'tomorrow'] as const
export type QueueDeadline = (typeof QUEUE_DEADLINES)[number]

/** Which part of the clerk's queue is meant (S6). */
export type QueueFilter = {
  readonly center?: string | undefined
  readonly method?: string | undefined
  readonly channel?: string | undefined
  readonly deadline?: QueueDeadline | undefined
}

/** The end of the merchant's day on which an instant falls, and of the day after it. */
export function endsOfDays(now: number, timeZone: string): { readonly today: number; readonly tomorrow: number } {
  const day = Temporal.PlainDate.from(dayOf(now, timeZone))
  const end = (days: number) => startOfDay(day.add({ days }).toString(), timeZone)
  return { today: end(1), tomorrow: end(2) }
}

/** Between which instants a deadline lies, the first one included; null where that side is open (S6). */
export function deadlineBounds(
  deadline: QueueDeadline | undefined,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): { readonly from: number | null; readonly before: number | null } {
  const { today, tomorrow } = endsOfDays(now, timeZone)
  if (deadline === 'late') return { from: null, before: now }
  if (deadline === 'today') return { from: now, before: today }
  return deadline === 'tomorrow' ? { from: today, before: tomorrow } : { from: null, before: null }
}
