import { Group, Select, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { stockWords } from '../../words/stock.ts'
import type { Center } from './stock-api.ts'
import { STOCK_SHOWS, type StockSearch, type StockShow } from './stock-search.ts'

const say = stockWords.filters
const route = getRouteApi('/stock')

/** Which items are shown; what is chosen stands in the address. */
export function StockFilters({
  search,
  centers,
}: {
  readonly search: StockSearch
  readonly centers: readonly Center[]
}) {
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search.find ?? '')
  useEffect(() => setTyped(search.find ?? ''), [search.find])
  const go = (change: StockSearch) => void navigate({ search: { ...search, ...change } })
  const find = () => {
    const next = typed.trim() || undefined
    if (next !== search.find) go({ find: next })
  }
  return (
    <Group gap="xs" align="flex-end" className="finder">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <TextInput
          aria-label={stockWords.find}
          placeholder={stockWords.find}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={find}
          w={220}
        />
      </form>
      {centers.length > 1 && (
        <Select
          aria-label={say.center}
          placeholder={say.everyCenter}
          data={centers.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.center ?? null}
          onChange={(center) => go({ center: center ?? undefined })}
          clearable
          w={170}
        />
      )}
      <Select
        aria-label={say.show}
        placeholder={say.all}
        data={STOCK_SHOWS.map((value) => ({ value, label: say[value] }))}
        value={search.show ?? null}
        onChange={(show) => go({ show: (show as StockShow | null) ?? undefined })}
        clearable
        w={170}
      />
    </Group>
  )
}
