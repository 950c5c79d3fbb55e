import type { Checked } from '../settings/faults.ts'
import { collectFaults, isText } from '../settings/faults.ts'

/** What can stand in a column of a file of addresses. */
export const ADDRESS_FIELDS = [
  'order',
  'amazonOrder',
  'method',
  'level',
  'name',
  'company',
  'address1',
  'address2',
  'address3',
  'district',
  'city',
  'state',
  'postalCode',
  'country',
  'phone',
  'notes',
  'items',
  'units',
] as const
export type AddressField = (typeof ADDRESS_FIELDS)[number]

/** What separates the columns, and how the signs are written as bytes. */
export const DELIMITERS = ['comma', 'semicolon', 'tab', 'bar'] as const
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'windows-1252', 'utf-16'] as const

/** How a file for a carrier's program looks: its columns in their order, each under a heading of the merchant's own (D35). */
export type FileLayout = {
  readonly columns: readonly { readonly field: AddressField; readonly heading: string }[]
  readonly delimiter: (typeof DELIMITERS)[number]
  readonly encoding: (typeof ENCODINGS)[number]
}

/** A layout that was saved under a name; epoch ms. */
export type NamedLayout = FileLayout & { readonly name: string; readonly savedBy: string; readonly savedAt: number }

/** The file without a layout: every column that it always had. */
export const STANDARD_LAYOUT: FileLayout = {
  columns: [
    { field: 'order', heading: 'Order' },
    { field: 'amazonOrder', heading: 'Amazon order' },
    { field: 'method', heading: 'Shipping method' },
    { field: 'name', heading: 'Name' },
    { field: 'company', heading: 'Company' },
    { field: 'address1', heading: 'Address 1' },
    { field: 'address2', heading: 'Address 2' },
    { field: 'address3', heading: 'Address 3' },
    { field: 'district', heading: 'District' },
    { field: 'city', heading: 'City' },
    { field: 'state', heading: 'State' },
    { field: 'postalCode', heading: 'Postal code' },
    { field: 'country', heading: 'Country' },
    { field: 'phone', heading: 'Phone' },
    { field: 'notes', heading: 'Delivery notes' },
  ],
  delimiter: 'comma',
  encoding: 'utf-8',
}

const MOST_COLUMNS = 60
const LONGEST = 100

/** Checks a layout and its name: at least one column, headings that can be written and are not the same twice (D35). */
export function checkLayout<Layout extends FileLayout & { readonly name: string }>(layout: Layout): Checked<Layout> {
  const faults = collectFaults()
  const { name, columns } = layout
  faults.need(isText(name, 1, LONGEST) && name.trim() === name, 'name', `must have 1 to ${LONGEST} characters`)
  faults.need(columns.length >= 1 && columns.length <= MOST_COLUMNS, 'columns', `must be 1 to ${MOST_COLUMNS}`)
  const seen = new Set<string>()
  for (const [at, { heading }] of columns.slice(0, MOST_COLUMNS).entries()) {
    const field = `columns[${at}].heading`
    faults.need(isText(heading, 1, LONGEST) && heading.trim() !== '', field, `must have 1 to ${LONGEST} characters`)
    faults.need(!seen.has(heading.trim().toLowerCase()), field, 'is the heading of another column already')
    seen.add(heading.trim().toLowerCase())
  }
  return faults.problems.length > 0 ? { ok: false, problems: faults.problems } : { ok: true, value: layout }
}
