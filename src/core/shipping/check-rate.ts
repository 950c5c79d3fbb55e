import { type EnteredMoney, type Faults, isWhole, readAmount } from '../settings/faults.ts'
import type { Rate } from './shipping-method.ts'

/** A rate as it is entered: amounts and percentages are decimal strings. */
export type EnteredRate =
  | { readonly kind: 'flat'; readonly amount: EnteredMoney }
  | { readonly kind: 'by-weight'; readonly steps: readonly WeightStep[] }
  | { readonly kind: 'by-subtotal'; readonly steps: readonly SubtotalStep[] }
  | EnteredPercentage
  | { readonly kind: 'per-item'; readonly first: EnteredMoney; readonly further: EnteredMoney }

type WeightStep = { readonly upToGrams: number; readonly amount: EnteredMoney }
type SubtotalStep = { readonly upTo: EnteredMoney; readonly amount: EnteredMoney }
type EnteredPercentage = {
  readonly kind: 'percentage'
  readonly percent: string
  readonly minimum: EnteredMoney | null
  readonly maximum: EnteredMoney | null
}

/** Where a rate stands: its field, and how an amount in it is read. */
type At = {
  readonly field: string
  readonly faults: Faults
  amount(money: EnteredMoney, part: string): number
}

const MOST_STEPS = 100

/** Reads a rate; what is wrong is noted with its field (O9). */
export function readRate(
  entered: EnteredRate,
  { field, currency }: { readonly field: string; readonly currency: string },
  faults: Faults,
): Rate {
  const amount = (money: EnteredMoney, part: string) =>
    readAmount(money, { field: `${field}.${part}`, currency }, faults)
  const at = { field, faults, amount }
  switch (entered.kind) {
    case 'flat':
      return { kind: 'flat', amount: amount(entered.amount, 'amount') }
    case 'per-item':
      return { kind: 'per-item', first: amount(entered.first, 'first'), further: amount(entered.further, 'further') }
    case 'percentage':
      return readPercentage(entered, at)
    case 'by-weight':
      return { kind: 'by-weight', steps: readWeightSteps(entered.steps, at) }
    case 'by-subtotal':
      return { kind: 'by-subtotal', steps: readSubtotalSteps(entered.steps, at) }
  }
}

function readPercentage({ percent, minimum, maximum }: EnteredPercentage, { field, faults, amount }: At): Rate {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent)
  const basisPoints = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0
  const why = 'must be a decimal number from 0 to 100 with at most 2 decimals, such as 12.5'
  faults.need(match !== null && basisPoints <= 10_000, `${field}.percent`, why)
  const least = minimum && amount(minimum, 'minimum')
  const most = maximum && amount(maximum, 'maximum')
  const inOrder = least === null || most === null || least <= most
  faults.need(inOrder, `${field}.maximum`, 'must not be less than the minimum')
  return { kind: 'percentage', basisPoints, minimum: least, maximum: most }
}

function readWeightSteps(steps: readonly WeightStep[], at: At) {
  const read = countedSteps(steps, at).map(({ upToGrams, amount }, index) => {
    const name = `${at.field}.steps[${index}].upToGrams`
    at.faults.need(isWhole(upToGrams, 1, 10_000_000), name, 'must be a whole number from 1 to 10,000,000')
    return { upToGrams, amount: at.amount(amount, `steps[${index}].amount`) }
  })
  const limits = read.map((step) => step.upToGrams)
  checkRising(limits, (index) => `${at.field}.steps[${index}].upToGrams`, at.faults)
  return read
}

function readSubtotalSteps(steps: readonly SubtotalStep[], at: At) {
  const read = countedSteps(steps, at).map(({ upTo, amount }, index) => ({
    upTo: at.amount(upTo, `steps[${index}].upTo`),
    amount: at.amount(amount, `steps[${index}].amount`),
  }))
  const limits = read.map((step) => step.upTo)
  checkRising(limits, (index) => `${at.field}.steps[${index}].upTo`, at.faults)
  return read
}

function countedSteps<Step>(steps: readonly Step[], { field, faults }: At): readonly Step[] {
  faults.need(isWhole(steps.length, 1, MOST_STEPS), `${field}.steps`, `must have 1 to ${MOST_STEPS} steps`)
  return steps.slice(0, MOST_STEPS)
}

function checkRising(limits: readonly number[], name: (at: number) => string, faults: Faults): void {
  limits.forEach((limit, at) => {
    const before = limits[at - 1]
    faults.need(before === undefined || limit > before, name(at), 'must be more than in the step before')
  })
}
