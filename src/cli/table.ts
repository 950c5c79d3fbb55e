import { MOST_COUNTED } from '#core/orders/most-counted.ts'
import { visibleText } from '#core/visible-text.ts'

/** What stands in a cell; numbers are set to the right, null is an empty cell. */
export type Cell = string | number | null

/** Lines of a plain table with aligned columns; foreign text is made visible. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map((row) => row.map((cell) => (cell === null ? '' : visibleText(String(cell), 300))))
  const right = head.map((_, at) => rows.length > 0 && rows.every((row) => typeof (row[at] ?? 0) === 'number'))
  const widths = head.map((name, at) => Math.max(name.length, ...texts.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (right[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return [head, ...texts].map(line)
}

/** Lines of names and what they stand for, aligned. */
export function pairs(rows: readonly (readonly [string, Cell])[]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  return rows.map(([name, cell]) =>
    `${name.padEnd(width)}  ${cell === null ? '' : visibleText(String(cell), 500)}`.trimEnd(),
  )
}

/** Prints for people, or with `--json` for programs. */
export function print(options: { readonly json?: boolean }, shown: { json: unknown; lines: readonly string[] }): void {
  console.log(options.json ? JSON.stringify(shown.json, null, 2) : shown.lines.join('\n'))
}

/** A word as a shell takes it: quoted where that is needed. */
export const quoted = (word: string): string =>
  /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

/** `1 order`, `2 orders`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** A number as far as it was counted: `10000+`. */
export const counted = (n: number): string => (n > MOST_COUNTED ? `${MOST_COUNTED}+` : `${n}`)

/** An instant of the deployment, which has no time zone of its own: `2026-11-22 12:05:33 UTC`. */
export const utcTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
