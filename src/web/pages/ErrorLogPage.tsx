import { SegmentedControl, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { answer, api } from '../api.ts'
import { PageTitle } from '../parts/PageTitle.tsx'
import { errorWords as say } from '../words/errors.ts'
import { ErrorFilters } from './errors/ErrorFilters.tsx'
import { type ErrorSearch, readErrorSearch } from './errors/errors-search.ts'
import { FocusedDocument } from './errors/FocusedDocument.tsx'
import { GroupList } from './errors/GroupList.tsx'
import { Mending } from './errors/Mending.tsx'
import { RetryQueue } from './errors/RetryQueue.tsx'

/** What could not go on by itself, why, and what mends it (E1, E4-E6). */
export function ErrorLogPage() {
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <ErrorLog />
    </Stack>
  )
}

/** The same without its heading: also a tab of Amazon Seller Central. What is shown stands in the address. */
export function ErrorLog() {
  const search = readErrorSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (next: Partial<ErrorSearch>) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...next }), replace: true } as never)
  const sections = useQuery({
    queryKey: ['error-log', 'sections'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/error-log/sections', { signal })),
  })
  const rows = sections.data?.rows ?? []
  const waiting = Object.fromEntries(rows.map((row) => [row.kind, row.waiting]))
  const all = rows.reduce((sum, row) => sum + row.waiting, 0)
  return (
    <Mending>
      <Stack gap="md">
        {search.document !== undefined && (
          <FocusedDocument documentId={search.document} all={() => change({ document: undefined })} />
        )}
        <SegmentedControl
          aria-label={say.views.label}
          w="fit-content"
          data={[
            { value: 'people', label: say.views.people(all) },
            { value: 'queue', label: say.views.itself },
          ]}
          value={search.view ?? 'people'}
          onChange={(view) => change({ view: view === 'queue' ? 'queue' : undefined })}
        />
        {search.view === 'queue' ? (
          <RetryQueue />
        ) : (
          <>
            <ErrorFilters search={search} waiting={waiting} change={change} />
            <GroupList search={search} />
          </>
        )}
      </Stack>
    </Mending>
  )
}
