import type { Source } from './archive.ts'
import { kindOfFile } from './kind-of-file.ts'
import { RefusedFile } from './refused-file.ts'
import { readSheetRows, type SheetRow, type TakeRows } from './sheet-rows.ts'
import { readTextForm, readTextRows } from './text-rows.ts'
import { openWorkbook } from './workbook.ts'

/** How a sheet begins: its name (empty for a text), whether people see it, and its first rows with any content. */
export type SheetHead = { readonly name: string; readonly hidden: boolean; readonly head: readonly SheetRow[] }

/** A spreadsheet or a text with columns, open for reading inside the reading process; close it. */
export type OpenFile = {
  readonly sheets: readonly SheetHead[]
  /** Reads all rows of a sheet; gives the addresses of its merged cells, at most a few. */
  rows(sheet: number, take: TakeRows): Promise<readonly string[]>
  close(): void
}

/** Enough for every header that Amazon's templates have above their data. */
const HEAD_ROWS = 12

/** Opens whatever a person brought, by what it is and not by its name. Throws RefusedFile. */
export async function openFile(source: Source, folder: string): Promise<OpenFile> {
  return (await kindOfFile(source)) === 'text' ? openText(source) : openSheets(source, folder)
}

async function openText(source: Source): Promise<OpenFile> {
  const form = await readTextForm(source)
  const head = await firstRows((take) => readTextRows(source, form, take))
  if (head.length === 0) throw new RefusedFile('The file is empty.')
  return {
    sheets: [{ name: '', hidden: false, head }],
    rows: async (_, take) => {
      await readTextRows(source, form, take)
      return []
    },
    close: () => {},
  }
}

async function openSheets(source: Source, folder: string): Promise<OpenFile> {
  const workbook = await openWorkbook(source, folder)
  try {
    const sheets: SheetHead[] = []
    for (const place of workbook.sheets) {
      const head = await firstRows((take) => readSheetRows(workbook, place, take))
      sheets.push({ name: place.name, hidden: place.hidden, head })
    }
    return {
      sheets,
      async rows(sheet, take) {
        const place = workbook.sheets[sheet]
        return place ? readSheetRows(workbook, place, take) : []
      },
      close: workbook.close,
    }
  } catch (error) {
    workbook.close()
    throw error
  }
}

async function firstRows(read: (take: TakeRows) => Promise<unknown>): Promise<SheetRow[]> {
  const head: SheetRow[] = []
  await read(async (rows) => {
    head.push(...rows.slice(0, HEAD_ROWS - head.length))
    return head.length >= HEAD_ROWS
  })
  return head
}
