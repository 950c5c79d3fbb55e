/** The four levels of the Shipping section, in the order it shows them (O9). */
export const LEVELS = ['standard', 'expedited', 'two-day', 'one-day'] as const
export type Level = (typeof LEVELS)[number]

/** The four levels of Amazon that the merchant decides on: one of ours, or hold the order (O10). */
export const FURTHER_LEVELS = ['FREE_ECONOMY', 'SAME_DAY', 'PRIORITY', 'SCHEDULED'] as const
export type FurtherLevel = (typeof FURTHER_LEVELS)[number]
export type FurtherLevels = Readonly<Record<FurtherLevel, Level | 'hold'>>

/** All further levels hold until the merchant decides (O10). */
export const HOLD_ALL: FurtherLevels = { FREE_ECONOMY: 'hold', SAME_DAY: 'hold', PRIORITY: 'hold', SCHEDULED: 'hold' }

const NAMED: Readonly<Record<string, Level>> = {
  STANDARD: 'standard',
  EXPEDITED: 'expedited',
  SECOND_DAY: 'two-day',
  NEXT_DAY: 'one-day',
}

/** The level of ours that Amazon's name maps to, or null: the order is held (O10). */
export function levelOf(amazonLevel: string | null, further: FurtherLevels): Level | null {
  if (amazonLevel === null) return null
  const named = Object.hasOwn(NAMED, amazonLevel) ? NAMED[amazonLevel] : undefined
  if (named) return named
  const chosen = Object.hasOwn(further, amazonLevel) ? further[amazonLevel as FurtherLevel] : 'hold'
  return chosen === 'hold' ? null : chosen
}

/** A level as people write it. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  standard: 'Standard',
  expedited: 'Expedited',
  'two-day': 'Two-Day',
  'one-day': 'One-Day',
}
