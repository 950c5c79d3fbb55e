import type { components } from '../../generated/api.ts'

/** A merchant as its operator sees it: counts and dates only (M2). */
export type Merchant = components['schemas']['OperatedMerchant']
