// Which requests are measured: every list of the API's own document, with each filter and sorting and its later pages.
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
  sellerSku: ['SKU-00001000'],
  order: ['1001'],
  search: ['blue', 'SKU-00001', 'nothing-like-it'],
  amazonOrderId: ['113-0000000-0000000'],
  center: ['PORTLAND'],
  days: ['7', '30'],
  withinHours: ['24', '72'],
  find: ['113-0000000-0000000', 'MUG-BLUE', 'nothing-like-it'],
  amazonStatus: ['SHIPPED', 'UNSHIPPED'],
  connection: [CONNECTION],
  marketplaceId: ['ATVPDKIKX0DER'],
  placedFrom: ['2026-01-01', '2026-01-01T00:00:00Z'],
  placedTo: ['2026-06-01', '2026-06-01T00:00:00Z'],
  shipByFrom: ['2026-01-01', '2026-01-01T00:00:00Z'],
  shipByTo: ['2026-06-01', '2026-06-01T00:00:00Z'],
  from: ['2026-01-01', '2026-01-01T00:00:00Z'],
  to: ['2026-06-01', '2026-06-01T00:00:00Z'],
  code: ['sku-not-mapped'],
  who: ['owner@example.com'],
}

/** What pages ask for beside lists. */
const ALONE = ['/api/v1/today', '/api/v1/status', '/api/v1/error-log/sections', '/api/v1/checklist', '/api/v1/session']

/** Every list, alone and with each value of each filter and sorting; and what is not measured, with why. */
export function listRequests(): { readonly asked: readonly Asked[]; readonly left: readonly string[] } {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'openapi.json'), 'utf8')
  const { paths } = JSON.parse(text) as Document
  const left: string[] = []
  const asked = Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get || !isList(get)) return []
    const made = variantsOf(path, get.parameters ?? [])
    left.push(...made.left)
    return made.paths.map((each) => ({ path: each, isList: true }))
  })
  const known = new Set(Object.keys(paths))
  return {
    asked: [...ALONE.filter((path) => known.has(path)).map((path) => ({ path, isList: false })), ...asked],
    left,
  }
}

const isList = ({ responses }: Operation): boolean => {
  const reply = JSON.stringify(responses['200'] ?? {})
  return reply.includes('"rows"') && reply.includes('"next"')
}

function variantsOf(path: string, parameters: readonly Parameter[]): { paths: string[]; left: string[] } {
  const inPath = parameters.filter((each) => each.in === 'path')
  const missing = inPath.filter(({ name }) => !SAMPLES[name]).map(({ name }) => name)
  if (missing.length > 0) return { paths: [], left: [`${path}: no ${missing.join(', ')} to ask for`] }
  const base = inPath.reduce((all, { name }) => all.replace(`{${name}}`, SAMPLES[name]?.[0] ?? ''), path)
  const filters = parameters.filter((each) => each.in === 'query' && !['after', 'limit'].includes(each.name))
  const needed = filters.filter((each) => each.required)
  const fixed = needed.map((each) => `${each.name}=${encodeURIComponent(valuesOf(each)[0] ?? '')}`)
  const more = filters
    .filter((each) => !each.required)
    .flatMap((each) => valuesOf(each).map((value) => `${each.name}=${encodeURIComponent(value)}`))
  const unknown = filters.filter((each) => valuesOf(each).length === 0).map((each) => `${path}: ${each.name}`)
  const paths = [[], ...more.map((each) => [each])].map((extra) => {
    const query = [...fixed, ...extra].join('&')
    return query === '' ? base : `${base}?${query}`
  })
  return { paths: [...new Set(paths)], left: unknown }
}

const valuesOf = ({ name, schema }: Parameter): readonly string[] => schema.enum ?? SAMPLES[name] ?? []
