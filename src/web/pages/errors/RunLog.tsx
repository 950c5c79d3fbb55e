import { Badge, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Dot } from '../../parts/Dot.tsx'
import { errorWords } from '../../words/errors.ts'
import type { Detail } from './error-api.ts'
import type { Run } from './use-run.ts'

const say = errorWords.run
const COLORS: Readonly<Record<Detail['state'], string>> = {
  placed: 'race',
  pending: 'race',
  held: 'orange',
  skipped: 'gray',
}

/** A run before the reader's eyes: each document's log as it comes, and how it ended (E2). */
export function RunLog({ run, stop }: { readonly run: Run; stop(): void }) {
  const box = useRef<HTMLElement>(null)
  const { ends, all, going, watching, error } = run
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the last line as lines come.
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [ends.length])
  const of = (...states: readonly Detail['state'][]) => ends.filter(({ state }) => states.includes(state)).length
  const [only] = ends
  return (
    <Stack gap={8}>
      <Group justify="space-between" gap="xs">
        <Group gap={8} role="status">
          {going && <Loader size={14} />}
          <Text size="sm" fw={600}>
            {going ? say.going(ends.length, all) : say.done(of('placed', 'pending'), of('held'), of('skipped'))}
          </Text>
        </Group>
        {going && (
          <Button variant="default" size="compact-sm" onClick={stop}>
            {say.stop}
          </Button>
        )}
        {!going && ends.length === 1 && only && isPlaced(only) && (
          <Button
            renderRoot={(props) => <Link to="/orders/$order" params={{ order: only.amazonOrderId }} {...props} />}
          >
            {say.open}
          </Button>
        )}
      </Group>
      {watching && going && (
        <Text size="sm" c="dimmed">
          {say.watching}
        </Text>
      )}
      {error && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      {ends.length > 0 && (
        <section ref={box} className="run-log" aria-label={say.label} tabIndex={0}>
          {ends.map((end) => (
            <Ended key={end.documentId} end={end} alone={ends.length === 1} />
          ))}
        </section>
      )}
    </Stack>
  )
}

const isPlaced = ({ state }: Detail): boolean => state === 'placed' || state === 'pending'

const Ended = ({ end, alone }: { readonly end: Detail; readonly alone: boolean }) => (
  <div>
    <Group gap={8} mb={2}>
      <Badge variant="default" size="sm" radius="sm" tt="none" fw={600} leftSection={<Dot color={COLORS[end.state]} />}>
        {say.ends[end.state]}
      </Badge>
      {!alone && isPlaced(end) ? (
        <Link to="/orders/$order" params={{ order: end.amazonOrderId }}>
          {end.amazonOrderId}
        </Link>
      ) : (
        <span>{end.amazonOrderId}</span>
      )}
    </Group>
    {end.log.map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a log never changes its order.
      <p key={at} data-bad={line.level === 'error' || undefined}>
        {line.sentence}
      </p>
    ))}
  </div>
)
