import { Stack, Text, Title } from '@mantine/core'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { useRows } from '../../parts/use-rows.ts'
import { meWords } from '../../words/me.ts'

type Tried = components['schemas']['SignIn']
const say = meWords.signIns

const COLUMNS: readonly Column<Tried>[] = [
  { head: say.columns.at, cell: ({ at }) => timeText(at) },
  { head: say.columns.how, cell: ({ how }) => how },
  {
    head: say.columns.outcome,
    cell: ({ outcome }) => (
      <Text span inherit c={outcome === 'signed in' || outcome === 'next' ? undefined : 'red'}>
        {outcome === 'next' ? say.next : outcome}
      </Text>
    ),
  },
  { head: say.columns.from, cell: ({ address }) => address },
  { head: say.columns.with, cell: ({ browser }) => browser },
]

/** One's own sign-ins and tries, the newest first: a stranger's would stand out here (U6). */
export function OwnSignIns() {
  const list = useRows<Tried>(['me', 'sign-ins'], (signal) => answer(api.GET('/api/v1/account/sign-ins', { signal })))
  return (
    <Stack gap="sm">
      <Title order={2}>{say.title}</Title>
      <ListTable
        label={say.title}
        columns={COLUMNS}
        list={list}
        keyOf={({ at, how, outcome }) => `${at} ${how} ${outcome}`}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Stack>
  )
}
