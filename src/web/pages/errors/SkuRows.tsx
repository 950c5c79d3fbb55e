import { Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { errorWords } from '../../words/errors.ts'
import type { OfCause } from './error-api.ts'

type Row = components['schemas']['RefusedSku']
const say = errorWords.skus

const COLUMNS: readonly Column<Row>[] = [
  { head: say.columns.sku, narrow: true, cell: ({ sellerSku }) => sellerSku },
  {
    head: say.columns.item,
    narrow: true,
    cell: ({ itemId, sellerSku, field }) =>
      itemId === null ? (
        <Text size="sm" c="dimmed">
          {say.noItem}
        </Text>
      ) : (
        <Link
          to="/items/$item"
          params={{ item: itemId }}
          search={{ tab: field === 'price' ? 'amazon' : 'inventory', sku: sellerSku }}
        >
          {itemId}
        </Link>
      ),
  },
  { head: say.columns.why, wraps: true, cell: ({ problem }) => problem.sentence },
  { head: say.columns.since, narrow: true, cell: ({ since }) => timeText(since) },
]

/** The SKUs whose stock or price was refused for one cause; each leads to its item (E5). */
export function SkuRows({ field, of }: { readonly field: 'stock' | 'price'; readonly of: OfCause }) {
  return useMay('items:read') ? (
    <SkuList field={field} of={of} />
  ) : (
    <Text size="sm" c="dimmed" className="group-inside">
      {errorWords.needs['items:read']}
    </Text>
  )
}

function SkuList({ field, of }: { readonly field: 'stock' | 'price'; readonly of: OfCause }) {
  const list = usePages<Row>(['error-log', 'skus', field, of], ({ after, signal }) =>
    answer(api.GET('/api/v1/error-log/skus', { signal, params: { query: { field, ...of, after, limit: 50 } } })),
  )
  return (
    <Stack gap="sm" className="group-inside">
      <ExportIt field={field} of={of} />
      <ListTable
        label={say.label}
        columns={COLUMNS}
        list={list}
        keyOf={(row) => `${row.sellerSku} ${row.connection} ${row.marketplaceId}`}
        empty={<Text p="md">{errorWords.gone}</Text>}
      />
    </Stack>
  )
}

const ExportIt = ({ field, of }: { readonly field: 'stock' | 'price'; readonly of: OfCause }) => (
  <Group justify="flex-end">
    <ExportButton
      small
      name={`refused-${field}`}
      ask={(as) => api.GET('/api/v1/error-log/skus', { ...as, params: { query: { field, ...of } } })}
    />
  </Group>
)
