import { Badge } from '@mantine/core'
import type { ListingStanding } from '#core/inventory/listing-standing.ts'
import { Dot } from '../../parts/Dot.tsx'
import { itemsWords } from '../../words/items.ts'

const COLORS: Readonly<Record<ListingStanding, string>> = {
  refused: 'red',
  differs: 'orange',
  held: 'yellow',
  unlinked: 'gray',
  suppressed: 'orange',
  waiting: 'blue',
  live: 'race',
}
const say = itemsWords.standings

/** How a listing stands; the word says it, the colour only helps. */
export const StandingBadge = ({
  standing,
  count = 1,
}: {
  readonly standing: ListingStanding
  readonly count?: number
}) => (
  <Badge
    variant="default"
    size="sm"
    radius="sm"
    tt="none"
    fw={600}
    title={say[standing].why}
    leftSection={<Dot color={COLORS[standing]} />}
  >
    {count > 1 ? `${count} × ${say[standing].word}` : say[standing].word}
  </Badge>
)
