import type { FileLayout } from '#core/pii/file-layout.ts'
import { answer, api, queries } from '../../api.ts'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { saveFile } from '../../save-file.ts'
import type { ShippingSearch } from './shipping-search.ts'

/** Which orders, and how their file looks. */
type Wanted = {
  readonly orders: readonly number[] | null
  readonly search: ShippingSearch
  readonly layout: FileLayout & { readonly name: string | null }
}

const copyOf = ({ columns, delimiter, encoding }: FileLayout) => ({
  columns: columns.map((column) => ({ ...column })),
  delimiter,
  encoding,
})

/** Asks for the file and takes it, with a fresh second factor where that is needed; gives how many orders are in it (D35, U3). */
export async function takeAddresses({ orders, search, layout }: Wanted): Promise<number> {
  const which = orders ? { orders: [...orders] } : { queue: search }
  const body = { ...which, purpose: 'ship' as const, bom: false, layout: { ...copyOf(layout), name: layout.name } }
  const asked = await withSecondFactor(() => answer(api.POST('/api/v1/exports', { body })))
  const fetched = api.POST('/api/v1/exports/fetch', { body: { download: asked.download }, parseAs: 'blob' })
  const file = (await answer(fetched)) as Blob
  const ending = layout.delimiter === 'comma' || layout.delimiter === 'semicolon' ? 'csv' : 'txt'
  saveFile(`addresses-${asked.export}.${ending}`, file)
  void queries.invalidateQueries({ queryKey: ['exports'] })
  return asked.orders
}

/** The saved layouts. */
export const fetchLayouts = (signal: AbortSignal) => answer(api.GET('/api/v1/export-layouts', { signal }))

/** Saves a layout under a name. */
export async function saveLayout(name: string, layout: FileLayout): Promise<void> {
  await answer(api.PUT('/api/v1/export-layouts/{name}', { params: { path: { name } }, body: copyOf(layout) }))
  await queries.invalidateQueries({ queryKey: ['export-layouts'] })
}

/** Forgets a layout. */
export async function forgetLayout(name: string): Promise<void> {
  await answer(api.DELETE('/api/v1/export-layouts/{name}', { params: { path: { name } } }))
  await queries.invalidateQueries({ queryKey: ['export-layouts'] })
}
