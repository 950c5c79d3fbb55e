/** True when the check digit of a tracking number fits; what it is given has the carrier's form already. */
export type DigitCheck = (tracking: string) => boolean

const digitsOf = (text: string): number[] => [...text].map(Number)
const sumBy = (digits: readonly number[], weight: (at: number) => number): number =>
  digits.reduce((sum, digit, at) => sum + digit * weight(at), 0)

/** Weights 3 and 1 from the right, modulo 10: USPS, FedEx Ground, Canada Post and shipping container codes. */
export const mod10: DigitCheck = (tracking) => {
  const [check = 0, ...rest] = digitsOf(tracking).reverse()
  return (10 - (sumBy(rest, (at) => (at % 2 === 0 ? 3 : 1)) % 10)) % 10 === check
}

/** The last digit is the rest modulo 7 of those before it: Yamato, Sagawa, DHL Express. */
export const mod7: DigitCheck = (tracking) => Number(BigInt(tracking.slice(0, -1)) % 7n) === Number(tracking.slice(-1))

/** FedEx Express: weights 3, 1, 7 from the left, modulo 11, modulo 10. */
export const fedexExpress: DigitCheck = (tracking) => {
  const digits = digitsOf(tracking)
  return (sumBy(digits.slice(0, -1), (at) => [3, 1, 7][at % 3] ?? 0) % 11) % 10 === digits.at(-1)
}

/** UPS: letters count from A = 2, weights 1 and 2 from the left, modulo 10. */
export const ups: DigitCheck = (tracking) => {
  const value = (sign: string) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10)
  const values = [...tracking.slice(2)].map(value)
  const sum = sumBy(values.slice(0, -1), (at) => (at % 2 === 0 ? 1 : 2))
  return (10 - (sum % 10)) % 10 === values.at(-1)
}

/** Postal numbers (S10): weights 8 6 4 2 3 5 9 7, modulo 11. */
export const postal: DigitCheck = (tracking) => {
  const digits = digitsOf(tracking.slice(2, 11))
  const rest = 11 - (sumBy(digits.slice(0, 8), (at) => [8, 6, 4, 2, 3, 5, 9, 7][at] ?? 0) % 11)
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest
  return check === digits.at(8)
}
