import { Anchor, Group, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import { cappedText } from '../../format.ts'
import { todayWords as say } from '../../words/today.ts'

/** The stages of daily work stand here always, the others while an order is in them. */
const ALWAYS: readonly Stage[] = ['Shipping Department', 'Hold']
const OVER: readonly Stage[] = ['Completed Order', 'Rejected']

/** How many orders are in each stage that somebody works on; each number leads to them. */
export function Stages({ stages }: { readonly stages: Readonly<Record<string, number>> }) {
  const shown = STAGES.filter((stage) => !OVER.includes(stage) && (ALWAYS.includes(stage) || (stages[stage] ?? 0) > 0))
  return (
    <section className="card rows" aria-labelledby="stages-title">
      <Title order={2} id="stages-title">
        {say.stages}
      </Title>
      {shown.map((stage) => (
        <Anchor key={stage} size="sm" renderRoot={(props) => <Link to="/orders" search={{ stage }} {...props} />}>
          <Group justify="space-between" wrap="nowrap">
            <span>{stage}</span>
            <Text span size="sm" fw={600}>
              {cappedText(stages[stage] ?? 0)}
            </Text>
          </Group>
        </Anchor>
      ))}
    </section>
  )
}
