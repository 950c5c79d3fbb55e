import { List, Skeleton, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { connectionWords } from '../../words/connections.ts'
import { words } from '../../words/en.ts'
import { type Connection, connectionsChanged, pathOf } from './use-connections.ts'

const say = connectionWords.clearing

/** Tells what stops, and clears only for somebody who types the connection's name (C6). */
export function ClearConnection({
  connection,
  close,
}: {
  readonly connection: Connection
  readonly close: () => void
}) {
  const [typed, setTyped] = useState('')
  const { id } = connection
  const stops = useQuery({
    queryKey: ['connections', id, 'stops'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/connections/{connectionId}/what-stops', { signal, ...pathOf(connection) })),
  })
  const run = async () => {
    await answer(api.DELETE('/api/v1/connections/{connectionId}', { ...pathOf(connection), body: { confirm: typed } }))
    tell(say.done)
    void connectionsChanged()
  }
  return (
    <Ask title={say.title(id)} does={say.does} danger disabled={typed !== id || !stops.data} run={run} close={close}>
      <Text size="sm">{say.stops}</Text>
      {stops.isPending && <Skeleton height={60} aria-label={words.loading} />}
      {stops.error && (
        <Text size="sm" c="red" role="alert">
          {stops.error.message}
        </Text>
      )}
      <List size="sm" pr="md">
        {stops.data?.sentences.map((each) => (
          <List.Item key={each}>{each}</List.Item>
        ))}
      </List>
      <TextInput
        label={say.type(id)}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        spellCheck={false}
        autoComplete="off"
      />
    </Ask>
  )
}
