import { api } from '../../api.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'

type Which = { readonly group: 'approval' | 'pinned'; readonly connection?: string }
const NAMES = { approval: 'prices-to-approve', pinned: 'prices-put-back' } as const

/** Prices that wait for a person, or that were put back, as a file (I4, I12). */
export const ExportPrices = ({ group, connection }: Which) => (
  <ExportButton
    name={NAMES[group]}
    ask={(as) => api.GET('/api/v1/sending/changes', { ...as, params: { query: { group, connection } as never } })}
  />
)
