import { type Problem, problem } from '#core/problems.ts'
import type { AppliedRow, UndoneRow } from '#store/rows-of-imports.ts'

/** A row that was taken back. */
export const undoneRow = ({ row }: AppliedRow): UndoneRow => ({ row, undone: 'undone', fault: null })

const keptRow = ({ row }: AppliedRow, why: Problem): UndoneRow => ({
  row,
  undone: 'kept',
  fault: { column: null, value: '', problem: why },
})

/** A row that stays, because what it wrote was changed since (T3). */
export const changedSince = (row: AppliedRow, target: string): UndoneRow =>
  keptRow(row, problem('import-changed-since', { target }))

/** A row that stays, because what it wrote is used by now (T3). */
export const usedSince = (row: AppliedRow, target: string, by: string): UndoneRow =>
  keptRow(row, problem('import-used-since', { target, by }))
