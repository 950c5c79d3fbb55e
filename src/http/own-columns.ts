import type { z } from 'zod'
import type { OwnKind } from '#core/spreadsheet/own-field.ts'
import { OWN_FIELDS } from '#core/spreadsheet/own-fields.ts'
import type { Cells } from '#core/spreadsheet/own-row.ts'
import type { Column } from './list-column.ts'

/** The columns of an own spreadsheet: the very ones that its import takes (T5). */
export const own = <Shape extends z.ZodType>(
  kind: OwnKind,
  cellsOf: (row: z.output<Shape>) => Cells,
): readonly Column<never>[] =>
  OWN_FIELDS[kind].map(({ field, head, form }) => ({
    head,
    of: (row) => cellsOf(row)[field],
    ...(form === 'text' ? { isText: true } : form === 'amount' ? { isAmount: true } : {}),
  }))
