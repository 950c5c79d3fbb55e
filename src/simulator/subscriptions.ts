import { newId } from './destinations.ts'
import type { Subscription } from './notification-book.ts'
import { NOTIFICATION_TYPES, type NotificationType } from './notification-types.ts'
import { isReply } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, problem, type Reply, readJson } from './wire.ts'

const wire = ({ subscriptionId, payloadVersion, destinationId, processingDirective }: Subscription) => ({
  subscriptionId,
  payloadVersion,
  destinationId,
  ...(processingDirective === undefined ? {} : { processingDirective }),
})

/** POST /notifications/v1/subscriptions/{notificationType}: as the seller, whom it is about. */
export function createSubscription(visit: Visit): Reply {
  const { world, caller } = visit
  const found = typeOf(visit)
  if (isReply(found)) return found
  const read = readJson(visit.call)
  if ('status' in read) return read
  const { payloadVersion, destinationId, processingDirective } = read.json
  if (typeof payloadVersion !== 'string' || !found.facts.versions.includes(payloadVersion))
    return invalidInput(`The payload version must be one of ${found.facts.versions.join(', ')}.`, 'payloadVersion')
  const place = world.notifications.destinations.get(String(destinationId))
  if (place?.clientId !== caller.clientId) return invalidInput('The destination was not found.', 'destinationId')
  if (found.facts.channel !== 'sqs')
    return invalidInput(`${found.type} can be sent to an EventBridge destination only.`, 'destinationId')
  if (ownOf(visit, found.type)) return problem(409, { code: 'Conflict', message: 'The subscription exists.' })
  const subscription: Subscription = {
    subscriptionId: newId(visit),
    clientId: caller.clientId,
    sellerId: visit.sellerId,
    type: found.type,
    payloadVersion,
    destinationId: place.destinationId,
    ...(processingDirective === undefined ? {} : { processingDirective }),
  }
  world.notifications.subscriptions.set(subscription.subscriptionId, subscription)
  return { status: 200, body: { payload: wire(subscription) } }
}

/** GET /notifications/v1/subscriptions/{notificationType}: the seller's one. */
export function getSubscription(visit: Visit): Reply {
  const found = typeOf(visit)
  if (isReply(found)) return found
  const version = visit.call.url.searchParams.get('payloadVersion')
  const own = ownOf(visit, found.type)
  if (!own || (version !== null && own.payloadVersion !== version)) return notFound()
  return { status: 200, body: { payload: wire(own) } }
}

/** GET /notifications/v1/subscriptions/{notificationType}/{subscriptionId}, without a seller. */
export function getSubscriptionById(visit: Visit): Reply {
  const named = namedIn(visit)
  return named ? { status: 200, body: { payload: wire(named) } } : notFound()
}

/** DELETE of the same. */
export function deleteSubscriptionById(visit: Visit): Reply {
  const named = namedIn(visit)
  if (!named) return notFound()
  visit.world.notifications.subscriptions.delete(named.subscriptionId)
  return { status: 200, body: {} }
}

type Found = { readonly type: string; readonly facts: NotificationType }

function typeOf({ call, caller }: Visit): Found | Reply {
  const type = call.url.pathname.split('/')[4] ?? ''
  const facts = NOTIFICATION_TYPES[type]
  if (!facts) return invalidInput('The notification type is invalid.', type)
  const may = facts.roles.length === 0 || facts.roles.some((role) => caller.roles.has(role))
  return may ? { type, facts } : denied()
}

const ownOf = ({ world, caller, sellerId }: Visit, type: string): Subscription | undefined =>
  [...world.notifications.subscriptions.values()].find(
    (each) => each.clientId === caller.clientId && each.sellerId === sellerId && each.type === type,
  )

function namedIn({ world, caller, call }: Visit): Subscription | undefined {
  const [type, id] = call.url.pathname.split('/').slice(4)
  const found = world.notifications.subscriptions.get(id ?? '')
  return found?.clientId === caller.clientId && found.type === type ? found : undefined
}

const notFound = (): Reply => problem(404, { code: 'NotFound', message: 'The subscription was not found.' })
