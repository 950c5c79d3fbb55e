/** A file that cannot be read, with the sentence that says why and what to do; it names no content of the file. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile'
}

const LAST_LETTER = 26

/** The letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LAST_LETTER))
    name = String.fromCharCode(65 + ((rest - 1) % LAST_LETTER)) + name
  return name
}

/** The column of an address such as BC12, counted from 0, or -1 where it has none. */
export function columnOf(address: string): number {
  let column = 0
  let at = 0
  for (; at < address.length; at++) {
    const letter = address.charCodeAt(at) - 64
    if (letter < 1 || letter > LAST_LETTER) break
    column = column * LAST_LETTER + letter
    if (column > 100_000) return -1
  }
  return at === 0 ? -1 : column - 1
}

/** The refusal of a workbook with a part that is no XML as spreadsheets have it. */
export const unreadable = () =>
  new RefusedFile('A part of the workbook cannot be read. Save it again in Excel, and bring that file.')
