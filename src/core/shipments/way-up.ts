import type { WayUp } from './outbox.ts'

const MOST_BY_CALL = 2000
const DOWN_FOR = 15 * 60_000

/** What decides how confirmations of a connection go up: how many wait, and since when the call has been failing (epoch ms). */
export type Backlog = { readonly waiting: number; readonly downSince: number | null; readonly now: number }

/** True when the confirmations of a connection go by feed: more than 2,000 wait, or the call has been down for 15 minutes (S5). */
export const goesByFeed = ({ waiting, downSince, now }: Backlog): boolean =>
  waiting > MOST_BY_CALL || (downSince !== null && now - downSince >= DOWN_FOR)

/** How one package goes up: without a tracking number always by feed, since none is ever invented (S5). */
export const wayUp = (tracking: string | null, backlog: Backlog | null = null): WayUp =>
  tracking === null || (backlog !== null && goesByFeed(backlog)) ? 'feed' : 'call'

/** While the call is down: the next try, or the moment from which what waits goes by feed, whichever comes first. */
export function nextLook(down: { readonly nextAt: number; readonly since: number; readonly now: number }): number {
  const feedAt = down.since + DOWN_FOR
  return feedAt > down.now ? Math.min(down.nextAt, feedAt) : down.nextAt
}
