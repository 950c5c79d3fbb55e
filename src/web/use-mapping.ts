import { useQuery } from '@tanstack/react-query'
import { answer, api, overtaken } from './api.ts'
import { mappingAsRead } from './as-read.ts'
import type { components } from './generated/api.ts'

/** Which item a SKU is by now, and a way to say so anew: refused where it is another one than was shown (O11). */
export function useMapping(sellerSku: string) {
  const known = useQuery({
    queryKey: ['mappings', 'of', sellerSku],
    enabled: sellerSku !== '',
    queryFn: ({ signal }) => answer(api.GET('/api/v1/sku-mappings', { signal, params: { query: { sellerSku } } })),
  })
  const save = async (mapping: components['schemas']['SkuMappingInput']) => {
    const shown = JSON.stringify(known.data?.rows ?? [])
    const { data, error } = await known.refetch()
    if (error) throw error
    if (JSON.stringify(data?.rows) !== shown) throw overtaken()
    const [stands] = data?.rows ?? []
    // What was noted of the same item stays: nobody is asked for it here.
    const kept = stands?.itemId === mapping.itemId ? { unit: stands.unit, note: stands.note } : {}
    const params = { header: mappingAsRead(sellerSku) }
    await answer(api.PUT('/api/v1/sku-mappings', { params, body: { mappings: [{ ...kept, ...mapping }] } }))
  }
  return { itemId: known.data?.rows[0]?.itemId ?? null, save }
}
