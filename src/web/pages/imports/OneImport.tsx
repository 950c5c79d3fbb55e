import { Button, Skeleton, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { answer, api, Refused } from '../../api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { words } from '../../words/en.ts'
import { importWords } from '../../words/imports.ts'
import { forgetBrought } from './bring-queue.ts'
import { ImportHead } from './ImportHead.tsx'
import { ImportRows } from './ImportRows.tsx'
import { hasRows, isUnderWay } from './import-standing.ts'
import { importAt, WHILE_UNDER_WAY } from './imports-api.ts'
import type { ImportsSearch } from './imports-search.ts'

const say = importWords.one
/** What is known of columns is loaded when somebody is asked about them. */
const ColumnsStep = lazy(async () => ({ default: (await import('./ColumnsStep.tsx')).ColumnsStep }))
/** How often one that is not under way is asked after, in milliseconds; news fetch it sooner. */
const OTHERWISE = 30_000

/** One import from the first look to its undoing: what the file is, the next step, and each of its rows (T3, T5). */
export function OneImport({ id, search }: { readonly id: number; readonly search: ImportsSearch }) {
  const [telling, setTelling] = useState(false)
  const found = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/imports/{import}', { signal, ...importAt(id) })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? WHILE_UNDER_WAY : OTHERWISE),
  })
  useEffect(() => forgetBrought(id), [id])
  if (found.error instanceof Refused && found.error.status === 404) return <Gone />
  if (found.error && !found.data) return <Failed error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Skeleton height={180} aria-label={words.loading} />
  const { data } = found
  const asks = data.state === 'columns' || (telling && data.state === 'previewed')
  return (
    <Stack gap="md">
      <Link to="/amazon" search={{ tab: 'import' }} className="quiet-link back">
        <IconArrowLeft size={13} aria-hidden="true" /> {say.back}
      </Link>
      <ImportHead found={data} tellColumns={asks ? undefined : () => setTelling(true)} />
      {asks ? (
        <Suspense fallback={<Skeleton height={320} aria-label={words.loading} />}>
          <ColumnsStep found={data} close={() => setTelling(false)} />
        </Suspense>
      ) : (
        hasRows(data) && <ImportRows found={data} search={search} />
      )}
    </Stack>
  )
}

const Gone = () => (
  <div className="card">
    <Empty title={say.gone} why={say.goneWhy}>
      <Button variant="default" renderRoot={(props) => <Link to="/amazon" search={{ tab: 'import' }} {...props} />}>
        {say.back}
      </Button>
    </Empty>
  </div>
)
