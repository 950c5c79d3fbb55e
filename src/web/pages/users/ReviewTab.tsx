import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { dayText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { keysWords } from '../../words/keys.ts'
import { usersWords } from '../../words/users.ts'
import { EarlierReviews } from './EarlierReviews.tsx'
import { peopleChanged } from './users-api.ts'

type Review = components['schemas']['AccessReview']
type Line = Review['lines'][number]
type Decision = 'keep' | 'revoke'
type Decisions = Readonly<Record<string, Decision>>

const say = keysWords.review
const SHORT: Readonly<Record<string, string>> = usersWords.buyerData.names
const shortOf = (permission: string) => SHORT[permission] ?? permission
const keyOf = ({ kind, id }: Line) => `${kind} ${id}`

/** Everybody and everything that has access, each to be kept or revoked, and the signature below (D11). */
export function ReviewTab() {
  const review = useQuery({
    queryKey: ['people', 'review'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/access-review', { signal })),
  })
  const [decided, setDecided] = useState<Decisions>({})
  const [signs, setSigns] = useState(false)
  const may = useMay('users:write')
  const lines = review.data?.lines ?? []
  const open = lines.filter((line) => !decided[keyOf(line)])
  const decide = (some: readonly Line[], decision: Decision) =>
    setDecided({ ...decided, ...Object.fromEntries(some.map((line) => [keyOf(line), decision])) })
  return (
    <Stack gap="sm">
      <Standing review={review.data} />
      <ListTable
        label={usersWords.tabs.review}
        columns={columnsFor({ decided, may, decide })}
        list={{
          ...review,
          data: review.data && { pages: [{ rows: lines }] },
          hasNextPage: false,
          isFetchingNextPage: false,
          fetchNextPage: () => undefined,
        }}
        keyOf={keyOf}
        empty={<Empty title={usersWords.none} why={usersWords.noneWhy} />}
      />
      <Group gap="xs">
        <Button disabled={!may || open.length > 0 || lines.length === 0} onClick={() => setSigns(true)}>
          {say.sign}
        </Button>
        {open.length > 0 && (
          <>
            <Button variant="default" disabled={!may} onClick={() => decide(open, 'keep')}>
              {say.keepRest}
            </Button>
            <Text size="sm" c="dimmed">
              {may ? say.open(open.length) : usersWords.cannot}
            </Text>
          </>
        )}
      </Group>
      <EarlierReviews />
      {signs && review.data && (
        <Sign review={review.data} decided={decided} close={() => setSigns(false)} signed={() => setDecided({})} />
      )}
    </Stack>
  )
}

function Standing({ review }: { readonly review: Review | undefined }) {
  const due = review?.dueAt ? (review.overdue ? say.overdue : say.due)(dayText(review.dueAt)) : null
  const last = review?.lastSignedAt ? say.last(dayText(review.lastSignedAt)) : say.never
  return (
    <Text size="sm" c="dimmed">
      {say.about}{' '}
      {review && (
        <Text span fw={600} c={review.overdue ? 'red' : undefined} inherit>
          {[due, last].filter(Boolean).join(' · ')}
        </Text>
      )}
    </Text>
  )
}

type Around = {
  readonly decided: Decisions
  readonly may: boolean
  decide(lines: readonly Line[], decision: Decision): void
}

const columnsFor = ({ decided, may, decide }: Around): readonly Column<Line>[] => [
  { head: say.columns.who, cell: (line) => <Who line={line} /> },
  {
    head: say.columns.may,
    wraps: true,
    cell: (line) =>
      line.owner
        ? usersWords.ownerMay
        : [...line.may.filter((each) => !line.pii.includes(each)), ...line.groups].join(', ') || usersWords.nothing,
  },
  {
    head: say.columns.buyerData,
    cell: ({ pii, piiActs }) =>
      pii.length === 0
        ? usersWords.buyerData.none
        : `${pii.map(shortOf).join(', ')}${piiActs ? '' : ` (${say.rests})`}`,
  },
  {
    head: say.columns.seen,
    cell: ({ lastSeenAt }) => (lastSeenAt ? timeText(lastSeenAt) : keysWords.never),
  },
  {
    head: say.columns.decision,
    narrow: true,
    cell: (line) => (
      <SegmentedControl
        size="xs"
        aria-label={say.decide(line.name)}
        disabled={!may}
        value={decided[keyOf(line)] ?? ''}
        onChange={(next) => decide([line], next as Decision)}
        data={[
          { value: 'keep', label: say.keep },
          { value: 'revoke', label: say.revoke, disabled: line.owner },
        ]}
      />
    ),
  },
]

const Who = ({ line }: { readonly line: Line }) => (
  <div>
    <Text size="sm" fw={600}>
      {line.name}
    </Text>
    <Text size="xs" c={line.remarks.length > 0 ? 'orange' : 'dimmed'}>
      {[line.owner ? usersWords.owner : say.kinds[line.kind], ...line.remarks].join(' · ')}
    </Text>
  </div>
)

type Signing = {
  readonly review: Review
  readonly decided: Decisions
  close(): void
  signed(): void
}

function Sign({ review, decided, close, signed }: Signing) {
  const decisions = review.lines.map((line) => ({
    kind: line.kind,
    id: line.id,
    decision: decided[keyOf(line)] ?? ('keep' as const),
  }))
  const revoked = decisions.filter(({ decision }) => decision === 'revoke').length
  const run = async () => {
    const body = { version: review.version, decisions }
    await withSecondFactor(() => answer(api.POST('/api/v1/access-review', { body })))
    signed()
    await peopleChanged()
    tell(say.signed)
  }
  return (
    <Ask title={say.signTitle} does={say.sign} danger={revoked > 0} run={run} close={close}>
      <Text size="sm">{say.signWhy(decisions.length - revoked, revoked)}</Text>
    </Ask>
  )
}
