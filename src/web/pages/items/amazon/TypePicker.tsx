import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../../api.ts'
import { itemsWords } from '../../../words/items.ts'

const say = itemsWords.amazon

type Shown = {
  readonly item: string
  readonly place: string
  readonly value: string
  readonly error: string | null
  choose(productType: string): void
}

/** Finds a product type by words; what Amazon suggests for the item's title stands beside it (T1). */
export function TypePicker({ item, place, value, error, choose }: Shown) {
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 300)
  const ask = (query: { words?: string; itemId?: string }) => ({
    queryKey: ['product-types', place, query],
    staleTime: 600_000,
    retry: false,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      answer(api.GET('/api/v1/product-types', { signal, params: { query: { marketplaceId: place, ...query } } })),
  })
  const found = useQuery({ ...ask({ words }), enabled: words !== '', placeholderData: keepPreviousData })
  const suggested = useQuery({ ...ask({ itemId: item }), enabled: value === '' })
  const rows = (words === '' ? suggested.data?.types : found.data?.types) ?? []
  const data = rows.map(({ productType, title }) => ({ value: productType, label: `${title} (${productType})` }))
  const known = value !== '' && !data.some((row) => row.value === value) ? [{ value, label: value }] : []
  return (
    <Stack gap={6}>
      <Select
        label={say.type}
        description={say.typeHint}
        placeholder={say.typeFind}
        searchable
        data={[...known, ...data]}
        filter={({ options }) => options}
        value={value || null}
        error={error ?? found.error?.message ?? (value === '' ? suggested.error?.message : undefined)}
        nothingFoundMessage={words === '' ? say.typeFind : say.noType}
        onSearchChange={setTyped}
        onChange={(next) => next && choose(next)}
        maw={420}
      />
      {value === '' && (suggested.data?.types ?? []).length > 0 && (
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            {say.suggested}
          </Text>
          {suggested.data?.types.slice(0, 4).map(({ productType, title }) => (
            <Button key={productType} size="compact-sm" variant="default" onClick={() => choose(productType)}>
              {title}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  )
}
