import type { Buyer, BuyerLine, ShipTo } from '#core/pii/buyer.ts'
import { ownBuyerIn } from '#core/pii/own-buyer.ts'
import type { BuyerData } from './port.ts'
import { isObject, wellFormed } from './read-wire.ts'

type Fields = { readonly [field: string]: unknown }

/** What is kept of a buyer, in our words (U2). A field of another form than expected is left out, never a reason to fail. */
export function readBuyer(kept: BuyerData): Buyer {
  const own = ownBuyerIn(kept)
  if (own) return own
  const buyer = under(kept, 'buyer')
  const recipient = under(kept, 'recipient')
  const address = under(recipient, 'deliveryAddress')
  const preference = under(recipient, 'deliveryPreference')
  return {
    name: textOf(buyer, 'buyerName'),
    company: textOf(buyer, 'buyerCompanyName'),
    email: textOf(buyer, 'buyerEmail'),
    phone: textOf(address, 'phone'),
    shipTo: Object.keys(address).length > 0 ? shipToOf(address) : null,
    deliveryNotes: joined([textOf(preference, 'dropOffLocation'), textOf(preference, 'addressInstruction')], '; '),
    purchaseOrder: textOf(buyer, 'buyerPurchaseOrderNumber'),
    taxNumbers: listUnder(under(kept, 'tax'), 'taxRegistrations').flatMap(taxNumberOf),
    lines: listUnder(kept, 'orderItems').map(lineOf),
  }
}

function shipToOf(address: Fields): ShipTo {
  const extended = under(address, 'extendedFields')
  // Brazil: the street in parts, with or without the same in lines.
  const street = joined([textOf(extended, 'streetName'), textOf(extended, 'streetNumber')], ' ')
  const written = ['addressLine1', 'addressLine2', 'addressLine3'].map((name) => textOf(address, name))
  const lines = [...written, ...(written.some(Boolean) ? [] : [street, textOf(extended, 'complement')])]
  return {
    name: textOf(address, 'name'),
    company: textOf(address, 'companyName'),
    lines: lines.filter((line) => line !== null),
    district:
      textOf(extended, 'neighborhood') ?? textOf(address, 'districtOrCounty') ?? textOf(address, 'municipality'),
    city: textOf(address, 'city'),
    state: textOf(address, 'stateOrRegion'),
    postalCode: textOf(address, 'postalCode'),
    country: textOf(address, 'countryCode'),
  }
}

function lineOf(item: Fields): BuyerLine {
  const option = under(under(under(item, 'fulfillment'), 'packing'), 'giftOption')
  return {
    lineId: textOf(item, 'orderItemId') ?? '',
    giftMessage: textOf(option, 'giftMessage'),
    customization: textOf(under(under(item, 'product'), 'customization'), 'customizedUrl'),
  }
}

function taxNumberOf(registration: Fields): readonly string[] {
  const [name, type, number] = ['legalName', 'taxRegistrationType', 'taxRegistrationNumber'].map((field) =>
    textOf(registration, field),
  )
  const said = joined([name ?? null, type ?? null, number ?? null], ' ')
  return said === null ? [] : [said]
}

function joined(parts: readonly (string | null)[], by: string): string | null {
  const said = parts.filter((part) => part !== null)
  return said.length > 0 ? said.join(by) : null
}

function under(fields: Fields, name: string): Fields {
  const value = fields[name]
  return isObject(value) ? value : {}
}

function listUnder(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}

function textOf(fields: Fields, name: string): string | null {
  const value = fields[name]
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = wellFormed(String(value)).trim()
  return text === '' ? null : text
}
