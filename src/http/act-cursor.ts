import type { FoundAct } from '#flows/find-acts.ts'
import { badCursor, readCursor } from './cursor.ts'

/** Where a page of acts begins: after an instant, an audit and a row; null for the first page. */
export function readAct(cursor: string | undefined): [at: number, audit: FoundAct['audit'], row: number] | null {
  const key = readCursor(cursor, ['number', 'string', 'number'])
  if (key === null) return null
  const [at, audit, row] = key
  if (audit !== 'merchant' && audit !== 'deployment') throw badCursor()
  if (at < 0 || at > LAST || row < 0) throw badCursor()
  return [at, audit, row]
}
/** The last instant that there is (epoch ms). */
const LAST = 8.64e15

/** The key of an act in its list. */
export const keyOfAct = ({ at, audit, seq }: FoundAct) => [at, audit, seq] as const
