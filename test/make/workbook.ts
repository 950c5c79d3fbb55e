import { zip } from './zip.ts'

/** A cell as text, a number, or a piece of XML for what a test needs (`{ xml: '<c r="A1" t="b"><v>1</v></c>' }`). */
export type MadeCell = string | number | { readonly xml: string } | null

/** A sheet: its rows from the first on, and what else stands in its part. */
export type MadeSheet = {
  readonly name?: string
  readonly hidden?: boolean
  readonly rows: readonly (readonly MadeCell[])[]
  readonly before?: string
  readonly after?: string
}

/** What else a workbook is. */
export type MadeWorkbook = {
  readonly sheets: readonly MadeSheet[]
  readonly styles?: string
  readonly date1904?: boolean
  /** Texts as a table that cells point at, as Excel does; otherwise inside the cells. */
  readonly sharedTexts?: boolean
  readonly extra?: readonly { readonly name: string; readonly bytes: string | Buffer }[]
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** A workbook as Excel would write it, made from what a test states. */
export function workbook({ sheets, styles, date1904, sharedTexts, extra = [] }: MadeWorkbook): Buffer {
  const texts: string[] = []
  const cellXml = (cell: MadeCell, at: string): string => {
    if (cell === null || cell === '') return ''
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
    if (typeof cell !== 'string') return cell.xml
    if (!sharedTexts) return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
    return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`
  }
  const sheetXml = ({ rows, before = '', after = '' }: MadeSheet) => {
    const body = rows.map((row, at) => {
      const cells = row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join('')
      return `<row r="${at + 1}">${cells}</row>`
    })
    return `${HEAD}<worksheet xmlns="${MAIN}">${before}<sheetData>${body.join('')}</sheetData>${after}</worksheet>`
  }
  const parts = sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, bytes: sheetXml(sheet) }))
  const list = sheets.map((sheet, at) => {
    const state = sheet.hidden ? ' state="hidden"' : ''
    return `<sheet name="${escaped(sheet.name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
  })
  const relations = [
    ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    relation('rIdS', 'styles', 'styles.xml'),
    relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
  ]
  const book = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`
  const table = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')
  return zip([
    {
      name: '[Content_Types].xml',
      bytes: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    { name: '_rels/.rels', bytes: relationsXml([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    { name: 'xl/workbook.xml', bytes: book },
    { name: 'xl/_rels/workbook.xml.rels', bytes: relationsXml(relations) },
    ...(styles ? [{ name: 'xl/styles.xml', bytes: `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }] : []),
    ...(sharedTexts ? [{ name: 'xl/sharedStrings.xml', bytes: `${HEAD}<sst xmlns="${MAIN}">${table}</sst>` }] : []),
    ...parts,
    ...extra,
  ])
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const relationsXml = (relations: readonly string[]) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`
