import type { Issue } from './listing-book.ts'
import type { Finding } from './schema-findings.ts'

const error = (
  code: string,
  message: string,
  more: { readonly on?: string; readonly category?: string } = {},
): Issue => ({
  code,
  message,
  severity: 'ERROR',
  ...(more.on === undefined ? {} : { attributeNames: [more.on] }),
  categories: more.category === undefined ? [] : [more.category],
})

/** Issues in Amazon's words; where its papers show no code, the simulator's own stand. */
export const ISSUES = {
  unknownAttribute: (name: string) => error('90000900', 'The attributes are invalid.', { on: name }),
  required: (name: string) =>
    error('90220', `'${name}' is required but not supplied.`, { on: name, category: 'MISSING_ATTRIBUTE' }),
  missingField: (name: string, field: string) =>
    error(
      '99022',
      `The field '${field}' for the attribute '${name}' does not have enough values. The required minimum is '1' value(s).`,
      { on: name, category: 'MISSING_ATTRIBUTE' },
    ),
  wrongValue: (name: string, field?: string) =>
    error('90244', `The value specified for '${field ?? name}' is invalid.`, {
      on: name,
      category: 'INVALID_ATTRIBUTE',
    }),
  tooMany: (name: string) =>
    error('99016', `'${name}' has more values than are allowed.`, { on: name, category: 'INVALID_ATTRIBUTE' }),
  unknownProductType: (name: string) =>
    error('90000102', `The product type '${name}' is not available.`, {
      on: 'product_type',
      category: 'INVALID_ATTRIBUTE',
    }),
  unknownSku: (sku: string) => error('13013', `The SKU '${sku}' does not match any listing.`),
  mergeRefused: (name: string) =>
    error('4000003', `The merge operation is not supported for '${name}' in this form.`, { on: name }),
  otherMarketplace: (name: string) =>
    error('4000004', `'${name}' names a marketplace that the request does not.`, {
      on: name,
      category: 'INVALID_ATTRIBUTE',
    }),
  otherAsin: () =>
    error('8541', 'The SKU belongs to another ASIN in the Amazon catalog.', {
      on: 'merchant_suggested_asin',
      category: 'INVALID_ATTRIBUTE',
    }),
  quantityTwice: () =>
    error('90248', "'quantity' cannot be given together with 'is_inventory_available'.", {
      on: 'fulfillment_availability',
      category: 'INVALID_ATTRIBUTE',
    }),
  price: (message: string) => error('90111', message, { on: 'purchasable_offer', category: 'INVALID_PRICE' }),
} as const

/** A price that Amazon takes and then takes off sale. */
export function priceIssue(marketplaceId: string, message: string): Issue {
  return {
    ...error('18155', message, { on: 'purchasable_offer', category: 'INVALID_PRICE' }),
    marketplaceIds: [marketplaceId],
    enforcements: { actions: [{ action: 'LISTING_SUPPRESSED' }], exemption: { status: 'NOT_EXEMPT' } },
  }
}

/** A finding of the schema as an issue. */
export function findingIssue({ attribute, field, kind }: Finding): Issue {
  if (kind === 'unknown' || kind === 'unknown-field') return ISSUES.unknownAttribute(attribute)
  if (kind === 'missing') return ISSUES.required(attribute)
  if (kind === 'missing-field') return ISSUES.missingField(attribute, field ?? '')
  return kind === 'too-many' ? ISSUES.tooMany(attribute) : ISSUES.wrongValue(attribute, field)
}
