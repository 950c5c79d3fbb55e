import { read, utils, write } from '@e965/xlsx'

type Change = { readonly row: string; readonly head: string; readonly becomes: string }

/** A workbook as another program leaves it that opened it, wrote one cell, and saved it. */
export function changedBook(bytes: Buffer, { row, head, becomes }: Change): Buffer {
  const book = read(bytes)
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('The workbook has no sheet.')
  const rows = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, raw: true })
  const r = rows.findIndex(([first]) => first === row)
  const c = (rows[0] ?? []).indexOf(head)
  if (r < 0 || c < 0) throw new Error(`There is no cell of ${row} under ${head}.`)
  sheet[utils.encode_cell({ r, c })] = { t: 's', v: becomes }
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}
