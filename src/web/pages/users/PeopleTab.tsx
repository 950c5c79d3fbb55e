import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { isOfPii, type Permission } from '#core/permissions.ts'
import { knownSort } from '#core/sorting.ts'
import { api } from '../../api.ts'
import { dateText, dayText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { type SortBy, sortedList } from '../../parts/sort-rows.ts'
import { useMay } from '../../session.ts'
import { usersWords as say } from '../../words/users.ts'
import { InvitationList } from './InvitationList.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { callOf, type User, type UserGroup, useGroups, useUsers } from './users-api.ts'
import { PEOPLE_SORT_KEYS, type UsersSearch } from './users-search.ts'

const route = getRouteApi('/users')

/** Everybody who works here, and who was invited. */
export function PeopleTab() {
  const users = useUsers()
  const groups = useGroups()
  const may = useMay('users:write')
  const search: UsersSearch = route.useSearch()
  const navigate = route.useNavigate()
  const sort = knownSort(PEOPLE_SORT_KEYS, search.sort)
  const [changed, setChanged] = useState<User | null>(null)
  const [invites, setInvites] = useState(false)
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Group justify="flex-end" gap="xs">
          <ExportButton name="users" ask={(as) => api.GET('/api/v1/users', as)} />
          <Button onClick={() => setInvites(true)} disabled={!may} title={may ? undefined : say.cannot}>
            {say.invite.open}
          </Button>
        </Group>
        <ListTable
          label={say.tabs.people}
          columns={columnsFor({ groups: groups.rows, may, change: setChanged })}
          list={sortedList(users, sort, SORT_BY)}
          sorting={{ sort: sort ?? '', go: (next) => void navigate({ search: { ...search, sort: next as never } }) }}
          keyOf={(user) => user.userId}
          empty={<Empty title={say.none} why={say.noneWhy} />}
        />
      </Stack>
      <InvitationList groups={groups.rows} />
      {invites && <InviteDialog groups={groups.rows} close={() => setInvites(false)} />}
      {changed && <PersonDrawer user={changed} groups={groups.rows} close={() => setChanged(null)} />}
    </Stack>
  )
}

/** A name counts as it is shown. */
const SORT_BY: SortBy<User, (typeof PEOPLE_SORT_KEYS)[number]> = {
  name: callOf,
  since: ({ createdAt }) => Date.parse(createdAt),
}

type Around = { readonly groups: readonly UserGroup[]; readonly may: boolean; change(user: User): void }

const columnsFor = ({ groups, may, change }: Around): readonly Column<User>[] => [
  { head: say.columns.person, sort: 'name', cell: (user) => <Who user={user} /> },
  { head: say.columns.may, wraps: true, cell: (user) => <May user={user} groups={groups} /> },
  { head: say.columns.buyerData, cell: (user) => <BuyerData user={user} /> },
  { head: say.columns.since, sort: '-since', cell: (user) => dayText(user.createdAt) },
  {
    head: say.columns.change,
    narrow: true,
    cell: (user) => <PersonMenu user={user} may={may} change={() => change(user)} />,
  },
]

const Who = ({ user }: { readonly user: User }) => (
  <div>
    <Group gap={6} wrap="nowrap">
      <Text size="sm" fw={600}>
        {callOf(user)}
      </Text>
      {user.owner && (
        <Badge size="xs" variant="light" radius="sm" tt="none">
          {say.owner}
        </Badge>
      )}
      {user.disabled && (
        <Badge size="xs" color="red" variant="light" radius="sm" tt="none">
          {say.disabled}
        </Badge>
      )}
    </Group>
    {user.name && (
      <Text size="xs" c="dimmed">
        {user.email}
      </Text>
    )}
  </div>
)

/** What a person may do, in one line; groups by their names. */
function May({ user, groups }: { readonly user: User; readonly groups: readonly UserGroup[] }) {
  if (user.owner) return <Text size="sm">{say.ownerMay}</Text>
  const named = groups.filter(({ groupId }) => user.groups.includes(groupId)).map(({ name }) => name)
  const given = user.permissions.filter((each) => !isOfPii(each as Permission))
  const text = [...given, ...named].join(', ')
  return (
    <Text size="sm" c={text ? undefined : 'dimmed'}>
      {text || say.nothing}
    </Text>
  )
}

const NAMES = say.buyerData.names

function BuyerData({ user }: { readonly user: User }) {
  const given = user.permissions.filter((each): each is keyof typeof NAMES => each in NAMES)
  if (given.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {say.buyerData.none}
      </Text>
    )
  const about = user.piiActs
    ? [
        user.trainedOn && say.buyerData.trained(dateText(user.trainedOn)),
        user.piiUntil && say.buyerData.ends(dayText(user.piiUntil)),
      ]
        .filter(Boolean)
        .join(', ')
    : say.buyerData.rests
  return (
    <div>
      <Text size="sm">{given.map((each) => NAMES[each]).join(', ')}</Text>
      <Text size="xs" c={user.piiActs ? 'dimmed' : 'red'}>
        {about}
      </Text>
    </div>
  )
}
