import { failed, ok, type Result } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import { COLUMNS_OF_KINDS, columnsOf } from './columns-of-kind.ts'
import type { ImportColumn, ImportKind, RecognizedFile } from './import.ts'
import type { ColumnsOfKind } from './kind-columns.ts'
import { recognizeTemplate, type SheetStart, type Template } from './template.ts'
import { isIgnored } from './template-fields.ts'

/** How a sheet of a brought file begins; people do not see a hidden one. */
export type BroughtSheet = SheetStart & { readonly hidden: boolean }

/** How a file is looked at: how Base64 is read, what the person says it is, and which kinds are known by their headings. */
export type Looking = {
  decode(base64: string): string
  readonly wanted: ImportKind | null
  readonly kinds?: readonly ColumnsOfKind[]
}

/** What a file is, with Amazon's template where it is one. */
export type Recognition = { readonly file: RecognizedFile; readonly template: Template | null }

const MOST_SAMPLES = 3
const LONGEST_SAMPLE = 60

/** Says what a brought file is by its first rows: Amazon's template, or one of our kinds by its headings (T3, T5, H1, H3). */
export function recognizeFile(sheets: readonly BroughtSheet[], looking: Looking): Result<Recognition> {
  const { decode, wanted, kinds = COLUMNS_OF_KINDS } = looking
  const template = wanted === null || wanted === 'template' ? recognizeTemplate(sheets, decode) : undefined
  const seen = sheets.flatMap((start, sheet) => (start.hidden || start.head.length === 0 ? [] : [{ start, sheet }]))
  for (const each of seen) {
    const own = ownFile(each, kinds, wanted)
    // The oldest templates have headings that an own file of items may have as well: there Amazon's come first.
    const isAmazons = template && (template.generation !== 'loader' || own?.kind === 'items')
    if (own && !isAmazons)
      return columnsOf(own.kind, kinds)?.buyers ? ok({ file: own, template: null }) : withoutBuyers(own)
  }
  if (template) return ok({ file: templateFile(sheets[template.sheet], template), template })
  const [first] = seen
  if (!first) return failed('import-unreadable', { why: 'The file has no rows.' })
  if (wanted === 'template')
    return failed('import-unreadable', {
      why: "The file is none of Amazon's inventory templates: none of its sheets has the headings of one.",
    })
  return withoutBuyers(fileOf(first, { kind: null, fields: [], buyers: false }))
}

/** All cells of a file are kept until it is forgotten, also those of columns that nobody reads: no buyer may stand in them (U3). */
function withoutBuyers(file: RecognizedFile): Result<Recognition> {
  const buyer = file.columns.find(({ header }) => isOfBuyers(header))
  return buyer ? failed('import-buyers', { column: buyer.header }) : ok({ file, template: null })
}

type Seen = { readonly start: BroughtSheet; readonly sheet: number }

function ownFile(seen: Seen, kinds: readonly ColumnsOfKind[], wanted: ImportKind | null): RecognizedFile | null {
  const headings = seen.start.head[0]?.cells ?? []
  for (const { kind, read, fits, buyers, yields } of kinds) {
    if (wanted === null ? yields?.(headings) : wanted !== kind) continue
    const fields = read(headings)
    if (fits(fields)) return fileOf(seen, { kind, fields, buyers })
  }
  return null
}

type Read = {
  readonly kind: ImportKind | null
  readonly fields: readonly (string | null)[]
  readonly buyers: boolean
}

function fileOf({ start, sheet }: Seen, { kind, fields, buyers }: Read): RecognizedFile {
  const [head] = start.head
  const columns = (head?.cells ?? []).flatMap((cell, column): ImportColumn[] =>
    cell.trim() === ''
      ? []
      : [
          {
            column,
            header: visibleText(cell.trim()),
            field: fields[column] ?? null,
            samples: buyers ? [] : samplesOf(start, column, (head?.row ?? 0) + 1),
          },
        ],
  )
  return { ...NO_TEMPLATE, kind, sheet, dataRow: (head?.row ?? 0) + 1, columns }
}

const NO_TEMPLATE = {
  generation: null,
  version: null,
  marketplaceId: null,
  language: null,
  productTypes: [],
  remembered: false,
} as const

function templateFile(start: SheetStart | undefined, template: Template): RecognizedFile {
  const { settings, columns } = template
  return {
    kind: 'template',
    generation: template.generation,
    version: settings.version ? visibleText(settings.version) : null,
    marketplaceId: settings.marketplaceId ? visibleText(settings.marketplaceId) : null,
    language: settings.language ? visibleText(settings.language) : null,
    productTypes: settings.productTypes.map((each) => visibleText(each)),
    sheet: template.sheet,
    dataRow: template.dataRow,
    remembered: false,
    columns: columns.map(({ column, label, field }) => ({
      column,
      header: visibleText(label),
      field: visibleText(field, 500),
      ...(isIgnored(template.generation, field) ? { ignored: true } : {}),
      samples: start ? samplesOf(start, column, template.dataRow) : [],
    })),
  }
}

const samplesOf = ({ head }: SheetStart, column: number, from: number): string[] =>
  head
    .filter(({ row }) => row >= from)
    .flatMap(({ cells }) => (cells[column]?.trim() ? [visibleText(cells[column].trim(), LONGEST_SAMPLE)] : []))
    .slice(0, MOST_SAMPLES)

/** True for headings under which names, addresses or phone numbers of people stand: such files are not kept open (U3). */
export const isOfBuyers = (heading: string): boolean =>
  /(buyer|recipient|ship|bill|customer|contact|consignee|deliver).{0,12}(name|mail|phone|address|street|zip|postal)|^(e-?mail|phone)/i.test(
    heading.replaceAll(/[_\s-]+/g, ' '),
  )
