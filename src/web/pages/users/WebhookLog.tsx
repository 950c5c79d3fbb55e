import { Button, Text } from '@mantine/core'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import { SidePanel } from '../../parts/Dialog.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { webhooksWords as say } from '../../words/webhooks.ts'
import { pathOf, type Webhook, type WebhookMessage, webhooksChanged } from './webhooks-api.ts'

const head = say.logColumns

/** What a webhook was told, how it answered, and the button that sends a message again (X2). */
export function WebhookLog({ shown, close }: { readonly shown: Webhook; close(): void }) {
  const may = useMay('settings:write')
  const list = usePages<WebhookMessage>(['webhooks', 'log', shown.webhookId], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/webhooks/{webhookId}/messages', {
        signal,
        params: { ...pathOf(shown), query: { after, limit: 50 } },
      }),
    ),
  )
  const replay = ({ messageId }: WebhookMessage) =>
    answer(
      api.POST('/api/v1/webhooks/{webhookId}/messages/{messageId}/replay', {
        params: { path: { ...pathOf(shown).path, messageId: String(messageId) } },
      }),
    )
      .then(() => {
        tell(say.replayed)
        return webhooksChanged()
      })
      .catch(tellError)
  return (
    <SidePanel onClose={close} title={say.logTitle(shown.name)} size="xl">
      <ListTable
        label={say.logTitle(shown.name)}
        columns={columnsFor(may, replay)}
        list={list}
        keyOf={({ messageId }) => messageId}
        empty={<Empty title={say.logNone} why={say.logNoneWhy} />}
      />
    </SidePanel>
  )
}

const columnsFor = (may: boolean, replay: (message: WebhookMessage) => void): readonly Column<WebhookMessage>[] => [
  { head: head.at, cell: ({ at }) => timeText(at) },
  { head: head.type, cell: ({ type }) => type },
  {
    head: head.state,
    cell: ({ state, nextTry, tries }) =>
      nextTry !== null && tries.length > 0 ? say.again(timeText(nextTry)) : say.states[state],
  },
  {
    head: head.answer,
    wraps: true,
    cell: ({ tries }) =>
      tries.length > 0 && (
        <Text size="xs" c="dimmed" component="span">
          {`${tries.at(-1)?.answer ?? ''} · ${say.tries(tries.length)}`}
        </Text>
      ),
  },
  {
    head: head.act,
    narrow: true,
    cell: (message) =>
      message.state !== 'waiting' && (
        <Button variant="subtle" size="compact-xs" disabled={!may} onClick={() => replay(message)}>
          {say.replay}
        </Button>
      ),
  },
]
