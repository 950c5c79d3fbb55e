import type { Address } from './order-document.ts'
import type { Random } from './random.ts'

export type AddressKind =
  | 'street'
  | 'po-box'
  | 'military'
  | 'hawaii'
  | 'alaska'
  | 'dc'
  | 'puerto-rico'
  | 'company'
  | 'pickup-point'
  | 'canada'

const FIRST = [
  'Ada',
  'Bram',
  'Cleo',
  'Dario',
  'Edda',
  'Finn',
  'Greta',
  'Hugo',
  'Ines',
  'Jona',
  'Kaja',
  'Lennart',
  'Mira',
  'Nils',
]
const LAST = ['Example', 'Sample', 'Invented', 'Placeholder', 'Nobody', 'Testperson', 'Madeup', 'Fiction']
const STREETS = ['Invented Lane', 'Sample Street', 'Example Avenue', 'Fictional Road', 'Placeholder Court']
/** Towns that do not exist, in states and postal codes that do: carriers decide by those. */
const PLACES = [
  ['Sampleton', 'NY', '12207'],
  ['Exampleville', 'OH', '43215'],
  ['Inventon', 'TX', '78701'],
  ['Placeholder Springs', 'CO', '80202'],
  ['Fiction Falls', 'WA', '98101'],
  ['Madeup Harbor', 'ME', '04101'],
  ['Testfield', 'IL', '60601'],
  ['Nowhere Creek', 'GA', '30303'],
] as const

/** An invented person. */
export const inventName = (random: Random) => `${random.pick(FIRST)} ${random.pick(LAST)}`

/** An invented address of a kind; phone numbers are from the range kept for fiction. */
export function inventAddress(kind: AddressKind, name: string, random: Random): Address {
  const [city, state, zip] = random.pick(PLACES)
  const street = `${random.whole(1, 899)} ${random.pick(STREETS)}`
  const home = {
    name,
    addressLine1: street,
    city,
    stateOrRegion: state,
    postalCode: zip,
    countryCode: 'US',
    phone: `+1 555-01${random.digits(2)}`,
    addressType: 'RESIDENTIAL',
  }
  const at = (place: string, region: string, postalCode: string) => ({
    ...home,
    city: place,
    stateOrRegion: region,
    postalCode,
  })
  switch (kind) {
    case 'street':
      return random.whole(0, 3) === 0 ? { ...home, addressLine2: `Apt ${random.whole(1, 40)}` } : home
    case 'po-box':
      return { ...home, addressLine1: `PO Box ${random.whole(100, 9999)}` }
    case 'military':
      return { ...at('APO', 'AE', '09366'), addressLine1: `PSC ${random.whole(1, 99)} Box ${random.whole(100, 999)}` }
    case 'hawaii':
      return at('Sampleolulu', 'HI', '96815')
    case 'alaska':
      return at('Exampleage', 'AK', '99501')
    case 'dc':
      return at('Washington', 'DC', '20001')
    case 'puerto-rico':
      return at('San Ejemplo', 'PR', '00901')
    case 'company':
      return { ...home, companyName: 'Example Trading LLC', addressType: 'COMMERCIAL' }
    case 'pickup-point':
      return { ...home, companyName: 'Sample Locker', addressType: 'PICKUP_POINT' }
    case 'canada':
      return { ...at('Samplecouver', 'BC', 'V5K 0A1'), countryCode: 'CA' }
  }
}
