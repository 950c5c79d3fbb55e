import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { recognizeTemplate } from '#core/spreadsheet/template.ts'
import { type OpenFile, openFile, type SheetHead } from '#files/sheets/open-file.ts'
import { openApart } from '#files/sheets/read-apart.ts'
import type { SheetRow } from '#files/sheets/sheet-rows.ts'
import { everyTemplate } from '../make/templates/every-template.ts'
import {
  bookOf,
  type MadeForm,
  type MadeTemplate,
  textOf,
  type Writing,
  written,
} from '../make/templates/made-template.ts'
import { type Tongue, WORDS } from '../make/templates/words.ts'

const folder = mkdtempSync(join(tmpdir(), 'millrace-templates-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TONGUES = Object.keys(WORDS) as Tongue[]
const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8')
const recognize = (sheets: readonly SheetHead[]) => recognizeTemplate(sheets, decode)

/** What was found in a file: the template, and the cells of its rows of items. */
async function found(bytes: Buffer) {
  const file = await openFile({ bytes }, folder)
  const template = recognize(file.sheets)
  const rows = template ? await rowsOf(file, template.sheet, template.dataRow) : []
  file.close()
  return { sheets: file.sheets, template, rows }
}

async function rowsOf(file: OpenFile, sheet: number, from: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  await file.rows(sheet, async (batch) => {
    rows.push(...batch.filter(({ row }) => row >= from))
    return false
  })
  return rows
}

/** What each must be recognized as. */
function isFound(
  { expected, rows, data }: MadeTemplate,
  made: Awaited<ReturnType<typeof found>>,
  isText = false,
): void {
  const { template } = made
  expect(template).toMatchObject({
    generation: expected.generation,
    sheet: isText ? 0 : data,
    dataRow: expected.dataRow,
  })
  expect(template?.columns).toHaveLength(expected.columns)
  expect(template?.columns.map(({ field }) => field)).toEqual(expect.arrayContaining([expected.sku, expected.title]))
  expect(template?.settings.productTypes).toEqual(expected.productTypes)
  expect(template?.settings.aliases.size).toBe(expected.aliased)
  expect(template?.settings.marketplaceId).toBe(expected.marketplace)
  expect(made.rows).toEqual(rows.map((cells, at) => ({ row: expected.dataRow + at, cells })))
}

const FORMS: readonly MadeForm[] = [{}, { sharedTexts: false }, { date1904: true }]

describe.each(TONGUES)('Amazon’s templates in %s', (tongue) => {
  const { language, fresh, edit } = WORDS[tongue]

  test.each(everyTemplate(tongue).map((made, at) => ({ ...made, at })))(
    '[T3] $name: recognized, and every cell of every item is right',
    async ({ at, ...made }) => {
      // Each kind is saved in each way, in one language or another.
      const taken = await found(bookOf(made, FORMS[(at + TONGUES.indexOf(tongue)) % FORMS.length]))
      isFound(made, taken)
      if (made.expected.generation !== 'unified') return
      const { template } = taken
      expect(template?.columns.every(({ path }) => path !== undefined)).toBe(true)
      expect(template?.settings.language).toBe(language)
      expect(template?.settings.aliases.get('condition_type')?.get(fresh)).toBe('new_new')
      const { aliases } = template?.settings ?? {}
      expect((aliases?.get('record_action') ?? aliases?.get('::record_action'))?.get(edit)).toBe('partial_update')
      expect([...(template?.settings.defaults.values() ?? [])].at(-1)).toMatch(/^(full|partial)_update$/)
    },
  )
})

const WRITINGS: readonly Writing[] = ['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis']
/** In which languages an encoding has all letters. */
const WRITTEN: Readonly<Record<string, readonly Tongue[]>> = {
  'windows-1252': ['en', 'es', 'it', 'de'],
  shift_jis: ['ja'],
}
/** Of the kinds, one in so many is tried in an encoding and a language; over all of them, each is. */
const ONE_IN = 4

describe.each(WRITINGS)('their twins as text with tabs in %s', (writing) => {
  test.each(WRITTEN[writing] ?? TONGUES)(
    '[T3] %s: recognized, and every cell of every item is right',
    async (tongue) => {
      const turn = WRITINGS.indexOf(writing) + TONGUES.indexOf(tongue)
      for (const made of everyTemplate(tongue).filter((_, at) => at % ONE_IN === turn % ONE_IN)) {
        const bytes = written(textOf(made), writing)
        expect(bytes, `${made.name} has letters that ${writing} does not have`).toBeDefined()
        isFound(made, await found(bytes ?? Buffer.alloc(0)), true)
      }
    },
  )
})

describe('as large as they are', () => {
  const large = everyTemplate('es', true)

  test('[T3] 1.2 million characters of settings over 38 cells are read, from a workbook and from a text', async () => {
    const full = large.find(({ name }) => name.includes('275'))
    if (!full) throw new Error('No full template')
    expect(textOf(full).split('\n', 1)[0]?.length).toBeGreaterThan(1_150_000)
    isFound(full, await found(bookOf(full)))
    isFound(full, await found(Buffer.from(textOf(full))), true)
  })

  test.each(large.filter((_, at) => at % 3 === 2))('[T3] $name, in the process apart', async (made) => {
    const file = await openApart({ bytes: bookOf(made) })
    const rows: SheetRow[] = []
    for await (const batch of file.rows(made.data)) rows.push(...batch)
    const template = recognize(file.sheets)
    file.close()
    const items = rows.filter(({ row }) => row >= made.expected.dataRow)
    isFound(made, { sheets: file.sheets, template, rows: items })
  })
})
