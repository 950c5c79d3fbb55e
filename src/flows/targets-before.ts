import type { Tx } from './deps.ts'
import type { ImportRun } from './import-kind.ts'

type Targets = { readonly first: Map<string, number>; readonly upTo: number }

const TARGETS = 'targets'

/**
 * What the rows before this page are about, each with its first row (T3). Kept from one page to the next, since asking for a thousand
 * of them at each page costs more than the page; read once where a run begins in the middle, or another program went on in between.
 */
export async function targetsBefore(tx: Tx, { found, kept }: ImportRun): Promise<ReadonlyMap<string, number>> {
  const known = kept.get(TARGETS) as Targets | undefined
  if (known?.upTo === found.atRow) return known.first
  const { importId, atRow } = found
  const rows = atRow === 0 ? [] : await tx.store.targetsUpTo({ importId, row: atRow })
  const first = new Map(rows.map(({ target, row }) => [target, row]))
  kept.set(TARGETS, { first, upTo: atRow } satisfies Targets)
  return first
}

/** Notes what a page was about, which ends with this row. */
export function noteTargets(
  { kept }: ImportRun,
  page: { readonly targets: Iterable<readonly [target: string, row: number]>; readonly last: number },
): void {
  const { first } = kept.get(TARGETS) as Targets
  for (const [target, row] of page.targets) first.set(target, row)
  kept.set(TARGETS, { first, upTo: page.last } satisfies Targets)
}
