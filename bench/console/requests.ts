// Which requests are measured: every one that reads, of the API's own document; lists with each filter under each sorting, and their
// later pages.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONNECTION } from '../made-server.ts'

type Parameter = {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required?: boolean
  readonly schema: { readonly enum?: readonly string[] }
}
type Operation = { readonly parameters?: readonly Parameter[]; readonly responses: Readonly<Record<string, unknown>> }
type Document = { readonly paths: Readonly<Record<string, { readonly get?: Operation }>> }

/** One request, and whether further pages of it are measured. */
export type Asked = { readonly path: string; readonly isList: boolean }

/** Something to write where a filter or an address asks for any text; a new one of the API gets a line here. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  connectionId: [CONNECTION],
  itemId: ['SKU-00001000', 'MUG-BLUE'],
  sellerSku: ['SKU-00001000', 'NEW-00000100'],
  order: ['1001'],
  documentId: ['1001'],
  search: ['blue', 'SKU-00001', 'steel mug', 'nothing-like-it'],
  amazonOrderId: ['113-0000000-0000000'],
  center: ['PORTLAND'],
  days: ['7', '30'],
  withinHours: ['24', '72'],
  find: ['113-0000000-0000000', 'MUG-BLUE', 'nothing-like-it'],
  amazonStatus: ['SHIPPED', 'UNSHIPPED'],
  connection: [CONNECTION],
  marketplaceId: ['ATVPDKIKX0DER'],
  placedFrom: ['2026-01-01'],
  placedTo: ['2026-06-01'],
  shipByFrom: ['2026-01-01'],
  shipByTo: ['2026-06-01'],
  from: ['2026-01-01'],
  to: ['2026-06-01'],
  day: ['2026-06-01'],
  code: ['sku-not-mapped'],
  kind: ['unknown-sku'],
  who: ['owner@example.com'],
  atMost: ['0', '5'],
  method: ['STD'],
  channel: ['amazon'],
  text: ['harbor'],
  act: ['reveal'],
  title: ['Steel Bottle 750 ml Blue with Cork Lid'],
  words: ['bottle'],
  productType: ['PRODUCT'],
}

/** What asks Amazon before it answers, and the whole configuration as one file, which is no page. */
const NO_PAGES = ['/api/v1/product-types', '/api/v1/configuration']

/** Every request that reads, alone and with each value of each filter and sorting; and what is not measured, with why. */
export function listRequests(): { readonly asked: readonly Asked[]; readonly left: readonly string[] } {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'openapi.json'), 'utf8')
  const { paths } = JSON.parse(text) as Document
  const left: string[] = []
  const asked = Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get || !replyOf(get).includes('application/json')) return []
    if (NO_PAGES.some((each) => path.startsWith(each))) return []
    const made = variantsOf(path, get.parameters ?? [])
    left.push(...made.left)
    const isList = replyOf(get).includes('"rows"') && replyOf(get).includes('"next"')
    return made.paths.map((each) => ({ path: each, isList }))
  })
  return { asked, left }
}

const replyOf = ({ responses }: Operation): string => JSON.stringify(responses['200'] ?? {})

function variantsOf(path: string, parameters: readonly Parameter[]): { paths: string[]; left: string[] } {
  const inPath = parameters.filter((each) => each.in === 'path')
  const missing = inPath.filter(({ name }) => !SAMPLES[name]).map(({ name }) => name)
  if (missing.length > 0) return { paths: [], left: [`${path}: no ${missing.join(', ')} to ask for`] }
  const base = inPath.reduce((all, { name }) => all.replace(`{${name}}`, SAMPLES[name]?.[0] ?? ''), path)
  const inQuery = parameters.filter((each) => each.in === 'query' && !['after', 'limit'].includes(each.name))
  const written = (each: Parameter) => valuesOf(each).map((value) => `${each.name}=${encodeURIComponent(value)}`)
  const fixed = inQuery.filter((each) => each.required).flatMap((each) => written(each).slice(0, 1))
  const sorts = inQuery.filter(({ name }) => name === 'sort').flatMap(written)
  const filters = inQuery.filter((each) => !each.required && each.name !== 'sort').flatMap(written)
  const more = ['', ...filters].flatMap((filter) => ['', ...sorts].map((sort) => [filter, sort]))
  const paths = more.map((extra) => {
    const query = [...fixed, ...extra].filter(Boolean).join('&')
    return query === '' ? base : `${base}?${query}`
  })
  const unknown = inQuery.filter((each) => valuesOf(each).length === 0).map((each) => `${path}: ${each.name}`)
  return { paths: [...new Set(paths)], left: unknown }
}

const valuesOf = ({ name, schema }: Parameter): readonly string[] => schema.enum ?? SAMPLES[name] ?? []
