import { Badge } from '@mantine/core'
import { Dot } from './Dot.tsx'

const COLORS: Readonly<Record<string, string>> = {
  'Pre-ordered': 'yellow',
  'Shipping Department': 'race',
  'Completed Order': 'gray',
  Rejected: 'red',
  Hold: 'orange',
}

/** The stage of an order; the word says it, the colour only helps. */
export const StageBadge = ({ stage }: { readonly stage: string }) => (
  <Badge
    variant="default"
    size="sm"
    radius="sm"
    tt="none"
    fw={600}
    miw="max-content"
    leftSection={<Dot color={COLORS[stage] ?? 'gray'} />}
  >
    {stage}
  </Badge>
)
