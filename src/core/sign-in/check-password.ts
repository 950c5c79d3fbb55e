import { type Checked, checkedAs, collectFaults } from '../settings/faults.ts'
import { whyUsual } from './usual-passwords.ts'

const DAY = 24 * 3_600_000

export const LEAST_PASSWORD = 12
export const MOST_PASSWORD = 128
/** So many passwords back none comes again (D16). */
export const FORMER_PASSWORDS = 10
const LEAST_AGE = DAY
const MOST_AGE = 365 * DAY

/** Whose password it is. */
export type PasswordOf = { readonly name: string; readonly email: string }

/** A password as it is hashed: the same letters typed on another keyboard or system give the same text. */
export const plainPassword = (entered: string): string => entered.normalize('NFKC')

/** What must hold for a password, everything that is wrong at once (D16). Former ones are compared elsewhere: they are hashed. */
export function checkPassword(entered: string, whose: PasswordOf, field = 'password'): Checked<string> {
  const password = plainPassword(entered)
  const faults = collectFaults()
  const need = (holds: boolean, why: string) => faults.need(holds, field, why)
  need([...password].length >= LEAST_PASSWORD, `must have at least ${LEAST_PASSWORD} characters`)
  need(password.length <= MOST_PASSWORD, `must have at most ${MOST_PASSWORD} characters`)
  need(!/[\p{Cc}\p{Surrogate}]/u.test(password), 'must not hold control characters')
  need(/\p{Lu}/u.test(password), 'must have a capital letter')
  need(/\p{Ll}/u.test(password), 'must have a small letter')
  need(/\p{Nd}/u.test(password), 'must have a figure')
  need(/[^\p{L}\p{Nd}]/u.test(password), 'must have a sign, such as ! or a space')
  const part = partsOf(whose).find((each) => password.toLowerCase().includes(each))
  need(part === undefined, `must not hold a part of your name or e-mail address (${part})`)
  const usual = password.length <= MOST_PASSWORD ? whyUsual(password) : null
  if (usual) faults.add(field, usual)
  return checkedAs(password, faults)
}

/** Parts of three letters and more of a name and an e-mail address; the last part of its domain is no part of anybody. */
function partsOf({ name, email }: PasswordOf): string[] {
  const whole = `${name} ${email.replace(/\.[^.@]+$/, '')}`
  return plainPassword(whole)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length >= 3)
}

/** Since when a password may be replaced by its owner; one that is known to others is replaced at once by a reset link (D16). */
export const replaceableFrom = (setAt: number): number => setAt + LEAST_AGE

/** True for a password that is too old: the next sign-in ends with a new one (D16). */
export const isOutOfDate = (setAt: number, now: number): boolean => now >= setAt + MOST_AGE
