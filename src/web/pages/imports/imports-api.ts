import { IMPORT_OUTCOMES, type ImportOutcome } from '#core/spreadsheet/import.ts'
import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'

/** A file that was brought, what it was taken for, and how far it is. */
export type Import = components['schemas']['Import']
/** One row of it, with the address of its cell and what becomes of it. */
export type ImportRow = components['schemas']['ImportRow']

/** How often what is under way is asked after, where no news come, in milliseconds. */
export const WHILE_UNDER_WAY = 2_000

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

/** The path of an import. */
export const importAt = (id: number) => ({ params: { path: { import: String(id) } } })

/** Brings a file as it is; gives the number of its import, or throws the sentence of what is wrong with it. */
export async function bringFile(file: File): Promise<number> {
  const sent = api.POST('/api/v1/imports', {
    params: { query: { fileName: file.name.slice(-200) } },
    headers: { 'content-type': 'application/octet-stream' },
    body: file as never,
    bodySerializer: () => file,
  })
  const brought = await answer(sent)
  await importsChanged()
  return brought.import
}

/** What shows imports is fetched again. */
export const importsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: ['imports'] })
