import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { timeText } from '../../format.ts'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { words } from '../../words/en.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { nameOfConnection, type Standing } from './going-up.ts'

const say = submissionsWords.standing

/** How each connection stands: switches, what is under way, what is wrong; before anything is switched on, where the switch is (I1, I12, I14). */
export function StandingCards({ standing }: { readonly standing: UseQueryResult<readonly Standing[]> }) {
  if (standing.isPending) return <Skeleton height={74} aria-label={words.loading} />
  if (standing.error && !standing.data) return <Failed error={standing.error} again={() => void standing.refetch()} />
  const rows = standing.data ?? []
  if (rows.length === 0)
    return (
      <div className="card">
        <Empty title={say.none} why={say.noneWhy}>
          <ToAmazon label={say.connect} to="credentials" />
        </Empty>
      </div>
    )
  return (
    <Stack gap="xs">
      {rows.map((row) => (
        <StandingCard key={row.connection} row={row} />
      ))}
    </Stack>
  )
}

const ToAmazon = ({ label, to }: { readonly label: string; readonly to: string }) => (
  <Button variant="default" renderRoot={(props) => <Link to="/amazon" hash={to} {...props} />}>
    {label}
  </Button>
)

function StandingCard({ row }: { readonly row: Standing }) {
  const named = `standing-${row.connection}`
  return (
    <section className="card connection" aria-labelledby={named}>
      <Group justify="space-between" gap="xs">
        <Title order={2} id={named} size="h5">
          {nameOfConnection(row)}
        </Title>
        {row.state === 'authorized' && <Switches row={row} />}
      </Group>
      {row.state === 'authorized' ? (
        <Alive row={row} />
      ) : row.state === 'by-files' ? (
        <ByFiles />
      ) : (
        <Stopped row={row} />
      )}
    </section>
  )
}

const Switches = ({ row }: { readonly row: Standing }) => (
  <Group gap="md">
    <Text size="sm">
      <Dot color={row.stock ? 'race' : 'gray'} /> {row.stock ? say.stockOn : say.stockOff}
    </Text>
    <Text size="sm">
      <Dot color={row.price ? 'race' : 'gray'} /> {row.price ? say.priceOn : say.priceOff}
    </Text>
    {(row.stock || row.price) && (
      <Link to="/amazon" hash="sending" className="quiet-link">
        {say.change}
      </Link>
    )}
  </Group>
)

const ByFiles = () => (
  <Group justify="space-between" gap="xs" mt={4}>
    <Text size="sm" c="dimmed" maw={760}>
      {say['by-files']}
    </Text>
    <Button variant="default" renderRoot={(props) => <Link to="/submissions" search={{ tab: 'files' }} {...props} />}>
      {say.toFiles}
    </Button>
  </Group>
)

const Stopped = ({ row }: { readonly row: Standing }) => (
  <Alert color="orange" p="xs" mt="xs">
    <Group justify="space-between">
      <Text size="sm">{row.state === 'authorized' ? '' : say[row.state]}</Text>
      <ToAmazon label={say.connect} to="credentials" />
    </Group>
  </Alert>
)

function Alive({ row }: { readonly row: Standing }) {
  if (!row.stock && !row.price)
    return (
      <Group justify="space-between" align="flex-end" mt={4}>
        <div>
          <Text size="sm" fw={600}>
            {say.off}
          </Text>
          <Text size="sm" c="dimmed" maw={760}>
            {say.offWhy}
          </Text>
        </div>
        <ToAmazon label={say.switches} to="sending" />
      </Group>
    )
  const facts = [
    row.lastLookAt && say.looked(timeText(row.lastLookAt)),
    row.completeSince && say.complete(timeText(row.completeSince)),
    row.feedSince ? say.feed(timeText(row.feedSince)) : say.noFeed,
  ]
  return (
    <>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {row.problems.map(({ code, sentence, since }) => (
        <Alert key={`${code} ${sentence}`} color="orange" p="xs" mt="xs">
          <Text size="sm">
            {sentence}{' '}
            <Text span c="dimmed" inherit>
              {say.since(timeText(since))}
            </Text>
          </Text>
        </Alert>
      ))}
    </>
  )
}
