import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'

/** An item as the API gives it. */
export type Item = components['schemas']['Item']
/** A listing of an item. */
export type ItemListing = components['schemas']['ItemListing']

const pathOf = (itemId: string) => ({ params: { path: { itemId } } })

/** Reads an item. */
export const readItem = (itemId: string, signal?: AbortSignal): Promise<Item> =>
  answer(api.GET('/api/v1/items/{itemId}', { ...pathOf(itemId), ...(signal && { signal }) }))

/** Saves a part of an item: the others stay as they are on the server at this moment. */
export async function changeItem(itemId: string, change: Partial<Item>): Promise<void> {
  const { id: _, ...now } = await readItem(itemId)
  await answer(api.PUT('/api/v1/items/{itemId}', { ...pathOf(itemId), body: { ...now, ...change } }))
  await Promise.all(['items', 'item'].map((name) => queries.invalidateQueries({ queryKey: [name] })))
}
