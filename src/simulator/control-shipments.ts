import type { ShipmentSettings } from './shipment-book.ts'
import type { World } from './state.ts'

/** The part of the side door about confirmed shipments. */
export function shipmentsDoor(world: World) {
  return {
    /** Alters what is given of the rules for confirmations; answers all of it. */
    setShipments: (settings: Partial<ShipmentSettings>): ShipmentSettings =>
      Object.assign(world.shipments.settings, settings),
  }
}
