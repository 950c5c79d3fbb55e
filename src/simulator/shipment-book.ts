export type ShipmentSettings = {
  /** How often one package may be sent again with the same reference id. */
  maxUpdates: number
  /** How far in the future a ship date may lie, for clocks that are not quite right. */
  futureMs: number
}

/** What Amazon keeps about confirmed packages beside the order itself. */
export type ShipmentBook = {
  readonly settings: ShipmentSettings
  /** `order id / package reference id` to how often it was edited. */
  readonly updates: Map<string, number>
  /** `order id / merchant fulfillment id` of a feed to the package it became. */
  readonly fulfillmentIds: Map<string, string>
  /** `order id / merchant order item id` of an acknowledgement to Amazon's own item id. */
  readonly merchantItems: Map<string, string>
}

/** A seller central in which nothing was ever confirmed. */
export function newShipmentBook(): ShipmentBook {
  return {
    settings: { maxUpdates: 10, futureMs: 10 * 60_000 },
    updates: new Map(),
    fulfillmentIds: new Map(),
    merchantItems: new Map(),
  }
}
