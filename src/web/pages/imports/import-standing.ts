import { IMPORT_OUTCOMES, type ImportOutcome } from '#core/spreadsheet/import.ts'
import type { components } from '../../generated/api.ts'

/** A file that was brought, what it was taken for, and how far it is. */
export type Import = components['schemas']['Import']
/** One row of it, with the address of its cell and what becomes of it. */
export type ImportRow = components['schemas']['ImportRow']

/** Whether the server is at work on it. */
export const isUnderWay = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'reading' || state === 'applying' || state === 'undoing'

/** Whether its rows are over, so that they are told of in the past. */
export const isOver = ({ state, appliedAt }: Pick<Import, 'state' | 'appliedAt'>): boolean =>
  appliedAt !== null && state !== 'applying'

/** Whether its rows can be shown: they were looked at, and not given up. */
export const hasRows = ({ state, rows, appliedAt }: Pick<Import, 'state' | 'rows' | 'appliedAt'>): boolean =>
  rows > 0 && (state === 'previewed' || appliedAt !== null)

/** How many rows would change something, or changed it. */
export const changedCount = ({ counts }: Pick<Import, 'counts'>): number =>
  counts.created + counts.updated + counts.placed

/** The outcomes that rows of this import have, each with its number. */
export const outcomesOf = ({ counts }: Pick<Import, 'counts'>): readonly (readonly [ImportOutcome, number])[] =>
  IMPORT_OUTCOMES.flatMap((outcome) => (counts[outcome] > 0 ? [[outcome, counts[outcome]] as const] : []))
