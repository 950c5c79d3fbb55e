import type { components } from '../../generated/api.ts'
import { numberOf } from './form.ts'

type Rate = components['schemas']['Rate']
export type RateKind = Rate['kind']
/** The kinds in the order in which they are offered. */
export const RATE_KINDS: readonly RateKind[] = ['flat', 'by-weight', 'by-subtotal', 'percentage', 'per-item']

/** A step as it is typed; up to so many grams, or up to an order value. */
export type StepForm = { readonly upTo: string; readonly amount: string }
/** The kinds of rates that have steps. */
export type SteppedKind = 'by-weight' | 'by-subtotal'
/** A rate as it is typed, with the fields of every kind: choosing another kind loses nothing. */
export type RateForm = {
  readonly kind: RateKind
  readonly amount: string
  readonly steps: Readonly<Record<SteppedKind, readonly StepForm[]>>
  readonly percent: string
  readonly minimum: string
  readonly maximum: string
  readonly first: string
  readonly further: string
}

/** A step that says nothing yet. */
export const EMPTY_STEP: StepForm = { upTo: '', amount: '' }
/** A rate that says nothing yet. */
export const EMPTY_RATE: RateForm = {
  ...{ kind: 'flat', amount: '', percent: '', minimum: '', maximum: '', first: '', further: '' },
  steps: { 'by-weight': [EMPTY_STEP], 'by-subtotal': [EMPTY_STEP] },
}

/** A rate of the server as it is typed. */
export function toRate(rate: Rate): RateForm {
  const form = { ...EMPTY_RATE, kind: rate.kind }
  switch (rate.kind) {
    case 'flat':
      return { ...form, amount: rate.amount.amount }
    case 'by-weight': {
      const steps = rate.steps.map(({ upToGrams, amount }) => ({ upTo: String(upToGrams), amount: amount.amount }))
      return { ...form, steps: { ...form.steps, 'by-weight': steps } }
    }
    case 'by-subtotal': {
      const steps = rate.steps.map(({ upTo, amount }) => ({ upTo: upTo.amount, amount: amount.amount }))
      return { ...form, steps: { ...form.steps, 'by-subtotal': steps } }
    }
    case 'percentage': {
      const { percent, minimum, maximum } = rate
      return { ...form, percent, minimum: minimum?.amount ?? '', maximum: maximum?.amount ?? '' }
    }
    case 'per-item':
      return { ...form, first: rate.first.amount, further: rate.further.amount }
  }
}

/** What is typed, as it is saved: the fields of its kind only (O9). */
export function fromRate(form: RateForm, currency: string): Rate {
  const money = (text: string) => ({ amount: text.trim(), currency })
  const moneyOrNull = (text: string) => (text.trim() === '' ? null : money(text))
  switch (form.kind) {
    case 'flat':
      return { kind: 'flat', amount: money(form.amount) }
    case 'by-weight': {
      const steps = form.steps['by-weight'].map(({ upTo, amount }) => ({
        upToGrams: numberOf(upTo),
        amount: money(amount),
      }))
      return { kind: 'by-weight', steps }
    }
    case 'by-subtotal': {
      const steps = form.steps['by-subtotal'].map(({ upTo, amount }) => ({ upTo: money(upTo), amount: money(amount) }))
      return { kind: 'by-subtotal', steps }
    }
    case 'percentage': {
      const bounds = { minimum: moneyOrNull(form.minimum), maximum: moneyOrNull(form.maximum) }
      return { kind: 'percentage', percent: form.percent.trim(), ...bounds }
    }
    case 'per-item':
      return { kind: 'per-item', first: money(form.first), further: money(form.further) }
  }
}
