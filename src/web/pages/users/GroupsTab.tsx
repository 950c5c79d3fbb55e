import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Permission } from '#core/permissions.ts'
import { answer, api } from '../../api.ts'
import { countText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { usersWords } from '../../words/users.ts'
import { PermissionField } from './PermissionFields.tsx'
import { peopleChanged, type User, type UserGroup, useGroups, useUsers } from './users-api.ts'

const say = usersWords.groups

/** Groups: the same permissions for several people (U1). */
export function GroupsTab() {
  const groups = useGroups()
  const users = useUsers()
  const may = useMay('users:write')
  const [edited, setEdited] = useState<UserGroup | 'new' | null>(null)
  const [removed, setRemoved] = useState<UserGroup | null>(null)
  const buttons = (group: UserGroup) => (
    <Group gap={4} wrap="nowrap">
      <Button variant="subtle" size="compact-xs" disabled={!may} onClick={() => setEdited(group)}>
        {say.edit}
      </Button>
      <Button variant="subtle" color="red" size="compact-xs" disabled={!may} onClick={() => setRemoved(group)}>
        {say.remove}
      </Button>
    </Group>
  )
  return (
    <Stack gap="sm">
      <Group justify="flex-end" gap="xs">
        <ExportButton name="groups" ask={(as) => api.GET('/api/v1/groups', as)} />
        <Button onClick={() => setEdited('new')} disabled={!may} title={may ? undefined : usersWords.cannot}>
          {say.add}
        </Button>
      </Group>
      <ListTable
        label={usersWords.tabs.groups}
        columns={columnsFor(users.rows, buttons)}
        list={groups}
        keyOf={(group) => group.groupId}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {edited && <GroupDialog group={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
      {removed && <RemoveGroup group={removed} close={() => setRemoved(null)} />}
    </Stack>
  )
}

const columnsFor = (
  users: readonly User[],
  buttons: (group: UserGroup) => React.ReactNode,
): readonly Column<UserGroup>[] => [
  { head: say.columns.name, cell: ({ name }) => <Text fw={600}>{name}</Text> },
  {
    head: say.columns.may,
    wraps: true,
    cell: ({ permissions }) => permissions.join(', ') || usersWords.nothing,
  },
  {
    head: say.columns.people,
    number: true,
    cell: ({ groupId }) => countText(users.filter((user) => user.groups.includes(groupId)).length),
  },
  { head: say.columns.act, narrow: true, cell: buttons },
]

function GroupDialog({ group, close }: { readonly group: UserGroup | null; close(): void }) {
  const [name, setName] = useState(group?.name ?? '')
  const [chosen, setChosen] = useState((group?.permissions ?? []) as Permission[])
  const run = async () => {
    const body = { name: name.trim(), permissions: chosen }
    await answer(
      group
        ? api.PUT('/api/v1/groups/{groupId}', { params: { path: { groupId: group.groupId } }, body })
        : api.POST('/api/v1/groups', { body }),
    )
    await peopleChanged()
    tell(say.saved)
  }
  return (
    <Ask title={group?.name ?? say.add} does={usersWords.save} disabled={name.trim() === ''} run={run} close={close}>
      <TextInput
        label={say.name}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <PermissionField chosen={chosen} choose={setChosen} />
    </Ask>
  )
}

function RemoveGroup({ group, close }: { readonly group: UserGroup; close(): void }) {
  const run = async () => {
    const path = { groupId: group.groupId }
    await answer(api.DELETE('/api/v1/groups/{groupId}', { params: { path } }))
    await peopleChanged()
  }
  return (
    <Ask title={say.removeTitle(group.name)} does={say.remove} danger run={run} close={close}>
      <Text size="sm">{say.removeWhy}</Text>
    </Ask>
  )
}
