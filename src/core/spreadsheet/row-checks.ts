import type { Problem } from '../problems.ts'
import type { OwnRow } from './own-row.ts'

/**
 * Notes at its cell what a check of entered things refuses: `items[0].kit[1].itemId is not an item` stands at the column of the kit.
 * `names` are fields of the check that the spreadsheet calls otherwise.
 */
export function refuseByCheck(
  row: OwnRow,
  problems: readonly Problem[],
  names: Readonly<Record<string, string>>,
): void {
  for (const { facts } of problems) {
    const [, path = ''] = /^\w+\[0\]\.?([\w.]*)/.exec(String(facts.field)) ?? []
    row.refuse(names[path] ?? path.replace(/\..*/, ''), String(facts.why), 'mend the cell, and bring the file again')
  }
}
