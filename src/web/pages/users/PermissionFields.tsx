import { TOPIC_NAMES, TOPICS, type Topic } from '#core/notifications/topics.ts'
import { ORDINARY_PERMISSIONS, PERMISSION_SENTENCES, type Permission } from '#core/permissions.ts'
import { Choices } from '../../parts/Choices.tsx'
import { usersWords as say } from '../../words/users.ts'
import type { UserGroup } from './users-api.ts'

const ORDINARY = ORDINARY_PERMISSIONS.map((value) => ({ value, label: value, about: PERMISSION_SENTENCES[value] }))

type Picked<Value extends string> = { readonly chosen: readonly Value[]; choose(chosen: Value[]): void }

/** What a person or a group may do, each with its sentence; without what opens buyer data (U1). */
export const PermissionField = ({ chosen, choose }: Picked<Permission>) => (
  <Choices label={say.permissions} choices={ORDINARY} chosen={chosen} choose={choose} />
)

/** The groups that a person is in; nothing where there are none. */
export const GroupField = ({ groups, chosen, choose }: Picked<string> & { readonly groups: readonly UserGroup[] }) =>
  groups.length === 0 ? null : (
    <Choices
      label={say.groupsOf}
      hint={say.groupsWhy}
      choices={groups.map(({ groupId, name, permissions }) => ({
        value: groupId,
        label: name,
        about: permissions.join(', ') || say.nothing,
      }))}
      chosen={chosen}
      choose={choose}
    />
  )

/** Of what a person is told by mail (N1). */
export const TopicField = ({ chosen, choose }: Picked<Topic>) => (
  <Choices
    label={say.told}
    choices={TOPICS.map((value) => ({ value, label: TOPIC_NAMES[value] }))}
    chosen={chosen}
    choose={choose}
  />
)
