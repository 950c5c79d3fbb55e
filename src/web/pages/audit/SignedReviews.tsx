import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { actWords } from '#core/audit/acts.ts'
import { answer, api } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Deeds } from '../../parts/Deeds.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { auditWords } from '../../words/audit.ts'

type Signed = components['schemas']['ListedReview']
const say = auditWords.signedReviews
const actsOf = ({ counts }: Signed) => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** The reviews that were signed; each opens with what it signed (D41). */
export function SignedReviews() {
  const list = usePages<Signed>(['audit', 'signed'], ({ after, signal }) =>
    answer(api.GET('/api/v1/audit/reviews', { signal, params: { query: { after, limit: 20 } } })),
  )
  const [opened, setOpened] = useState<Signed | null>(null)
  const columns: readonly Column<Signed>[] = [
    { head: say.columns.at, cell: ({ signedAt }) => timeText(signedAt) },
    { head: say.columns.by, cell: ({ signedBy }) => signedBy },
    { head: say.columns.acts, number: true, cell: (each) => countText(actsOf(each)) },
    { head: say.columns.word, wraps: true, cell: ({ word }) => word || '–' },
    {
      head: say.columns.open,
      narrow: true,
      cell: (each) => (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={say.openOf(timeText(each.signedAt))}
          onClick={() => setOpened(each)}
        >
          {say.open}
        </Button>
      ),
    },
  ]
  return (
    <Stack gap="sm">
      <Group justify="flex-end">
        <ExportButton name="signed-reviews" ask={(as) => api.GET('/api/v1/audit/reviews', as)} />
      </Group>
      <ListTable
        label={auditWords.tabs.signed}
        columns={columns}
        list={list}
        keyOf={({ through }) => through}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {opened && <Opened review={opened} close={() => setOpened(null)} />}
    </Stack>
  )
}

function Opened({ review, close }: { readonly review: Signed; close(): void }) {
  const { signedAt, signedBy, word, counts, after, through } = review
  const kinds = Object.entries(counts).sort(([, a], [, b]) => b - a)
  return (
    <Dialog onClose={close} title={say.title(timeText(signedAt))}>
      <Stack gap="sm">
        <Text size="sm">{say.by(signedBy, after + 1, through)}</Text>
        {word && (
          <Text size="sm" fs="italic">
            “{word}”
          </Text>
        )}
        {kinds.length > 0 && (
          <Table aria-label={say.kinds}>
            <Table.Tbody>
              {kinds.map(([act, count]) => (
                <Table.Tr key={act}>
                  <Table.Td>{actWords(act)}</Table.Td>
                  <Table.Td ta="right">{countText(count)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Deeds>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/audit" search={{ tab: 'acts', review: through }} {...props} />}
          >
            {say.rows}
          </Button>
        </Deeds>
      </Stack>
    </Dialog>
  )
}
