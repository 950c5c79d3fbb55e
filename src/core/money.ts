import { failed, ok, type Result } from './problems.ts'

/** An amount in whole minor units (cents, yen), never a float (O15). */
export type Money = { readonly minor: number; readonly currency: string }

/** How many decimals a currency has where it is not two. */
const DECIMALS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** True for a currency of this world. Of any other nobody knows the decimals: its amounts are refused, not guessed (O15). */
export const isCurrency = (code: string): boolean => CURRENCIES.has(code)

/** The number of decimals of a currency (ISO 4217): 2 for most, 0 for yen, 3 for dinars. */
export const decimalsOf = (currency: string): number => DECIMALS[currency] ?? 2

/** Reads Amazon's decimal string into minor units; refuses what the currency cannot hold and what is no number (O15). */
export function parseMoney(amount: string, currency: string): Result<Money> {
  const facts = { amount: amount.slice(0, 40), currency: currency.slice(0, 10) }
  const match = /^([+-]?)(\d{1,13})(?:\.(\d{1,12}))?$/.exec(amount)
  if (!match || !isCurrency(currency)) return failed('money-unreadable', facts)
  const decimals = decimalsOf(currency)
  const fraction = match[3] ?? ''
  if (/[1-9]/.test(fraction.slice(decimals))) return failed('money-unreadable', facts)
  const minor = Number(match[2] + fraction.slice(0, decimals).padEnd(decimals, '0'))
  if (!Number.isSafeInteger(minor)) return failed('money-unreadable', facts)
  return ok({ minor: match[1] === '-' && minor !== 0 ? -minor : minor, currency })
}

/** Writes an amount as a decimal string without a currency, e.g. `12.50`. */
export function formatAmount({ minor, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits
  return minor < 0 ? `-${whole}` : whole
}

/** Writes an amount for people, e.g. `12.50 USD`. */
export const formatMoney = (money: Money): string => `${formatAmount(money)} ${money.currency}`
