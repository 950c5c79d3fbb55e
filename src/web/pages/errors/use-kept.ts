import { useRef } from 'react'

/** A row as it is shown: one that was mended stays where it was for a while, and says so. */
export type Kept<Row> = { readonly row: Row; readonly gone: boolean }

type Memory<Row> = { readonly key: string; readonly rows: readonly (Kept<Row> & { readonly goneAt: number })[] }
/** How long a mended row stays in sight, in milliseconds. */
const STAYS = 60_000

/** Keeps rows where they are while the list changes under them: new ones come last, mended ones fade (10 of the console's rules). */
export function useKept<Row>(
  rows: readonly Row[] | undefined,
  { keyOf, list }: { keyOf(row: Row): string; readonly list: string },
): readonly Kept<Row>[] {
  const memory = useRef<Memory<Row>>({ key: list, rows: [] })
  // Until those of other filters are here the ones before stay, as in every list.
  if (rows === undefined) return memory.current.rows
  const before = memory.current.key === list ? memory.current.rows : []
  const now = Date.now()
  const found = new Map(rows.map((row) => [keyOf(row), row]))
  const stay = before
    .map(({ row, goneAt }) => {
      const fresh = found.get(keyOf(row))
      found.delete(keyOf(row))
      return fresh === undefined ? { row, gone: true, goneAt: goneAt || now } : { row: fresh, gone: false, goneAt: 0 }
    })
    .filter(({ gone, goneAt }) => !gone || now - goneAt < STAYS)
  memory.current = {
    key: list,
    rows: [...stay, ...[...found.values()].map((row) => ({ row, gone: false, goneAt: 0 }))],
  }
  return memory.current.rows
}
