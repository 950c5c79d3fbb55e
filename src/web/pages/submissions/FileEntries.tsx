import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { submissionsWords } from '../../words/submissions.ts'

type Entry = components['schemas']['FileEntry']
const say = submissionsWords.runs

/** What became of each entry of a feed or file about orders (S5, H2). */
export function FileEntries({ file, close }: { readonly file: number; close(): void }) {
  const list = usePages<Entry>(['files', 'entries', file], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/files/{file}/entries', {
        signal,
        params: { path: { file: String(file) }, query: { after, limit: '50' } as never },
      }),
    ),
  )
  const title = say.entriesTitle(submissionsWords.files.file, file)
  return (
    <Dialog onClose={close} title={title} size={760}>
      <Group justify="flex-end" mb="sm">
        <ExportButton
          small
          name={`entries-of-${file}`}
          ask={(as) => api.GET('/api/v1/files/{file}/entries', { ...as, params: { path: { file: String(file) } } })}
        />
      </Group>
      <ListTable
        label={title}
        columns={COLUMNS}
        list={list}
        keyOf={({ orderNumber, amazonOrderId }) => `${orderNumber} ${amazonOrderId}`}
        empty={<Empty title={say.noEntries} why={say.noEntriesWhy} />}
      />
    </Dialog>
  )
}

const COLUMNS: readonly Column<Entry>[] = [
  {
    head: submissionsWords.orders.order,
    cell: ({ orderNumber, amazonOrderId }) => (
      <Link to="/orders/$order" params={{ order: String(orderNumber) }}>
        {amazonOrderId}
      </Link>
    ),
  },
  { head: submissionsWords.orders.state, cell: ({ state }) => submissionsWords.orders.states[state] },
  {
    head: submissionsWords.changes.words,
    wraps: true,
    cell: ({ problem }) =>
      problem && (
        <Text size="sm" className="breaks">
          {problem.sentence}
        </Text>
      ),
  },
]
