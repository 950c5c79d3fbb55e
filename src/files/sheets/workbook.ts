import { type Archive, openArchive, type Source } from './archive.ts'
import type { DateSystem } from './cell-text.ts'
import { readDateStyles } from './date-styles.ts'
import { LIMITS } from './limits.ts'
import { RefusedFile } from './refused-file.ts'
import { readTexts, type Texts } from './texts.ts'
import { readXml } from './xml-part.ts'

/** A sheet of a workbook: its name, whether people see it, and the part of the archive that holds it. */
export type SheetPlace = { readonly name: string; readonly hidden: boolean; readonly part: string }

/** A workbook that is open for reading; close it. */
export type Workbook = {
  readonly archive: Archive
  readonly sheets: readonly SheetPlace[]
  readonly dates: ReadonlySet<number>
  readonly system: DateSystem
  readonly texts: Texts
  close(): void
}

/** Opens an .xlsx or .xlsm; `folder` is where texts may lie that are too many for the memory. Macros and links are never read. */
export async function openWorkbook(source: Source, folder: string): Promise<Workbook> {
  const archive = await openArchive(source)
  let texts: Texts | undefined
  try {
    const { base, part } = await mainPart(archive)
    const related = await readRelations(archive, `${base}_rels/${part.slice(base.length)}.rels`)
    const { system, sheets } = await readSheetList(archive, part, (id) => resolve(base, related.get(id)?.target))
    const styles = [...related.values()].find(({ type }) => type.endsWith('/styles'))
    const strings = [...related.values()].find(({ type }) => type.endsWith('/sharedStrings'))
    const dates = await readDateStyles(archive, resolve(base, styles?.target ?? 'styles.xml'))
    texts = await readTexts(archive, resolve(base, strings?.target ?? 'sharedStrings.xml'), folder)
    const opened = texts
    const close = () => {
      opened.close()
      archive.close()
    }
    return { archive, sheets, dates, system, texts: opened, close }
  } catch (error) {
    texts?.close()
    archive.close()
    throw error
  }
}

const noWorkbook = () =>
  new RefusedFile('The file is an archive, but not an Excel workbook. Bring the .xlsx, .xlsm, .txt or .csv itself.')

/** The part that lists the sheets, and the folder it lies in. */
async function mainPart(archive: Archive): Promise<{ base: string; part: string }> {
  if (!archive.has('[Content_Types].xml')) throw noWorkbook()
  const roots = await readRelations(archive, '_rels/.rels')
  const root = [...roots.values()].find(({ type }) => type.endsWith('/officeDocument'))
  const part = resolve('', root?.target ?? 'xl/workbook.xml')
  if (!archive.has(part) || part.endsWith('.bin') || !/workbook/i.test(part)) throw noWorkbook()
  return { base: part.slice(0, part.lastIndexOf('/') + 1), part }
}

type Relation = { readonly type: string; readonly target: string }

/** What a part points at, inside the archive only: a link to the outside is never followed. */
async function readRelations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  if (!archive.has(part)) return relations
  await readXml(await archive.open(part), {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return
      relations.set(attribute('Id') ?? '', { type: attribute('Type') ?? '', target: attribute('Target') ?? '' })
    },
  })
  return relations
}

async function readSheetList(archive: Archive, part: string, place: (id: string) => string) {
  const sheets: SheetPlace[] = []
  let system: DateSystem = 1900
  await readXml(await archive.open(part), {
    open(name, attribute) {
      if (name === 'workbookPr' && ['1', 'true'].includes(attribute('date1904') ?? '')) system = 1904
      if (name !== 'sheet') return
      if (sheets.length >= LIMITS.sheets) throw new RefusedFile(`The workbook has more than ${LIMITS.sheets} sheets.`)
      const hidden = ['hidden', 'veryHidden'].includes(attribute('state') ?? '')
      sheets.push({ name: attribute('name') ?? '', hidden, part: place(attribute('r:id') ?? attribute('id') ?? '') })
    },
  })
  // Charts and dialogs are listed among the sheets too.
  const tables = sheets.filter((sheet) => archive.has(sheet.part) && /worksheets?\//i.test(sheet.part))
  if (tables.length === 0) throw new RefusedFile('The workbook has no sheet with cells.')
  return { system: system as DateSystem, sheets: tables }
}

/** A target as written in a part, from the root of the archive. */
function resolve(base: string, target = ''): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = `${base}${target}`.split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
