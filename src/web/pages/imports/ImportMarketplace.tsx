import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { tell, tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { importWords } from '../../words/imports.ts'
import { usePlaces } from '../items/use-places.ts'
import type { Import } from './import-standing.ts'
import { importAt, importsChanged } from './imports-api.ts'

const say = importWords.marketplace

/** For which marketplace a template is that names none: a person says so before it is applied (T3). */
export function ImportMarketplace({ found }: { readonly found: Import }) {
  const { rows } = usePlaces()
  const may = useMay('items:write')
  const choose = useMutation({
    mutationFn: (marketplaceId: string) =>
      answer(api.PUT('/api/v1/imports/{import}/options', { ...importAt(found.import), body: { marketplaceId } })),
    onSuccess: async () => {
      await importsChanged()
      tell(importWords.columns.changed)
    },
    onError: tellError,
  })
  if (found.kind !== 'template' || found.marketplaceFrom === 'file' || found.state !== 'previewed') return null
  return (
    <Select
      mt="xs"
      w={320}
      maw="100%"
      label={say.label}
      description={say.about}
      placeholder={say.choose}
      disabled={!may || choose.isPending}
      data={[...new Map(rows.map((each) => [each.marketplaceId, `${each.name} (${each.country})`]))].map(
        ([value, label]) => ({ value, label }),
      )}
      value={found.marketplaceId}
      allowDeselect={false}
      onChange={(next) => next && next !== found.marketplaceId && choose.mutate(next)}
    />
  )
}
