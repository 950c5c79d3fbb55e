import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { deploymentWords as say } from '../../words/deployment.ts'
import { usersWords } from '../../words/users.ts'
import { InvitationLink } from '../users/InviteDialog.tsx'
import type { Invited } from '../users/users-api.ts'
import { AddMerchant } from './AddMerchant.tsx'
import type { Merchant } from './deployment-api.ts'
import { MerchantMenu } from './MerchantMenu.tsx'
import { RemoveMerchant } from './RemoveMerchant.tsx'

const route = getRouteApi('/deployment')
const reload = () => queries.invalidateQueries({ queryKey: ['deployment'] })
/** What is done to one merchant after a question. */
type Asked = { readonly what: 'suspend' | 'remove'; readonly merchant: Merchant }

async function turn({ merchantId, name }: Merchant, to: 'suspend' | 'resume'): Promise<void> {
  const params = { path: { merchantId } }
  await withSecondFactor(() =>
    answer(
      to === 'suspend'
        ? api.POST('/api/v1/deployment/merchants/{merchantId}/suspend', { params })
        : api.POST('/api/v1/deployment/merchants/{merchantId}/resume', { params }),
    ),
  )
  await reload()
  tell((to === 'suspend' ? say.suspendedNow : say.resumed)(name))
}

const inviteOwner = ({ merchantId }: Merchant): Promise<Invited> =>
  withSecondFactor(() =>
    answer(api.POST('/api/v1/deployment/merchants/{merchantId}/owner', { params: { path: { merchantId } } })),
  )

/** Merchants come, rest, go on and go; of their work only counts are seen (M2). */
export function MerchantsTab() {
  const { text = '' } = route.useSearch()
  const list = usePages<Merchant>(['deployment', 'merchants', { text }], ({ after, signal }) =>
    answer(api.GET('/api/v1/deployment/merchants', { signal, params: { query: { after, text } } })),
  )
  const [adds, setAdds] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [invited, setInvited] = useState<Invited | null>(null)
  const close = () => setAsked(null)
  const acts = {
    suspend: (merchant: Merchant) => setAsked({ what: 'suspend', merchant }),
    remove: (merchant: Merchant) => setAsked({ what: 'remove', merchant }),
    resume: (merchant: Merchant) => void turn(merchant, 'resume').catch(tellError),
    invite: (merchant: Merchant) => void inviteOwner(merchant).then(setInvited).catch(tellError),
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Find text={text} />
        <Group gap="xs">
          <ExportButton
            name="merchants"
            ask={(as) => api.GET('/api/v1/deployment/merchants', { ...as, params: { query: { text } } })}
          />
          <Button onClick={() => setAdds(true)}>{say.add.open}</Button>
        </Group>
      </Group>
      <ListTable
        label={say.tabs.merchants}
        columns={[
          ...COLUMNS,
          { head: say.columns.act, narrow: true, cell: (m) => <MerchantMenu merchant={m} {...acts} /> },
        ]}
        list={list}
        keyOf={({ merchantId }) => merchantId}
        empty={
          text ? <Empty title={say.noneFound} why={say.noneFoundWhy} /> : <Empty title={say.none} why={say.noneWhy} />
        }
      />
      {adds && <AddMerchant added={reload} close={() => setAdds(false)} />}
      {asked?.what === 'suspend' && (
        <Ask
          title={say.suspendTitle(asked.merchant.name)}
          does={say.suspend}
          danger
          run={() => turn(asked.merchant, 'suspend')}
          close={close}
        >
          <Text size="sm">{say.suspendWhy}</Text>
        </Ask>
      )}
      {asked?.what === 'remove' && <RemoveMerchant merchant={asked.merchant} removed={reload} close={close} />}
      {invited && (
        <Dialog onClose={() => setInvited(null)} title={usersWords.invite.ready(invited.email)} size="lg">
          <InvitationLink invited={invited} close={() => setInvited(null)} />
        </Dialog>
      )}
    </Stack>
  )
}

function Find({ text }: { readonly text: string }) {
  const navigate = route.useNavigate()
  return (
    <TextInput
      label={say.find}
      placeholder={say.findHint}
      value={text}
      maxLength={100}
      onChange={(event) =>
        void navigate({ search: { text: event.currentTarget.value || undefined } as object, replace: true })
      }
      w={260}
    />
  )
}

const count = (
  name: 'users' | 'held' | 'waitingForPeople' | 'problems' | 'failingWork' | 'unsentMails',
  head: string,
) => ({
  head,
  number: true,
  cell: (merchant: Merchant) => (
    <Text span inherit c={merchant[name] === 0 ? 'dimmed' : undefined}>
      {countText(merchant[name])}
    </Text>
  ),
})

const COLUMNS: readonly Column<Merchant>[] = [
  { head: say.columns.merchant, cell: (merchant) => <Named merchant={merchant} /> },
  { head: say.columns.sweep, cell: ({ lastSweepAt }) => timeText(lastSweepAt) },
  count('users', say.columns.users),
  count('held', say.columns.held),
  count('waitingForPeople', say.columns.waiting),
  count('problems', say.columns.problems),
  count('failingWork', say.columns.failing),
  count('unsentMails', say.columns.mails),
]

const Named = ({ merchant: { name, merchantId, owner, hasOwner, suspendedAt } }: { readonly merchant: Merchant }) => (
  <div>
    <Group gap="0 6px">
      <Text size="sm" fw={600} className="breaks">
        {name}
      </Text>
      <Text size="sm" c="dimmed">
        {merchantId}
      </Text>
      {suspendedAt && (
        <Badge size="xs" color="gray" variant="outline" radius="sm" tt="none">
          {say.suspended}
        </Badge>
      )}
    </Group>
    <Text size="xs" c="dimmed">
      {hasOwner ? owner : say.noOwner(owner)}
    </Text>
  </div>
)
