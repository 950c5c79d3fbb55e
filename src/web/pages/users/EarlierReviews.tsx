import { Group, Stack, Title } from '@mantine/core'
import { answer, api } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { keysWords } from '../../words/keys.ts'

type Signed = components['schemas']['SignedAccessReviewSummary']
const say = keysWords.review
const head = say.earlierColumns

const COLUMNS: readonly Column<Signed>[] = [
  { head: head.at, cell: ({ signedAt }) => timeText(signedAt) },
  { head: head.by, cell: ({ signedBy }) => signedBy },
  { head: head.kept, number: true, cell: ({ kept }) => countText(kept) },
  { head: head.revoked, number: true, cell: ({ revoked }) => countText(revoked) },
]

/** Reviews that were signed, the newest first. */
export function EarlierReviews() {
  const list = usePages<Signed>(['people', 'reviews'], ({ after, signal }) =>
    answer(api.GET('/api/v1/access-reviews', { signal, params: { query: { after, limit: 20 } } })),
  )
  return (
    <Stack gap={6} mt="md">
      <Group justify="space-between">
        <Title order={2}>{say.earlier}</Title>
        <ExportButton name="access-reviews" ask={(as) => api.GET('/api/v1/access-reviews', as)} />
      </Group>
      <ListTable
        label={say.earlier}
        columns={COLUMNS}
        list={list}
        keyOf={({ reviewId }) => reviewId}
        empty={<Empty title={say.noEarlier} why={say.noEarlierWhy} />}
      />
    </Stack>
  )
}
