import { takeFault } from './faults.ts'
import { defaultBefore, type Search } from './search-parameters.ts'
import type { Cursor } from './state.ts'
import type { Visit } from './visit.ts'
import { invalidInput, type Reply } from './wire.ts'

const TOKEN_LIFETIME_MS = 24 * 3_600_000

export type PagePlace = {
  readonly from: Cursor
  /** The upper bound, fixed by the first page. */
  readonly before: number
  /** Set by the fault that answers the same page for ever. */
  readonly forcedToken?: string
}

/** Where the asked page begins: at the window's start, or where its pagination token says. */
export function readPageToken(visit: Visit, search: Search): PagePlace | Reply {
  const { world, now } = visit
  if (search.token === undefined)
    return { from: { time: search.after, id: '', after: false }, before: search.before ?? defaultBefore(now) }
  const token = world.pageTokens.get(search.token)
  if (!token || token.sellerId !== visit.sellerId)
    return invalidInput('The pagination token is invalid.', 'paginationToken')
  if (now >= token.expiresAt) return invalidInput('The pagination token has expired.', 'paginationToken')
  if (token.parameters !== search.fingerprint)
    return invalidInput(
      'The pagination token must be used with the parameters of the request that returned it.',
      'paginationToken',
    )
  const again = takeFault(world, visit, ['repeat-page'])
  if (again) return { from: token.previous, before: token.before, forcedToken: search.token }
  return { from: token.next, before: token.before }
}

/** Hands out the token for the page after this one: a position, not a frozen result. */
export function writePageToken(visit: Visit, search: Search, page: PagePlace & { next: Cursor }): string {
  const { world, now, sellerId } = visit
  const token = Buffer.from(world.random.tokens.digits(30)).toString('base64url')
  world.pageTokens.set(token, {
    parameters: search.fingerprint,
    sellerId,
    expiresAt: now + TOKEN_LIFETIME_MS,
    previous: page.from,
    next: page.next,
    before: page.before,
  })
  return token
}
