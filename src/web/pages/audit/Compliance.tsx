import { List, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isOfPii, type Permission } from '#core/permissions.ts'
import { answer, api } from '../../api.ts'
import { countText, dateText, dayText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { wholeList } from '../../parts/use-rows.ts'
import { retentionWords as say } from '../../words/audit.ts'
import { usersWords } from '../../words/users.ts'
import { callOf, type User, useUsers } from '../users/users-api.ts'

type SealingKey = components['schemas']['RetentionReport']['keys'][number]
const NAMES: Readonly<Record<string, string>> = usersWords.buyerData.names

/** One part of the page, with its heading and what it is about. */
export const Part = ({
  title,
  why,
  children,
}: {
  readonly title: string
  readonly why?: string
  readonly children: React.ReactNode
}) => (
  <Stack gap={6}>
    <Title order={2}>{title}</Title>
    {why && (
      <Text size="sm" c="dimmed">
        {why}
      </Text>
    )}
    {children}
  </Stack>
)

const KEYS: readonly Column<SealingKey>[] = [
  { head: say.keyColumns.key, cell: ({ id }) => id },
  { head: say.keyColumns.made, cell: ({ createdAt }) => dayText(createdAt) },
  { head: say.keyColumns.buyers, number: true, cell: ({ buyers }) => countText(buyers) },
  { head: say.keyColumns.documents, number: true, cell: ({ documents }) => countText(documents) },
  { head: say.keyColumns.pages, number: true, cell: ({ pages }) => countText(pages) },
  { head: say.keyColumns.files, number: true, cell: ({ files }) => countText(files) },
  { head: say.keyColumns.mails, number: true, cell: ({ mails }) => countText(mails) },
]

/** The keys that seal buyer data, by their dates (U3). */
export const SealingKeys = ({ keys }: { readonly keys: readonly SealingKey[] }) => (
  <Part title={say.keys} why={say.keysWhy}>
    <ListTable
      label={say.keys}
      columns={KEYS}
      list={wholeList(keys)}
      keyOf={({ id }) => id}
      empty={<Empty title={say.noKeys} why={say.noKeysWhy} />}
    />
  </Part>
)

const SEERS: readonly Column<User>[] = [
  { head: say.seerColumns.person, cell: (user) => callOf(user) },
  {
    head: say.seerColumns.may,
    cell: ({ permissions, piiActs }) =>
      `${permissions.flatMap((each) => NAMES[each] ?? []).join(', ')}${piiActs ? '' : ` (${say.rests})`}`,
  },
  { head: say.seerColumns.trained, cell: ({ trainedOn }) => dateText(trainedOn) },
  { head: say.seerColumns.until, cell: ({ piiUntil }) => dayText(piiUntil) },
]

/** Who can open buyer data now, or could after a training (U3, D15). */
export function Seers() {
  const users = useUsers()
  const seers = users.rows.filter(({ permissions }) => permissions.some((each) => isOfPii(each as Permission)))
  return (
    <Part title={say.seers} why={say.seersWhy}>
      <ListTable
        label={say.seers}
        columns={SEERS}
        list={users.data ? wholeList(seers) : users}
        keyOf={({ userId }) => userId}
        empty={<Empty title={say.noSeers} why={say.noSeersWhy} />}
      />
    </Part>
  )
}

/** Connections whose data will be erased, each with its day (C6). */
export function Clocks() {
  const { data } = useQuery({
    queryKey: ['connections', 'clocks'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/connections', { signal })),
  })
  const running = data?.rows.filter(({ deletion }) => deletion !== null) ?? []
  return (
    <Part title={say.clocks}>
      {running.length === 0 && <Text size="sm">{say.noClocks}</Text>}
      {running.map(({ id, deletion }) => (
        <Text key={id} size="sm" c="red" fw={600}>
          {say.clock(id, dayText(deletion?.at ?? null))}
        </Text>
      ))}
    </Part>
  )
}

/** What is kept how long, and what people have to do themselves. */
export const HowLong = ({ days }: { readonly days: number }) => (
  <>
    <Part title={say.kept}>
      <div className="card list stacks">
        <Table aria-label={say.kept}>
          <Table.Tbody>
            {say.keptRows(days).map(([what, howLong]) => (
              <Table.Tr key={what}>
                <Table.Td className="wraps">{what}</Table.Td>
                <Table.Td className="wraps">{howLong}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Part>
    <Part title={say.operator}>
      <List size="sm" className="ends">
        {say.operatorSteps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </Part>
  </>
)
