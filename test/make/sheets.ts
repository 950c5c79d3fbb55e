import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile } from '#files/sheets/open-file.ts'
import type { SheetRow } from '#files/sheets/sheet-rows.ts'
import { type MadeSheet, type MadeWorkbook, workbook } from './workbook.ts'
import { zip } from './zip.ts'

/** All rows of a sheet, read in this process. */
export async function rowsOf(bytes: Buffer | string, sheet = 0): Promise<SheetRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-rows-'))
  const rows: SheetRow[] = []
  try {
    const file = await openFile({ bytes: Buffer.from(bytes as Buffer) }, folder)
    await file.rows(sheet, async (batch) => {
      rows.push(...batch)
      return false
    })
    file.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return rows
}

/** The cells of all rows. */
export const cellsOf = async (bytes: Buffer | string) => (await rowsOf(bytes)).map(({ cells }) => cells)

/** A workbook of one sheet. */
export const book = (sheet: Partial<MadeSheet>, more: Partial<MadeWorkbook> = {}) =>
  workbook({ sheets: [{ rows: [], ...sheet }], ...more })

/** A workbook in which some parts are replaced as they stand. */
export function zipWith(parts: Readonly<Record<string, string>>, more: { readonly claims?: number } = {}): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zip([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    ...Object.entries(parts).map(([name, bytes]) => ({ name, bytes, ...more })),
  ])
}
