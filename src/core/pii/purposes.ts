import type { BuyerField } from './buyer.ts'

const DELIVERY = ['shipTo', 'phone', 'deliveryNotes', 'giftMessages', 'customizations'] as const

/** What buyer data may be opened for by people, and what of it each needs (A10, D15, U3). The list is closed. */
export const FIELDS_FOR = {
  ship: DELIVERY,
  'contact-about-order': ['name', 'email', 'phone'],
  'tax-or-invoice': ['name', 'company', 'shipTo', 'purchaseOrder', 'taxNumbers'],
  'return-or-claim': ['name', 'email', ...DELIVERY],
  legal: ['name', 'company', 'email', 'purchaseOrder', 'taxNumbers', ...DELIVERY],
} as const satisfies Readonly<Record<string, readonly BuyerField[]>>
export type RevealPurpose = keyof typeof FIELDS_FOR

/** The purposes as they are chosen. */
export const REVEAL_PURPOSES = Object.keys(FIELDS_FOR) as [RevealPurpose, ...RevealPurpose[]]

/** What stands on a label or in a carrier's file: only what a carrier needs. */
export const LABEL_FIELDS = [
  'shipTo',
  'phone',
  'deliveryNotes',
  'giftMessages',
] as const satisfies readonly BuyerField[]
