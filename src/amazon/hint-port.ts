import type { Connection } from '#core/connection.ts'
import type { HintTopic } from '#core/hints/hint-topic.ts'
import type { Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Answer } from './answer.ts'
import type { Hint } from './read-hint.ts'

/** A subscription as Amazon has it. */
export type AmazonSubscription = { readonly subscriptionId: string; readonly destinationId: string }

/** Where notifications go, and what is wanted of whom (M4: destinations belong to the application). */
export type HintCalls = {
  /** The destination of our queue at Amazon in a region; null where there is none. */
  findDestination(region: Region, arn: string): Promise<Answer<string | null>>
  createDestination(region: Region, arn: string): Promise<Answer<string>>
  /** The subscription of a selling partner; null where there is none. */
  findSubscription(connection: Connection, topic: HintTopic): Promise<Answer<AmazonSubscription | null>>
  createSubscription(
    connection: Connection,
    topic: HintTopic,
    destinationId: string,
  ): Promise<Answer<AmazonSubscription>>
  endSubscription(region: Region, topic: HintTopic, subscriptionId: string): Promise<Answer<null>>
  /** The regions whose application has this client id. Pure. */
  regionsOf(clientId: string): readonly Region[]
  /** Reads the body of a message of the queue. Pure. */
  readHint(body: string): Result<Hint>
  /** Asks Amazon for a new client secret, which comes by the queue alone (C5). */
  rotateSecret(region: Region): Promise<Answer<null>>
}
