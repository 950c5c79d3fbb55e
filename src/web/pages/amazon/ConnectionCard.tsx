import { Badge, Button, Group, SimpleGrid, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { answer, api } from '../../api.ts'
import { dateText, distanceText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Dot } from '../../parts/Dot.tsx'
import { tell } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { connectionWords } from '../../words/connections.ts'
import { ByFilesButtons } from './ByFilesButtons.tsx'
import { ToldTopics } from './ToldTopics.tsx'
import { type Connection, connectionsChanged, pathOf } from './use-connections.ts'

const PreviewDialog = lazy(async () => ({ default: (await import('./PreviewDialog.tsx')).PreviewDialog }))
const ClearConnection = lazy(async () => ({ default: (await import('./ClearConnection.tsx')).ClearConnection }))

const say = connectionWords
type Test = components['schemas']['ConnectionTest']
const COLORS = { authorized: 'race', 'by-files': 'blue', expired: 'orange', revoked: 'red', disabled: 'gray' } as const

/** One connection: who, in which state, until when; what can be done with it stands below. */
export function ConnectionCard({ connection, renew }: { readonly connection: Connection; readonly renew: () => void }) {
  const [test, setTest] = useState<Test | null>(null)
  const { id, region, state, importing, startedAt, deletion } = connection
  return (
    <article className="connection" aria-labelledby={`connection-${id}`}>
      <Group gap="sm" mb="sm">
        <Title order={3} id={`connection-${id}`}>
          {say.regions[region]}
        </Title>
        <State color={COLORS[state]} text={say.states[state]} />
        {state === 'authorized' && (
          <State
            color={importing ? 'race' : 'gray'}
            text={importing ? say.importing : startedAt === null ? say.notStarted : say.paused}
          />
        )}
      </Group>
      <Facts connection={connection} />
      {connection.told && <ToldTopics told={connection.told} />}
      {deletion && (
        <Text size="sm" c="red" mb="sm">
          {say.deletes(distanceText(deletion.at, Date.now()))}
        </Text>
      )}
      {state === 'by-files' ? (
        <ByFilesButtons connection={connection} renew={renew} />
      ) : (
        <Buttons connection={connection} renew={renew} tested={setTest} />
      )}
      {test && <Tested test={test} />}
    </article>
  )
}

const State = ({ color, text }: { readonly color: string; readonly text: string }) => (
  <Badge variant="default" size="sm" radius="sm" tt="none" fw={600} leftSection={<Dot color={color} />}>
    {text}
  </Badge>
)

function Facts({ connection }: OfConnection) {
  const { sellingPartnerId, state, consent, lapsesOn, startedAt, marketplaces } = connection
  const byFiles = state === 'by-files'
  const facts = [
    [say.seller, sellingPartnerId],
    [say.credential, byFiles ? byFilesWords.credential : say.consent[consent]],
    [say.lapses, byFiles ? '–' : lapsesOn === null ? say.noLapse : dateText(lapsesOn)],
    [say.since, startedAt === null ? '–' : timeText(startedAt)],
  ] as const
  const told = marketplaces
    .filter(({ participating }) => participating)
    .map(({ country, refusedAt }) =>
      refusedAt === null ? country : `${country} (${say.refuses(timeText(refusedAt))})`,
    )
  return (
    <SimpleGrid cols={{ base: 2, md: 5 }} spacing="md" mb="sm">
      {[...facts, [say.marketplaces, told.join(', ') || '–'] as const].map(([name, value]) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {name}
          </Text>
          <Text size="sm" className="breaks">
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}

type OfConnection = { readonly connection: Connection }
type Acted = OfConnection & { renew(): void; tested(test: Test): void }

function Buttons({ connection, renew, tested }: Acted) {
  const [dialog, setDialog] = useState<'preview' | 'clear' | null>(null)
  const may = useMay('settings:write')
  const mayLook = useMay('orders:read')
  const test = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/connections/{connectionId}/test', pathOf(connection))),
    onSuccess: tested,
  })
  const good = connection.state === 'authorized'
  const close = () => setDialog(null)
  return (
    <>
      <Group gap="xs">
        {good && may && <StartOrPause connection={connection} />}
        {good && mayLook && (
          <Button variant="default" onClick={() => setDialog('preview')}>
            {say.preview}
          </Button>
        )}
        {may && connection.state !== 'disabled' && (
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {say.test}
          </Button>
        )}
        {may && (
          <Button variant="default" onClick={renew}>
            {say.renew}
          </Button>
        )}
        {may && connection.state !== 'disabled' && (
          <Button variant="subtle" color="red" onClick={() => setDialog('clear')}>
            {say.clear}
          </Button>
        )}
      </Group>
      {test.error && (
        <Text size="sm" c="red" role="alert" mt="xs">
          {test.error.message}
        </Text>
      )}
      <Suspense>
        {dialog === 'preview' && <PreviewDialog connection={connection.id} close={close} />}
        {dialog === 'clear' && <ClearConnection connection={connection} close={close} />}
      </Suspense>
    </>
  )
}

/** Starts importing, or pauses it; why it cannot start yet is told beside the button (C9). */
export function StartOrPause({ connection }: OfConnection) {
  const act = useMutation({
    mutationFn: async () => {
      if (connection.importing) {
        await answer(api.POST('/api/v1/connections/{connectionId}/pause', pathOf(connection)))
        return say.pausedNow
      }
      const { from } = await answer(api.POST('/api/v1/connections/{connectionId}/start', pathOf(connection)))
      return say.started(timeText(from))
    },
    onSuccess: (told) => {
      tell(told)
      void connectionsChanged()
    },
  })
  return (
    <>
      <Button
        variant={connection.importing ? 'default' : 'filled'}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        {connection.importing ? say.pause : say.start}
      </Button>
      {act.error && (
        <Text size="sm" c="red" role="alert">
          {act.error.message}
        </Text>
      )}
    </>
  )
}

const VERDICTS = { good: 'race', missing: 'red', unknown: 'gray' } as const

const Tested = ({ test }: { readonly test: Test }) => (
  <div className="example" role="status">
    <Text size="sm">{test.sentence}</Text>
    {test.roles.map(({ role, means, verdict, requestId }) => (
      <Text key={role} size="sm" c="dimmed">
        <Dot color={VERDICTS[verdict]} /> {means}: {say.tested[verdict]}
        {verdict === 'missing' && requestId && ` (${say.requestId(requestId)})`}
      </Text>
    ))}
  </div>
)
