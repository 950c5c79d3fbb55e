import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { itemsWords } from '../../words/items.ts'

type Shown = {
  readonly label: string
  readonly hidesLabel?: boolean
  readonly value: string | null
  readonly error?: string | null
  readonly disabled?: boolean
  choose(item: string | null): void
}

/** Chooses an item by a part of its words; the server looks, so that any number of items can be chosen from. */
export function ItemPicker({ label, hidesLabel = false, value, error, disabled = false, choose }: Shown) {
  const [typed, setTyped] = useState(value ?? '')
  const [find] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: ['items', 'picker', find],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/catalog', { signal, params: { query: { search: find || undefined, limit: 20 } } })),
  })
  const rows = (found.data?.rows ?? []).map(({ id, description }) => ({ value: id, label: `${id} · ${description}` }))
  const known = value !== null && !rows.some((row) => row.value === value) ? [{ value, label: value }] : []
  return (
    <Select
      {...(hidesLabel ? { 'aria-label': label } : { label })}
      placeholder={itemsWords.picker}
      searchable
      clearable
      disabled={disabled}
      nothingFoundMessage={itemsWords.noneFound}
      data={[...known, ...rows]}
      // The server has found them; what it found is not sifted again.
      filter={({ options }) => options}
      value={value}
      error={error}
      onSearchChange={setTyped}
      onChange={choose}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
