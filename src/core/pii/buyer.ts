/** Where an order goes, line by line as it was written; null where the buyer or Amazon said nothing. */
export type ShipTo = {
  readonly name: string | null
  readonly company: string | null
  readonly lines: readonly string[]
  readonly district: string | null
  readonly city: string | null
  readonly state: string | null
  readonly postalCode: string | null
  readonly country: string | null
}

/** What a buyer wrote or chose for one line. */
export type BuyerLine = {
  readonly lineId: string
  readonly giftMessage: string | null
  readonly customization: string | null
}

/** A buyer in our words: only behind a grant (U2, U3). */
export type Buyer = {
  readonly name: string | null
  readonly company: string | null
  /** Amazon's relay address. */
  readonly email: string | null
  readonly phone: string | null
  readonly shipTo: ShipTo | null
  readonly deliveryNotes: string | null
  readonly purchaseOrder: string | null
  readonly taxNumbers: readonly string[]
  readonly lines: readonly BuyerLine[]
}

/** What of a buyer can be shown, one by one. */
export type BuyerField = Exclude<keyof Buyer, 'lines'> | 'giftMessages' | 'customizations'

/** A buyer of whom nothing is shown. */
const NOTHING: Buyer = {
  name: null,
  company: null,
  email: null,
  phone: null,
  shipTo: null,
  deliveryNotes: null,
  purchaseOrder: null,
  taxNumbers: [],
  lines: [],
}

/** A buyer with these fields and no others (D15). */
export function onlyFields(buyer: Buyer, fields: readonly BuyerField[]): Buyer {
  const has = (field: BuyerField) => fields.includes(field)
  const lines = buyer.lines.map(({ lineId, giftMessage, customization }) => ({
    lineId,
    giftMessage: has('giftMessages') ? giftMessage : null,
    customization: has('customizations') ? customization : null,
  }))
  return {
    name: has('name') ? buyer.name : NOTHING.name,
    company: has('company') ? buyer.company : NOTHING.company,
    email: has('email') ? buyer.email : NOTHING.email,
    phone: has('phone') ? buyer.phone : NOTHING.phone,
    shipTo: has('shipTo') ? buyer.shipTo : NOTHING.shipTo,
    deliveryNotes: has('deliveryNotes') ? buyer.deliveryNotes : NOTHING.deliveryNotes,
    purchaseOrder: has('purchaseOrder') ? buyer.purchaseOrder : NOTHING.purchaseOrder,
    taxNumbers: has('taxNumbers') ? buyer.taxNumbers : NOTHING.taxNumbers,
    lines: lines.filter((line) => line.giftMessage !== null || line.customization !== null),
  }
}
