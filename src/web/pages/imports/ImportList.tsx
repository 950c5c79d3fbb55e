import { Group, Progress, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { importWords } from '../../words/imports.ts'
import { usePlaces } from '../items/use-places.ts'
import { ImportState } from './ImportState.tsx'
import { type Import, isUnderWay } from './import-standing.ts'
import { countsText, recognisedText } from './recognised-text.ts'

const say = importWords.past

/** All imports, the newest first: what each was, how far it is, what became of its rows, and who brought it (T3). */
export function ImportList() {
  const { countryOf } = usePlaces()
  const list = usePages<Import>(['imports', 'list'], ({ after, signal }) =>
    answer(api.GET('/api/v1/imports', { signal, params: { query: { after, limit: 25 } } })),
  )
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Title order={2}>{say.title}</Title>
        <ExportButton small name="imports" ask={(as) => api.GET('/api/v1/imports', { ...as, params: { query: {} } })} />
      </Group>
      <ListTable
        label={say.title}
        columns={columnsFor(countryOf)}
        list={list}
        keyOf={(row) => row.import}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Stack>
  )
}

const columnsFor = (countryOf: (marketplaceId: string) => string): readonly Column<Import>[] => [
  {
    head: say.file,
    wraps: true,
    cell: (row) => (
      <Link to="/amazon" search={{ tab: 'import', import: row.import }} className="file-name">
        {row.fileName}
      </Link>
    ),
  },
  { head: say.what, wraps: true, cell: (row) => recognisedText(row, countryOf) },
  { head: say.state, cell: (row) => <ImportState {...row} /> },
  { head: say.became, wraps: true, cell: (row) => <Became row={row} /> },
  {
    head: say.who,
    cell: ({ madeBy, madeAt }) => (
      <>
        <Text size="sm">{timeText(madeAt)}</Text>
        <Text size="xs" c="dimmed" maw={150} truncate title={madeBy}>
          {madeBy}
        </Text>
      </>
    ),
  },
]

function Became({ row }: { readonly row: Import }) {
  if (row.problem) return <Text size="sm">{row.problem.sentence}</Text>
  if (!isUnderWay(row)) return row.state === 'dropped' ? importWords.past.nothing : countsText(row)
  const { done, rows } = row
  return (
    <>
      <Text size="sm">{say.progress(countText(done), countText(rows))}</Text>
      <Progress value={rows === 0 ? 0 : (100 * done) / rows} size="sm" aria-label={say.progressOf(row.fileName)} />
    </>
  )
}
