import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { dateText, distanceText } from '../../format.ts'
import { Dot } from '../../parts/Dot.tsx'
import { byFilesWords } from '../../words/by-files.ts'
import { connectionWords } from '../../words/connections.ts'
import { todayWords } from '../../words/today.ts'
import type { Today } from './use-today.ts'

const say = todayWords.connections
type Connection = Today['connections'][number]
const COLORS = { authorized: 'race', 'by-files': 'blue', expired: 'orange', revoked: 'red', disabled: 'gray' } as const

/** Whether the connections work, and their dates (C4, C5). */
export const ConnectionState = ({ connections }: { readonly connections: readonly Connection[] }) => (
  <section className="card rows" aria-labelledby="connection-title">
    <Group justify="space-between" wrap="nowrap">
      <Title order={2} id="connection-title">
        {say.title}
      </Title>
      <Anchor size="sm" renderRoot={(props) => <Link to="/amazon" hash="credentials" {...props} />}>
        {connections.length === 0 ? say.connect : say.open}
      </Anchor>
    </Group>
    {connections.length === 0 && (
      <Text size="sm" c="dimmed">
        {say.none}
      </Text>
    )}
    {connections.map((connection) => (
      <One key={connection.id} connection={connection} />
    ))}
  </section>
)

function One({ connection }: { readonly connection: Connection }) {
  const { id, region, state, importing, startedAt } = connection
  const good = state === 'authorized'
  const works = importing
    ? connectionWords.importing
    : startedAt === null
      ? connectionWords.notStarted
      : connectionWords.paused
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        <Dot color={good && !importing ? 'orange' : COLORS[state]} /> {connectionWords.regions[region]}:{' '}
        {connectionWords.states[state]}
        {good && `, ${works.charAt(0).toLowerCase()}${works.slice(1)}`}
      </Text>
      {state === 'by-files' && (
        <Anchor size="sm" renderRoot={(props) => <Link to="/submissions" search={{ tab: 'files' }} {...props} />}>
          {byFilesWords.today.title}
        </Anchor>
      )}
      {datesOf(connection).map((date) => (
        <Text key={`${id} ${date}`} size="sm" c="dimmed">
          {date}
        </Text>
      ))}
    </Stack>
  )
}

/** Of a seller who works by files there are none: nothing is asked of Amazon. */
const datesOf = (connection: Connection): readonly string[] =>
  connection.state === 'by-files' ? [] : datesAtAmazon(connection)

const datesAtAmazon = ({ lapsesOn, secretLapsesOn, lastSweepAt, deletesAt }: Connection): readonly string[] => [
  ...(deletesAt === null ? [] : [say.deletes(distanceText(deletesAt, Date.now()))]),
  lastSweepAt === null ? say.neverSwept : say.lastSweep(distanceText(lastSweepAt, Date.now())),
  lapsesOn === null ? say.noEnd : say.ends(dateText(lapsesOn)),
  ...(secretLapsesOn === null ? [] : [say.secret(dateText(secretLapsesOn))]),
]
