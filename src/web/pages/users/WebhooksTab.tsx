import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { webhooksWords as say } from '../../words/webhooks.ts'
import { SecretDialog, WebhookDialog } from './WebhookDialog.tsx'
import { WebhookLog } from './WebhookLog.tsx'
import { pathOf, useWebhooks, type Webhook, webhooksChanged } from './webhooks-api.ts'

/** What a person does with one webhook. */
type Doing =
  | { readonly what: 'change' | 'log' | 'renew' | 'remove'; readonly webhook: Webhook }
  | { readonly what: 'add' }

/** Webhooks: which programs are told of what, and how that went (X2). */
export function WebhooksTab() {
  const webhooks = useWebhooks()
  const may = useMay('settings:write')
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed" maw={640}>
          {say.about}
        </Text>
        <Button
          onClick={() => setDoing({ what: 'add' })}
          disabled={!may}
          title={may ? undefined : say.cannot}
          miw={140}
        >
          {say.add}
        </Button>
      </Group>
      <ListTable
        label={say.tab}
        columns={columnsFor(may, setDoing)}
        list={webhooks}
        keyOf={({ webhookId }) => webhookId}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {doing && <Done doing={doing} close={() => setDoing(null)} />}
    </Stack>
  )
}

function Done({ doing, close }: { readonly doing: Doing; close(): void }) {
  if (doing.what === 'add') return <WebhookDialog changed={null} close={close} />
  const { webhook } = doing
  if (doing.what === 'change') return <WebhookDialog changed={webhook} close={close} />
  if (doing.what === 'log') return <WebhookLog shown={webhook} close={close} />
  return doing.what === 'renew' ? <Renew webhook={webhook} close={close} /> : <Remove webhook={webhook} close={close} />
}

type About = { readonly webhook: Webhook; close(): void }

function Renew({ webhook, close }: About) {
  const [secret, setSecret] = useState<string | null>(null)
  const run = async () => {
    const renewed = await answer(api.POST('/api/v1/webhooks/{webhookId}/secret', { params: pathOf(webhook) }))
    setSecret(renewed.secret)
    void webhooksChanged()
  }
  if (secret !== null) return <SecretDialog value={secret} close={close} />
  return (
    <Ask title={say.renewTitle(webhook.name)} does={say.renew} run={run} close={() => undefined} cancel={close}>
      <Text size="sm">{say.renewWhy}</Text>
    </Ask>
  )
}

function Remove({ webhook, close }: About) {
  const run = async () => {
    await answer(api.DELETE('/api/v1/webhooks/{webhookId}', { params: pathOf(webhook) }))
    await webhooksChanged()
    tell(say.removed)
  }
  return (
    <Ask title={say.removeTitle(webhook.name)} does={say.remove} danger run={run} close={close}>
      <Text size="sm">{say.removeWhy}</Text>
    </Ask>
  )
}

const test = (webhook: Webhook) =>
  answer(api.POST('/api/v1/webhooks/{webhookId}/test', { params: pathOf(webhook) })).then(
    () => tell(say.tested),
    tellError,
  )

const columnsFor = (may: boolean, go: (doing: Doing) => void): readonly Column<Webhook>[] => [
  {
    head: say.columns.name,
    wraps: true,
    cell: ({ name, url }) => (
      <div>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" className="breaks">
          {url}
        </Text>
      </div>
    ),
  },
  {
    head: say.columns.types,
    wraps: true,
    cell: ({ types }) => (types.length === 0 ? say.everything : types.join(', ')),
  },
  { head: say.columns.state, cell: ({ on, offBy }) => (on ? say.isOn : say.isOff(offBy ?? '')) },
  {
    head: say.columns.act,
    narrow: true,
    cell: (webhook) => <Acts webhook={webhook} may={may} go={go} />,
  },
]

const Acts = ({ webhook, may, go }: { readonly webhook: Webhook; readonly may: boolean; go(doing: Doing): void }) => (
  <Group gap={4} wrap="nowrap">
    <Button variant="subtle" size="compact-xs" onClick={() => go({ what: 'log', webhook })}>
      {say.log}
    </Button>
    <Button variant="subtle" size="compact-xs" disabled={!may} onClick={() => void test(webhook)}>
      {say.test}
    </Button>
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={!may}
          title={may ? undefined : say.cannot}
          aria-label={say.more(webhook.name)}
        >
          <IconDots size={16} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => go({ what: 'change', webhook })}>{say.change}</Menu.Item>
        <Menu.Item onClick={() => go({ what: 'renew', webhook })}>{say.renew}</Menu.Item>
        <Menu.Item className="danger" onClick={() => go({ what: 'remove', webhook })}>
          {say.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  </Group>
)
