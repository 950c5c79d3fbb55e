import type { OrderDraft } from '../../src/simulator/order-draft.ts'

/** An invented buyer, each text of whom stands nowhere else. */
export const CANARY = {
  name: 'Quentina Zebrafield-Ørsted',
  company: 'Zebrafield Trading Invented',
  email: 'zq77buyer@marketplace.amazon.example',
  phone: '+1 555-0177 ext. 90210',
  line1: '77 Xylophone Crescent',
  line2: 'Flat Zorb-Nine',
  line3: 'Rear Dock Umbra',
  city: 'Zanzimburgh Heights',
  postalCode: '12207-7391',
  gift: 'Happy birthday dear Zorbalina!',
  customization: 'https://example.com/custom/zq-lettering-77.zip',
  taxNumber: 'ZQ-TAX-778899',
  purchaseOrder: 'PO-ZQ-991177',
  notes: 'Behind the violet gnome, code 4711#',
  cancelReason: 'My sister Zorbalina bought one too',
} as const

/** All pieces that are looked for: each text, and parts of names that would be enough to know somebody by. */
export const PIECES: readonly string[] = [
  ...Object.values(CANARY),
  'Zebrafield',
  'Zorbalina',
  'Xylophone',
  'violet gnome',
]

/** An order of that buyer; the rest as the test says. */
export const canaryOrder = (more: Partial<OrderDraft> = {}, sku = 'MUG-BLUE'): OrderDraft => ({
  payable: true,
  buyer: {
    name: CANARY.name,
    email: CANARY.email,
    companyName: CANARY.company,
    purchaseOrderNumber: CANARY.purchaseOrder,
  },
  deliveryInstruction: CANARY.notes,
  address: {
    name: CANARY.name,
    companyName: CANARY.company,
    addressLine1: CANARY.line1,
    addressLine2: CANARY.line2,
    addressLine3: CANARY.line3,
    city: CANARY.city,
    stateOrRegion: 'NY',
    postalCode: CANARY.postalCode,
    countryCode: 'US',
    phone: CANARY.phone,
    addressType: 'RESIDENTIAL',
  },
  taxRegistrations: [
    {
      entityType: 'INDIVIDUAL',
      legalName: CANARY.name,
      taxRegistrationType: 'TaxId',
      taxRegistrationNumber: CANARY.taxNumber,
    },
  ],
  lines: [{ sku, quantity: 3, price: 12, gift: { message: CANARY.gift }, customizedUrl: CANARY.customization }],
  ...more,
})

/** Amazon refuses something and repeats what the buyer wrote. */
export const ECHO = `Invalid address for ${CANARY.name}: ${CANARY.line1}, ${CANARY.city} ${CANARY.postalCode}, phone ${CANARY.phone}, e-mail ${CANARY.email}`
