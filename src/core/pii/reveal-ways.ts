import type { Scope } from '../permissions.ts'

/** In which ways people see buyer data, and the permission that each needs (D15). */
export const SCOPE_OF = {
  reveal: 'pii:reveal',
  run: 'pii:reveal',
  original: 'pii:reveal',
  print: 'pii:print',
  export: 'pii:export',
} as const satisfies Readonly<Record<string, Scope>>
export type RevealWay = keyof typeof SCOPE_OF

/** How many different orders one person may open within 24 hours in each way; an original counts as a reveal (U3, D35). */
export type RevealLimits = { readonly reveal: number; readonly print: number; readonly export: number }

/** The limits where the owner set none, and the most that can be set. */
export const MOST_REVEALS: RevealLimits = { reveal: 50, print: 1000, export: 1000 }

/** The limit of a way; a shipping run has its own: the orders that are open. */
export const limitOf = (limits: RevealLimits, way: RevealWay): number =>
  way === 'run' || way === 'original' ? limits.reveal : limits[way]
