import { longBarcode, spellingsOf } from '#core/catalog/match-listings.ts'
import { type Definition, partAt } from '#core/catalog/product-type.ts'
import { isText } from '#core/settings/faults.ts'
import { hasDecimalComma } from '#core/spreadsheet/cell-value.ts'
import type { ColumnPath } from '#core/spreadsheet/column-path.ts'
import type { ImportRow, RowDecision } from '#core/spreadsheet/import.ts'
import type { Deciding, KnownCatalog, TemplatePlan } from '#core/spreadsheet/known-catalog.ts'
import { type ReadRow, readTemplateRow } from '#core/spreadsheet/row-of-template.ts'
import { rowToItem } from '#core/spreadsheet/row-to-item.ts'
import { templateColumns } from '#core/spreadsheet/template-columns.ts'
import type { TemplateHead } from '#core/spreadsheet/template-head.ts'
import { rowsOfSameBarcodes } from './barcodes-before.ts'
import type { Deps, Tx } from './deps.ts'
import type { ImportRun, OpenKind } from './import-kind.ts'
import { lookAgainAt } from './look-again.ts'
import { undoTemplateRows } from './undo-template.ts'

/** Amazon's inventory templates: items, their SKU mappings and Amazon tabs; never a price or a quantity (T3). */
export const TEMPLATE_IMPORT: OpenKind = {
  buyers: false,
  async ready(run) {
    run.kept.set('deciding', await makeDeciding(run))
  },
  readAhead(run, rows) {
    aheadOf(run).set(rows, readRows(run, rows, decidingOf(run)))
  },
  async decide(tx, run, rows) {
    const deciding = decidingOf(run)
    const read = readRows(run, rows, deciding)
    aheadOf(run).delete(rows)
    const earlier = run.found.state === 'reading' ? await rowsOfSameBarcodes(tx, run, { read, deciding }) : []
    const known = await knownOf(tx, [...earlier, ...read], deciding)
    for (const each of earlier) rowToItem(each, known, deciding)
    return read.map((each) => rowToItem(each, known, deciding))
  },
  write: (tx, run, decided) =>
    write(tx, { at: run.deps.now(), decided: decided as readonly RowDecision<TemplatePlan>[] }),
  undo: undoTemplateRows,
}

/** How the rows of this file are read: the same for all its pages, so it is made once a run. */
const decidingOf = ({ kept, deps }: ImportRun): Deciding => ({ ...(kept.get('deciding') as Deciding), at: deps.now() })

async function makeDeciding({ deps, merchant, found, head }: ImportRun): Promise<Deciding> {
  const file = found.recognized
  if (!file) throw new Error('A template without what it says of itself.')
  const marketplaceId =
    file.marketplaceId ?? found.options.marketplaceId ?? (await deps.transaction(merchant, 'app', onlyMarketplace))
  const columns = templateColumns(file, { head: head as TemplateHead, marketplaceId })
  const definitions = new Map<string, Definition | null>()
  for (const productType of file.productTypes)
    if (marketplaceId !== null) definitions.set(productType, await keptDefinition(deps, { productType, marketplaceId }))
  return {
    columns,
    names: new Set(columns.flatMap(({ path }) => path?.[0]?.name ?? [])),
    commaLanguage: hasDecimalComma(file.language),
    isLoader: file.generation === 'loader',
    marketplaceId,
    productTypes: file.productTypes,
    typeOf: typesOf(definitions),
    at: deps.now(),
  }
}

/** A template that names no marketplace means the one in which the merchant sells, where there is only one. */
export async function onlyMarketplace(tx: Tx): Promise<string | null> {
  const connections = await tx.store.listConnections()
  const ids = new Set(
    connections.flatMap(({ marketplaces }) =>
      marketplaces.flatMap(({ id, participating }) => (participating ? [id] : [])),
    ),
  )
  const [only] = ids
  return ids.size === 1 ? (only ?? null) : null
}

const keptDefinition = (deps: Deps, key: { readonly productType: string; readonly marketplaceId: string }) =>
  deps.deployment.keptDefinition({ ...key, requirements: 'LISTING', locale: 'DEFAULT' })

/** The type of a value by the definition that is kept here; each is looked up once. */
function typesOf(definitions: ReadonlyMap<string, Definition | null>): Deciding['typeOf'] {
  const seen = new Map<string, Map<ColumnPath, 'number' | 'boolean' | 'string' | null>>()
  return (productType, path) => {
    const definition = productType === null ? null : definitions.get(productType)
    if (productType === null || !definition) return null
    const types = seen.get(productType) ?? new Map()
    seen.set(productType, types)
    const before = types.get(path)
    if (before !== undefined) return before
    const steps = path.flatMap(({ name, index }) => (index === undefined ? [name] : [name, '0']))
    const { type } = partAt(definition.schema, steps)
    const found =
      type === 'integer' || type === 'number' ? 'number' : type === 'boolean' || type === 'string' ? type : null
    types.set(path, found)
    return found
  }
}

/** The rows of a page as they are read: once, where that was done ahead. */
const readRows = (run: ImportRun, rows: readonly ImportRow[], deciding: Deciding): readonly ReadRow[] =>
  aheadOf(run).get(rows) ?? rows.map((row) => readTemplateRow(row, deciding))

function aheadOf({ kept }: ImportRun): Map<readonly ImportRow[], readonly ReadRow[]> {
  const known = kept.get('read') as ReturnType<typeof aheadOf> | undefined
  const ahead: ReturnType<typeof aheadOf> = known ?? new Map()
  if (!known) kept.set('read', ahead)
  return ahead
}

/** What is there of everything that a page of rows may mean. */
async function knownOf(tx: Tx, rows: readonly ReadRow[], deciding: Deciding): Promise<KnownCatalog> {
  const read = rows.flatMap((row) => (row.ok ? [row.value] : []))
  const skus = [...new Set(read.map(({ sku }) => sku))].filter((sku) => isText(sku, 1, 200))
  const codes = [...new Set(read.flatMap(({ barcode }) => (barcode === null ? [] : spellingsOf(barcode))))]
  const ground = await tx.store.groundOfSkus({ skus, barcodes: codes, marketplaceId: deciding.marketplaceId ?? '' })
  const barcodes = new Map<string, KnownCatalog['items'] extends Map<string, infer Item> ? Item[] : never>()
  for (const item of ground.items)
    if (item.barcode !== null) {
      const code = longBarcode(item.barcode)
      barcodes.set(code, [...(barcodes.get(code) ?? []), item])
    }
  const links = new Map<string, typeof ground.links>()
  for (const link of ground.links) links.set(link.sellerSku, [...(links.get(link.sellerSku) ?? []), link])
  return {
    items: new Map(ground.items.map((item) => [item.id, item])),
    mappings: new Map(ground.mappings.map((mapping) => [mapping.sellerSku, mapping])),
    barcodes: new Map([...barcodes].map(([code, items]) => [code, items.map(({ id }) => id)])),
    tabs: new Map(ground.tabs.map((tab) => [tab.itemId, tab])),
    links,
    titles: new Map(ground.titles.map(({ sellerSku, title }) => [sellerSku, title])),
  }
}

type Writing = { readonly at: number; readonly decided: readonly RowDecision<TemplatePlan>[] }

/** Writes what a page of rows plans; of several rows about one thing the last one has all that the others said. */
async function write(tx: Tx, { at, decided }: Writing): Promise<void> {
  const plans = decided.flatMap(({ plan }) => (plan === null ? [] : [plan]))
  const last = <T>(of: (plan: TemplatePlan) => T | null | undefined, name: (value: T) => string): T[] => [
    ...new Map(
      plans.flatMap((plan) => {
        const value = of(plan)
        return value ? [[name(value), value] as const] : []
      }),
    ).values(),
  ]
  const items = last(
    ({ item }) => item,
    ({ id }) => id,
  )
  const mappings = last(
    ({ mapping }) => mapping,
    ({ sellerSku }) => sellerSku,
  )
  const tabs = last(
    ({ tab }) => tab,
    ({ itemId }) => itemId,
  )
  // Sent at once and run in this order: the next one is spelled out while the database works on the one before.
  await Promise.all([
    items.length > 0 && tx.store.upsertItems(items),
    mappings.length > 0 && tx.store.saveKnownMappings(mappings),
    tabs.length > 0 && tx.store.saveTabs(tabs),
  ])
  for (const { connection, sellerSku } of plans.flatMap(({ unlinks = [] }) => unlinks))
    await tx.store.linkSku({ connection, sellerSku, itemId: null })
  await lookAgainAt(tx, { items: touchedBy(plans), at })
}

/** The items whose listings may be told something else now. */
export const touchedBy = (plans: readonly TemplatePlan[]): string[] => [
  ...new Set(
    plans.flatMap(({ item, mapping, tab, unlinks = [] }) => [
      ...(item ? [item.id] : []),
      ...(mapping ? [mapping.itemId, mapping.sellerSku as string] : []),
      ...(tab ? [tab.itemId] : []),
      ...unlinks.map(({ itemId }) => itemId),
    ]),
  ),
]
