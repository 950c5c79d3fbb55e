import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tellError } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { saveText } from '../../save-file.ts'
import { useMay } from '../../session.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { type CarriedFile, nameOf } from './carried-file.ts'
import { ReportDialog, WithdrawDialog } from './FileDialogs.tsx'
import { FileEntries } from './FileEntries.tsx'
import type { Standing } from './going-up.ts'
import { OrderReports } from './OrderReports.tsx'
import { PriceFileLines } from './PriceFileLines.tsx'
import type { SubmissionsSearch } from './submissions-search.ts'
import { TakeFileDialog } from './TakeFileDialog.tsx'
import { UploadToday } from './UploadToday.tsx'

const say = submissionsWords.files
const route = getRouteApi('/submissions')
type Deed = { readonly kind: 'report' | 'withdraw'; readonly file: CarriedFile }

/** Files that people carry to Seller Central: taken by whom, what the report said, each entry (H2). */
export function FilesTab({ connections }: { readonly connections: readonly Standing[] }) {
  const search: SubmissionsSearch = route.useSearch()
  const navigate = route.useNavigate()
  const list = usePages<CarriedFile>(['files'], ({ after, signal }) =>
    answer(api.GET('/api/v1/files', { signal, params: { query: { after, limit: '50', way: 'file' } as never } })),
  )
  const may = useMay('orders:write')
  const [takes, setTakes] = useState(false)
  const [deed, setDeed] = useState<Deed | null>(null)
  return (
    <Stack gap="lg">
      {connections.some(({ state }) => state === 'by-files') && <OrderReports />}
      <UploadToday connections={connections} />
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2}>{byFilesWords.today.past}</Title>
          <Text size="sm" c="dimmed" maw={760}>
            {say.about}
          </Text>
        </div>
        <Group gap="xs">
          <ExportButton
            name="files"
            ask={(as) => api.GET('/api/v1/files', { ...as, params: { query: { way: 'file' } } })}
          />
          <Button
            variant="default"
            disabled={!may || connections.length === 0}
            title={may ? undefined : say.cannot}
            onClick={() => setTakes(true)}
          >
            {say.take}
          </Button>
        </Group>
      </Group>
      <ListTable
        label={submissionsWords.tabs.files}
        columns={columnsFor(may, setDeed)}
        list={list}
        keyOf={({ file }) => file}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {takes && <TakeFileDialog connections={connections} close={() => setTakes(false)} />}
      {deed?.kind === 'report' && <ReportDialog file={deed.file} close={() => setDeed(null)} />}
      {deed?.kind === 'withdraw' && <WithdrawDialog file={deed.file} close={() => setDeed(null)} />}
      {search.file !== undefined && (
        <OneFile file={search.file} close={() => void navigate({ search: { tab: 'files' } })} />
      )}
    </Stack>
  )
}

/** What a file holds: entries of orders, or lines of SKUs. */
function OneFile({ file, close }: { readonly file: number; close(): void }) {
  const found = useQuery({
    queryKey: ['files', 'one', file],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/files/{file}', { signal, params: { path: { file: String(file) } } })),
    retry: false,
  })
  if (found.isPending) return null
  // A feed is no file: its entries are told all the same.
  if (found.data?.kind === 'price-and-quantity') return <PriceFileLines file={file} close={close} />
  return <FileEntries file={file} close={close} />
}

/** Gives a file again, as it was. */
async function takeAgain({ file }: CarriedFile): Promise<void> {
  const { name, content } = await answer(api.GET('/api/v1/files/{file}', { params: { path: { file: String(file) } } }))
  saveText(name, content)
}

const columnsFor = (may: boolean, act: (deed: Deed) => void): readonly Column<CarriedFile>[] => [
  {
    head: say.file,
    cell: (row) => (
      <Link to="/submissions" search={{ tab: 'files', file: row.file }}>
        {nameOf(row)}
      </Link>
    ),
  },
  { head: say.entries, number: true, cell: ({ messages }) => countText(messages) },
  { head: say.takenBy, wraps: true, cell: ({ madeBy, madeAt }) => `${madeBy}, ${timeText(madeAt)}` },
  {
    head: say.state,
    wraps: true,
    cell: ({ state, problem }) => (
      <>
        <Dot color={state === 'done' ? 'race' : state === 'carried' ? 'blue' : 'orange'} />{' '}
        {submissionsWords.runs.states[state]}
        {problem && (
          <Text size="sm" className="breaks">
            {problem.sentence}
          </Text>
        )}
      </>
    ),
  },
  {
    head: say.act,
    narrow: true,
    cell: (file) => (
      <Group gap={4} wrap="nowrap">
        <Button variant="subtle" size="compact-xs" onClick={() => void takeAgain(file).catch(tellError)}>
          {say.again}
        </Button>
        {file.state === 'carried' && (
          <>
            <Button variant="subtle" size="compact-xs" disabled={!may} onClick={() => act({ kind: 'report', file })}>
              {say.report}
            </Button>
            <Button
              variant="subtle"
              color="red"
              size="compact-xs"
              disabled={!may}
              onClick={() => act({ kind: 'withdraw', file })}
            >
              {say.withdraw}
            </Button>
          </>
        )}
      </Group>
    ),
  },
]
