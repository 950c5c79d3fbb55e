import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { words } from '../../words/en.ts'
import { mendingWords } from '../../words/mending.ts'

const say = mendingWords.map
type Found = components['schemas']['SkuSuggestions']
type Offered = { readonly itemId: string; readonly description: string; readonly why: string }

type Shown = {
  readonly found: Found | undefined
  readonly looking: boolean
  readonly chosen: string | null
  choose(itemId: string): void
}

/** Which item it is: what looks alike at the top with its reason, and a search over the catalogue below (E4). */
export function ItemChoice({ found, looking, chosen, choose }: Shown) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 250)
  const list = useQuery({
    queryKey: ['items', 'choice', search],
    enabled: search !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/catalog', { signal, params: { query: { search, limit: 8 } } })),
  })
  const suggested = (found?.suggestions ?? []).map(({ itemId, description, by, percent }) => ({
    itemId: String(itemId),
    description,
    why: say.reasons[by](percent),
  }))
  const others = (search === '' ? [] : (list.data?.rows ?? []))
    .map(({ id, description }) => ({ itemId: String(id), description, why: '' }))
    .filter(({ itemId }) => !suggested.some((each) => each.itemId === itemId))
  const nothing = search !== '' && list.isSuccess && list.data.rows.length === 0
  return (
    <Radio.Group label={say.which} value={chosen} onChange={choose}>
      <Stack gap={6} mt={6}>
        <Options offered={suggested} />
        {suggested.length === 0 && (
          <Text size="sm" c="dimmed">
            {looking ? say.looking : say.noSuggestion}
          </Text>
        )}
        <TextInput
          label={say.search}
          placeholder={say.searchHint}
          value={typed}
          maxLength={100}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Enter takes what was found; it maps nothing yet.
            event.preventDefault()
            const [first] = others
            if (first) choose(first.itemId)
          }}
        />
        <Options offered={others} />
        {list.isFetching && others.length === 0 && <Text size="sm">{words.loading}</Text>}
        {nothing && (
          <Text size="sm" c="dimmed">
            {say.noneFound}
          </Text>
        )}
      </Stack>
    </Radio.Group>
  )
}

const Options = ({ offered }: { readonly offered: readonly Offered[] }) =>
  offered.map(({ itemId, description, why }) => (
    <Radio.Card key={itemId} value={itemId} className="choice" aria-label={`${itemId}, ${description}`}>
      <Radio.Indicator />
      <div>
        <Text size="sm" fw={600}>
          {itemId}
        </Text>
        <Text size="sm">{description}</Text>
        {why && (
          <Text size="xs" c="dimmed">
            {why}
          </Text>
        )}
      </div>
    </Radio.Card>
  ))
