import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { useRows } from '../../parts/use-rows.ts'
import { meWords } from '../../words/me.ts'

type OpenSession = components['schemas']['OpenSession']
const say = meWords.sessions
const reload = () => queries.invalidateQueries({ queryKey: ['me', 'sessions'] })

async function end(sessionId: string): Promise<void> {
  await answer(api.DELETE('/api/v1/account/sessions/{sessionId}', { params: { path: { sessionId } } }))
  await reload()
}

/** Where one is signed in, and the way to end it there (U6). */
export function OwnSessions() {
  const list = useRows<OpenSession>(['me', 'sessions'], (signal) =>
    answer(api.GET('/api/v1/account/sessions', { signal })),
  )
  const [asks, setAsks] = useState(false)
  const endOthers = async () => {
    const { ended } = await answer(api.DELETE('/api/v1/account/sessions'))
    await reload()
    tell(say.ended(ended))
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{say.title}</Title>
        <Button variant="default" disabled={list.rows.length < 2} onClick={() => setAsks(true)}>
          {say.endOthers}
        </Button>
      </Group>
      <ListTable label={say.title} columns={COLUMNS} list={list} keyOf={({ sessionId }) => sessionId} empty={null} />
      {asks && (
        <Ask title={say.endTitle} does={say.endOthers} danger run={endOthers} close={() => setAsks(false)}>
          <Text size="sm">{say.endWhy}</Text>
        </Ask>
      )}
    </Stack>
  )
}

const COLUMNS: readonly Column<OpenSession>[] = [
  { head: say.columns.with, cell: ({ browser }) => browser },
  { head: say.columns.from, cell: ({ address }) => address },
  { head: say.columns.since, cell: ({ signedInAt }) => timeText(signedInAt) },
  { head: say.columns.used, cell: ({ lastUsedAt }) => timeText(lastUsedAt) },
  {
    head: say.columns.end,
    narrow: true,
    cell: ({ sessionId, current, browser }) =>
      current ? (
        <Badge size="sm" variant="light" radius="sm" tt="none">
          {say.current}
        </Badge>
      ) : (
        <Button
          variant="subtle"
          color="red"
          size="compact-xs"
          aria-label={say.endOne(browser)}
          onClick={() => void end(sessionId).catch(tellError)}
        >
          {say.end}
        </Button>
      ),
  },
]
