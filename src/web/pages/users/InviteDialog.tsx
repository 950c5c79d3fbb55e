import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Topic } from '#core/notifications/topics.ts'
import type { Permission } from '#core/permissions.ts'
import { answer, api } from '../../api.ts'
import { Deeds } from '../../parts/Deeds.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ShownOnce } from '../../parts/ShownOnce.tsx'
import { words } from '../../words/en.ts'
import { usersWords } from '../../words/users.ts'
import { GroupField, PermissionField, TopicField } from './PermissionFields.tsx'
import { type Invited, peopleChanged, type UserGroup } from './users-api.ts'

const say = usersWords.invite
const isAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())

/** Invites somebody, and shows the link this once (U1). */
export function InviteDialog({ groups, close }: { readonly groups: readonly UserGroup[]; close(): void }) {
  const [invited, setInvited] = useState<Invited | null>(null)
  const title = invited ? say.ready(invited.email) : say.title
  return (
    <Dialog onClose={close} title={title} size="lg">
      {invited ? (
        <InvitationLink invited={invited} close={close} />
      ) : (
        <InviteForm groups={groups} close={close} done={setInvited} />
      )}
    </Dialog>
  )
}

/** The link of an invitation, once, and whether a mail brings it too. */
export const InvitationLink = ({ invited, close }: { readonly invited: Invited; close(): void }) => (
  <Stack gap="sm">
    <Text size="sm">{say.mails[invited.mail]}</Text>
    <ShownOnce label={say.link} value={new URL(invited.path, location.origin).href} once={say.once} close={close} />
  </Stack>
)

type Form = { readonly groups: readonly UserGroup[]; close(): void; done(invited: Invited): void }

function InviteForm({ groups, close, done }: Form) {
  const [email, setEmail] = useState('')
  const [left, setLeft] = useState(false)
  const [permissions, setPermissions] = useState<Permission[]>([])
  const [chosen, setChosen] = useState<string[]>([])
  const [topics, setTopics] = useState<Topic[]>([])
  const invite = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/invitations', { body: { email: email.trim(), permissions, groups: chosen, topics } })),
    onSuccess: (invited) => {
      void peopleChanged()
      done(invited)
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setLeft(true)
        if (isAddress(email)) invite.mutate()
      }}
    >
      <Stack gap="md">
        <TextInput
          type="email"
          label={say.email}
          placeholder={say.emailHint}
          value={email}
          error={left && !isAddress(email) ? say.badEmail : invite.error?.message}
          onChange={(event) => setEmail(event.currentTarget.value)}
          onBlur={() => setLeft(email !== '')}
          data-autofocus
        />
        <PermissionField chosen={permissions} choose={setPermissions} />
        <GroupField groups={groups} chosen={chosen} choose={setChosen} />
        <TopicField chosen={topics} choose={setTopics} />
        <Text size="xs" c="dimmed">
          {permissions.length + chosen.length === 0 ? say.nothingGiven : say.buyerData}
        </Text>
        <Deeds>
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {say.send}
          </Button>
        </Deeds>
      </Stack>
    </form>
  )
}
