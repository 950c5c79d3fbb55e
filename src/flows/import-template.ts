import type { OpenKind } from './import-kinds.ts'

/** Amazon's inventory templates (T3). */
export const TEMPLATE_IMPORT: OpenKind = {
  buyers: false,
  decide: async (_tx, _run, rows) => {
    throw new Error(`Not written yet: ${rows.length} rows.`)
  },
  write: async () => {},
  undo: async () => [],
}
