import type { Country } from './countries.ts'
import type { Address, OrderDocument, TaxRegistration } from './order-document.ts'
import type { OrderDraft } from './order-draft.ts'

type Parties = {
  readonly country: Country
  readonly countryCode: string
  readonly name: string
  readonly address: Address
}

/** The TAX block of an order: who is registered for taxes, and how the invoice stands. */
export function orderTax(draft: OrderDraft, parties: Parties): OrderDocument['tax'] {
  const registrations = [...(draft.taxRegistrations ?? usualRegistrations(draft, parties))]
  const invoiced = parties.countryCode === 'BR' || draft.easyShip
  if (registrations.length === 0 && !invoiced) return undefined
  return {
    ...(registrations.length > 0 ? { taxRegistrations: registrations } : {}),
    ...(invoiced ? { taxInvoicing: { invoiceStatus: 'NOT_FOUND' } } : {}),
  }
}

/** An order of a company: by the program or by the name. */
export const isBusinessOrder = (draft: OrderDraft) =>
  (draft.programs?.includes('AMAZON_BUSINESS') ?? false) || draft.buyer?.companyName !== undefined

function usualRegistrations(draft: OrderDraft, { country, name, address }: Parties): TaxRegistration[] {
  const { merchantVat } = country
  const buyer = isBusinessOrder(draft) ? country.company : country.person
  return [
    ...(merchantVat
      ? [
          {
            entityType: 'MERCHANT',
            legalName: 'Harbor Goods Ltd',
            taxRegistrationType: 'VAT',
            taxRegistrationNumber: merchantVat,
          },
        ]
      : []),
    ...(buyer
      ? [
          {
            entityType: 'BUYER',
            legalName: draft.buyer?.companyName ?? name,
            ...buyer,
            taxRegistrationAddress: withoutContact(address),
          },
        ]
      : []),
  ]
}

function withoutContact({ phone, addressType, ...address }: Address): Address {
  return address
}
