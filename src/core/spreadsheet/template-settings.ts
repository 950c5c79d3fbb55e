/** What a template says of itself in its first row. */
export type TemplateSettings = {
  /** Numbers of rows, from 1. */
  readonly rows: { readonly labelRow?: number; readonly attributeRow?: number; readonly dataRow?: number }
  readonly type?: string
  readonly version?: string
  readonly marketplaceId?: string
  /** The language of its texts, such as en_US. */
  readonly language?: string
  readonly productTypes: readonly string[]
  /** For each attribute: the words shown in its cells, and the values that Amazon's API has for them. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Values of cells that are left blank. */
  readonly defaults: ReadonlyMap<string, string>
}

const MOST_ROW = 100

/**
 * Reads the first row of a template: `settings=` over as many cells as it takes, or the older `TemplateType=… Version=… settings=…`
 * (spapi-listings 7.3). What cannot be read is as if it were not there: the rows below are what counts.
 */
export function readTemplateSettings(cells: readonly string[], decode: (base64: string) => string): TemplateSettings {
  const query = joined(cells)
  const text = (key: string) => query.get(key) || undefined
  const plain = (key: string) => safely(() => decode(query.get(key) ?? ''), '')
  const type = text('TemplateType')
  const version = text('Version')
  const marketplaceId = text('primaryMarketplaceId')?.replace(/^amzn1\.mp\.o\./, '')
  const language = text('contentLanguageTag')
  return {
    rows: rowsOf(query),
    ...(type ? { type } : {}),
    ...(version ? { version } : {}),
    ...(marketplaceId ? { marketplaceId } : {}),
    ...(language ? { language } : {}),
    productTypes: (plain('ptds') || plain('TemplateSignature')).split(',').flatMap((each) => each.trim() || []),
    aliases: safely(() => aliasesOf(plain('attributeSettings')), new Map()),
    defaults: safely(() => new Map(textsOf(JSON.parse(plain('AttributeDefaultValues') || '{}'))), new Map()),
  }
}

/** The settings of all cells as one query; the numbers of its cells (`settings2=`) are left out. */
function joined(cells: readonly string[]): ReadonlyMap<string, string> {
  const settings = cells.flatMap((cell) => /^settings\d*=([\s\S]*)$/.exec(cell)?.[1] ?? [])
  const others = cells.filter((cell) => /^(TemplateType|Version|TemplateSignature)=/.test(cell))
  return new Map([...others, ...settings.join('').split('&')].map(pairOf))
}

function pairOf(pair: string): [string, string] {
  const at = pair.indexOf('=')
  const value = at < 0 ? '' : pair.slice(at + 1)
  return [at < 0 ? pair : pair.slice(0, at), safely(() => decodeURIComponent(value.replaceAll('+', '%2B')), value)]
}

function rowsOf(query: ReadonlyMap<string, string>): TemplateSettings['rows'] {
  const row = (key: string) => {
    const number = Number(query.get(key))
    return Number.isInteger(number) && number > 0 && number <= MOST_ROW ? { [key]: number } : {}
  }
  return { ...row('labelRow'), ...row('attributeRow'), ...row('dataRow') }
}

/** `[{ attribute, aliases: { "Nuevo": "new_new" } }]` */
function aliasesOf(text: string): Map<string, ReadonlyMap<string, string>> {
  const list: unknown = JSON.parse(text || '[]')
  if (!Array.isArray(list)) return new Map()
  return new Map(
    list.flatMap((each: unknown) => {
      const { attribute, aliases } = (each ?? {}) as { attribute?: unknown; aliases?: unknown }
      return typeof attribute === 'string' ? [[attribute, new Map(textsOf(aliases))] as const] : []
    }),
  )
}

const textsOf = (value: unknown): [string, string][] =>
  Object.entries((value ?? {}) as Record<string, unknown>).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key, text] as [string, string]] : [],
  )

function safely<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}
