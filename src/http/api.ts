import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { problemReply } from '#contract/problem.ts'
import type { Scope } from '#core/permissions.ts'
import type { SignIn } from '#sign-in/sign-in.ts'
import type { KeyLimit } from './limit-keys.ts'
import type { Watch } from './watch.ts'

/** The application as routes see it: requests and replies are typed by their shapes. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What the application is told by whoever starts it. */
export type AppOptions = {
  readonly version: string
  /** True for an error that means the database is away: then the reply is 503 and not 500. */
  isOutage(error: unknown): boolean
  /** How many requests a key may send; without it as many as it likes. */
  readonly keyLimit?: KeyLimit | undefined
  /** Lets people in; without it only keys are known. */
  readonly signIn?: SignIn
  /** Looks after the machine and its files, for operators; without it they look at the command line. */
  readonly machine?: Machine
  /** Tells pages what has changed; without it they only ask from time to time. */
  readonly live?: LivePages
  /** Health and metrics of the running program. */
  readonly watch?: Watch
}

/** Who is told, for as long as it wants, that something of a merchant has changed; by topic only. */
export type LivePages = { onChange(merchant: string, tell: (topic: string) => void): () => void }

/** What only the running program knows: what the doctor finds, and the backups in the folder; epoch ms. */
export type Machine = {
  examine(): Promise<
    readonly {
      readonly about: string
      readonly state: 'ok' | 'warn' | 'bad'
      readonly sentence: string
      readonly mend?: string
    }[]
  >
  backups(): {
    readonly isDaily: boolean
    readonly newestAt: number | null
    readonly bytes: number
    readonly count: number
  }
}

/** The largest body of a request that carries many entries. */
export const BULK_BYTES = 5 * 1024 * 1024

const problems = {
  description: 'The request was refused; the reply says why.',
  content: { 'application/problem+json': { schema: problemReply } },
}

/** Who may ask a route that no key opens. */
const ASKED_OF_PEOPLE = {
  open: 'Needs nothing.',
  session: 'For people: needs a session, however far it is.',
  person: 'For people: needs a session.',
  member: 'For people: needs a session of somebody who works for the merchant.',
  operator: 'For operators: needs a session of one.',
} as const

/** What every route of the API says of itself: the scope its key needs (of several all), its name, its group, and its replies. */
export const about = <Reply>(
  scope: Scope | readonly Scope[] | keyof typeof ASKED_OF_PEOPLE,
  [operationId, tag, summary]: readonly [string, string, string],
  reply: Reply,
) => ({
  config: { scope },
  schema: {
    operationId,
    tags: [tag],
    summary,
    description: whoMayAsk(scope),
    security: waysIn(scope),
    response: { 200: reply, '4xx': problems, '5xx': problems },
  },
})

/** How a request proves who sends it: by a key, by the session of somebody who signed in, or not at all. */
function waysIn(scope: Scope | readonly Scope[] | keyof typeof ASKED_OF_PEOPLE): { [way: string]: string[] }[] {
  if (scope === 'open') return []
  const isForPeople = typeof scope === 'string' && Object.hasOwn(ASKED_OF_PEOPLE, scope)
  return isForPeople ? [{ session: [] }] : [{ apiKey: [] }, { session: [] }]
}

function whoMayAsk(scope: Scope | readonly Scope[] | keyof typeof ASKED_OF_PEOPLE): string {
  if (typeof scope === 'string' && Object.hasOwn(ASKED_OF_PEOPLE, scope))
    return ASKED_OF_PEOPLE[scope as keyof typeof ASKED_OF_PEOPLE]
  const scopes = [scope].flat().map((each) => `\`${each}\``)
  return `Needs the scope ${scopes.join(' and ')}.`
}
