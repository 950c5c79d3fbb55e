import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { countText } from '../../format.ts'
import { todayWords } from '../../words/today.ts'
import type { Today } from './use-today.ts'

const say = todayWords.calls
type Spent = Today['calls'][number]
type Connection = Today['connections'][number]
/** So many are shown before somebody asks for all. */
const FIRST = 5

/** What was asked of Amazon today, what is left of each quota, and why orders are looked for as often as they are, in words (X5). */
export function Calls({
  calls,
  connections,
}: {
  readonly calls: readonly Spent[]
  readonly connections: readonly Connection[]
}) {
  const [all, setAll] = useState(false)
  const sorted = calls.toSorted((one, other) => other.today - one.today)
  const shown = all ? sorted : sorted.slice(0, FIRST)
  return (
    <section className="card rows" aria-labelledby="calls-title">
      <Title order={2} id="calls-title">
        {say.title}
      </Title>
      {sorted.length === 0 && (
        <Text size="sm" c="dimmed">
          {say.none}
        </Text>
      )}
      {shown.map((each) => (
        <div key={`${each.connection} ${each.operation}`}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm">{say.operations[each.operation] ?? each.operation}</Text>
            <Text size="sm" fw={600} ta="right">
              {say.asked(countText(each.today))}
            </Text>
          </Group>
          <Text size="xs" c="dimmed">
            {remains(each)}
          </Text>
          {each.operation === 'searchOrders' && (
            <Text size="xs" c="dimmed">
              {connections.find(({ id }) => id === each.connection)?.look?.why}
            </Text>
          )}
        </div>
      ))}
      {sorted.length > shown.length && (
        <Button variant="default" w="fit-content" onClick={() => setAll(true)}>
          {say.more(sorted.length - shown.length)}
        </Button>
      )}
      {sorted.length > 0 && (
        <Text size="xs" c="dimmed">
          {say.explain}
        </Text>
      )}
    </section>
  )
}

/** "18 of 20 left at once, one more every 3 minutes". */
const remains = ({ aDay, left, burst, secondsEach, throttled, failed }: Spent): string =>
  [
    aDay === null ? null : say.aDay(countText(aDay)),
    left === null || burst === null ? null : say.left(countText(left), countText(burst)),
    secondsEach === null || secondsEach < 1 ? null : say.refill(spanText(secondsEach)),
    throttled > 0 ? say.throttled(countText(throttled)) : null,
    failed > 0 ? say.failed(countText(failed)) : null,
  ]
    .filter(Boolean)
    .join(', ')

const spanText = (seconds: number): string =>
  seconds < 55 ? say.seconds(countText(Math.round(seconds))) : say.minutes(countText(Math.round(seconds / 60)))
