import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { saidText } from '../amazon/said-text.ts'
import { SkuLink } from './change-columns.tsx'
import { ExportPrices } from './ExportPrices.tsx'
import type { Change } from './going-up.ts'
import { PriceDecision } from './PriceDecision.tsx'

const say = submissionsWords.approvals

/** Prices that were put back and stay until they are released (I12). */
export function PinnedPrices() {
  const list = usePages<Change>(['going-up', 'changes', 'pinned'], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/sending/changes', {
        signal,
        params: { query: { after, limit: '50', group: 'pinned' } as never },
      }),
    ),
  )
  const may = useMay('items:write')
  const [row, setRow] = useState<Change | null>(null)
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Title order={2}>{say.pinned}</Title>
        <ExportPrices group="pinned" />
      </Group>
      <Text size="sm" c="dimmed">
        {say.pinnedAbout}
      </Text>
      <ListTable
        label={say.pinned}
        columns={columnsFor(may, setRow)}
        list={list}
        keyOf={(each) => `${each.connection} ${each.sellerSku} ${each.marketplaceId ?? ''}`}
        empty={<Empty title={say.pinnedNone} why={say.pinnedNoneWhy} />}
      />
      {row && <PriceDecision wish={{ row, deed: 'release-price' }} close={() => setRow(null)} />}
    </Stack>
  )
}

const columnsFor = (may: boolean, release: (row: Change) => void): readonly Column<Change>[] => [
  {
    head: say.sku,
    cell: ({ sellerSku, itemId, connection }) => <SkuLink sku={sellerSku} item={itemId} connection={connection} />,
  },
  { head: say.pinnedAt, cell: ({ pinned }) => saidText(pinned) },
  { head: submissionsWords.changes.there, cell: ({ confirmed, live, sent }) => saidText(confirmed ?? live ?? sent) },
  {
    head: submissionsWords.files.act,
    narrow: true,
    cell: (row) => (
      <Button
        variant="subtle"
        size="compact-xs"
        disabled={!may}
        title={may ? undefined : submissionsWords.upload.cannot}
        onClick={() => release(row)}
      >
        {say.letGo}
      </Button>
    ),
  },
]
