import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { timeText } from '../../format.ts'
import { Dot } from '../../parts/Dot.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { HistoryButton } from '../../parts/HistoryButton.tsx'
import { tell } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { connectionWords } from '../../words/connections.ts'
import { words } from '../../words/en.ts'
import { type Connection, pathOf, useConnections } from './use-connections.ts'

const DryRunDialog = lazy(async () => ({ default: (await import('./DryRunDialog.tsx')).DryRunDialog }))

const say = connectionWords.sending
type Field = 'stock' | 'price'

/** What may go up of each connection; nothing is switched on before its dry run was seen (I14). */
export function SendingSection() {
  const list = useConnections()
  const connections = (list.data ?? []).filter(({ state }) => state !== 'disabled')
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  return (
    <section className="card section" id="sending" aria-labelledby="sending-title">
      <header>
        <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
          <div className="says">
            <Title order={2} id="sending-title">
              {say.title}
            </Title>
            <Text size="sm" c="dimmed">
              {say.about}
            </Text>
          </div>
          <HistoryButton section="sending" title={say.title} />
        </Group>
      </header>
      {list.isPending && <Skeleton height={120} m="md" w="auto" aria-label={words.loading} />}
      {list.isSuccess && connections.length === 0 && (
        <Text size="sm" c="dimmed" className="section-body">
          {say.notConnected}
        </Text>
      )}
      {connections.map((connection) => (
        <Switches key={connection.id} connection={connection} />
      ))}
    </section>
  )
}

function Switches({ connection }: { readonly connection: Connection }) {
  const good = connection.state === 'authorized'
  const [looks, setLooks] = useState<Field | 'only' | null>(null)
  const state = useQuery({
    queryKey: ['sending', connection.id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/connections/{connectionId}/sending', { signal, ...pathOf(connection) })),
    enabled: good,
  })
  const mayLook = useMay('items:read')
  const named = `sending-${connection.id}`
  return (
    <article className="connection" aria-labelledby={named}>
      <Group justify="space-between" mb="xs">
        <Title order={3} id={named}>
          {connectionWords.regions[connection.region]} · {connection.sellingPartnerId}
        </Title>
        {good && mayLook && (
          <Button variant="default" onClick={() => setLooks('only')}>
            {say.dryRun}
          </Button>
        )}
      </Group>
      {good && mayLook && <DryRunAbout />}
      {!good && (
        <Text size="sm" c="dimmed">
          {say.unavailable}
        </Text>
      )}
      {state.error && (
        <Text size="sm" c="red" role="alert">
          {state.error.message}
        </Text>
      )}
      {state.data?.brakedAt && (
        <Text size="sm" c="orange" mb="xs">
          {say.brake(timeText(state.data.brakedAt))}
        </Text>
      )}
      {state.data &&
        (['stock', 'price'] as const).map((field) => (
          <Switched
            key={field}
            connection={connection}
            field={field}
            on={state.data[field]}
            look={() => setLooks(field)}
          />
        ))}
      <Suspense>
        {looks && (
          <DryRunDialog
            connection={connection}
            switchOn={looks === 'only' ? null : looks}
            close={() => setLooks(null)}
          />
        )}
      </Suspense>
    </article>
  )
}

const DryRunAbout = () => (
  <div>
    <Text size="sm" c="dimmed">
      {say.dryRunExplain}
    </Text>
    <Text size="sm" c="dimmed" className="example" mb="xs">
      {words.section.example(say.dryRunExample)}
    </Text>
  </div>
)

type One = { readonly connection: Connection; readonly field: Field; readonly on: boolean; look(): void }

function Switched({ connection, field, on, look }: One) {
  const may = useMay('settings:write')
  const off = useMutation({
    mutationFn: () => switchSending(connection, { [field]: false }),
    onSuccess: () => tell(say.switchedOff(say[field])),
  })
  return (
    <Group justify="space-between" gap="xs" py={6}>
      <div className="says">
        <Group gap={8}>
          <Text size="sm" fw={600}>
            {say[field]}
          </Text>
          <Text size="sm" c="dimmed">
            <Dot color={on ? 'race' : 'gray'} /> {on ? say.on : say.off}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {field === 'stock' ? say.stockExplain : say.priceExplain}
        </Text>
        <Text size="sm" c="dimmed" className="example">
          {words.section.example(field === 'stock' ? say.stockExample : say.priceExample)}
        </Text>
        {off.error && (
          <Text size="sm" c="red" role="alert">
            {off.error.message}
          </Text>
        )}
      </div>
      {may && (
        <Button
          variant="default"
          flex="none"
          loading={off.isPending}
          aria-label={`${on ? say.switchOff : say.begin}: ${say[field]}`}
          onClick={() => (on ? off.mutate() : look())}
        >
          {on ? say.switchOff : say.begin}
        </Button>
      )}
    </Group>
  )
}

/** Switches, and shows what the server then says. */
async function switchSending(connection: Connection, wish: { readonly stock?: boolean; readonly price?: boolean }) {
  const body = { ...wish, dryRunSeen: false }
  await answer(api.PUT('/api/v1/connections/{connectionId}/sending', { ...pathOf(connection), body }))
  await queries.invalidateQueries({ queryKey: ['sending'] })
}
