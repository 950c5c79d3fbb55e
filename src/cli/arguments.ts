import { InvalidArgumentError } from 'commander'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import type { EnteredMoney } from '#core/settings/faults.ts'

const GRAMS = { g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 } as const

/** A whole number from 1 to a billion: how many, or the number of something. */
export function readCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number from 1.')
}

/** A whole number of either sign. */
export function readWhole(text: string): number {
  if (/^-?\d{1,10}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number.')
}

/** A weight such as `340g`, `12oz` or `1.5lb`, in whole grams. */
export function readWeight(text: string): number {
  const match = /^(\d{1,8}(?:\.\d{1,6})?) ?(g|kg|oz|lb)$/i.exec(text)
  if (!match) throw new InvalidArgumentError('It must be a weight such as 340g, 12oz or 1.5lb.')
  return Math.round(Number(match[1]) * GRAMS[(match[2] ?? 'g').toLowerCase() as keyof typeof GRAMS])
}

/** A ratio such as `1:3`: one at Amazon is three of ours (O11). */
export function readRatio(text: string): { amazon: number; ours: number } {
  const match = /^(\d{1,7}):(\d{1,7})$/.exec(text)
  if (!match) throw new InvalidArgumentError('It must be AMAZON:OURS, such as 1:3 (one at Amazon is three of ours).')
  return { amazon: Number(match[1]), ours: Number(match[2]) }
}

/** An amount such as `12.50` or `12.50 USD`; without a currency it is the merchant's. */
export function readPrice(text: string): (currency: string) => EnteredMoney {
  const match = /^(\S+?)(?: ?([A-Z]{3}))?$/.exec(text.trim())
  return (currency) => ({ amount: match?.[1] ?? text, currency: match?.[2] ?? currency })
}

/** An order as people name it: our number, or the Amazon order id. */
export const readOrder = (order: string): number | string => (/^\d{1,15}$/.test(order) ? Number(order) : order)

/** A day such as `2027-01-31`. */
export function readDay(text: string): string {
  if (faultOfDay(text) === null) return text
  throw new InvalidArgumentError('It must be a day such as 2027-01-31.')
}
