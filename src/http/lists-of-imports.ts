import type { importReply, importRow } from '#contract/imports.ts'
import { column, instant, type Lists, list } from './list-column.ts'

/** Files that were brought, and their rows: what a person mends in the sheet stands beside the address of its cell (T3, T5). */
export const IMPORT_LISTS: Lists = {
  '/imports': list<typeof importReply>([
    column('Import', (row) => row.import),
    column('File', (row) => row.fileName),
    column('Kind', (row) => row.kind),
    column('State', (row) => row.state),
    column('Rows', (row) => row.rows),
    column('Created', (row) => row.counts.created),
    column('Updated', (row) => row.counts.updated),
    column('Unchanged', (row) => row.counts.unchanged),
    column('Refused', (row) => row.counts.refused),
    column('What is wrong', (row) => row.problem?.sentence),
    column('Brought by', (row) => row.madeBy),
    instant('Brought', (row) => row.madeAt),
    column('Applied by', (row) => row.appliedBy),
    instant('Applied', (row) => row.appliedAt),
    column('Undone by', (row) => row.undoneBy),
    instant('Undone', (row) => row.undoneAt),
  ]),
  '/imports/:import/rows': list<typeof importRow>([
    column('Row', (row) => row.row),
    column('Outcome', (row) => row.outcome),
    column('Item, SKU or order', (row) => row.target),
    column('Cell', (row) => row.cell),
    column('Heading', (row) => row.header),
    column('It says', (row) => row.value),
    column('Why, and what to write instead', (row) => row.problem?.sentence),
    column('What changes', (row) => row.changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`).join('; ')),
    column('Unlinks a listing', (row) => row.unlinks),
    column('Undone', (row) => row.undone),
  ]),
}
