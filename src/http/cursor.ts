import { problem } from '#core/problems.ts'
import { Refusal } from './refusal.ts'

type Key = readonly (string | number)[]

/** A page of a list, and where the next one begins: after the last key, when the page is full. */
export function pageReply<Row, Reply>(
  rows: readonly Row[],
  { limit, write, keyOf }: { limit: number; write: (row: Row) => Reply; keyOf: (row: Row) => Key },
): { rows: Reply[]; next: string | null } {
  const last = rows.length < limit ? undefined : rows.at(-1)
  return { rows: rows.map(write), next: last === undefined ? null : writeCursor(keyOf(last)) }
}

/** Writes where the next page begins. */
export const writeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Reads where a page begins: as many texts or numbers as its list's key has; null for the first page. */
export function readCursor<const Kinds extends readonly ('string' | 'number')[]>(
  cursor: string | undefined,
  kinds: Kinds,
): { [At in keyof Kinds]: Kinds[At] extends 'number' ? number : string } | null {
  if (cursor === undefined) return null
  const key = parse(cursor)
  const fits = Array.isArray(key) && key.length === kinds.length && kinds.every((kind, at) => isKey(key[at], kind))
  if (fits) return key as unknown as { [At in keyof Kinds]: Kinds[At] extends 'number' ? number : string }
  throw badCursor()
}

/** The refusal of a cursor that no page of this list gave. */
export function badCursor(): Refusal {
  const problems = [problem('not-valid', { field: 'after', why: 'must be the `next` of the page before' })]
  return new Refusal({ status: 400, title: 'Not valid', detail: '', problems })
}

/** Long before the first instant of any row; the database knows none before 4713 B.C. (epoch ms). */
const FIRST = -60_000_000_000_000

function isKey(value: unknown, kind: 'string' | 'number'): boolean {
  if (kind === 'number') return Number.isSafeInteger(value) && (value as number) > FIRST
  return typeof value === 'string' && !value.includes('\u0000') && !/\p{Surrogate}/u.test(value)
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}
