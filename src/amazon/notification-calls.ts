import type { Connection } from '#core/connection.ts'
import type { HintTopic } from '#core/hints/hint-topic.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { REGIONS } from '#core/region.ts'
import type { Answer } from './answer.ts'
import type { AsApplication } from './application-client.ts'
import type { AmazonConfig, Asks, Told } from './client.ts'
import type { AmazonSubscription, HintCalls } from './hint-port.ts'
import { readHint } from './read-hint.ts'
import { isObject } from './read-wire.ts'

const PATH = '/notifications/v1'
/** Amazon's names of what can be wanted by SQS, and the versions that are read here. What it tells of listings goes to EventBridge only. */
const TYPES: Readonly<Record<HintTopic, readonly [type: string, version: string]>> = {
  orders: ['ORDER_CHANGE', '1.0'],
  feeds: ['FEED_PROCESSING_FINISHED', '2020-09-04'],
  reports: ['REPORT_PROCESSING_FINISHED', '2020-09-04'],
}
const SCOPE = 'sellingpartnerapi::notifications'
const ROTATION = 'sellingpartnerapi::client_credential:rotation'
/** How the destination is called at Amazon. */
const NAME = 'Millrace'

/** Builds these calls; some are the application's and no seller's. */
export function notificationCalls(
  ask: (connection: Connection, asks: Asks) => Promise<Answer<Told>>,
  asApplication: AsApplication,
  applications: AmazonConfig['applications'],
): HintCalls {
  const destinations = `${PATH}/destinations`
  return {
    findDestination: async (region, arn) =>
      then(
        await asApplication({
          region,
          scope: SCOPE,
          operation: 'getDestinations',
          path: destinations,
          what: 'the destinations',
        }),
        (told) => readDestinations(told, arn),
      ),
    createDestination: async (region, arn) => {
      const json = { name: NAME, resourceSpecification: { sqs: { arn } } }
      const asks = { operation: 'createDestination', path: destinations, what: `the queue ${arn}`, json } as const
      return then(await asApplication({ region, scope: SCOPE, ...asks }), (told) => readId(told, 'destinationId'))
    },
    findSubscription: async (connection, topic) => {
      const [type, payloadVersion] = TYPES[topic]
      const answer = await ask(connection, {
        operation: 'getSubscription',
        path: `${PATH}/subscriptions/${type}`,
        query: { payloadVersion },
        what: `the subscription ${type}`,
      })
      if (answer.ok === false && answer.problem.code === 'not-found-at-amazon') return ok(null)
      return then(answer, (told) => readSubscription(told, 'getSubscription'))
    },
    createSubscription: async (connection, topic, destinationId) => {
      const [type, payloadVersion] = TYPES[topic]
      return then(
        await ask(connection, {
          operation: 'createSubscription',
          path: `${PATH}/subscriptions/${type}`,
          query: {},
          what: `the subscription ${type}`,
          json: { payloadVersion, destinationId },
        }),
        (told) => readSubscription(told, 'createSubscription'),
      )
    },
    endSubscription: async (region, topic, subscriptionId) => {
      const [type] = TYPES[topic]
      const path = `${PATH}/subscriptions/${type}/${encodeURIComponent(subscriptionId)}`
      const what = `the subscription ${type}`
      const answer = await asApplication({
        region,
        scope: SCOPE,
        operation: 'deleteSubscriptionById',
        path,
        what,
        method: 'DELETE',
      })
      if (answer.ok === false && answer.problem.code === 'not-found-at-amazon') return ok(null)
      return then(answer, () => ok(null))
    },
    regionsOf: (clientId) => REGIONS.filter((region) => applications[region]?.clientId === clientId),
    readHint,
    rotateSecret: async (region) => {
      const asks = {
        operation: 'rotateApplicationClientSecret',
        path: '/applications/2023-11-30/clientSecret',
      } as const
      const json = {}
      return then(await asApplication({ region, scope: ROTATION, ...asks, what: 'a new client secret', json }), () =>
        ok(null),
      )
    },
  }
}

const then = <A, B>(answer: Answer<A>, read: (value: A) => Result<B>): Answer<B> =>
  answer.ok === true ? read(answer.value) : answer

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value)

const unreadable = (operation: string, why: string) => failed('answer-unreadable', { operation, why })

function readDestinations({ body }: Told, arn: string): Result<string | null> {
  const list = isObject(body) ? body.payload : null
  if (!Array.isArray(list)) return unreadable('getDestinations', 'it is no list')
  for (const each of list as unknown[]) {
    const sqs = isObject(each) && isObject(each.resource) ? each.resource.sqs : null
    if (isObject(each) && isObject(sqs) && sqs.arn === arn && isId(each.destinationId)) return ok(each.destinationId)
  }
  return ok(null)
}

function readId({ body }: Told, name: string): Result<string> {
  const payload = isObject(body) ? body.payload : null
  const id = isObject(payload) ? payload[name] : null
  return isId(id) ? ok(id) : unreadable('createDestination', 'it names no destination')
}

function readSubscription({ body }: Told, operation: string): Result<AmazonSubscription> {
  const payload = isObject(body) ? body.payload : null
  if (!isObject(payload)) return unreadable(operation, 'it is empty')
  const { subscriptionId, destinationId } = payload
  if (!isId(subscriptionId) || !isId(destinationId)) return unreadable(operation, 'it names no subscription')
  return ok({ subscriptionId, destinationId })
}
