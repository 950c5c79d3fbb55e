import { Button, Divider, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Topic } from '#core/notifications/topics.ts'
import { isOfPii, PERMISSION_SENTENCES, type Permission, PII_PERMISSIONS } from '#core/permissions.ts'
import { answer, api } from '../../api.ts'
import { Choices } from '../../parts/Choices.tsx'
import { Deeds } from '../../parts/Deeds.tsx'
import { SidePanel } from '../../parts/Dialog.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell } from '../../parts/told.tsx'
import { words } from '../../words/en.ts'
import { usersWords as say } from '../../words/users.ts'
import { GroupField, PermissionField, TopicField } from './PermissionFields.tsx'
import { callOf, peopleChanged, type User, type UserGroup } from './users-api.ts'

type Draft = {
  readonly permissions: readonly Permission[]
  readonly groups: readonly string[]
  readonly topics: readonly Topic[]
  readonly trainedOn: string
  readonly until: string
}

const draftOf = (user: User): Draft => ({
  permissions: user.permissions as Permission[],
  groups: user.groups,
  topics: user.topics as Topic[],
  trainedOn: user.trainedOn ?? '',
  until: user.piiUntil?.slice(0, 10) ?? '',
})

/** The end of a day as it is entered; what was not touched stays to the minute. */
const untilOf = (user: User, { until }: Draft): string | null =>
  until === '' ? null : until === user.piiUntil?.slice(0, 10) ? user.piiUntil : `${until}T23:59:59Z`

/** Only what was touched is sent: what somebody else changed meanwhile stays. */
function changesOf(user: User, draft: Draft) {
  const was = draftOf(user)
  const differs = (name: keyof Draft) => JSON.stringify(was[name]) !== JSON.stringify(draft[name])
  return {
    ...(differs('permissions') && { permissions: [...draft.permissions] }),
    ...(differs('groups') && { groups: [...draft.groups] }),
    ...(differs('topics') && { topics: [...draft.topics] }),
    ...(differs('trainedOn') && { trainedOn: draft.trainedOn || null }),
    ...(differs('until') && { piiUntil: untilOf(user, draft) }),
  }
}

type Shown = { readonly user: User; readonly groups: readonly UserGroup[]; close(): void }

/** What one person may do, and is told of; buyer data apart (U1, D14, D15). */
export function PersonDrawer({ user, groups, close }: Shown) {
  const [draft, setDraft] = useState(draftOf(user))
  const change = (next: Partial<Draft>) => setDraft({ ...draft, ...next })
  const sent = changesOf(user, draft)
  const save = useMutation({
    mutationFn: () =>
      withSecondFactor(() =>
        answer(api.PATCH('/api/v1/users/{userId}', { params: { path: { userId: user.userId } }, body: sent })),
      ),
    onSuccess: async () => {
      await peopleChanged()
      tell(say.saved(callOf(user)))
      close()
    },
  })
  return (
    <SidePanel onClose={close} size={480} title={callOf(user)}>
      <Stack gap="md">
        <Ordinary user={user} groups={groups} draft={draft} change={change} />
        <Divider />
        <BuyerDataFields draft={draft} change={change} />
        <Divider />
        <TopicField chosen={draft.topics} choose={(topics) => change({ topics })} />
        <Deeds error={save.error?.message}>
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button disabled={Object.keys(sent).length === 0} loading={save.isPending} onClick={() => save.mutate()}>
            {say.save}
          </Button>
        </Deeds>
      </Stack>
    </SidePanel>
  )
}

type Fields = { readonly draft: Draft; change(next: Partial<Draft>): void }

function Ordinary({ user, groups, draft, change }: Fields & Omit<Shown, 'close'>) {
  const kept = draft.permissions.filter(isOfPii)
  if (user.owner) return <Text size="sm">{say.ownerFixed}</Text>
  return (
    <>
      <PermissionField
        chosen={draft.permissions.filter((each) => !isOfPii(each))}
        choose={(next) => change({ permissions: [...next, ...kept] })}
      />
      <GroupField groups={groups} chosen={draft.groups} choose={(next) => change({ groups: next })} />
    </>
  )
}

function BuyerDataFields({ draft, change }: Fields) {
  const { buyerData } = say
  const opens = draft.permissions.filter(isOfPii)
  const ordinary = draft.permissions.filter((each) => !isOfPii(each))
  return (
    <Stack gap="sm">
      <Choices
        label={buyerData.title}
        hint={buyerData.why}
        choices={PII_PERMISSIONS.map((value) => ({ value, label: value, about: PERMISSION_SENTENCES[value] }))}
        chosen={opens as (typeof PII_PERMISSIONS)[number][]}
        choose={(next) => change({ permissions: [...ordinary, ...next] })}
      />
      <SimpleGrid cols={2}>
        <TextInput
          type="date"
          label={buyerData.trainedOn}
          value={draft.trainedOn}
          error={opens.length > 0 && draft.trainedOn === '' ? buyerData.needsTraining : undefined}
          onChange={(event) => change({ trainedOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={buyerData.until}
          description={buyerData.untilHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Stack>
  )
}
