import { IMPORT_OUTCOMES, type ImportOutcome } from '#core/spreadsheet/import.ts'

/** What of the Import tab is shown; it stands in the address. `import`: one import; `outcome`, `unlinks`: only such rows of it. */
export type ImportsSearch = {
  readonly import?: number | undefined
  readonly outcome?: ImportOutcome | undefined
  readonly unlinks?: true | undefined
}

/** Reads it, whatever somebody typed there. */
export function readImportsSearch(search: Record<string, unknown>): ImportsSearch {
  const number = Number(search.import)
  if (!Number.isSafeInteger(number) || number <= 0) return {}
  const outcome = IMPORT_OUTCOMES.find((each) => each === search.outcome)
  if (search.unlinks === true) return { import: number, unlinks: true }
  return { import: number, ...(outcome !== undefined && { outcome }) }
}
