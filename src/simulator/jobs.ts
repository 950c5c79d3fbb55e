import { reportTime } from './report-table.ts'
import { isReply, readInstant, readList } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { invalidInput, problem, type Reply } from './wire.ts'

const DAY = 86_400_000
const STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const

/** What a feed and a report are alike: asked for, queued, worked on, and kept for a while. */
export type Job = {
  readonly sellerId: string
  readonly marketplaceIds: readonly string[]
  readonly createdAt: number
  status: (typeof STATUSES)[number]
  startedAt?: number | undefined
  endedAt?: number | undefined
}

/** What differs between them. */
export type JobKind<J extends Job> = {
  readonly name: 'feed' | 'report'
  /** How many marketplaces a list may be asked for; no limit where none is said. */
  readonly mostPlaces?: number
  kept(visit: Visit): { readonly jobs: ReadonlyMap<string, J>; readonly days: number }
  idOf(job: J): string
  typeOf(job: J): string
  /** What is told of it beyond what all jobs tell. */
  more(job: J): Record<string, unknown>
}

/** The first page's parameters, and the last job that it told. */
type Place = { readonly query: string; readonly after: string }
type Filter<J> = { readonly keeps: (job: J) => boolean; readonly size: number; readonly query: string }

/** The operations that feeds and reports share: one, the list of them (the newest first), and cancelling what is still in the queue. */
export function jobOperations<J extends Job>(kind: JobKind<J>) {
  const { name } = kind
  const wire = (job: J): Record<string, unknown> => ({
    [`${name}Id`]: kind.idOf(job),
    [`${name}Type`]: kind.typeOf(job),
    marketplaceIds: job.marketplaceIds,
    createdTime: reportTime(job.createdAt),
    processingStatus: job.status,
    processingStartTime: timeOrNone(job.startedAt),
    processingEndTime: timeOrNone(job.endedAt),
    ...kind.more(job),
  })
  return {
    get(visit: Visit): Reply {
      const job = findJob(kind, visit)
      return isReply(job) ? job : { status: 200, body: wire(job) }
    },
    cancel(visit: Visit): Reply {
      const job = findJob(kind, visit)
      if (isReply(job)) return job
      if (job.status !== 'IN_QUEUE')
        return invalidInput(`A ${name} in status ${job.status} cannot be cancelled.`, kind.idOf(job))
      job.status = 'CANCELLED'
      job.endedAt = visit.now
      return { status: 200, body: undefined }
    },
    list(visit: Visit): Reply {
      const place = readPlace(visit)
      if (isReply(place)) return place
      const filter = readFilter(kind, visit, place.query)
      if (isReply(filter)) return filter
      const own = [...kind.kept(visit).jobs.values()].filter((j) => j.sellerId === visit.sellerId && filter.keeps(j))
      const listed = own.reverse()
      const from = place.after === undefined ? 0 : listed.findIndex((j) => kind.idOf(j) === place.after) + 1
      const page = listed.slice(from, from + filter.size)
      const body: Record<string, unknown> = { [`${name}s`]: page.map(wire) }
      const last = page.at(-1)
      if (from + filter.size < listed.length && last) {
        const next: Place = { query: filter.query, after: kind.idOf(last) }
        body.nextToken = Buffer.from(JSON.stringify(next)).toString('base64url')
      }
      return { status: 200, body }
    },
  }
}

/** An instant as reports and feeds write it, if there is one. */
export const timeOrNone = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : reportTime(at)

/** Where a list goes on: with a token, at its place, and with the parameters of the first page. */
function readPlace({ call }: Visit): { readonly query: URLSearchParams; readonly after: string | undefined } | Reply {
  const query = call.url.searchParams
  const token = query.get('nextToken')
  if (token === null) return { query, after: undefined }
  if (query.size > 1) return invalidInput('nextToken must be the only parameter.', 'nextToken')
  const place = readToken(token)
  if (!place) return invalidInput('The next token is invalid.', 'nextToken')
  return { query: new URLSearchParams(place.query), after: place.after }
}

function readToken(token: string): Place | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    return undefined
  }
}

function readFilter<J extends Job>(kind: JobKind<J>, visit: Visit, query: URLSearchParams): Filter<J> | Reply {
  const { now } = visit
  const named = `${kind.name}Types`
  const types = readList(query, named)
  if (types && isReply(types)) return types
  if (!types || types.length > 10) return invalidInput(`1 to 10 ${named} or a nextToken must be given.`, named)
  const statuses = readList(query, 'processingStatuses', STATUSES)
  if (statuses && isReply(statuses)) return statuses
  const places = readList(query, 'marketplaceIds')
  if (places && isReply(places)) return places
  const most = kind.mostPlaces ?? Number.POSITIVE_INFINITY
  if (places && places.length > most)
    return invalidInput(`marketplaceIds accepts at most ${most} values.`, 'marketplaceIds')
  const size = query.get('pageSize') ?? '10'
  if (!/^\d{1,3}$/.test(size) || Number(size) < 1 || Number(size) > 100)
    return invalidInput('pageSize must be between 1 and 100.', 'pageSize')
  const since = readInstant(query.get('createdSince') ?? reportTime(now - 90 * DAY))
  const until = readInstant(query.get('createdUntil') ?? new Date(now).toISOString())
  if (since === undefined || until === undefined) return invalidInput('createdSince or createdUntil is not a date.')
  const oldest = Math.max(since, now - kind.kept(visit).days * DAY)
  const keeps = (job: J) =>
    types.includes(kind.typeOf(job)) &&
    (!statuses || statuses.includes(job.status)) &&
    (!places || job.marketplaceIds.some((id) => places.includes(id))) &&
    job.createdAt >= oldest &&
    job.createdAt <= until
  return { keeps, size: Number(size), query: query.toString() }
}

function findJob<J extends Job>(kind: JobKind<J>, visit: Visit): J | Reply {
  const id = visit.call.url.pathname.split('/').at(-1) ?? ''
  const { jobs, days } = kind.kept(visit)
  const job = jobs.get(id)
  const kept = job && visit.now - job.createdAt <= days * DAY
  if (kept && job.sellerId === visit.sellerId) return job
  return problem(404, { code: 'NotFound', message: `The ${kind.name} was not found.`, details: id })
}
