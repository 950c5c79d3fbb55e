import { shownPlace } from '#core/pii/shown-place.ts'
import type { WireOrder } from './port.ts'
import { orderIdOf, withoutBuyerData } from './strip-buyer.ts'
import { placeIn, translateOrder } from './translate-order.ts'

/**
 * The wire order as everybody may see it: without its buyer, with the country and the state where it goes (U2, E2). Where a field cannot be
 * read, anything may stand in any of them: then only what has the form of an order number or an instant is shown.
 */
export function maskedOrder(wire: WireOrder): WireOrder {
  if (!translateOrder(wire).ok) return recognized(wire)
  const { country, state } = shownPlace(placeIn(wire))
  if (country === null) return withoutBuyerData(wire)
  const deliveryAddress = { countryCode: country, ...(state === null ? {} : { stateOrRegion: state }) }
  return { ...withoutBuyerData(wire), recipient: { deliveryAddress } }
}

const ORDER_NUMBER = /^\d{3}-\d{7}-\d{7}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/

function recognized(wire: WireOrder): WireOrder {
  const orderId = orderIdOf(wire)
  const instants = ['createdTime', 'lastUpdatedTime'].map((name) => [name, wire[name]] as const)
  return {
    ...(orderId !== null && ORDER_NUMBER.test(orderId) ? { orderId } : {}),
    ...Object.fromEntries(instants.filter(([, value]) => typeof value === 'string' && INSTANT.test(value))),
    masked: 'A field of this order cannot be read, so all the others are masked.',
  }
}
