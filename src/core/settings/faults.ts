import { decimalsOf, parseMoney } from '../money.ts'
import { type Problem, problem, type Result } from '../problems.ts'

/** What was checked, or everything that is wrong with it, each naming its field. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** One known problem, told as a check tells all that it found. */
export const refused = ({
  problem,
}: Extract<Result<never>, { ok: false }>): Extract<Checked<never>, { ok: false }> => ({
  ok: false,
  problems: [problem],
})

/** An amount as people and programs enter it: a decimal string and its currency. */
export type EnteredMoney = { readonly amount: string; readonly currency: string }

/** Collects what is wrong with one input; a check goes on after a fault, so that all are told at once. */
export type Faults = {
  readonly problems: readonly Problem[]
  /** Notes that a field is wrong, and why. */
  add(field: string, why: string): void
  /** Notes it where the condition does not hold. */
  need(holds: boolean, field: string, why: string): void
}

const MOST_TOLD = 200

/** An empty collection of faults; beyond 200 no more are kept. */
export function collectFaults(): Faults {
  const problems: Problem[] = []
  const add = (field: string, why: string) => {
    if (problems.length < MOST_TOLD) problems.push(problem('not-valid', { field, why }))
  }
  const need = (holds: boolean, field: string, why: string) => {
    if (!holds) add(field, why)
  }
  return { problems, add, need }
}

/** The value when nothing was wrong. */
export const checkedAs = <T>(value: T, { problems }: Faults): Checked<T> =>
  problems.length === 0 ? { ok: true, value } : { ok: false, problems }

/** True for text of so many characters that a database can hold and that shows nothing unexpected: no control characters, no halves of characters. */
export const isText = (value: string, least: number, most: number): boolean =>
  value.length >= least && value.length <= most && !/[\p{Cc}\p{Surrogate}]/u.test(value)

/** True for an id that people can type again: text without a space at either end. */
export const isKey = (value: string, most: number): boolean => isText(value, 1, most) && value.trim() === value

/** True for a whole number within bounds. */
export const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most

/** Notes every value that stands more than once, at the later places. */
export function findTwice(values: readonly string[], name: (at: number) => string, faults: Faults): void {
  const first = new Map<string, number>()
  values.forEach((value, at) => {
    const before = first.get(value)
    if (before === undefined) first.set(value, at)
    else faults.add(name(at), `is the same as ${name(before)}`)
  })
}

/** Reads an amount of at least zero in the merchant's currency; what is wrong is noted and counts as zero. */
export function readAmount(
  money: EnteredMoney,
  { field, currency }: { field: string; currency: string },
  faults: Faults,
): number {
  if (money.currency !== currency) {
    faults.add(`${field}.currency`, `must be ${currency}, the merchant's currency`)
    return 0
  }
  const read = parseMoney(money.amount, currency)
  if (read.ok && read.value.minor >= 0) return read.value.minor
  const decimals = decimalsOf(currency)
  const example = decimals === 0 ? '12' : `12.${'5'.padEnd(decimals, '0')}`
  faults.add(
    `${field}.amount`,
    `must be a decimal number of at least 0 with at most ${decimals} decimals, such as ${example}`,
  )
  return 0
}
