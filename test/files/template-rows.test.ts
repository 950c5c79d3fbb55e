import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { hasDecimalComma } from '#core/spreadsheet/cell-value.ts'
import type { RowDecision } from '#core/spreadsheet/import.ts'
import type { KnownCatalog, TemplatePlan } from '#core/spreadsheet/known-catalog.ts'
import { recognizeFile } from '#core/spreadsheet/recognize-file.ts'
import { readTemplateRow } from '#core/spreadsheet/row-of-template.ts'
import { rowToItem } from '#core/spreadsheet/row-to-item.ts'
import { templateColumns } from '#core/spreadsheet/template-columns.ts'
import { templateHead } from '#core/spreadsheet/template-head.ts'
import { openFile } from '#files/sheets/open-file.ts'
import { everyTemplate } from '../make/templates/every-template.ts'
import { bookOf, type MadeTemplate } from '../make/templates/made-template.ts'
import { outcomesOf } from '../make/templates/outcomes.ts'
import { type Tongue, WORDS } from '../make/templates/words.ts'

const folder = mkdtempSync(join(tmpdir(), 'millrace-template-rows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8')
const nothing = (): KnownCatalog => ({
  items: new Map(),
  mappings: new Map(),
  barcodes: new Map(),
  tabs: new Map(),
  links: new Map(),
  titles: new Map(),
})

/** What every row of a template does in a shop, from the bytes of the file to the decision. */
async function decisionsOf(made: MadeTemplate, known: KnownCatalog): Promise<RowDecision<TemplatePlan>[]> {
  const file = await openFile({ bytes: bookOf(made) }, folder)
  const recognized = recognizeFile(file.sheets, { decode, wanted: null })
  if (!recognized.ok || !recognized.value.template) throw new Error(`${made.name} was not recognized.`)
  const { file: found, template } = recognized.value
  const marketplaceId = found.marketplaceId ?? WORDS[made.tongue].marketplace
  const columns = templateColumns(found, { head: templateHead(template), marketplaceId })
  const deciding = {
    columns,
    names: new Set(columns.flatMap(({ path }) => path?.[0]?.name ?? [])),
    commaLanguage: hasDecimalComma(found.language),
    isLoader: found.generation === 'loader',
    marketplaceId,
    productTypes: found.productTypes,
    typeOf: () => null,
    at: 0,
  }
  const decisions: RowDecision<TemplatePlan>[] = []
  await file.rows(found.sheet, async (rows) => {
    for (const { row, cells } of rows)
      if (row >= found.dataRow)
        decisions.push(rowToItem(readTemplateRow({ row, cells, faults: [] }, deciding), known, deciding))
    return false
  })
  file.close()
  return decisions
}

/** A decision as these tests look at it: `fba` where Amazon keeps the stock. */
const short = ({ target, outcome, plan }: RowDecision<TemplatePlan>) =>
  `${target} ${outcome}${plan?.mapping?.stockByAmazon ? ' fba' : ''}`

describe.each(['en', 'es', 'ja'] as readonly Tongue[])('the rows of Amazon’s templates in %s', (tongue) => {
  test.each(everyTemplate(tongue))(
    '[T3] $name: each row ends as it should, without a price; read again it changes nothing',
    async (made) => {
      const known = nothing()
      const decisions = await decisionsOf(made, known)
      expect(decisions.map(short)).toEqual(outcomesOf(made))
      for (const { plan, changes, fault } of decisions) {
        expect(plan?.item?.price ?? null).toBeNull()
        for (const name of ['purchasable_offer', 'fulfillment_availability'])
          expect(plan?.tab?.attributes ?? {}).not.toHaveProperty(name)
        expect(changes.filter(({ from, to }) => from === to)).toEqual([])
        // What is refused or noted says why in words of its own.
        expect(fault === null || typeof fault.problem.facts.why === 'string').toBe(true)
      }
      const again = await decisionsOf(made, known)
      expect(again.map(({ outcome }) => outcome)).toEqual(again.map(() => 'unchanged'))
    },
  )

  test('[T3] words of the language become Amazon’s values by the file’s own table, and what is counted stays a word', async () => {
    const [full] = everyTemplate(tongue).filter(({ name }) => name.includes('275'))
    if (!full) throw new Error('No full template')
    const [first, second] = await decisionsOf(full, nothing())
    const { marketplace, language, title } = WORDS[tongue]
    const here = { marketplace_id: marketplace }
    expect(first?.plan?.item).toMatchObject({ description: `${title} 1` })
    expect(first?.plan?.tab?.productType).toBe('MUG')
    expect(first?.plan?.tab?.attributes).toMatchObject({
      condition_type: [{ ...here, value: 'new_new' }],
      item_name: [{ ...here, language_tag: language, value: `${title} 1` }],
      bullet_point: [{ value: `${title} 1` }, { value: `${title} 1` }],
      unit_count: [{ ...here, type: { value: 'Count' } }],
      item_dimensions: [{ ...here, length: { value: 8.5, unit: 'Centimeters' } }],
    })
    expect(second?.plan?.tab?.attributes).toMatchObject({ condition_type: [{ ...here, value: 'used_good' }] })
  })

  test('[T3] a template of prices and quantities, which has no actions, takes nothing away from a tab that is there', async () => {
    const known = nothing()
    const templates = everyTemplate(tongue)
    const [full, prices] = ['275', '32 columns'].map((words) => templates.find(({ name }) => name.includes(words)))
    if (!full || !prices) throw new Error('No such templates')
    await decisionsOf(full, known)
    const tab = known.tabs.get('TEA-MUG-01')
    const group = { merchant_shipping_group: [{ marketplace_id: WORDS[tongue].marketplace, value: 'Parcels' }] }
    if (tab) known.tabs.set('TEA-MUG-01', { ...tab, attributes: { ...tab.attributes, ...group } })
    const [first] = await decisionsOf(prices, known)
    expect(known.tabs.get('TEA-MUG-01')?.attributes).toMatchObject(group)
    expect(first?.plan?.tab?.attributes ?? group).toMatchObject(group)
  })

  test('[T3] a second value whose first is blank stands once, however often the file comes', async () => {
    const known = nothing()
    const [full] = everyTemplate(tongue).filter(({ name }) => name.includes('275'))
    if (!full) throw new Error('No full template')
    for (let times = 0; times < 3; times++) await decisionsOf(full, known)
    const { attributes } = known.tabs.get('TEA-MUG-01') ?? {}
    expect(attributes?.supplier_declared_dg_hz_regulation).toEqual([{ value: 'Not applicable' }])
  })

  test('[T3] a classic template writes the product type in small letters; the tab has it as Amazon’s API does', async () => {
    const [classic] = everyTemplate(tongue).filter(({ expected }) => expected.generation === 'classic')
    if (!classic) throw new Error('No classic template')
    const decisions = await decisionsOf(classic, nothing())
    expect(decisions.flatMap(({ plan }) => plan?.tab?.productType ?? [])).toEqual(['SHIRT', 'SHIRT', 'SHIRT'])
  })
})
