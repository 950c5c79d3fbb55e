import { Badge } from '@mantine/core'

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
    leftSection={<Dot color={COLORS[stage] ?? 'gray'} />}
  >
    {stage}
  </Badge>
)

const Dot = ({ color }: { readonly color: string }) => (
  <svg width="8" height="8" aria-hidden="true">
    <circle cx="4" cy="4" r="4" fill={`var(--mantine-color-${color}-6)`} />
  </svg>
)
