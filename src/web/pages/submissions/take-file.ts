import type { FileKind } from '#core/shipments/carried-file.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'

/** The kinds of file that people carry. */
export type Kind = FileKind | 'price-and-quantity'
/** What is left out of a price-and-quantity file, and why. */
export type Left = components['schemas']['TakenPriceFile']['leftOut']
/** Which file is wanted; `complete`: everything, not only what changed. */
export type Wish = { readonly kind: Kind; readonly connection: string; readonly complete: boolean }

/** Takes what waits over into a file (H2). */
export async function takeFile({ kind, connection, complete }: Wish) {
  if (kind === 'price-and-quantity')
    return answer(api.POST('/api/v1/files/price-and-quantity', { body: { connection, complete } }))
  const file = await answer(api.POST('/api/v1/files/{kind}', { params: { path: { kind } }, body: { connection } }))
  return { ...file, leftOut: [] as Left }
}
