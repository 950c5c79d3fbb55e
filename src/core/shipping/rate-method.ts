import { costOfRate } from './cost-of-rate.ts'
import { faultOfGoods } from './limits-of-goods.ts'
import { type Rating, type Shipment, unavailable } from './rating.ts'
import type { ShippingMethod } from './shipping-method.ts'
import { zoneHolds } from './zones.ts'

/** Rates one method for a shipment: available with its cost, or the first reason against it (O9). */
export function rateMethod(method: ShippingMethod, shipment: Shipment): Rating {
  const { destination } = shipment
  if (!method.enabled) return unavailable('disabled', 'disabled')
  const zone = method.zones.find((candidate) => zoneHolds(candidate, destination))
  if (!zone) return unavailable('no-zone', 'no zone for the destination')
  if (destination.poBox && !method.poBox) return unavailable('po-box', 'does not go to a PO box')
  if (destination.military && !method.military) return unavailable('military', 'does not go to a military address')
  return faultOfGoods(method, shipment) ?? costOfRate(zone.rate, shipment)
}
