import { ActionIcon, Menu, Text, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { sessionQuery, useSession } from '../../session.ts'
import { usersWords as say } from '../../words/users.ts'
import { callOf, peopleChanged, type User } from './users-api.ts'

type Shown = { readonly user: User; readonly may: boolean; change(): void }

/** What can be done about one person. */
export function PersonMenu({ user, may, change }: Shown) {
  const [asks, setAsks] = useState<'remove' | 'hand-over' | null>(null)
  const { email, permissions } = useSession()
  const isOwner = useIsOwner()
  const close = () => setAsks(null)
  if (permissions.length === 0) return null
  return (
    <>
      <Menu position="bottom-end" width={190}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={!may}
            title={may ? undefined : say.cannot}
            aria-label={say.change(callOf(user))}
          >
            <IconDots size={16} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={change}>{say.columns.change}</Menu.Item>
          <Menu.Item onClick={() => void unlock(user).catch(tellError)}>{say.unlock.open}</Menu.Item>
          {isOwner && !user.owner && <Menu.Item onClick={() => setAsks('hand-over')}>{say.handOver.open}</Menu.Item>}
          {!user.owner && user.email !== email && (
            <Menu.Item className="danger" onClick={() => setAsks('remove')}>
              {say.remove.open}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asks === 'remove' && <Remove user={user} close={close} />}
      {asks === 'hand-over' && <HandOver user={user} close={close} />}
    </>
  )
}

/** True for the owner of the merchant one works for. */
function useIsOwner(): boolean {
  const { merchant, merchants } = useSession()
  return merchants.some((each) => each.merchant === merchant && each.owner)
}

async function unlock(user: User): Promise<void> {
  const path = { userId: user.userId }
  await answer(api.POST('/api/v1/users/{userId}/unlock', { params: { path } }))
  tell(say.unlock.done(callOf(user)))
}

function Remove({ user, close }: { readonly user: User; close(): void }) {
  const [leftAt, setLeftAt] = useState('')
  const run = async () => {
    const query = leftAt ? { leftAt: new Date(leftAt).toISOString() } : {}
    await answer(api.DELETE('/api/v1/users/{userId}', { params: { path: { userId: user.userId }, query } }))
    await peopleChanged()
    tell(say.remove.done(callOf(user)))
  }
  return (
    <Ask title={say.remove.title(callOf(user))} does={say.remove.does} danger run={run} close={close}>
      <Text size="sm">{say.remove.why}</Text>
      <ul className="ends">
        {say.remove.ends.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <TextInput
        type="datetime-local"
        label={say.remove.leftAt}
        description={say.remove.leftWhy}
        value={leftAt}
        onChange={(event) => setLeftAt(event.currentTarget.value)}
      />
    </Ask>
  )
}

function HandOver({ user, close }: { readonly user: User; close(): void }) {
  const run = async () => {
    const path = { userId: user.userId }
    await withSecondFactor(() => answer(api.POST('/api/v1/users/{userId}/owner', { params: { path } })))
    await Promise.all([peopleChanged(), queries.invalidateQueries({ queryKey: sessionQuery.queryKey })])
    tell(say.handOver.done(callOf(user)))
  }
  return (
    <Ask title={say.handOver.title(callOf(user))} does={say.handOver.does} danger run={run} close={close}>
      <Text size="sm">{say.handOver.why}</Text>
    </Ask>
  )
}
