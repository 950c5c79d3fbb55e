import { opaque } from './login.ts'
import type { NotificationPlace } from './notification-book.ts'
import type { Visit } from './visit.ts'
import { invalidInput, problem, type Reply, readJson } from './wire.ts'

const ARN = /^arn:aws:sqs:\S+:\S+:\S+/

const wire = ({ destinationId, name, arn }: NotificationPlace) => ({
  destinationId,
  name,
  resource: { sqs: { arn } },
})

const payload = (value: unknown): Reply => ({ status: 200, body: { payload: value } })

/** Letters and digits as Amazon's ids have them. */
export const newId = (visit: Visit): string => opaque(visit.world, 32).replace(/[-_]/g, '0').toLowerCase()

/** POST /notifications/v1/destinations */
export function createDestination(visit: Visit): Reply {
  const { world, caller } = visit
  const read = readJson(visit.call)
  if ('status' in read) return read
  const { name, resourceSpecification: resource } = read.json
  const arn = (resource as { sqs?: { arn?: unknown } } | undefined)?.sqs?.arn
  if (typeof name !== 'string' || name === '' || name.length > 256) return invalidInput('name is required.', 'name')
  if (typeof arn !== 'string' || !ARN.test(arn))
    return invalidInput('The sqs resource must have an arn.', 'resourceSpecification')
  const queue = world.notifications.queues.get(arn)
  if (!queue?.allowsAmazon)
    return invalidInput('The queue does not exist or does not allow Amazon to send messages to it.', arn)
  const { destinations } = world.notifications
  if ([...destinations.values()].some((each) => each.clientId === caller.clientId && each.arn === arn))
    return problem(409, { code: 'Conflict', message: 'A destination with this resource exists.', details: arn })
  const place: NotificationPlace = { destinationId: newId(visit), clientId: caller.clientId, name, arn }
  destinations.set(place.destinationId, place)
  return payload(wire(place))
}

/** GET /notifications/v1/destinations */
export function getDestinations({ world, caller }: Visit): Reply {
  const own = [...world.notifications.destinations.values()].filter((each) => each.clientId === caller.clientId)
  return payload(own.map(wire))
}

/** GET /notifications/v1/destinations/{destinationId} */
export function getDestination(visit: Visit): Reply {
  const place = ownPlace(visit)
  return place ? payload(wire(place)) : notFound()
}

/** DELETE /notifications/v1/destinations/{destinationId}: not while a subscription leads there. */
export function deleteDestination(visit: Visit): Reply {
  const place = ownPlace(visit)
  if (!place) return notFound()
  const { subscriptions, destinations } = visit.world.notifications
  if ([...subscriptions.values()].some(({ destinationId }) => destinationId === place.destinationId))
    return problem(409, { code: 'Conflict', message: 'The destination has subscriptions.' })
  destinations.delete(place.destinationId)
  return { status: 200, body: {} }
}

function ownPlace({ world, caller, call }: Visit): NotificationPlace | undefined {
  const place = world.notifications.destinations.get(call.url.pathname.split('/').at(-1) ?? '')
  return place?.clientId === caller.clientId ? place : undefined
}

const notFound = (): Reply => problem(404, { code: 'NotFound', message: 'The destination was not found.' })
