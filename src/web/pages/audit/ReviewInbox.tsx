import { Alert, Button, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { dayText, timeText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { tell } from '../../parts/told.tsx'
import { auditWords as say } from '../../words/audit.ts'
import { words } from '../../words/en.ts'
import { ActList } from './ActList.tsx'
import { type Alarm, auditChanged, type Review } from './audit-api.ts'

/** The inbox of the review: alarms that are open, what happened since the last one, and the signature (D41). */
export function ReviewInbox() {
  const review = useQuery({
    queryKey: ['audit', 'review'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/audit/review', { signal })),
    refetchInterval: 60_000,
  })
  const [signs, setSigns] = useState(false)
  if (review.error && !review.data) return <Failed error={review.error} again={() => void review.refetch()} />
  if (!review.data) return <Skeleton height={360} aria-label={words.loading} />
  const { alarms, acts } = review.data
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Standing review={review.data} />
        <Button
          onClick={() => setSigns(true)}
          disabled={alarms.length > 0 || acts.length === 0}
          title={alarms.length > 0 ? say.alarmsFirst : undefined}
        >
          {say.sign}
        </Button>
      </Group>
      <OpenAlarms alarms={alarms} />
      <ActList acts={acts} />
      {signs && <Sign through={review.data.through} close={() => setSigns(false)} />}
    </Stack>
  )
}

function Standing({ review: { dueAt, isOverdue, last } }: { readonly review: Review }) {
  const due = dueAt === null ? say.nothingDue : (isOverdue ? say.overdue : say.due)(dayText(dueAt))
  return (
    <div>
      <Text size="sm" fw={600} c={isOverdue ? 'red' : undefined}>
        {due}
      </Text>
      <Text size="sm" c="dimmed">
        {say.every} {last ? say.last(dayText(last.signedAt), last.signedBy) : say.never}
      </Text>
    </div>
  )
}

function OpenAlarms({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const [closes, setCloses] = useState<Alarm | null>(null)
  return (
    <>
      {alarms.map((alarm) => (
        <Alert key={alarm.alarm} color="red" variant="outline" title={alarm.says} p="sm">
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {timeText(alarm.raisedAt)}
            </Text>
            <Button variant="default" onClick={() => setCloses(alarm)}>
              {say.close}
            </Button>
          </Group>
        </Alert>
      ))}
      {closes && <CloseAlarm alarm={closes} close={() => setCloses(null)} />}
    </>
  )
}

function CloseAlarm({ alarm, close }: { readonly alarm: Alarm; close(): void }) {
  const [word, setWord] = useState('')
  const run = async () => {
    const params = { path: { alarm: String(alarm.alarm) } }
    await answer(api.POST('/api/v1/audit/alarms/{alarm}/close', { params, body: { word: word.trim() } }))
    await auditChanged()
    tell(say.closed)
  }
  return (
    <Ask title={say.closeTitle} does={say.close} disabled={word.trim() === ''} run={run} close={close}>
      <Text size="sm">{alarm.says}</Text>
      <Textarea
        label={say.closeWord}
        description={say.closeWhy}
        placeholder={say.closeHint}
        size="xs"
        autosize
        minRows={2}
        maxLength={2000}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
        data-autofocus
      />
    </Ask>
  )
}

function Sign({ through, close }: { readonly through: number; close(): void }) {
  const [word, setWord] = useState('')
  const run = async () => {
    await answer(api.POST('/api/v1/audit/review/sign-off', { body: { through, word: word.trim() } }))
    await auditChanged()
    tell(say.signed)
  }
  return (
    <Ask title={say.signTitle} does={say.sign} run={run} close={close}>
      <Text size="sm">{say.signWhy}</Text>
      <Textarea
        label={say.word}
        size="xs"
        autosize
        minRows={2}
        maxLength={2000}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
        data-autofocus
      />
    </Ask>
  )
}
