import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { usersWords } from '../../words/users.ts'
import { InvitationLink } from './InviteDialog.tsx'
import { type Invitation, type Invited, peopleChanged, type UserGroup, useInvitations } from './users-api.ts'

const say = usersWords.invitations
const isOver = ({ state }: Invitation) => state === 'accepted' || state === 'withdrawn'

/** Who was invited and has not come yet; nothing where nobody was. */
export function InvitationList({ groups }: { readonly groups: readonly UserGroup[] }) {
  const all = useInvitations()
  const [withdrawn, setWithdrawn] = useState<Invitation | null>(null)
  const [renewed, setRenewed] = useState<Invited | null>(null)
  const may = useMay('users:write')
  const waiting = all.rows.filter((each) => !isOver(each))
  if (waiting.length === 0 && (all.data || !all.error)) return null
  const renew = async ({ invitationId }: Invitation) => {
    const path = { invitationId }
    setRenewed(await answer(api.POST('/api/v1/invitations/{invitationId}/renew', { params: { path } })))
    await peopleChanged()
  }
  const withdraw = async ({ invitationId }: Invitation) => {
    await answer(api.DELETE('/api/v1/invitations/{invitationId}', { params: { path: { invitationId } } }))
    await peopleChanged()
  }
  const buttons = (each: Invitation) => (
    <Group gap={4} wrap="nowrap">
      <Button variant="subtle" size="compact-xs" disabled={!may} onClick={() => void renew(each).catch(tellError)}>
        {say.renew}
      </Button>
      <Button variant="subtle" color="red" size="compact-xs" disabled={!may} onClick={() => setWithdrawn(each)}>
        {say.withdraw}
      </Button>
    </Group>
  )
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{say.title}</Title>
        <ExportButton name="invitations" ask={(as) => api.GET('/api/v1/invitations', as)} />
      </Group>
      <ListTable
        label={say.title}
        columns={columnsFor(groups, buttons)}
        list={{ ...all, ...(all.data && { data: { pages: [{ rows: waiting }] } }) }}
        keyOf={(each) => each.invitationId}
        empty={null}
      />
      {withdrawn && (
        <Ask
          title={say.withdrawTitle(withdrawn.email)}
          does={say.withdraw}
          danger
          run={() => withdraw(withdrawn)}
          close={() => setWithdrawn(null)}
        >
          <Text size="sm">{say.withdrawWhy}</Text>
        </Ask>
      )}
      {renewed && (
        <Dialog onClose={() => setRenewed(null)} title={usersWords.invite.ready(renewed.email)} size="lg">
          <InvitationLink invited={renewed} close={() => setRenewed(null)} />
        </Dialog>
      )}
    </Stack>
  )
}

const columnsFor = (
  groups: readonly UserGroup[],
  buttons: (each: Invitation) => React.ReactNode,
): readonly Column<Invitation>[] => [
  { head: say.columns.email, cell: ({ email }) => email },
  { head: say.columns.may, wraps: true, cell: (each) => mayText(each, groups) },
  { head: say.columns.state, cell: ({ state }) => say.states[state] },
  { head: say.columns.expires, cell: ({ expiresAt }) => timeText(expiresAt) },
  { head: say.columns.by, cell: ({ createdBy }) => createdBy },
  { head: say.columns.act, narrow: true, cell: buttons },
]

function mayText({ owner, permissions, groups: of }: Invitation, groups: readonly UserGroup[]): string {
  if (owner) return usersWords.ownerMay
  const named = groups.filter(({ groupId }) => of.includes(groupId)).map(({ name }) => name)
  return [...permissions, ...named].join(', ') || usersWords.nothing
}
