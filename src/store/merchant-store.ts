import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'
import { FUNCTIONS } from './merchant-functions.ts'

type AfterMerchant<F> = F extends (tx: Tx, merchant: MerchantId, ...rest: infer Rest) => infer R
  ? (...rest: Rest) => R
  : never

/** The tables of one merchant inside one transaction: every function of the store, with both applied. */
export type MerchantStore = { readonly [Name in keyof typeof FUNCTIONS]: AfterMerchant<(typeof FUNCTIONS)[Name]> }

/** Binds the store to a transaction and its merchant. */
export function merchantStore(tx: Tx, merchant: MerchantId): MerchantStore {
  const bound = Object.entries(FUNCTIONS).map(([name, f]) => [
    name,
    (...rest: unknown[]) => (f as (...all: unknown[]) => unknown)(tx, merchant, ...rest),
  ])
  return Object.fromEntries(bound) as MerchantStore
}
