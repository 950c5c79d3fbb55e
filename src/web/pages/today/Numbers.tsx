import { SimpleGrid, Text, UnstyledButton } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { QueueDeadline } from '#core/shipments/queue-filter.ts'
import { countText } from '../../format.ts'
import { todayWords as say } from '../../words/today.ts'
import type { Today } from './use-today.ts'

type Tile = {
  readonly label: string
  readonly count: number
  readonly why: string
  readonly link: LinkProps
  readonly bad?: boolean
}

/** The day in numbers; each leads to the list behind it. */
export const Numbers = ({ today }: { readonly today: Today }) => (
  <SimpleGrid component="section" aria-label={say.numbers} cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
    {tilesOf(today).map((tile) => (
      <UnstyledButton
        key={tile.label}
        className="card"
        p="md"
        renderRoot={(props) => <Link {...tile.link} {...props} />}
      >
        <Text size="xs" c="dimmed">
          {tile.label}
        </Text>
        <Text fz={24} fw={700} lh={1.25} c={tile.bad ? 'red' : undefined}>
          {countText(tile.count)}
        </Text>
        <Text size="xs" c="dimmed">
          {tile.why}
        </Text>
      </UnstyledButton>
    ))}
  </SimpleGrid>
)

/** Filters of Orders as they stand in its address. */
const placedOn = (day: string): LinkProps => ({ to: '/orders', search: { from: day, to: day } })
/** The clerk's queue narrowed to the same deadlines. */
const dueOf = (deadline: QueueDeadline): LinkProps => ({ to: '/shipping', search: { deadline } })

function tilesOf({ day, orders, problems }: Today): readonly Tile[] {
  const { heldToday, arrived, late, refused } = orders
  return [
    { label: say.placed, count: orders.placed, why: say.arrived(countText(arrived)), link: placedOn(day) },
    { label: say.shipToday, count: orders.dueToday, why: say.shipTodayWhy, link: dueOf('today') },
    {
      label: say.late,
      count: late,
      why: late > 0 ? say.lateWhy : say.lateNone,
      link: dueOf('late'),
      bad: late > 0,
    },
    {
      label: say.held,
      count: orders.held,
      why: heldToday > 0 ? say.heldToday(countText(heldToday)) : say.heldNone,
      link: { to: '/errors', search: { kind: 'inbound-order' } },
      bad: orders.held > 0,
    },
    {
      label: say.refused,
      count: refused,
      why: refused > 0 ? say.refusedWhy : say.refusedNone,
      link: { to: '/errors', search: { kind: 'going-up' } },
      bad: refused > 0,
    },
    {
      label: say.problems,
      count: problems,
      why: problems > 0 ? say.problemsWhy : say.problemsNone,
      link: { to: '/errors', search: { kind: 'connection' } },
      bad: problems > 0,
    },
  ]
}
