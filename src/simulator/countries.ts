import type { TaxRegistration } from './order-document.ts'

/** What is usual for orders of one country, beyond the people who place them. */
export type Country = {
  readonly taxRate: number
  /** The price holds the tax: TAX is told, but not added. */
  readonly taxIncluded: boolean
  /** Who collects the tax in the seller's place. */
  readonly taxCollectedBy?: string
  /** Per unit, when a line names none. */
  readonly price: string
  /** By service level; STANDARD stands in for the others. */
  readonly shipping: Readonly<Record<string, string>>
  readonly paymentMethod: string
  readonly title: (sku: string) => string
  /** First digits of order ids. */
  readonly orderIds: readonly [low: number, high: number]
  /** The seller's own VAT registration, where invoices must show it. */
  readonly merchantVat?: string
  /** Registrations that a buyer has: as a person, and as a company. */
  readonly person?: Registration
  readonly company?: Registration
  /** The share of the price that comes back as Amazon Points. */
  readonly points?: number
}
type Registration = Pick<TaxRegistration, 'taxRegistrationType' | 'taxRegistrationNumber'>

const english = (sku: string) => `Harbor Goods ${sku}`
const registration = (taxRegistrationType: string, taxRegistrationNumber: string): Registration => ({
  taxRegistrationType,
  taxRegistrationNumber,
})

const US: Country = {
  taxRate: 0.07,
  taxIncluded: false,
  taxCollectedBy: 'Amazon Services, Inc.',
  price: '10.00',
  shipping: {
    STANDARD: '4.49',
    EXPEDITED: '9.99',
    SECOND_DAY: '16.99',
    NEXT_DAY: '29.99',
    SAME_DAY: '14.99',
    FREE_ECONOMY: '0.00',
  },
  paymentMethod: 'Other',
  title: english,
  orderIds: [111, 114],
}

/** Invented numbers, valid nowhere. */
const european = (country: string, taxRate: number): Country => ({
  taxRate,
  taxIncluded: true,
  price: '11.90',
  shipping: { STANDARD: '3.99', EXPEDITED: '8.99', NEXT_DAY: '12.99', FREE_ECONOMY: '0.00' },
  paymentMethod: 'Other',
  title: english,
  orderIds: [301, 306],
  merchantVat: `${country}000000001`,
  company: registration('VAT', `${country}000000002`),
})

const COUNTRIES: Readonly<Record<string, Country>> = {
  US,
  CA: {
    ...US,
    taxRate: 0.13,
    taxCollectedBy: 'Amazon.com.ca ULC',
    price: '15.99',
    shipping: { STANDARD: '6.99', EXPEDITED: '12.99', FREE_ECONOMY: '0.00' },
    orderIds: [701, 702],
  },
  MX: {
    ...US,
    taxRate: 0.16,
    taxIncluded: true,
    taxCollectedBy: undefined,
    price: '249.00',
    shipping: { STANDARD: '79.00', EXPEDITED: '129.00', FREE_ECONOMY: '0.00' },
    orderIds: [701, 702],
  },
  BR: {
    ...US,
    taxRate: 0,
    taxIncluded: true,
    taxCollectedBy: undefined,
    price: '59.90',
    shipping: { STANDARD: '14.90', EXPEDITED: '29.90', FREE_ECONOMY: '0.00' },
    paymentMethod: 'Pix',
    title: (sku) => `Harbor Goods Porcelana Ilustração ${sku}`,
    orderIds: [701, 702],
    person: registration('CPF', '123.456.789-00'),
    company: registration('CNPJ', '12.345.678/0001-00'),
  },
  GB: { ...european('GB', 0.2), price: '9.99', orderIds: [202, 206] },
  DE: { ...european('DE', 0.19), title: (sku) => `Harbor Goods Töpferware für große Hände ${sku}` },
  FR: { ...european('FR', 0.2), title: (sku) => `Harbor Goods Vaisselle d’été ${sku}`, orderIds: [402, 408] },
  IT: { ...european('IT', 0.22), orderIds: [402, 408] },
  ES: { ...european('ES', 0.21), orderIds: [402, 408] },
  JP: {
    ...US,
    taxRate: 0.1,
    taxIncluded: true,
    taxCollectedBy: undefined,
    price: '1980',
    shipping: { STANDARD: '410', EXPEDITED: '510', NEXT_DAY: '510', SCHEDULED: '510', FREE_ECONOMY: '0' },
    paymentMethod: 'CreditCard',
    title: (sku) => `ハーバーグッズ 陶器【${sku}】`,
    orderIds: [249, 250],
    points: 0.01,
  },
  AU: { ...US, taxRate: 0.1, taxIncluded: true, taxCollectedBy: undefined, price: '17.95', orderIds: [249, 250] },
  IN: {
    ...US,
    taxRate: 0.18,
    taxIncluded: true,
    taxCollectedBy: undefined,
    price: '499.00',
    shipping: { STANDARD: '40.00', EXPEDITED: '100.00', FREE_ECONOMY: '0.00' },
    paymentMethod: 'CashOnDelivery',
    orderIds: [402, 408],
  },
}

/** What is usual in a country; the United States stand in for those not known. */
export const countryOf = (code: string): Country => COUNTRIES[code] ?? US
