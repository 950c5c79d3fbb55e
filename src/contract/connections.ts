import { z } from 'zod'
import { KEPT_STATES } from '#core/authorization/authorization-state.ts'
import type { Connection } from '#core/connection.ts'
import { HINT_TOPICS, type HintTopic } from '#core/hints/hint-topic.ts'
import type { Problem } from '#core/problems.ts'
import { REGIONS } from '#core/region.ts'
import { instant, text, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

const region = z.enum(REGIONS).describe("Amazon's endpoint group: North America, Europe, Far East.")
const day = z.string().max(10).describe("A day in the merchant's time zone, `YYYY-MM-DD`.")

/** A connection to be saved (C1). */
export const connectionBody = z
  .strictObject({
    region,
    sellingPartnerId: text(1, 40).describe('The Seller ID.'),
    refreshToken: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .describe('The refresh token of the authorization. Written only, never shown; absent leaves it as it is.'),
    raisePlan: z
      .boolean()
      .optional()
      .describe('That the plan is raised to one that includes the channel, where it is needed.'),
  })
  .meta({ id: 'ConnectionBody' })

/** A connection as it is shown: without its token (C1). */
export const connection = z
  .object({
    id: z.string(),
    region: z.enum(REGIONS),
    sellingPartnerId: z.string(),
    state: z
      .enum(KEPT_STATES)
      .describe(
        '`authorized`; `by-files`: there is none, and people carry the files; `expired`: Amazon refuses it and its day has come; `revoked`: Amazon refuses it; `disabled`: cleared.',
      ),
    consent: z.enum(['website', 'pasted']).describe("How it came: by Amazon's consent page, or as a pasted token."),
    lapsesOn: day.nullable().describe('The last day of the authorization; null: it has no end.'),
    deletion: z
      .object({
        why: z.enum(['cleared', 'lapsed', 'revoked']),
        at: instant.describe('When what Amazon gave is deleted, unless it is connected again.'),
      })
      .nullable()
      .describe('The clock of a connection whose authorization ended.'),
    importing: z.boolean().describe('Whether orders are imported.'),
    startedAt: instant.nullable().describe('When importing was started first.'),
    marketplaces: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        country: z.string(),
        currency: z.string(),
        participating: z.boolean(),
        refusedAt: instant.nullable().describe('Since when Amazon refuses its orders; null when all is well.'),
      }),
    ),
  })
  .meta({ id: 'Connection', description: 'One selling partner in one region, with its authorization.' })

const toldTopic = z
  .object({
    topic: z.enum(HINT_TOPICS).describe('`orders`: orders that change; `feeds`, `reports`: that one of ours is done.'),
    state: z
      .enum(['subscribed', 'refused', 'waiting'])
      .describe('`waiting`: it is about to be asked for. Whatever it is, everything comes by looking as well.'),
    checkedAt: instant.nullable().describe('When Amazon was last asked whether it stands.'),
    heardAt: instant.nullable().describe('When Amazon last told something of it; null: not within a day.'),
    problem: toldProblem.nullable().describe('Why nothing comes of it now.'),
  })
  .meta({ id: 'ToldTopic', description: 'Something that Amazon tells by itself, where the deployment has a queue.' })

/** A connection in the list, with what Amazon tells of it by itself (C5). */
export const listedConnection = connection
  .extend({
    told: z
      .array(toldTopic)
      .nullable()
      .describe('What Amazon tells by SQS; null where no queue is set or it is not authorized.'),
  })
  .meta({ id: 'ListedConnection', description: 'A connection, and what Amazon tells of it by itself.' })

/** A connection in the path. */
export const connectionParams = z.strictObject({ connectionId: text(1, 60) })

/** From when on orders are imported. */
export const startedReply = z
  .object({ from: instant.describe('Orders placed from this instant on are imported.') })
  .meta({ id: 'Started' })

/** The last day of an authorization (C4). */
export const lapseBody = z
  .strictObject({ lapsesOn: day.nullable().describe('Null: this self-authorized one has no end.') })
  .meta({ id: 'LapseBody' })

/** What stops when a connection is cleared (C6). */
export const whatStopsReply = z
  .object({ connection: z.string(), sentences: z.array(z.string()) })
  .meta({ id: 'WhatStops' })

/** That somebody means it (C6). */
export const clearBody = z
  .strictObject({ confirm: z.string().max(60).describe('The connection once more: what stops was read.') })
  .meta({ id: 'ClearBody' })

/** How a test of a connection came out (C1). */
export const connectionTest = z
  .object({
    sentence: z.string(),
    roles: z.array(
      z.object({
        role: z.string(),
        means: z.string(),
        verdict: z.enum(['good', 'missing', 'unknown']),
        requestId: z.string().nullable().describe("Amazon's name of the request, which its support asks for."),
      }),
    ),
  })
  .meta({ id: 'ConnectionTest' })

/** A certificate of deletion (C6). */
export const certificate = z
  .object({
    id: z.int(),
    connection: z.string(),
    writtenAt: instant,
    fingerprint: z.string().describe("SHA-256 of the content; it stands in the merchant's audit."),
    content: z.string().describe('JSON, as its fingerprint was made.'),
    text: z.string(),
  })
  .meta({ id: 'Certificate' })

/** Writes a connection. */
export const writeConnection = (from: Connection): z.output<typeof connection> => ({
  id: from.id,
  region: from.region,
  sellingPartnerId: from.sellingPartnerId,
  state: from.state,
  consent: from.consent,
  lapsesOn: from.lapsesOn,
  deletion: from.deletion && { why: from.deletion.why, at: writeInstant(from.deletion.at) },
  importing: from.importing,
  startedAt: writeInstantOrNull(from.startedAt),
  marketplaces: from.marketplaces.map((each) => ({ ...each, refusedAt: writeInstantOrNull(each.refusedAt) })),
})

type Told = {
  readonly topic: HintTopic
  readonly checkedAt: number | null
  readonly heardAt: number | null
  readonly problem: Problem | null
}

/** Writes a connection with what Amazon tells of it by itself. */
export const writeListedConnection = ({
  told,
  ...from
}: Connection & { readonly told: readonly Told[] | null }): z.output<typeof listedConnection> => ({
  ...writeConnection(from),
  told: told?.map(writeTold) ?? null,
})

const writeTold = ({ topic, checkedAt, heardAt, problem }: Told): z.output<typeof toldTopic> => ({
  topic,
  state: problem ? 'refused' : checkedAt === null ? 'waiting' : 'subscribed',
  checkedAt: writeInstantOrNull(checkedAt),
  heardAt: writeInstantOrNull(heardAt),
  problem: problem && writeProblem(problem),
})
