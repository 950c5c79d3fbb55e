import { isGrant, type PiiGrant } from './grant.ts'

/** Buyer data on its way: whatever writes it down, in a log, a reply or an error, writes that it is masked, and nothing of it (U2). */
class MaskedValue<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  toJSON(): { readonly masked: true } {
    return { masked: true }
  }

  toString(): string {
    return '(masked)'
  }

  /** What Node prints of an object. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '(masked)'
  }

  static open<T>(masked: MaskedValue<T>): T {
    return masked.#value
  }
}
export type Masked<T> = MaskedValue<T>

/** Masks a value; equal for every value, so that neither length nor first letter shows (U2). */
export const mask = <T>(value: T): Masked<T> => new MaskedValue(value)

/** The value itself, for who holds a grant (U3). */
export function unmask<T>(masked: Masked<T>, grant: PiiGrant): T {
  if (!isGrant(grant)) throw new Error('Buyer data was asked for without a grant.')
  return MaskedValue.open(masked)
}
