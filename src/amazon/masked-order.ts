import { shownPlace } from '#core/pii/shown-place.ts'
import type { WireOrder } from './port.ts'
import { withoutBuyerData } from './strip-buyer.ts'
import { placeIn } from './translate-order.ts'

/** The wire order as everybody may see it: without its buyer, with the country and the state where it goes (U2, E2). */
export function maskedOrder(wire: WireOrder): WireOrder {
  const { country, state } = shownPlace(placeIn(wire))
  if (country === null) return withoutBuyerData(wire)
  const deliveryAddress = { countryCode: country, ...(state === null ? {} : { stateOrRegion: state }) }
  return { ...withoutBuyerData(wire), recipient: { deliveryAddress } }
}
