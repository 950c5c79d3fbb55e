import { destinationOf } from '../orders/destination.ts'
import type { ShipTo } from '../pii/buyer.ts'
import type { Masked } from '../pii/masked.ts'
import { keptOwnBuyer, type OwnBuyer } from '../pii/own-buyer.ts'
import { shownPlace } from '../pii/shown-place.ts'
import type { ChannelOrder } from './channel-order.ts'
import type { Reader } from './row-reader.ts'

type Which = 'shipto' | 'billto'
const PLACE = ['Address1', 'Address2', 'City', 'StateRegion', 'PostalCode', 'CountryCode'] as const

/** Where it goes: the address to ship to, or that of who pays where none is given. */
const goesTo = ({ text }: Reader): Which => {
  const isSaid = (which: Which) => PLACE.some((name) => text(`${which}${name}`) !== null)
  return !isSaid('shipto') && isSaid('billto') ? 'billto' : 'shipto'
}

/** Where an order goes as rating needs it, and as everybody may see it; an order for the books needs no address (U2, O9). */
export function placeOf(reader: Reader, forTheBooks: boolean): Pick<ChannelOrder, 'destination' | 'shipTo'> {
  const { text, wrong } = reader
  const which = goesTo(reader)
  const said = (name: string) => text(`${which}${name}`) ?? ''
  const country = said('CountryCode').toUpperCase()
  const isCountry = /^[A-Z]{2}$/.test(country)
  if (!forTheBooks) {
    if (said('Address1') === '') wrong(`${which}Address1`, 'is blank; write street and number')
    if (said('City') === '') wrong(`${which}City`, 'is blank; write the city')
    if (said('LastName') === '' && said('Company') === '')
      wrong(`${which}LastName`, 'is blank, as is the company; write who gets it')
  }
  if (!isCountry && (!forTheBooks || country !== ''))
    wrong(`${which}CountryCode`, 'write the country in two letters, such as US or DE')
  if (!isCountry) return { destination: null, shipTo: { country: null, state: null } }
  const destination = destinationOf({
    country,
    state: said('StateRegion'),
    postalCode: said('PostalCode'),
    city: said('City'),
    addressLines: [said('Address1'), said('Address2')],
  })
  return { destination, shipTo: shownPlace(destination) }
}

/** The buyer of an order: who gets it and who paid, in our words; it goes from here into the vault and nowhere else (U3). */
export function buyerOf(reader: Reader): Masked<OwnBuyer> {
  const { text } = reader
  const which = goesTo(reader)
  const nameOf = (of: Which) => [text(`${of}FirstName`), text(`${of}LastName`)].filter(Boolean).join(' ') || null
  const lines = [text(`${which}Address1`), text(`${which}Address2`)].filter((line) => line !== null)
  const shipTo: ShipTo = {
    name: nameOf(which) ?? nameOf('billto'),
    company: text(`${which}Company`),
    lines,
    district: null,
    city: text(`${which}City`),
    state: text(`${which}StateRegion`),
    postalCode: text(`${which}PostalCode`),
    country: text(`${which}CountryCode`)?.toUpperCase() ?? null,
  }
  const isPlace = Object.values(shipTo).some((part) => (Array.isArray(part) ? part.length > 0 : part !== null))
  const gift = text('giftMessage')
  return keptOwnBuyer({
    name: nameOf('billto') ?? nameOf('shipto'),
    company: text('billtoCompany') ?? text('shiptoCompany'),
    email: text('email'),
    phone: text('shiptoDayPhone') ?? text('shiptoEveningPhone') ?? text('billtoDayPhone'),
    shipTo: isPlace ? shipTo : null,
    deliveryNotes: text('specialInstructions'),
    purchaseOrder: text('purchaseOrderNumber'),
    taxNumbers: [],
    lines: gift === null ? [] : [{ lineId: '1', giftMessage: gift, customization: null }],
  })
}
