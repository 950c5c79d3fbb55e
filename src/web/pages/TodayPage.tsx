import { Badge, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { weekdayText } from '../format.ts'
import { Dot } from '../parts/Dot.tsx'
import { Failed } from '../parts/Failed.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { words } from '../words/en.ts'
import { todayWords as say } from '../words/today.ts'
import { Calls } from './today/Calls.tsx'
import { ConnectionState } from './today/ConnectionState.tsx'
import { GoingUp } from './today/GoingUp.tsx'
import { Numbers } from './today/Numbers.tsx'
import { ShipNext } from './today/ShipNext.tsx'
import { Stages } from './today/Stages.tsx'
import { openCount, useToday } from './today/use-today.ts'

/** Fetched only by those who have not begun yet. */
const Checklist = lazy(async () => ({ default: (await import('./amazon/Checklist.tsx')).Checklist }))

/** Is all well? Every number leads to the list behind it (X5); before the first order the way there (C9). */
export function TodayPage() {
  const today = useToday()
  if (today.isError && !today.data) return <Failed error={today.error} again={() => void today.refetch()} />
  if (today.isPending) return <Skeleton height={520} aria-label={words.loading} />
  const open = openCount(today.data)
  const begun = today.data.connections.some(({ startedAt }) => startedAt !== null)
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={weekdayText(today.data.day)}>
        {begun && <State open={open} />}
      </PageTitle>
      {!today.data.orders.any && (
        <Suspense>
          <Checklist />
        </Suspense>
      )}
      {(begun || today.data.orders.any) && (
        <>
          <Numbers today={today.data} />
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className="tops">
            <Stack gap="md">
              <ShipNext />
              <Stages stages={today.data.stages} />
              <ConnectionState connections={today.data.connections} />
            </Stack>
            <Stack gap="md">
              <GoingUp today={today.data} />
              <Calls calls={today.data.calls} connections={today.data.connections} />
            </Stack>
          </SimpleGrid>
        </>
      )}
    </Stack>
  )
}

const State = ({ open }: { readonly open: number }) => (
  <Badge
    variant="default"
    size="lg"
    radius="sm"
    tt="none"
    fw={600}
    leftSection={<Dot color={open > 0 ? 'orange' : 'race'} />}
  >
    {open > 0 ? say.open(open) : say.well}
  </Badge>
)
